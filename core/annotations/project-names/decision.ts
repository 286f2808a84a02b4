import { VALUE_LABELS } from '../../labels/entity-labels.ts';
import type { MarkFamily } from '../../labels/marks.ts';
import type { Annotation, Label } from '../annotation.ts';
import { wordsOfName } from './name-words.ts';

/** What one annotation decides about its words wherever they stand. */
export interface NameDecision {
  readonly family: MarkFamily;
  /** Folded, parted by blanks (see wordsOfName). */
  readonly words: string;
  readonly label: Label;
  readonly canonical: string | null;
  /** What an accepted entity goes by (see nameKey); "" of others. */
  readonly name: string;
  /** `everywhere`: these words with this label are rejected in every article of the project. */
  readonly decision: Annotation['decision'] | 'everywhere';
}

/** Dates, amounts, counts and addresses are written, not named: each stands for itself where it stands. */
const NOT_NAMED: ReadonlySet<string> = new Set(VALUE_LABELS);

/**
 * What an annotation decides beyond its own place, or null: accepted and rejected entities that are names, and
 * whatever was rejected for every article. Neither place nor article's text is needed: the words are in the quote.
 */
export function nameDecision(annotation: NamedAnnotation): NameDecision | null {
  const { family, label, anchor, canonical, decision } = annotation;
  const isEverywhere = decision === 'rejected' && annotation.everywhere;
  if (!isEverywhere && (family !== 'entity' || NOT_NAMED.has(label))) return null;
  const words = wordsOfName(anchor.exact);
  if (words === '' || (!isEverywhere && !/\p{L}/u.test(words))) return null;
  const name = nameKey(annotation) ?? '';
  return { family, words, label, canonical, name, decision: isEverywhere ? 'everywhere' : decision };
}

type NamedAnnotation = Pick<
  Annotation,
  'family' | 'label' | 'anchor' | 'canonical' | 'decision' | 'everywhere'
>;

/**
 * The name that an accepted entity goes by, spellings folded (see wordsOfName): its full name, else its words. Null for
 * what is the name of nothing: values, numbers.
 */
export function nameKey({ family, label, decision, canonical, anchor }: NamedAnnotation): string | null {
  if (family !== 'entity' || decision !== 'accepted' || NOT_NAMED.has(label)) return null;
  const name = wordsOfName(canonical ?? anchor.exact);
  return /\p{L}/u.test(name) ? name : null;
}
