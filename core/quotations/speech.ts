import type { LineClass } from '../labels/line-classes.ts';
import type { Span } from '../text/span.ts';
import type { Surroundings } from './attribution.ts';
import { attribute } from './attributions.ts';
import type { Found } from './attributions.ts';
import { findCues } from './cues.ts';
import type { Cue } from './cues.ts';
import { findHeadlineSpeech } from './headlines.ts';
import type { HeadlineSpeech } from './headlines.ts';
import type { Passage } from './passage.ts';
import { topicOf } from './topics.ts';
import type { Mention } from './voices.ts';

/** What is said in a sentence (a range of tokens), before the rest of the article tells who its speakers are. */
export interface SentenceSpeech extends Span {
  readonly headline: HeadlineSpeech | null;
  readonly found: readonly Found[];
  readonly topic: Mention | null;
}

/** What a passage was last found to say, and what was asked of its surroundings for it. */
export interface Known {
  readonly lineClass: LineClass | null;
  readonly asked: readonly (readonly ['knows' | 'heard', word: string, answer: boolean])[];
  readonly speech: readonly SentenceSpeech[];
}

/**
 * What the sentences of a passage say. Worked out anew only when the line's class has changed, or the article around
 * it would answer otherwise than before: an edit elsewhere costs no more than asking.
 */
export function readSpeech(
  passage: Passage,
  lineClass: LineClass | null,
  surroundings: Surroundings,
): readonly SentenceSpeech[] {
  const before = passage.known;
  if (
    before &&
    before.lineClass === lineClass &&
    before.asked.every(([question, word, answer]) => surroundings[question](word) === answer)
  )
    return before.speech;
  const asked: [question: 'knows' | 'heard', word: string, answer: boolean][] = [];
  const ask =
    (question: 'knows' | 'heard') =>
    (word: string): boolean => {
      const answer = surroundings[question](word);
      asked.push([question, word, answer]);
      return answer;
    };
  const listening: Surroundings = { knows: ask('knows'), heard: ask('heard') };
  const cues = findCues(passage);
  let next = 0;
  const speech = passage.sentences.map((sentence): SentenceSpeech => {
    const from = next;
    while (next < cues.length && (cues[next] as Cue).first < sentence.end) next++;
    return {
      start: sentence.start,
      end: sentence.end,
      headline: findHeadlineSpeech(passage, lineClass, sentence, listening.heard),
      found: attribute(passage, sentence, cues.slice(from, next), listening),
      topic: topicOf(passage, sentence),
    };
  });
  passage.known = { lineClass, asked, speech };
  return speech;
}
