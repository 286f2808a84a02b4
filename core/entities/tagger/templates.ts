import { addFeature } from './feature-list.ts';
import type { FeatureList } from './feature-list.ts';
import { mix } from './hash.ts';

/** What a kind of feature is about; `npm run train -- --ablation` leaves out one group at a time. */
export const FEATURE_GROUPS = [
  'words',
  'stems and clitics',
  'affixes',
  'shapes',
  'lists',
  'clusters',
  'pairs of words',
] as const;

export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/** A kind of feature: its group, and how many tokens away from a token it still says something about it. */
export interface Template {
  /** Starts the hashes of its features. */
  readonly seed: number;
  readonly group: FeatureGroup;
  readonly reach: 0 | 1 | 2;
}

let seeds = 0;

const template = (group: FeatureGroup, reach: Template['reach']): Template => ({
  seed: ++seeds * 0x3c6ef35f,
  group,
  reach,
});

/** Features of a word by itself. A reach of 2 looks from two tokens before to two tokens behind. */
export const WORD = template('words', 2);
export const SPELLING = template('words', 1);
export const STEM = template('stems and clitics', 2);
export const PROCLITICS = template('stems and clitics', 2);
export const PREFIX = template('affixes', 1);
export const SUFFIX = template('affixes', 1);
export const SHAPE = template('shapes', 2);
export const LISTED = template('lists', 2);
export const CLUSTER = template('clusters', 2);
/** Features of a token in its line. */
export const LISTED_NAME = template('lists', 0);
export const PAIR = template('pairs of words', 0);
export const CLUSTER_PAIR = template('clusters', 0);
export const LINE_SHAPE = template('shapes', 0);
/** A feature of one way to take particles off a word (reading.ts). */
export const READING = template('stems and clitics', 0);
/** What lies before and behind a line, as a word. */
const EDGE = template('words', 2);
const TRANSITION = template('words', 0);

/** The feature of being in a state at the token before. */
export const transitionFeature = (state: number): number => mix(TRANSITION.seed, state);

/** Makes a list hold the one feature of what lies before a line (side 0) or behind it (side 1). */
export function edgeFeature(side: 0 | 1, list: FeatureList): void {
  list.length = 0;
  addFeature(list, EDGE, mix(EDGE.seed, side));
}
