import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { preferApposition } from './appositions.ts';
import type { Cue } from './cues.ts';
import { genderOfName } from './genders.ts';
import { isOrdinary } from './passage.ts';
import type { Name, Passage } from './passage.ts';
import { isAgent, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { AUXILIARIES, GENERIC_SPEAKERS } from './words.ts';

/** "أما X، فقد دعا": the topic of the sentence is the subject. */
export function topicBefore(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens } = passage;
  if (!['اما', 'واما'].includes(tokens[sentence.start]?.folded ?? '') || cue.first - sentence.start > 40)
    return null;
  const resumed = tokens[cue.first - 1]?.folded === 'فقد' || tokens[cue.first]?.folded.startsWith('ف');
  if (!resumed) return null;
  const phrase = parsePhrase(passage, sentence.start + 1, cue.first, cueAt);
  return phrase && preferApposition(passage, phrase, sentence, cueAt);
}

/** "ترامب يعلن رفع السرية": a name that opens the sentence right before an imperfect verb is its subject. */
export function nameRightBefore(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens, entities } = passage;
  if (cue.conjoined || !/^[يت]/.test(tokens[cue.first]?.folded ?? '')) return null;
  const entity = entities[cue.first - 1];
  if (!entity || !['PER', 'ORG', 'GPE'].includes(entity.label)) return null;
  let first = cue.first - 1;
  while (first > sentence.start && entities[first - 1] === entity) first--;
  const before = tokens[first - 1];
  if (first > sentence.start && !(before?.kind === 'mark' && !passage.quoting[first - 1]?.mark)) return null;
  return parsePhrase(passage, first, cue.first, cueAt);
}

/** "كان ترامب قد وصف خصمه": the whole of what stands between كان and its verb is the subject, whatever follows. */
export function betweenAuxiliaryAndVerb(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const auxiliary = auxiliaryBefore(passage, cue, sentence);
  if (auxiliary < 0 || cue.conjoined) return null;
  const end = passage.tokens[cue.first - 1]?.folded === 'قد' ? cue.first - 1 : cue.first;
  const phrase = parsePhrase(passage, auxiliary + 1, end, cueAt);
  return phrase && phrase.last === end - 1 ? phrase : null;
}

/**
 * The subject that stands before its verb: behind كان, as the antecedent of الذي, or right before the verb. Null where the
 * verb carries و or ف, which never follows its subject.
 */
export function subjectBefore(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens } = passage;
  const auxiliary = auxiliaryBefore(passage, cue, sentence);
  if (auxiliary >= 0 && auxiliary < cue.first - 1) {
    const between = parsePhrase(passage, auxiliary + 1, cue.first, cueAt);
    if (between) return preferApposition(passage, between, sentence, cueAt);
  }
  if (cue.conjoined) return null;
  let from = auxiliary >= 0 ? auxiliary - 1 : cue.first - 1;
  while (
    from >= sentence.start &&
    ['قد', 'فقد', 'لقد', 'الذي', 'التي', 'كان', 'كانت', 'الذين'].includes(tokens[from]?.folded ?? '')
  )
    from--;
  if (RELATIVES.has(tokens[from + 1]?.folded ?? '')) {
    const antecedent = antecedentOf(passage, from, sentence, cueAt);
    if (antecedent) return antecedent;
  }
  return (
    headOfRelative(passage, from, sentence, cueAt) ??
    phraseEndingAt(passage, from, sentence, cueAt) ??
    genericBefore(passage, cue, sentence, cueAt)
  );
}

/** How many tokens a relative clause between a subject and its verb may have. */
const RELATIVE_REACH = 10;

/** "إلا أن التحري الذي أجراه الفريق كشف أن": the noun that a relative clause right before the verb tells of. */
function headOfRelative(
  passage: Passage,
  last: number,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens, quoting } = passage;
  for (let i = last; i > Math.max(sentence.start, last - RELATIVE_REACH); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark' && !quoting[i]?.mark) return null;
    if (!RELATIVES.has(token.folded)) continue;
    return i < last ? phraseEndingAt(passage, i - 1, sentence, cueAt) : null;
  }
  return null;
}

const RELATIVES = new Set(['الذي', 'التي', 'الذين']);

/** Whom "الذي قال" refers to: the name right before, or the last person before the apposition between commas. */
function antecedentOf(
  passage: Passage,
  at: number,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens, entities } = passage;
  // "قصة (عبدالله) الذي يقول"
  if (tokens[at]?.text === ')' && entities[at - 1]) return antecedentOf(passage, at - 1, sentence, cueAt);
  const comma = '،,'.includes(tokens[at]?.text ?? 'x');
  const nearest = comma ? nameBefore(passage, at) : null;
  if (nearest && agrees(nearest, tokens[at + 1]?.folded)) {
    let first = at - 1;
    while (first > sentence.start && entities[first] !== nearest) first--;
    while (first > sentence.start && entities[first - 1] === nearest) first--;
    return parsePhrase(passage, first, at, cueAt);
  }
  const reach = comma ? 16 : 1;
  for (let i = comma ? at - 1 : at; i >= sentence.start && at - i < reach; i--) {
    const entity = entities[i];
    if (!entity || !(entity.label === 'PER' || (!comma && SPEAKING.has(entity.label)))) continue;
    let first = i;
    while (first > sentence.start && entities[first - 1] === entity) first--;
    return parsePhrase(passage, first, i + 1, cueAt);
  }
  return null;
}

/** The body, place or person right before a comma, a closing mark between at most. */
function nameBefore({ entities, quoting }: Passage, comma: number): Name | null {
  const name = entities[quoting[comma - 1]?.mark ? comma - 2 : comma - 1] ?? null;
  return name && (name.label === 'PER' || SPEAKING.has(name.label)) ? name : null;
}

/** Whether a relative pronoun may go back to a name. */
function agrees(name: Name, relative: string | undefined): boolean {
  const gender = genderOfName(name);
  return gender === null || (relative === 'التي' ? 'f' : 'm') === gender;
}

const SPEAKING = new Set(['ORG', 'GPE']);

/** "تقرير استخباري صدر مؤخرا قال": an indefinite speaker a few words before a verb that describes it. */
function genericBefore(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  for (let i = cue.first - 1; i >= Math.max(sentence.start, cue.first - 6); i--) {
    const token = passage.tokens[i] as Token;
    if (token.kind === 'mark' || cueAt.has(i)) return null;
    if (GENERIC_SPEAKERS.has(token.folded)) return parsePhrase(passage, i, cue.first, cueAt);
  }
  return null;
}

/** The place of كان before the cue in its clause, or -1. */
function auxiliaryBefore(passage: Passage, cue: Cue, sentence: Span): number {
  for (let i = cue.first - 1; i >= sentence.start && cue.first - i <= 24; i--) {
    const token = passage.tokens[i] as Token;
    if (AUXILIARIES.has(token.folded)) return i;
    if (token.kind === 'mark' && '؛:.'.includes(token.text)) return -1;
  }
  return -1;
}

/** The noun phrase right before a verb: back to the comma, particle or conjunction that it starts behind. */
function phraseEndingAt(
  passage: Passage,
  last: number,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens } = passage;
  let end = last;
  // "لكن أدريان واتسون، المتحدثة باسم …، قالت": leave out the apposition between commas.
  if ('،,-–'.includes(tokens[end]?.text ?? 'x') && tokens[end]?.kind === 'mark') {
    let open = end - 1;
    while (open > Math.max(sentence.start, end - 32) && !'،,-–'.includes(tokens[open]?.text ?? 'x')) open--;
    if (open <= sentence.start || end - open > 30) return null;
    if (passage.entities[open + 1]?.label === 'PER') {
      const name = parsePhrase(passage, open + 1, end, cueAt);
      if (name) return name;
    }
    end = open - 1;
  }
  for (let start = Math.max(sentence.start, end - 14); start <= end; start++) {
    const token = tokens[start] as Token;
    if (token.kind === 'mark' && !passage.quoting[start]?.mark) continue;
    if (start > sentence.start && !startsPhrase(passage, start, sentence)) continue;
    const lead =
      /^[وف]/.test(token.folded) && start === sentence.start && tokens[start + 1] !== undefined
        ? conjunctionLead(passage, start)
        : 0;
    const phrase = parsePhrase(passage, start, end + 1, cueAt, lead);
    if (phrase && phrase.last === end && !cueAt.has(phrase.first) && isSubjectLike(passage, phrase))
      return phrase;
  }
  return null;
}

/** Where a subject before its verb may begin: at the sentence, behind a mark or a particle. */
function startsPhrase(passage: Passage, at: number, sentence: Span): boolean {
  const before = passage.tokens[at - 1] as Token;
  if (at - 1 < sentence.start) return true;
  if (before.kind === 'mark' && !passage.quoting[at - 1]?.mark) return true;
  return [
    'ان',
    'لكن',
    'ولكن',
    'اما',
    'واما',
    'بينما',
    'فيما',
    'وفيما',
    'حين',
    'فان',
    'وان',
    'حيث',
    'كما',
    'الا',
    'فيما',
    'وبينما',
    'بان',
    'كان',
    'كانت',
    'الى',
    'من',
    'عن',
    'على',
    'مع',
    'في',
  ].includes(before.folded);
}

function conjunctionLead(passage: Passage, at: number): number {
  const entity = passage.entities[at];
  const start = (passage.tokens[at] as Token).start;
  return entity && entity.start > start ? entity.start - start : 0;
}

/** A subject before its verb must be a name, a definite noun, or a generic speaker: else any words would do. */
function isSubjectLike(passage: Passage, phrase: Phrase): boolean {
  if (phrase.entity) return true;
  const head = passage.tokens[phrase.first] as Token;
  if (/^(?:و|ف)?(?:لكنه|لكنها|لكنهم|هو|هي|هم|انه|انها|انهم|وهو|وهي|لانه|لانها|مما|ما|من)$/.test(head.folded))
    return false;
  if (head.kind !== 'word' || phrase.last - phrase.first > 6 || /^[يت].{3}/.test(head.folded)) return false;
  // "نشرت صورا قالت إنها …": behind an indefinite noun the verb tells of it.
  const known = isOrdinary(passage, phrase.first) || head.folded.endsWith('ا');
  return phrase.first < phrase.last || /^[وف]?ال/.test(head.folded) || !known || isAgent(passage, phrase);
}
