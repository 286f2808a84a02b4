import type { LineReading } from '../lexicon/article.ts';
import { remembered } from '../lexicon/remembered.ts';
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
  /** By token: whether the lists have it, as it stands or behind a particle, as a word that is hardly ever a name. */
  readonly ordinary: readonly boolean[];
  /** The passage last made of the line, to be had again while its entities and marks stay. */
  passage: Passage | null;
}

/** The notes on a line: one memory for all of them, kept as long as the reading is. */
export const notesOf = remembered((reading: LineReading): LineNotes => {
  const { tokens, matches } = reading;
  const ordinary = new Array<boolean>(tokens.length).fill(false);
  const listed: Listed[] = [];
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i] as (typeof matches)[number];
    const { entries, first, last } = match;
    for (let e = 0; e < entries.length; e++) {
      const entry = entries[e];
      if (entry?.list === 'ordinary-word') {
        if (first === last) ordinary[first] = true;
      } else if (entry?.list === 'cue') {
        const cue = readCue(match, entry.value, tokens);
        if (cue) listed.push({ proclitics: match.proclitics, cue });
      }
    }
  }
  return {
    reading,
    pairs: pairsOf(reading.text),
    sentences: sentencesOf(reading),
    listed,
    ordinary,
    passage: null,
  };
});

const sentencesOf = ({ tokens, sentences }: LineReading): readonly Span[] =>
  sentences.length === 1
    ? [{ start: 0, end: tokens.length }]
    : sentences.map(({ start, end }) => ({
        start: firstTokenFrom(tokens, start),
        end: firstTokenFrom(tokens, end),
      }));
