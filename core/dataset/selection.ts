import { isFinished } from '../annotations/status.ts';
import type { ArticleStatus } from '../annotations/status.ts';
import { LAYER_OF } from './context.ts';
import type { Layer } from './document.ts';
import type { MarkFamily } from '../labels/marks.ts';

/** What goes into a dataset. Of a list that is empty all go in. */
export interface Selection {
  /** Whose annotations, the first coming first. */
  readonly annotators: readonly string[];
  readonly families: readonly MarkFamily[];
  readonly labels: readonly string[];
  /** Articles of which status. */
  readonly status: readonly ArticleStatus[];
  /** Whether marks that nobody has decided on are filled in, as silver. */
  readonly marks: boolean;
  /** Whether boilerplate stays in the text. */
  readonly boilerplate: boolean;
  /** Whether each sentence is a document; else each article. */
  readonly sentences: boolean;
}

/** What an annotator said of an article. */
export interface Version {
  readonly annotator: string;
  /** How far the annotator is with it. */
  readonly status: ArticleStatus;
}

/** What an article is made of in a dataset. */
export interface Chosen<V extends Version> {
  /** Null: nobody has worked on it; the engine's marks alone. */
  readonly version: V | null;
  /** Whether marks are filled in. Not where the annotator is done: what is not annotated there was passed over. */
  readonly marks: boolean;
}

/** Why an article is not in a dataset. */
export type LeftOutBecause = 'status' | 'not-annotated';

/**
 * The version of an article that goes into a dataset: of the annotators in their order (that of `versions`) the first who
 * has worked on it, and whose work is as far as asked.
 */
export function chooseVersion<V extends Version>(
  versions: readonly V[],
  { status, marks }: Pick<Selection, 'status' | 'marks'>,
): Chosen<V> | LeftOutBecause {
  const isWanted = (of: ArticleStatus): boolean => status.length === 0 || status.includes(of);
  const wanted = versions.filter((version) => isWanted(version.status));
  const version = wanted.find((one) => one.status !== 'new') ?? wanted[0];
  if (version) return { version, marks: marks && !isFinished(version.status) };
  if (versions.length > 0 || !isWanted('new')) return 'status';
  return marks ? { version: null, marks } : 'not-annotated';
}

/** Whether spans with a label are wanted. */
export const takesOf = ({
  families,
  labels,
}: Pick<Selection, 'families' | 'labels'>): ((layer: Layer, label: string) => boolean) => {
  const layers = families.map((family) => LAYER_OF[family]);
  return (layer, label) =>
    (layers.length === 0 || layers.includes(layer)) && (labels.length === 0 || labels.includes(label));
};
