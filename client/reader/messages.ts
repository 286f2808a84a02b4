/** What a reading view and the page in it say to each other: plain data. Places are lines from 0 and UTF-16 code units. */
import type { ArticleItem } from '../../server/protocol.ts';
import type { Focus, Place, Stretch } from '../items.ts';
import type { ShownLabel } from '../webview/shown-label.ts';
import type { Splice } from './splice.ts';
import type { Texts } from './texts.ts';

/** A label with the grounds that its words have, as colours of CSS. */
export interface ReaderLabel extends ShownLabel {
  readonly description: string;
  /** Behind the words of a mark. */
  readonly ground: string;
  /** Behind the words of an annotation. */
  readonly accepted: string;
}

/** What the project calls its labels, attributes and relations. */
export interface ReaderScheme {
  readonly labels: readonly ReaderLabel[];
  /** Titles by name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly relations: Readonly<Record<string, string>>;
}

/** What a person asks of the view by a command. */
export type Wish = 'explain' | 'folds';

/** From the view to the page. */
export type ToPage =
  /** First of all, and whenever the page was made anew. */
  | { readonly kind: 'hello'; readonly language: 'en' | 'ar'; readonly texts: Texts }
  | { readonly kind: 'scheme'; readonly scheme: ReaderScheme }
  /** The text, or what of it has changed, line by line. */
  | { readonly kind: 'lines'; readonly version: number; readonly splice: Splice<string> }
  /** The items that are shown, or what of them has changed; their ranges belong to that version of the text. */
  | { readonly kind: 'items'; readonly version: number; readonly splice: Splice<ArticleItem> }
  /** The line of the article's headline; null where none is known. */
  | { readonly kind: 'headline'; readonly line: number | null }
  /** `serial` counts these messages. */
  | { readonly kind: 'select'; readonly anchor: Place; readonly active: Place; readonly serial: number }
  /** Scrolls, where the stretch is not in sight already. */
  | { readonly kind: 'reveal'; readonly range: Stretch }
  | { readonly kind: 'focus'; readonly focus: Focus | null }
  /** The size of the letters; 1 is the usual one. */
  | { readonly kind: 'zoom'; readonly zoom: number }
  /** What is known of a place, in the Markdown of the server's hovers; null: nothing. */
  | { readonly kind: 'explained'; readonly ask: number; readonly markdown: string | null }
  | { readonly kind: 'wish'; readonly wish: Wish };

/** From the page to the view. */
export type FromPage =
  | { readonly kind: 'ready' }
  /**
   * The caret or the selection has moved; `focus` where an item was pointed at, `serial` of the last `select` that the page
   * had got by then: where another one was on its way, that one counts.
   */
  | {
      readonly kind: 'selected';
      readonly serial: number;
      readonly anchor: Place;
      readonly active: Place;
      readonly focus: Focus | null;
    }
  | { readonly kind: 'explain'; readonly ask: number; readonly place: Place }
  /** Whether keys come here. */
  | { readonly kind: 'keyboard'; readonly has: boolean };
