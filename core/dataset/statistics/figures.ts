/**
 * What the statistics of a dataset say: plain data, as `hashiya stats --json` prints it and the dashboard draws it.
 * docs/statistics.md explains every figure.
 */
import type { ArticleStatus } from '../../annotations/status.ts';
import type { Layer, Split } from '../document.ts';

/** How many were decided by a person, and how many are the engine's suggestions alone. */
export interface Count {
  readonly decided: number;
  readonly silver: number;
}

/** Where something stands in an article. */
export interface Place {
  /** The article's path in the project. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** UTF-16 code units from the start of the line. */
  readonly character: number;
  /** UTF-16 code units. */
  readonly length: number;
}

export interface LabelCount extends Count {
  readonly layer: Layer;
  readonly label: string;
}

/** An entity by its full name; spellings that folding joins are one name. */
export interface NameCount extends Count {
  readonly label: string;
  /** The spelling that is met most often. */
  readonly name: string;
  /** In how many articles it is named. */
  readonly articles: number;
  /** Where it is named first. */
  readonly first: Place;
}

export interface SpeakerCount {
  /** Null for quotations whose speaker nobody has told. */
  readonly name: string | null;
  readonly direct: Count;
  readonly indirect: Count;
  readonly articles: number;
  /** The first quotation. */
  readonly first: Place;
}

/** How many of the values lie from `from` up to, and without, `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Distribution {
  readonly count: number;
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
  /** Bins of one width that touch; together they hold every value. */
  readonly bins: readonly Bin[];
}

/** What lengths are told of, each in tokens. */
export const MEASURED = ['article', 'sentence', 'entity', 'quotation'] as const;

export type Measured = (typeof MEASURED)[number];

export interface MonthCount {
  /** YYYY-MM, or null where the article does not tell when it was published. */
  readonly month: string | null;
  readonly articles: number;
}

export interface OutletCount {
  /** Null where it is not known. */
  readonly outlet: string | null;
  readonly articles: number;
}

/** One article in figures. */
export interface ArticleFigures {
  readonly file: string;
  readonly published: string | null;
  readonly tokens: number;
  readonly entities: Count;
  readonly quotations: Count;
  /** Tokens in lines and runs that are not the article's own. */
  readonly boilerplateTokens: number;
}

/** What documents say by themselves. */
export interface DatasetStatistics {
  readonly articles: number;
  readonly sentences: number;
  readonly tokens: number;
  /** Of all tokens, those in an entity, in a quotation, and in what is not the article's own text. */
  readonly tokensIn: Readonly<Record<Layer, number>>;
  /** Of all tokens, those in an entity or a quotation that somebody decided on. */
  readonly tokensDecided: number;
  /** By layer, then the most frequent first. */
  readonly labels: readonly LabelCount[];
  /** By label as above, then the most frequent first. */
  readonly names: readonly NameCount[];
  /** The most quoted first, those without a name last. */
  readonly speakers: readonly SpeakerCount[];
  /** Null where there is nothing to measure. */
  readonly lengths: Readonly<Record<Measured, Distribution | null>>;
  /** In order, the unknown last. */
  readonly months: readonly MonthCount[];
  /** The most frequent first, the unknown last. */
  readonly outlets: readonly OutletCount[];
  /** How many articles each part has; null where the dataset is not split. */
  readonly splits: Readonly<Record<Split, number>> | null;
  /** Ordered by path. */
  readonly byArticle: readonly ArticleFigures[];
}

/** What one annotator did. */
export interface AnnotatorFigures {
  readonly annotator: string;
  /** How many articles of the project they have worked on. */
  readonly articles: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Annotations whose words the text no longer has. */
  readonly orphans: number;
  /** The first and the last day of work, YYYY-MM-DD in UTC; null where no date was kept. */
  readonly from: string | null;
  readonly until: string | null;
}

/** What one annotator did on one day. */
export interface DayFigures {
  /** YYYY-MM-DD in UTC. */
  readonly day: string;
  readonly annotator: string;
  readonly accepted: number;
  readonly rejected: number;
}

/** How far the work is. */
export interface Coverage {
  readonly articles: number;
  /** Articles that at least one person has worked on. */
  readonly annotated: number;
  /** Articles by status, of the version that counts. */
  readonly status: Readonly<Record<ArticleStatus, number>>;
  /** Marks of the engine and what people added: what was decided on, and what is still open in articles not yet done. */
  readonly decisions: {
    readonly accepted: number;
    readonly rejected: number;
    readonly open: number;
  };
  /** Ordered by name. */
  readonly annotators: readonly AnnotatorFigures[];
  /** Ordered by day, then by name. */
  readonly days: readonly DayFigures[];
}

/** The statistics of a project. */
export interface ProjectStatistics {
  readonly dataset: DatasetStatistics;
  readonly coverage: Coverage;
}
