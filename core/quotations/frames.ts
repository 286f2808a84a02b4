import type { Span } from '../text/span.ts';
import { issuerOf, phraseBehindPreposition } from './appositions.ts';
import { recent } from './attribution.ts';
import type { Attribution, Context } from './attribution.ts';
import { contentEnd, contentFrom, trimEnd } from './contents.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { droppedSpeaker, speakerOf } from './speakers.ts';
import type { Speaker } from './speakers.ts';

/** بحسب X، وفقا لـX، حسبما ذكر X: in front of the clause, or behind it. */
export function attributeFrame(context: Context, cue: Cue): Attribution | null {
  const { passage, sentence, cueAt, discourse, found } = context;
  const { tokens } = passage;
  let speaker: Speaker | null = null;
  let end = cue.last;
  if (cue.part === 'pronoun') {
    const earlier = recent(found).findLast((other) => other.speaker !== null);
    speaker = earlier?.speaker ?? droppedSpeaker(discourse, cue, passage.line.start);
    if (!speaker) return null;
    speaker = { ...speaker, named: false };
  } else {
    const named = framePhrase(context, cue);
    const phrase = named && issuerOf(passage, named, sentence.end, cueAt);
    if (!phrase) return null;
    end = phrase.last;
    speaker = speakerOf(passage, phrase, discourse, null);
  }
  const before = tokens[cue.first - 1];
  const front =
    cue.first === sentence.start ||
    (cue.conjoined && (before?.kind === 'mark' || cue.first - sentence.start < 2)) ||
    cue.first - sentence.start <= 1 ||
    (cue.first - sentence.start <= 4 && /^فا?ن/.test(tokens[behindMarks(passage, end + 1)]?.folded ?? ''));
  if (front) {
    let from = end + 1;
    const reach = appositionEnd(passage, from, sentence);
    if (reach > from) from = reach;
    while (from < sentence.end && ['،', ',', ':', '-', ')'].includes(tokens[from]?.text ?? '')) from++;
    if (['فان', 'ان'].includes(tokens[from]?.folded ?? '') || isContentParticle(tokens[from])) from++;
    else if (/^فا?ن(?:ه|ها|هم)?$/.test(tokens[from]?.folded ?? '')) from++;
    if (quotedAt(passage, from))
      return {
        cue,
        speaker,
        complement: { type: 'marks', at: from, colon: false, long: true },
        content: null,
        position: 'front',
        rule: 'frame-in-front',
      };
    const stop = contentEnd(passage, from, sentence, cueAt);
    const content = contentFrom(passage, from, stop, true);
    return { cue, speaker, complement: null, content, position: 'front', rule: 'frame-in-front' };
  }
  const earlier = recent(found).findLast((other) => other.content !== null || other.complement !== null);
  let from = sentence.start;
  if (earlier) {
    // Two attributions round one clause: the original speaker counts.
    if (!earlier.content) return behindNothing(cue, speaker);
    if (trimEnd(passage, earlier.content.first, cue.first) <= earlier.content.end)
      return behindNothing(cue, speaker);
    from = earlier.content.end;
    while (from < cue.first && (tokens[from]?.kind === 'mark' || tokens[from]?.folded === 'وذلك')) from++;
    if (cue.first - from < 3 || earlier.position === 'behind') return behindNothing(cue, speaker);
  } else if (opensWithSaying(found, sentence)) return behindNothing(cue, speaker);
  const content = contentFrom(passage, from, trimEnd(passage, from, cue.first), true);
  return { cue, speaker, complement: null, content, position: 'behind', rule: 'frame-behind' };
}

/** Whether the sentence opens with somebody saying something that no clause gives: "أعلن كيم موافقته، وفقا للوكالة". */
const opensWithSaying = (found: readonly Attribution[], sentence: Span): boolean =>
  found
    .slice(0, 2)
    .some(
      ({ cue, speaker }) =>
        speaker !== null && cue.part === 'verb' && !cue.weak && cue.first - sentence.start < 2,
    );

/** The first token from `at` on that is no mark. */
function behindMarks(passage: Passage, at: number): number {
  let i = at;
  while (passage.tokens[i]?.kind === 'mark' && i < at + 3) i++;
  return i;
}

const quotedAt = (passage: Passage, at: number): boolean =>
  passage.quoting[at]?.mark === true && passage.quoting[at + 1]?.opaque === true;

/** A frame behind words that have their speaker already: it stands, and claims nothing. */
const behindNothing = (cue: Cue, speaker: Speaker): Attribution => ({
  cue,
  speaker: { ...speaker, named: false },
  complement: null,
  content: null,
  position: 'behind',
  rule: 'frame-behind',
});

/** The end of "X، المتحدث باسم Y،" behind a frame's name: an apposition that begins with a title. */
function appositionEnd(passage: Passage, from: number, sentence: Span): number {
  if (!'،,'.includes(passage.tokens[from]?.text ?? 'x')) return from;
  if (passage.entities[from + 1]?.label !== 'OCC' && passage.entities[from + 1]?.label !== 'PER') return from;
  for (let i = from + 1; i < Math.min(sentence.end, from + 16); i++)
    if ('،,'.includes(passage.tokens[i]?.text ?? 'x')) return i;
  return from;
}

function framePhrase(context: Context, cue: Cue): Phrase | null {
  const { passage, sentence, cueAt } = context;
  const { tokens } = passage;
  let at = cue.last + 1;
  if (cue.part === 'conjunction') {
    if (['قد', 'كان', 'كانت'].includes(tokens[at]?.folded ?? '')) at++;
    const verb = tokens[at];
    if (!verb || verb.kind !== 'word') return null;
    at++;
    while (
      ['عنه', 'عنها', 'عنهم', 'به', 'بها', 'له', 'لها', 'اليوم', 'امس', 'فيه'].includes(
        tokens[at]?.folded ?? '',
      )
    )
      at++;
    if (tokens[at]?.folded === 'في' || tokens[at]?.folded === 'عن') at++;
    return parsePhrase(passage, at, sentence.end, cueAt);
  }
  if (cue.class === 'frame-to') return phraseBehindPreposition(passage, at, sentence.end, cueAt, true);
  return parsePhrase(passage, at, sentence.end, cueAt);
}
