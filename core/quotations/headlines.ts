import type { LineClass } from '../labels/line-classes.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { contentFrom, trimEnd } from './contents.ts';
import type { Content } from './contents.ts';
import type { Passage } from './passage.ts';
import { parsePhrase } from './phrases.ts';
import { speakerOf } from './speakers.ts';
import type { Discourse, Speaker } from './speakers.ts';

/** "X: …" in a headline or an item of a list of headlines. */
export interface HeadlineSpeech {
  readonly speaker: Speaker;
  /** The colon, from the start of the article. */
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
const LONGEST_SPEAKER = 9;

/** The speaker, colon and statement of a headline; null where the line is none, or the colon follows a topic. */
export function findHeadlineSpeech(
  passage: Passage,
  lineClass: LineClass | null,
  sentence: Span,
  discourse: Discourse,
): HeadlineSpeech | null {
  const { tokens, line } = passage;
  const last = tokens[tokens.length - 1];
  const heading =
    HEADLINE_CLASSES.has(lineClass) ||
    (tokens.length <= LONGEST_SUBHEADING &&
      !(last?.kind === 'mark' && '.،'.includes(last.text)) &&
      passage.sentences.length <= 2);
  if (!heading) return null;
  let colon = -1;
  for (let i = sentence.start; i < sentence.end; i++)
    if (tokens[i]?.text === ':' && (passage.quoting[i]?.stretch ?? -1) < 0) {
      colon = i;
      break;
    }
  if (colon <= sentence.start || colon + 2 > sentence.end) return null;
  const from = startOfSpeaker(passage, sentence.start, colon);
  if (colon - from > LONGEST_SPEAKER) return null;
  const phrase = parsePhrase(passage, from, colon, new Map());
  if (!phrase || !isWholeSpeaker(passage, from, colon)) return null;
  const entity = passage.entities[from];
  const behind = tokens[colon + 1] as Token;
  const inMarks = passage.quoting[colon + 1]?.mark === true;
  if (!inMarks && isTopic(entity?.label, behind)) return null;
  const content = contentFrom(passage, colon + 1, trimEnd(passage, colon + 1, sentence.end), false);
  if (!content || content.end - content.first < 2) return null;
  const mark = tokens[colon] as Token;
  return {
    speaker: speakerOf(passage, phrase, discourse, null),
    cue: { start: mark.start + line.start, end: mark.end + line.start },
    content,
  };
}

/** List bullets and "فيديو |" before the speaker are skipped. */
function startOfSpeaker(passage: Passage, from: number, colon: number): number {
  let start = from;
  for (let i = from; i < colon; i++) {
    const token = passage.tokens[i] as Token;
    if (token.kind === 'mark' && '|•*-–—/'.includes(token.text) && token.spaced) start = i + 1;
  }
  return start;
}

/** Whether the words before the colon are one name or a title with one: no verb, nothing left over. */
function isWholeSpeaker(passage: Passage, from: number, colon: number): boolean {
  let named = false;
  for (let i = from; i < colon; i++) {
    const token = passage.tokens[i] as Token;
    const entity = passage.entities[i];
    const label = entity?.label;
    if (label === 'PER' || label === 'ORG' || label === 'GPE' || label === 'OCC' || label === 'NORP') {
      named ||= label !== 'NORP';
      continue;
    }
    if (label === 'DATE' || label === 'TIME') return false;
    if (token.kind === 'mark' || SMALL.has(token.folded)) continue;
    if (i === from && SPEAKER_HEADS.has(token.folded)) {
      named = true;
      continue;
    }
    if (i - from > 4 || /^[يت]/.test(token.folded)) return false;
  }
  return named;
}

const SMALL = new Set(['في', 'من', 'باسم', 'لدي', 'عن', 'و', 'ل', 'وزير', 'وزيره', 'رئيس', 'مصدر', 'مصادر']);

const SPEAKER_HEADS = new Set([
  'خبير',
  'خبراء',
  'مصدر',
  'مصادر',
  'مسؤول',
  'مسوول',
  'مسؤولون',
  'مسوولون',
  'دراسه',
  'تقرير',
  'رئيس',
  'وزير',
  'وزيره',
  'محلل',
  'محللون',
  'ناشط',
  'باحث',
  'باحثون',
  'علماء',
  'صحيفه',
  'وكاله',
  'مدير',
  'قائد',
  'استاذ',
  'متحدث',
  'ناطق',
  'نائب',
  'السفيره',
  'السفير',
  'الرئيس',
  'الوزير',
  'الحكومه',
  'الجيش',
  'المتحدث',
  'سفير',
  'سفيره',
  'منظمه',
  'حركه',
  'حزب',
]);

/** After a bare place, a number or a verbal noun tells what happens there; nobody speaks. */
function isTopic(label: string | undefined, behind: Token): boolean {
  if (label !== 'GPE') return false;
  if (behind.kind === 'number') return true;
  return (
    behind.kind === 'word' &&
    /^(ت.{1,2}ي.|ا.ت.ا.|ان.{2}ا.|ا..ا.|است..ا.|مقتل|اصاب.*|وفاه|ضبط|قتل.*|سقوط|اطلاق|بدء|رفع|فتح|منع|حظر|وقف|اعتقال|هجوم|انفجار|حريق)$/.test(
      behind.folded,
    )
  );
}
