/** What the dashboard's panel and the page in it say to each other: plain data. */
import type { Place, ProjectStatistics } from '../../core/dataset/statistics/figures.ts';
import type { ShownLabel } from '../webview/shown-label.ts';
import type { Texts } from './texts.ts';

/** From the panel to the page. */
export type ToPage =
  /** First of all, and whenever the page was made anew. */
  | { readonly kind: 'hello'; readonly language: 'en' | 'ar'; readonly texts: Texts }
  | { readonly kind: 'progress'; readonly article: string; readonly percentage: number }
  | {
      readonly kind: 'figures';
      readonly project: string;
      readonly statistics: ProjectStatistics;
      readonly labels: readonly ShownLabel[];
      /** What could not be read, a sentence each. */
      readonly troubles: readonly string[];
    }
  /** Nothing is being counted any more, as somebody has cancelled it. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Annotations have changed since the figures were counted. */
  | { readonly kind: 'outdated' };

/** What a click in the page leads to. */
export type Target =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'article'; readonly file: string }
  | { readonly kind: 'annotator'; readonly annotator: string };

/** From the page to the panel. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'open'; readonly target: Target }
  | {
      readonly kind: 'save';
      /** Of the file, without its ending. */
      readonly name: string;
      readonly format: 'svg' | 'png';
      /** The picture's bytes in base64. */
      readonly content: string;
    };
