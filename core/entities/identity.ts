import type { EntityLabel } from '../labels/entity-labels.ts';
import { SHORTEST_SKELETON, skeletonOf } from './spelling.ts';

/** By what a mention is known again: worked out once, when it is found. */
export interface Identity {
  /** Its label with its words, the same for mentions of one name. */
  readonly key: string;
  /** Its label with the spelling of its words, null where that is too short to tell or the label has no spellings. */
  readonly spelling: string | null;
  /** Of persons: the spelling of the name, and those of its shorter forms, its ends and its beginnings. */
  readonly person: {
    readonly name: string;
    readonly shorter: readonly string[];
  } | null;
}

/** Labels of names, which may be spelt in several ways and shortened; the others are compared as they stand. */
const SPELT = new Set(['PER', 'GPE', 'ORG', 'LOC', 'PRODUCT']);

/** The identity of a mention of a label, from its words, folded and without particles in front. */
export function identityOf(label: EntityLabel, words: readonly string[]): Identity {
  const key = `${label} ${words.join(' ')}`;
  if (!SPELT.has(label)) return { key, spelling: null, person: null };
  const skeletons = label === 'PER' ? personSkeletons(words) : words.map(skeletonOf);
  const letters = skeletons.reduce((sum, skeleton) => sum + skeleton.length, 0);
  const name = skeletons.join(' ');
  return {
    key,
    spelling: letters < SHORTEST_SKELETON ? null : `${label}~${name}`,
    person: label === 'PER' ? { name, shorter: shortForms(skeletons) } : null,
  };
}

/**
 * The skeletons of a person's names, one a name however it is written: "عبد المنعم" as "عبدالمنعم", "خير الله" as
 * "خيرالله"; a family name is one with the article and without it.
 */
function personSkeletons(words: readonly string[]): string[] {
  const skeletons: string[] = [];
  for (const [i, word] of words.entries()) {
    const joined = i > 0 && (words[i - 1] === 'عبد' || word === 'الله' || word === 'الدين');
    if (joined) skeletons.push(skeletonOf((skeletons.pop() ?? '') + word));
    else skeletons.push(skeletonOf(/^ال.{3}/.test(word) ? word.slice(2) : word));
  }
  return skeletons;
}

/**
 * Words of the longest name that is known again where it is shortened or repeated: thousands of names in a row, which
 * look like one, would have millions of words in their shorter forms.
 */
export const LONGEST_NAME = 32;

/** The skeletons of the shorter forms of a full name: its ends, and its beginnings. */
function shortForms(skeletons: readonly string[]): string[] {
  const forms: string[] = [];
  if (skeletons.length > LONGEST_NAME) return forms;
  for (let n = 1; n < skeletons.length; n++) {
    forms.push(skeletons.slice(n).join(' '));
    forms.push(skeletons.slice(0, n).join(' '));
  }
  return forms;
}
