import type { LineClass } from '../../labels/line-classes.ts';
import { isHeadlineLike, isParagraph } from '../lines/shape.ts';
import type { LineShape } from '../lines/shape.ts';
import { sighting } from '../lines/sighting.ts';
import type { Sighting } from '../lines/sighting.ts';
import { isBylineShaped } from '../structure/byline.ts';
import type { Recurrence } from './line-counts.ts';
import { lineKey } from './line-keys.ts';

/** What made such a mark: the number of files of the folder that have the line, this one among them, goes behind. */
export const RECURRING = 'folder/recurring-';

/** The fewest files that have a line of each kind, and their smallest share of the folder's files. */
interface Threshold {
  readonly files: number;
  readonly share: number;
}
const ORDINARY: Threshold = { files: 3, share: 0.02 };
/** Two to four words may be an author's name, a short line between paragraphs a subheading. */
const AMBIGUOUS: Threshold = { files: 3, share: 0.1 };
const NAME_ON_TOP: Threshold = { files: 3, share: 0.3 };
const PARAGRAPH: Threshold = { files: 5, share: 0.05 };

const MOST_WORDS_OF_NAME = 4;
const MOST_WORDS_IN_TEXT = 8;
const FEWEST_WORDS_OF_HEADLINE = 5;

const CONFIDENCE = 0.85;

/**
 * Sightings of lines that stand in many files of a folder and that no rule knows, by index into `lines`; the other
 * sightings as they were. In an article most of whose paragraphs stand elsewhere too, a copy, nothing recurs; nor do
 * paragraphs but at its edges. `texts` are the lines as they stand.
 */
export function sightRecurring(
  lines: readonly LineShape[],
  sightings: readonly (Sighting | null)[],
  recurrence: Recurrence,
): readonly (Sighting | null)[] {
  const counts = lines.map((line) => countOf(line, recurrence));
  const paragraphs = lines.flatMap((line, i) => (isParagraph(line) && !sightings[i] ? [i] : []));
  const own = paragraphs.filter((i) => (counts[i] as number) < ORDINARY.files);
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined || 2 * own.length < paragraphs.length) return sightings;
  const found = sightings.slice();
  for (const [i, line] of lines.entries()) {
    const count = counts[i] as number;
    if (found[i] || count < ORDINARY.files) continue;
    const place = i < first ? 'above' : i > last ? 'below' : 'within';
    const threshold = thresholdOf(line, place);
    if (!threshold || count < threshold.files || count < threshold.share * (recurrence.files + 1)) continue;
    found[i] = sighting(classOf(line, place, found[i - 1]), CONFIDENCE, `${RECURRING}${count}`);
  }
  return found;
}

/**
 * What the folder's files say of lines with these keys, as far as sightRecurring goes by it: the same words as long as it
 * finds the same. "" where no line recurs.
 */
export function toldOfLines(keys: ReadonlySet<number>, { files, filesWith }: Recurrence): string {
  const told: string[] = [];
  for (const key of keys) {
    const count = 1 + filesWith(key);
    if (count >= ORDINARY.files) told.push(`${key} ${count}`);
  }
  return told.length === 0 ? '' : `${files}: ${told.sort().join(', ')}`;
}

/** In how many files the line stands, this one among them. */
function countOf(line: LineShape, recurrence: Recurrence): number {
  const key = lineKey(line.reading.text);
  return key === null ? 0 : 1 + recurrence.filesWith(key);
}

type Place = 'above' | 'within' | 'below';

/** What a line must reach to be boilerplate for its recurrence; null where it never is. */
function thresholdOf(line: LineShape, place: Place): Threshold | null {
  if (isParagraph(line)) return place === 'within' ? null : PARAGRAPH;
  if (isBylineShaped(line) || line.stop === 'colon') return null;
  const isName = line.words <= MOST_WORDS_OF_NAME;
  if (place === 'above') return isName ? NAME_ON_TOP : ORDINARY;
  if (place === 'below') return isName ? AMBIGUOUS : ORDINARY;
  return line.words <= MOST_WORDS_IN_TEXT ? AMBIGUOUS : null;
}

/** Stems, folded, that tell what a line is about; the first class with one of them in the line is taken. */
const CUES: readonly (readonly [LineClass, RegExp])[] = [
  ['legal', /حقوق|محفوظ|مسوول|يعبر عن|تعبر عن|شروط|خصوصي|كوكيز|ارتباط|copyright|rights|privacy|terms/],
  ['comments', /تعليق|راسل|مراسل|للتواصل|ارسل|ارسال|comment/],
  ['subscribe', /اشترك|اشتراك|نشرت|بريد|تطبيق|قنا[هت]|استطلاع|subscri|newsletter|app\b/],
  ['keywords', /وسوم|كلمات|تصنيف|tags?\b/],
  ['read-also', /اقرا|المزيد|للمزيد|متعلق|مرتبط|صله|قراءه$|مشاهده$|read|more/],
];

/** The nearest class that fits: by what the line speaks of, by the line above it, by its form. */
function classOf(line: LineShape, place: Place, above: Sighting | null | undefined): LineClass {
  for (const [lineClass, stems] of CUES) if (stems.test(line.key)) return lineClass;
  if (isParagraph(line)) return place === 'above' ? 'crawl-header' : 'subscribe';
  if (above?.class === 'related' || above?.class === 'read-also') return 'related';
  if (line.words >= FEWEST_WORDS_OF_HEADLINE && isHeadlineLike(line))
    return place === 'above' ? 'crawl-header' : 'related';
  return 'share';
}
