import { fold, unfoldedLength } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Cue } from './cues.ts';
import { isOrdinary } from './passage.ts';
import type { Passage } from './passage.ts';
import { headWord, isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { standsForPhrase } from './voices.ts';
import { GENERIC_SPEAKERS, ISSUED, OCCASIONS } from './words.ts';

/** "وزير الخارجية، أنتوني بلينكن، أن": the person between commas behind a title is the speaker. */
export function preferApposition(
  passage: Passage,
  phrase: Phrase,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase {
  if (phrase.entity?.label === 'PER' && standsForPhrase(passage, phrase, phrase.entity)) return phrase;
  const named = personBehindTitle(passage, phrase, sentence);
  if (named >= 0) return parsePhrase(passage, named, sentence.end, cueAt) ?? phrase;
  if (NAMED_SO.has(passage.tokens[phrase.last + 1]?.folded ?? ''))
    return parsePhrase(passage, phrase.last + 2, sentence.end, cueAt) ?? phrase;
  let comma = phrase.last + 1;
  for (let segment = 0; segment < 3 && comma < sentence.end; segment++) {
    if (!'،,'.includes(passage.tokens[comma]?.text ?? 'x')) return phrase;
    const person = personOfSegment(passage, comma + 1, sentence.end);
    if (person >= 0) return parsePhrase(passage, person, sentence.end, cueAt) ?? phrase;
    if (segment === 0 && isTitle(passage, phrase) && isUnknownName(passage, comma + 1, sentence.end))
      return parsePhrase(passage, comma + 1, sentence.end, cueAt) ?? phrase;
    if (passage.entities[comma + 1]?.label !== 'OCC') return phrase;
    comma++;
    for (
      let reach = 0;
      reach < 14 && comma < sentence.end && !'،,'.includes(passage.tokens[comma]?.text ?? 'x');
      reach++
    )
      comma++;
  }
  return phrase;
}

/** "وأعلن الأول، واسمه سامي الحداد، أن": the name follows. */
const NAMED_SO = new Set(['واسمه', 'واسمها', 'ويدعي', 'وتدعي']);

/** How many tokens a title may run on before its person. */
const TITLE_REACH = 16;

/**
 * 'الرئيس التنفيذي لشركة "تسلا" إيلون ماسك': the token at which the person starts whom a long title belongs to, or -1. Only
 * names, definite nouns, ل and brackets may stand between, and the name must close on them.
 */
function personBehindTitle(passage: Passage, phrase: Phrase, sentence: Span): number {
  const { tokens, entities, quoting } = passage;
  if (!isTitle(passage, phrase)) return -1;
  for (let i = phrase.last + 1; i < Math.min(sentence.end, phrase.last + TITLE_REACH); i++) {
    const token = tokens[i] as Token;
    const entity = entities[i];
    if (entity?.label === 'PER') {
      const before = tokens[i - 1] as Token;
      const closes =
        before.kind === 'mark' ||
        /^و?ال/.test(before.folded) ||
        TITLES.has(before.folded) ||
        entities[i - 1] != null;
      return closes && entity.start === token.start && entities[i - 1]?.label !== 'PER' ? i : -1;
    }
    if (isContentParticle(token) || token.text === ':' || quoting[i]?.opaque) return -1;
    if (token.kind === 'mark') {
      if ('،,.؛'.includes(token.text)) return -1;
      continue;
    }
    const joins =
      token.kind === 'latin' ||
      entity != null ||
      /^(?:و?ال|ول|لل|ل|ب)/.test(token.folded) ||
      TITLES.has(token.folded) ||
      token.folded === 'في' ||
      token.folded === 'لدي';
    if (!joins || OCCASIONS.has(tokens[i + 1]?.folded.replace(/^ال/, '') ?? '')) return -1;
  }
  return -1;
}

/** Whether a phrase calls somebody by a post or trade. */
function isTitle(passage: Passage, phrase: Phrase): boolean {
  if (passage.entities[phrase.first]?.label === 'OCC') return true;
  const head = headWord(passage, phrase);
  return GENERIC_SPEAKERS.has(head) || GENERIC_SPEAKERS.has(head.replace(/^ال/, ''));
}

/** How many words a name between commas has at the most. */
const LONGEST_NAME = 4;

/** Whether a few words up to the next comma, the first of them in no list of ordinary words, stand from a token on. */
function isUnknownName(passage: Passage, from: number, until: number): boolean {
  const first = passage.tokens[from];
  if (!first || first.kind !== 'word' || isOrdinary(passage, from) || passage.entities[from]) return false;
  for (let i = from + 1; i < Math.min(until, from + LONGEST_NAME + 1); i++) {
    const token = passage.tokens[i] as Token;
    if ('،,'.includes(token.text)) return true;
    if (token.kind !== 'word' || token.folded.startsWith('لل')) return false;
  }
  return false;
}

const TITLES = new Set(
  'الدكتور د المهندس م السيد السيده الامير الاميره الشيخ اللواء العميد العقيد الاستاذ الدكتوره الفريق المستشار'.split(
    ' ',
  ),
);

/** The token at which a person starts in the stretch up to the next comma, nothing but titles before; or -1. */
function personOfSegment(passage: Passage, from: number, until: number): number {
  for (let i = from; i < Math.min(until, from + 8); i++) {
    const label = passage.entities[i]?.label;
    if (label === 'PER') return i;
    const token = passage.tokens[i] as Token;
    if (label !== 'OCC' && label !== 'NORP' && !TITLES.has(token.folded) && token.text !== '.') return -1;
  }
  return -1;
}

/** "بيان صادر عن الوكالة", "حصيلة للمرصد", "وصف الجماهير": whose words they are, or the phrase itself. */
export function issuerOf(
  passage: Passage,
  phrase: Phrase,
  until: number,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase {
  const { tokens } = passage;
  const head = tokens[phrase.first] as Token;
  if (!ISSUED.has(head.folded) || phrase.entity?.label === 'PER') return phrase;
  if (/^(?:وصف|تعبير|قول|تعليق|راي)$/.test(head.folded))
    return parsePhrase(passage, phrase.first + 1, until, cueAt) ?? phrase;
  for (let i = phrase.first + 1; i <= phrase.last + 2 && i + 1 < until; i++) {
    const word = tokens[i]?.folded ?? '';
    if (word === 'عن') return parsePhrase(passage, i + 1, until, cueAt) ?? phrase;
    if (/^(?:اصدر|نشر|كتب|وجه|ارسل|القا|القي|بث|اعد|بعث|ادلي|ادلا|وقع)(?:ت?ها?|ت)?$/.test(word)) {
      const object = ['به', 'بها'].includes(tokens[i + 1]?.folded ?? '') ? 1 : 0;
      if (object === 1 || /ها?$/.test(word))
        return parsePhrase(passage, i + 1 + object, until, cueAt) ?? phrase;
    }
    if (i === phrase.last + 1 && word.startsWith('ل') && word.length > 3)
      return phraseBehindPreposition(passage, i, until, cueAt, true) ?? phrase;
  }
  return phrase;
}

/** The phrase behind a preposition at `at` ("عن بيسكوف", "لمسؤولين"): `attached` tells that it is written onto the noun. */
export function phraseBehindPreposition(
  passage: Passage,
  at: number,
  until: number,
  cueAt: ReadonlyMap<number, Cue>,
  attached: boolean,
): Phrase | null {
  const token = passage.tokens[at];
  if (!token || at >= until) return null;
  if (!attached) return parsePhrase(passage, at, until, cueAt);
  if (fold(token.text) === 'ل' || fold(token.text) === 'لل')
    return parsePhrase(passage, at + 1, until, cueAt);
  if (!token.folded.startsWith('ل')) return null;
  return withApposition(
    passage,
    parsePhrase(passage, at, until, cueAt, unfoldedLength(token.text, 1)),
    until,
    cueAt,
  );
}

const withApposition = (
  passage: Passage,
  phrase: Phrase | null,
  until: number,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null => phrase && preferApposition(passage, phrase, { start: 0, end: until }, cueAt);
