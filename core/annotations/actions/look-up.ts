import type { Mark } from '../../labels/marks.ts';
import { fold } from '../../text/fold.ts';
import { indexSpans } from '../../text/span-index.ts';
import type { SpanIndex } from '../../text/span-index.ts';
import type { Annotation } from '../annotation.ts';
import { markId } from '../mark-identity.ts';
import type { ArticleState } from './action.ts';

/** An article's annotations and marks in the orders in which actions look for them. */
export interface LookUp {
  readonly annotation: ReadonlyMap<string, Annotation>;
  /** By markId. */
  readonly mark: ReadonlyMap<string, Mark>;
  /** Annotations of whatever decision; orphans are nowhere in it. */
  readonly annotations: SpanIndex<Annotation>;
  readonly marks: SpanIndex<Mark>;
  /** The full names of entities by their folded words: those that people decided come before those of marks. */
  readonly names: ReadonlyMap<string, string>;
}

/** Made once for a state, when first asked for, so that an action on many places goes through it all once. */
const known = new WeakMap<ArticleState, LookUp>();

/** What is where in an article. */
export function lookUpOf(state: ArticleState): LookUp {
  const found = known.get(state) ?? lookUp(state);
  known.set(state, found);
  return found;
}

function lookUp({ article: { text }, annotations, marks }: ArticleState): LookUp {
  let annotation: ReadonlyMap<string, Annotation> | null = null;
  let mark: ReadonlyMap<string, Mark> | null = null;
  let names: ReadonlyMap<string, string> | null = null;
  return {
    get annotation() {
      return (annotation ??= new Map(annotations.map((one) => [one.id, one])));
    },
    get mark() {
      return (mark ??= firstOf(marks.map((one) => [markId(one), one])));
    },
    annotations: indexSpans(annotations, ({ anchor }) => anchor.span),
    marks: indexSpans(marks, (one) => one),
    get names() {
      return (names ??= firstOf([
        ...annotations.flatMap(({ family, decision, canonical, anchor }) =>
          family === 'entity' && decision === 'accepted' && canonical !== null
            ? [[fold(anchor.exact), canonical] as const]
            : [],
        ),
        ...marks.flatMap((one) =>
          one.family === 'entity' ? [[fold(text.slice(one.start, one.end)), one.canonical] as const] : [],
        ),
      ]));
    },
  };
}

/** A map in which the first of several values of a key counts. */
const firstOf = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> =>
  new Map([...entries].reverse());
