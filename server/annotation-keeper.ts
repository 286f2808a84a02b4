import type { Annotation } from '../core/annotations/annotation.ts';

/** The annotations of the open articles, as they are now and as they are on disk. */
export interface AnnotationKeeper {
  /** Resolves when the article's annotations have been read. Never rejects. */
  readonly loaded: (uri: string) => Promise<void>;
  readonly of: (uri: string) => KeptAnnotations | undefined;
}

export interface KeptAnnotations {
  readonly annotations: readonly Annotation[];
  readonly annotator: string;
  /** Grows with each change that is none of the text. */
  readonly revision: number;
}

/** Keeps annotations in memory. */
export const createAnnotationKeeper = (): AnnotationKeeper => ({
  loaded: () => Promise.resolve(),
  of: () => undefined,
});
