import type { LineReading } from '../lexicon/article.ts';
import { remembered } from '../lexicon/remembered.ts';
import { nextWithTrait, traitOf } from '../lexicon/traits.ts';
import type { Span } from '../text/span.ts';
import { readCue } from './cues.ts';
import type { Listed } from './cues.ts';
import { pairsOf } from './marks.ts';
import type { LinePairs } from './marks.ts';
import { firstTokenFrom } from './passage.ts';
import type { Passage } from './passage.ts';

/** What finding quotations needs of a line's reading alone. Offsets count from the start of the line. */
export interface LineNotes {
  readonly reading: LineReading;
  /** Its quotation marks, paired as far as the line pairs them. */
  readonly pairs: LinePairs;
  /** Sentences as ranges of tokens, `end` exclusive. */
  readonly sentences: readonly Span[];
  /** The listed words in a form that a cue may have, in order. */
  readonly listed: readonly Listed[];
  /** The passage last made of the line, to be had again while its entities and marks stay. */
  passage: Passage | null;
}

/** The notes on a line: one memory for all of them, kept as long as the reading is. */
export const notesOf = remembered((reading: LineReading): LineNotes => ({
  reading,
  pairs: pairsOf(reading.text),
  sentences: sentencesOf(reading),
  listed: listedIn(reading),
  passage: null,
}));

function listedIn(reading: LineReading): readonly Listed[] {
  let listed: Listed[] | null = null;
  const { traits, tokens } = reading;
  for (let i = nextWithTrait(traits, CUE, 0); i >= 0; i = nextWithTrait(traits, CUE, i + 1))
    for (const match of reading.matchesAt(i))
      for (const entry of match.entries) {
        if (entry.list !== 'cue') continue;
        const cue = readCue(match, entry.value, tokens);
        if (cue) (listed ??= []).push({ proclitics: match.proclitics, cue });
      }
  return listed ?? NONE;
}

const CUE = traitOf('cue');

const NONE: readonly Listed[] = [];

const sentencesOf = ({ tokens, sentences }: LineReading): readonly Span[] =>
  sentences.length === 1
    ? [{ start: 0, end: tokens.length }]
    : sentences.map(({ start, end }) => ({
        start: firstTokenFrom(tokens, start),
        end: firstTokenFrom(tokens, end),
      }));
