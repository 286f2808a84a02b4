import type { Span } from '../text/span.ts';
import type { Content } from './contents.ts';
import type { Cue } from './cues.ts';
import type { Speaker } from './discourse.ts';
import type { Passage } from './passage.ts';
import type { Voice } from './voices.ts';

/** What a cue governs. */
export type Complement =
  /** A clause behind إن, أن, بأن …; `at` is the token behind the particle. */
  | { readonly type: 'clause'; readonly at: number; readonly colon: false }
  /** Whatever stands behind a colon. */
  | { readonly type: 'colon'; readonly at: number; readonly colon: true }
  /** Words in marks; `at` is the token of the opening mark, `colon` tells whether one stands before it, `long` whether it is more than a few words. */
  | { readonly type: 'marks'; readonly at: number; readonly colon: boolean; readonly long: boolean };

/** A cue with its voice and what it reports. */
export interface Attribution {
  readonly cue: Cue;
  readonly voice: Voice;
  readonly complement: Complement | null;
  /** The reported clause outside of marks, if there is one. */
  readonly content: Content | null;
  /** Where the cue stands to its words. */
  readonly position: 'front' | 'behind';
  /** The name of the rule, as the quotation's source tells it. */
  readonly rule: string;
}

/** An attribution whose speaker the article has told. Its offsets count from the start of its line, which is at `offset`. */
export interface Attributed extends Attribution {
  readonly speaker: Speaker | null;
  readonly offset: number;
}

/** What the article around a line is asked. */
export interface Surroundings {
  /** Whether the article has somebody whom it may call by a noun (without article). */
  readonly knows: (head: string) => boolean;
  /** Whether a word stands behind a verb of saying somewhere in the article. */
  readonly heard: (word: string) => boolean;
}

/** What the attribution of one cue may look at: its sentence (a range of tokens), the cues in it, and what came before. */
export interface Context {
  readonly passage: Passage;
  readonly sentence: Span;
  readonly cues: readonly Cue[];
  readonly cueAt: ReadonlyMap<number, Cue>;
  readonly surroundings: Surroundings;
  readonly found: readonly Attribution[];
  /** Subjects of words that turned out to report nothing themselves: "وعلق هاميلتون على السباق بالقول". */
  readonly bare: Voice[];
}

/** How many attributions of a sentence a new one is compared with: more than any sentence has that a person wrote. */
const WINDOW = 24;

/** The latest attributions of a sentence. */
export const recent = (found: readonly Attribution[]): readonly Attribution[] =>
  found.length > WINDOW ? found.slice(-WINDOW) : found;

/** Whether a cue stands inside a clause that an attribution reports: its speaker is not the text's own. */
export const standsInContent = (found: readonly Attribution[], cue: Cue): boolean =>
  recent(found).some(
    (other) =>
      other.cue !== cue &&
      other.content !== null &&
      other.content.first <= cue.first &&
      cue.last < other.content.end,
  );

/** The same of the cue of an attribution. */
export const isNested = (found: readonly Attribution[], attribution: Attribution): boolean =>
  standsInContent(found, attribution.cue);
