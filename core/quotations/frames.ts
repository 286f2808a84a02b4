import type { Span } from '../text/span.ts';
import { issuerOf, phraseBehindPreposition } from './appositions.ts';
import { recent } from './attribution.ts';
import type { Attribution, Context } from './attribution.ts';
import { contentEnd, contentFrom, trimEnd } from './contents.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isAgent, isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { droppedVoice, takenOver, voiceOf } from './voices.ts';
import type { Voice } from './voices.ts';

/** بحسب X، وفقا لـX، حسبما ذكر X: in front of the clause, or behind it. */
export function attributeFrame(context: Context, cue: Cue): Attribution | null {
  const { passage, sentence, cueAt, found } = context;
  const { tokens } = passage;
  let voice: Voice;
  let end = cue.last;
  if (cue.part === 'pronoun') {
    voice = takenOver(found[found.length - 1]?.voice ?? droppedVoice(passage, cue));
  } else {
    const named = framePhrase(context, cue);
    const phrase = named && issuerOf(passage, named, sentence.end, cueAt);
    if (!phrase) return null;
    end = phrase.last;
    voice = voiceOf(passage, phrase, null);
  }
  const before = tokens[cue.first - 1];
  const front =
    cue.first === sentence.start ||
    (cue.conjoined && (before?.kind === 'mark' || cue.first - sentence.start < 2)) ||
    cue.first - sentence.start <= 1 ||
    (cue.first - sentence.start <= 4 && /^فا?ن/.test(tokens[behindMarks(passage, end + 1)]?.folded ?? ''));
  if (front) {
    let from = behindName(context, end + 1);
    while (from < sentence.end && ['،', ',', ':', '-', ')'].includes(tokens[from]?.text ?? '')) from++;
    if (['فان', 'ان'].includes(tokens[from]?.folded ?? '') || isContentParticle(tokens[from])) from++;
    else if (/^فا?ن(?:ه|ها|هم)?$/.test(tokens[from]?.folded ?? '')) from++;
    if (quotedAt(passage, from))
      return {
        cue,
        voice,
        complement: { type: 'marks', at: from, colon: false, long: true },
        content: null,
        position: 'front',
        rule: 'frame-in-front',
      };
    const stop = contentEnd(passage, from, sentence, cueAt);
    const content = contentFrom(passage, from, stop, true);
    return { cue, voice, complement: null, content, position: 'front', rule: 'frame-in-front' };
  }
  if (isByWords(tokens[cue.first]?.folded, tokens[cue.first + 1]?.folded) && endsMarks(passage, cue.first))
    return { cue, voice, complement: null, content: null, position: 'behind', rule: 'frame-behind' };
  const earlier = recent(found).findLast((other) => other.content !== null || other.complement !== null);
  let from = sentence.start;
  if (earlier) {
    // Two attributions round one clause: the original speaker counts.
    if (!earlier.content) return behindNothing(cue, voice);
    if (trimEnd(passage, earlier.content.first, cue.first) <= earlier.content.end)
      return behindNothing(cue, voice);
    from = earlier.content.end;
    while (from < cue.first && (tokens[from]?.kind === 'mark' || tokens[from]?.folded === 'وذلك')) from++;
    if (cue.first - from < 3 || earlier.position === 'behind') return behindNothing(cue, voice);
  } else if (opensWithSaying(found, sentence)) return behindNothing(cue, voice);
  const resumed = goesOn(passage, cue, end, sentence);
  if (resumed > 0) {
    const stop = contentEnd(passage, resumed, sentence, cueAt);
    const content = contentFrom(passage, from, stop, true);
    return { cue, voice, complement: null, content, position: 'behind', rule: 'frame-inside' };
  }
  let stop = trimEnd(passage, from, cue.first);
  if (tokens[stop - 1]?.folded === 'وذلك') stop = trimEnd(passage, from, stop - 1);
  const content = contentFrom(passage, from, stop, true);
  return { cue, voice, complement: null, content, position: 'behind', rule: 'frame-behind' };
}

/** How many words make up the rest of a clause that a frame interrupts. */
const REST = 4;

/**
 * The token at which a clause goes on behind a frame that stands inside it, without a comma on either side or between
 * brackets: "بلغ الإنتاج وفقا للوزارة 63 طنا", "برز القطاع الحكومي (بحسب الدراسة) كأفضل القطاعات"; 0 where it does not.
 * `last` is the last token of the frame.
 */
function goesOn({ tokens }: Passage, cue: Cue, last: number, sentence: Span): number {
  const before = tokens[cue.first - 1];
  const bracketed = before?.text === '(' && tokens[last + 1]?.text === ')';
  const from = bracketed ? last + 2 : last + 1;
  const next = tokens[from];
  if (!next || sentence.end - from < REST || (before?.kind === 'mark' && !bracketed)) return 0;
  return next.kind === 'number' || bracketed ? from : 0;
}

/** Whether a frame is "على حد تعبير", which tells whose the words in marks before it are, not the clause round them. */
const isByWords = (first: string | undefined, second: string | undefined): boolean =>
  first === 'علي' && second === 'حد';

/** Whether a closing quotation mark stands before token `at`, a comma between at most. */
function endsMarks({ tokens, quoting }: Passage, at: number): boolean {
  const before = '،,'.includes(tokens[at - 1]?.text ?? 'x') ? at - 2 : at - 1;
  return quoting[before]?.mark === true && (quoting[before - 1]?.stretch ?? -1) >= 0;
}

/** Whether the sentence opens with somebody saying something that no clause gives: "أعلن كيم موافقته، وفقا للوكالة". */
const opensWithSaying = (found: readonly Attribution[], sentence: Span): boolean =>
  found.slice(0, 2).some(({ cue }) => cue.part === 'verb' && !cue.weak && cue.first - sentence.start < 2);

/** The first token from `at` on that is no mark. */
function behindMarks(passage: Passage, at: number): number {
  let i = at;
  while (passage.tokens[i]?.kind === 'mark' && i < at + 3) i++;
  return i;
}

const quotedAt = (passage: Passage, at: number): boolean =>
  passage.quoting[at]?.mark === true && passage.quoting[at + 1]?.opaque === true;

/** A frame behind words that have their speaker already: it stands, and claims nothing. */
const behindNothing = (cue: Cue, voice: Voice): Attribution => ({
  cue,
  voice: takenOver(voice),
  complement: null,
  content: null,
  position: 'behind',
  rule: 'frame-behind',
});

/** How many tokens may describe the name of a frame before its comma. */
const DESCRIPTION = 24;

/**
 * The token behind all that describes a frame's name, which ends before `at`: its closing mark, an abbreviation in
 * brackets, "لصحيفة …", "التي أجرتها …،", an apposition between commas that begins with a title.
 */
function behindName({ passage, sentence, cueAt }: Context, at: number): number {
  const { tokens, quoting, entities } = passage;
  let from = at;
  if (quoting[from]?.mark && (quoting[from - 1]?.stretch ?? -1) >= 0) from++;
  if (tokens[from]?.text === '(') {
    const close = nextOf(passage, from, sentence.end, ')');
    if (close > 0) from = close + 1;
  }
  const owner = tokens[from]?.folded.startsWith('ل')
    ? phraseBehindPreposition(passage, from, sentence.end, cueAt, true)
    : null;
  if (owner && isAgent(passage, owner)) from = owner.last + 1;
  if (quoting[from]?.mark && (quoting[from - 1]?.stretch ?? -1) >= 0) from++;
  if (['الذي', 'التي', 'الذين'].includes(tokens[from]?.folded ?? '')) {
    const comma = nextOf(passage, from, sentence.end, '،,');
    return comma > 0 ? comma : from;
  }
  const label = entities[from + 1]?.label;
  if ('،,'.includes(tokens[from]?.text ?? 'x') && (label === 'OCC' || label === 'PER')) {
    const comma = nextOf(passage, from + 1, sentence.end, '،,');
    return comma > 0 ? comma : from;
  }
  return from;
}

/** The next token that is one of some marks, within the length of a description; or -1. */
function nextOf(passage: Passage, from: number, until: number, marks: string): number {
  for (let i = from; i < Math.min(until, from + DESCRIPTION); i++)
    if (passage.tokens[i]?.kind === 'mark' && marks.includes(passage.tokens[i]?.text ?? 'x')) return i;
  return -1;
}

/** Verbs of carrying somebody's words on, with their objects. */
const CARRYING = /^(?:نقل|[يت]نقل|اورد|نشر|بث)ت?(?:ه|ها)?$/;

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
    const named = parsePhrase(passage, at, sentence.end, cueAt);
    // "بحسب ما نقلته الصحيفة عن الخبيرة": the words are hers.
    const carries = named && CARRYING.test(verb.folded) && tokens[named.last + 1]?.folded === 'عن';
    return (carries && parsePhrase(passage, named.last + 2, sentence.end, cueAt)) || named;
  }
  if (cue.class === 'frame-to') return phraseBehindPreposition(passage, at, sentence.end, cueAt, true);
  return parsePhrase(passage, at, sentence.end, cueAt);
}
