/** What `hashiya import` was told. */
export interface ImportOptions {
  readonly format: string;
  readonly project: string;
  readonly annotator?: string;
  readonly marks?: boolean;
  readonly silver?: boolean;
  readonly rename: ReadonlyMap<string, string>;
  readonly articles?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly encoding?: string;
  readonly losses?: string;
}

/** What was taken in so far. */
export interface Sums {
  articles: number;
  taken: number;
  known: number;
  written: number;
}
