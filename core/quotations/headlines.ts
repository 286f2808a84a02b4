import type { LineClass } from '../labels/line-classes.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { contentFrom, trimEnd } from './contents.ts';
import type { Content } from './contents.ts';
import type { LineNotes } from './notes.ts';
import type { Passage } from './passage.ts';
import { isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { standsForPhrase, voiceOf } from './voices.ts';
import type { Voice } from './voices.ts';
import { GENERIC_SPEAKERS, PHRASE_BOUNDARIES } from './words.ts';

/** "X: …" in a headline or an item of a list of headlines. */
export interface HeadlineSpeech {
  readonly voice: Voice;
  /** The colon, from the start of the line. */
  readonly cue: Span;
  readonly content: Content;
}

const HEADLINE_CLASSES = new Set<LineClass | null>([
  'headline',
  'headline-repeat',
  'related',
  'read-also',
  'crawl-header',
  'keywords',
]);

/** The longest subheading of an article, in tokens. */
const LONGEST_SUBHEADING = 24;

/** How far into a headline the colon of its speaker stands, in tokens. */
const LONGEST_SPEAKER = 12;

/**
 * The speaker, colon and statement of a headline; null where the line is none, or the colon
 * follows a topic. `heard` tells whether a word stands behind a verb of saying in the article (see hears).
 */
export function findHeadlineSpeech(
  passage: Passage,
  lineClass: LineClass | null,
  sentence: Span,
  heard: (word: string) => boolean,
): HeadlineSpeech | null {
  const { tokens } = passage;
  if (ANSWER.has(tokens[sentence.start]?.folded ?? '')) return findAnswer(passage, sentence);
  const last = tokens[tokens.length - 1];
  const heading =
    HEADLINE_CLASSES.has(lineClass) ||
    (tokens.length <= LONGEST_SUBHEADING &&
      !(last?.kind === 'mark' && '.،'.includes(last.text)) &&
      passage.sentences.length <= 2);
  if (!heading && sentence.start > 0) return null;
  let colon = -1;
  for (let i = sentence.start; i < sentence.end; i++)
    if (tokens[i]?.kind === 'mark' && tokens[i]?.text === ':' && (passage.quoting[i]?.stretch ?? -1) < 0) {
      colon = i;
      break;
    }
  if (colon <= sentence.start || colon + 2 > sentence.end) return null;
  // "وأضاف بوتين: …" is for the verb.
  if (
    passage.notes.listed.some(({ cue }) => cue.first === sentence.start && cue.part === 'verb' && !cue.weak)
  )
    return null;
  const from = startOfSpeaker(passage, sentence.start, colon);
  if (colon - from > LONGEST_SPEAKER) return null;
  const phrase = parsePhrase(passage, from, colon, new Map());
  if (!heading && !opensTurn(passage, phrase, from, colon)) return null;
  if (!phrase || !speaks(passage, phrase, from, colon, heard)) return null;
  const inMarks = passage.quoting[colon + 1]?.mark === true;
  if (
    !inMarks &&
    phrase.entity?.label === 'GPE' &&
    phrase.entity.start <= phrase.start &&
    !opensStatement(tokens[colon + 1] as Token)
  )
    return null;
  // A headline goes on behind its two dots.
  const end = HEADLINE_CLASSES.has(lineClass) || !heading ? tokens.length : sentence.end;
  const content = contentFrom(passage, colon + 1, trimEnd(passage, colon + 1, end), false);
  if (!content || content.end - content.first < 2 || isName(passage, content)) return null;
  const mark = tokens[colon] as Token;
  return {
    voice: voiceOf(passage, phrase, null),
    cue: { start: mark.start, end: mark.end },
    content,
  };
}

/** What marks an answer in an interview. */
const ANSWER = new Set(['ج', 'جواب', 'الجواب', 'الاجابه']);

/** "ج: …": whoever has been spoken with answers. */
function findAnswer(passage: Passage, sentence: Span): HeadlineSpeech | null {
  const { tokens } = passage;
  const letter = tokens[sentence.start] as Token;
  const mark = tokens[sentence.start + 1];
  if (sentence.start > 0 || !mark || ![':', '-', '/'].includes(mark.text)) return null;
  const from = sentence.start + 2;
  const content = contentFrom(passage, from, trimEnd(passage, from, tokens.length), false);
  const voice = { mention: null, named: false, gender: null, many: false, resumes: true };
  return content && { voice, cue: { start: letter.start, end: letter.end }, content };
}

/** Whether nothing but a person stands before the colon of a paragraph, as before a turn of a conversation. */
const opensTurn = (passage: Passage, phrase: Phrase | null, from: number, colon: number): boolean =>
  phrase !== null &&
  phrase.entity?.label === 'PER' &&
  phrase.first === from &&
  phrase.last === colon - 1 &&
  standsForPhrase(passage, phrase, phrase.entity);

/** List bullets and "فيديو |" before the speaker are skipped. */
function startOfSpeaker(passage: Passage, from: number, colon: number): number {
  let start = from;
  for (let i = from; i < colon; i++) {
    const token = passage.tokens[i] as Token;
    if (token.kind === 'mark' && '|•*-–—/'.includes(token.text) && token.spaced) start = i + 1;
  }
  return start;
}

/**
 * Whether the phrase at a headline's start can speak: it names a person or body ("هشام حطب: …", also with what they do,
 * "إيران تتهم جيرانها: …"), or a place or a post with nothing but itself before the colon.
 */
function speaks(
  passage: Passage,
  phrase: Phrase,
  from: number,
  colon: number,
  heard: (word: string) => boolean,
): boolean {
  const head = passage.tokens[phrase.first] as Token;
  const labels = new Set<string>();
  for (let i = phrase.first; i <= phrase.last; i++) labels.add(passage.entities[i]?.label ?? '');
  if (labels.has('DATE') || labels.has('TIME')) return false;
  const whole = phrase.last >= colon - 2;
  const last = passage.tokens[phrase.last] as Token;
  const known = whole && phrase.last - phrase.first < 4 && heard(last.folded);
  const named =
    (phrase.entity !== null && standsForPhrase(passage, phrase, phrase.entity)) ||
    labels.has('OCC') ||
    GENERIC_SPEAKERS.has(head.folded) ||
    SPEAKER_HEADS.has(head.folded) ||
    known;
  if (!named || phrase.first > from + 1) return false;
  if (whole) return true;
  const next = passage.tokens[phrase.last + 1]?.folded ?? '';
  if (phrase.entity?.label === 'PER') return true;
  return /^[يت].{2}/.test(next) || ['في', 'عن', 'ل', 'باسم', 'بعد'].includes(next);
}

/** "رئيس التحرير: جمال الشناوي": nothing but a name behind the colon. */
function isName(passage: Passage, content: Content): boolean {
  for (let i = content.first; i < content.end; i++)
    if (passage.tokens[i]?.kind !== 'mark' && !passage.entities[i]) return false;
  return true;
}

/** How many words behind a verb of saying its subject's name may be. */
const NAME_REACH = 5;

/**
 * Tells of a word, folded, whether it stands soon behind a plain verb of saying anywhere in the article: a headline's
 * "X: …" speaks if the article lets X speak, whether or not a list knows the name.
 */
export function hears(notes: readonly LineNotes[]): (word: string) => boolean {
  let heard: Set<string> | null = null;
  return (word) => {
    if (!heard) {
      heard = new Set();
      for (const line of notes) addHeard(line, heard);
    }
    return heard.has(word);
  };
}

function addHeard({ listed, reading }: LineNotes, heard: Set<string>): void {
  for (const { cue } of listed) {
    if (cue.part !== 'verb' || cue.weak || (cue.class !== 'say' && cue.class !== 'state')) continue;
    for (let i = cue.last + 1; i <= cue.last + NAME_REACH; i++) {
      const token = reading.tokens[i];
      if (!token || token.kind === 'mark' || isContentParticle(token)) break;
      if (token.kind === 'word' && token.folded.length > 2 && !PHRASE_BOUNDARIES.has(token.folded))
        heard.add(token.folded);
    }
  }
}

const SPEAKER_HEADS = new Set(
  `خبير خبراء مصدر مصادر مسوول مسوولون دراسه تقرير رييس وزير وزيره محلل محللون ناشط باحث باحثون علماء صحيفه وكاله مدير
   قايد استاذ متحدث ناطق نايب السفيره السفير الرييس الوزير الحكومه الجيش المتحدث سفير سفيره منظمه حركه حزب`.split(
    /\s+/,
  ),
);

/** After a place's name and a colon: a verb or a negation states something; a noun tells what happens there. */
const opensStatement = (token: Token): boolean =>
  /^(?:لا|لن|لم|ليس|ليست|لسنا|نحن|سوف|يجب|علي|هناك|ما|لدينا|اذا|كل|هذا|هذه)$|^(?:س?ن|س?ي|ست).{3}/.test(
    token.folded,
  );
