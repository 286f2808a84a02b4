/** What the panel of adjudication and the page in it say to each other: plain data. */
import type { AdjudicationState } from '../../server/protocol.ts';
import type { ShownLabel } from '../webview/shown-label.ts';
import type { Texts } from './texts.ts';

/** From the panel to the page. */
export type ToPage =
  /** First of all, and whenever the page was made anew. */
  | { readonly kind: 'hello'; readonly language: 'en' | 'ar'; readonly texts: Texts }
  | {
      readonly kind: 'state';
      readonly state: AdjudicationState;
      readonly labels: readonly ShownLabel[];
    }
  /** A decision, by the id of its dispute, or the taking over of what all agree on (null) was done or refused. */
  | { readonly kind: 'answer'; readonly id: string | null; readonly refused: string | null }
  /** Nothing can be shown. */
  | { readonly kind: 'failed'; readonly reason: string };

/** From the page to the panel. */
export type FromPage =
  | { readonly kind: 'ready' }
  /** Settles a dispute as these annotators have it; none: nothing is there. */
  | { readonly kind: 'decide'; readonly id: string; readonly taken: readonly string[] }
  /** Takes over what all agree on. */
  | { readonly kind: 'takeAgreed' }
  /** Shows the place of a dispute in its article. */
  | { readonly kind: 'open'; readonly id: string }
  /** Lets the person pick another article. */
  | { readonly kind: 'another' };
