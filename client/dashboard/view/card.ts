import type { ProjectStatistics } from '../../../core/dataset/statistics/figures.ts';
import type { ShownLabel } from '../../webview/shown-label.ts';
import type { Target } from '../messages.ts';
import type { Texts } from '../texts.ts';
import type { Numbers } from './numbers.ts';

/** What a card is made from. */
export interface Figures {
  readonly statistics: ProjectStatistics;
  readonly labels: readonly ShownLabel[];
  readonly texts: Texts;
  readonly numbers: Numbers;
}

/** A cell of a table: a number, or words, which may lead somewhere. */
export type Cell =
  | number
  | {
      readonly text: string;
      readonly target?: Target;
      /** A colour of CSS: a dot before the words. */
      readonly colour?: string;
      /** A number as it is written; `value` is what counts in sorting. */
      readonly value?: number;
    };

export interface Table {
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Bars side by side or one below the other; those of one category are stacked. */
export interface Bars {
  /** `across`: names at the side, bars run across; `up`: bars stand, as over time. */
  readonly direction: 'across' | 'up';
  readonly categories: readonly {
    readonly text: string;
    readonly colour?: string;
    readonly target?: Target;
  }[];
  readonly series: readonly {
    readonly name: string;
    /** For categories without a colour of their own; of CSS. */
    readonly colour: string;
    /** Filled if not said. `outline`: what nobody has decided on; `striped`: told apart from its neighbour without colour. */
    readonly fill?: 'outline' | 'striped';
    readonly values: readonly number[];
  }[];
}

interface CardContent {
  readonly table: Table;
  /** Null: a table alone. */
  readonly bars: Bars | null;
  /** A line below the chart. */
  readonly note?: string;
}

/** One card of the dashboard. */
export interface Card {
  readonly id: string;
  readonly title: (texts: Texts) => string;
  /** Takes the whole width, below the others. */
  readonly isWide?: boolean;
  /** What can be chosen to be shown, the first by default. */
  readonly choices?: (figures: Figures) => readonly { readonly id: string; readonly title: string }[];
  /** Null: there is nothing to show, and no card. */
  readonly content: (figures: Figures, choice: string) => CardContent | null;
}
