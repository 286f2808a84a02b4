import { LISTS } from './lists.ts';
import type { ListId } from './lists.ts';

/** What else is told of a word than its lists. */
const USES = [
  'ordinary', // hardly ever a name as it stands
  'frequent', // among the most frequent words
  'misleading', // looks like a name only because it was folded
  'unknown', // in no list, and long enough to be a name
  'opening', // a name of several words begins with it
] as const;

/** A list that has a name which begins with a token, or how the token's word is used. */
export type Trait = ListId | (typeof USES)[number];

/** A set of traits, one bit each; there are more than an integer's 32. */
export interface TraitSet {
  readonly low: number;
  readonly high: number;
}

const ALL: readonly Trait[] = [...LISTS, ...USES];
const LOW_BITS = 31;

const SETS = Object.fromEntries(
  ALL.map((trait, place): [Trait, TraitSet] => [
    trait,
    place < LOW_BITS ? { low: 1 << place, high: 0 } : { low: 0, high: 1 << (place - LOW_BITS) },
  ]),
) as Readonly<Record<Trait, TraitSet>>;

/** The set of one trait. */
export const traitOf = (trait: Trait): TraitSet => SETS[trait];

/** The set of several traits. */
export const traitsOf = (...traits: readonly Trait[]): TraitSet => ({
  low: traits.reduce((bits, trait) => bits | SETS[trait].low, 0),
  high: traits.reduce((bits, trait) => bits | SETS[trait].high, 0),
});

/** What is in any of two sets. */
export const joinTraits = (a: TraitSet, b: TraitSet): TraitSet => ({
  low: a.low | b.low,
  high: a.high | b.high,
});

/** A set of traits for each token of a line: `low` and `high` of each one after the other. Lines are short, plain arrays made sooner. */
export type TokenTraits = number[];

/** Whether token `i` has one of the traits; no token has none. */
export const hasTrait = (traits: TokenTraits, i: number, wanted: TraitSet): boolean =>
  i >= 0 &&
  2 * i < traits.length &&
  (((traits[2 * i] as number) & wanted.low) | ((traits[2 * i + 1] as number) & wanted.high)) !== 0;

/** The first token from `from` on that has one of the traits; -1 if none. */
export function nextWithTrait(traits: TokenTraits, wanted: TraitSet, from: number): number {
  const { low, high } = wanted;
  for (let at = 2 * from; at < traits.length; at += 2)
    if ((((traits[at] as number) & low) | ((traits[at + 1] as number) & high)) !== 0) return at >> 1;
  return -1;
}

/** Adds traits to those of token `i`. */
export function addTraits(traits: TokenTraits, i: number, { low, high }: TraitSet): void {
  traits[2 * i] = (traits[2 * i] as number) | low;
  traits[2 * i + 1] = (traits[2 * i + 1] as number) | high;
}
