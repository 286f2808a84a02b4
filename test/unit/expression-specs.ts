/**
 * The Arabic sentences of Microsoft Recognizers-Text (MIT) and of Duckling (BSD-3), which lie outside the project in
 * ../shared/data/dates, as cases for the readers of dates, times and numbers: what each asks for, whether our guidelines
 * ask for it too, and whether a reading agrees.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseIsoDay, toDayNumber } from '../../core/entities/dates/calendar.ts';
import type { Value } from '../../core/labels/values.ts';
import { fold } from '../../core/text/fold.ts';
import { REASONS } from './expression-specs-reasons.ts';

const DATES = path.resolve(import.meta.dirname, '../../../shared/data/dates');
const SPECS = path.join(DATES, 'recognizers_text/Specs');

/** Whether the sentences are there. */
export const hasSpecs = existsSync(SPECS);

/** One expression that a sentence is said to hold. */
export interface SpecCase {
  /** Where it comes from: "DateParser", "Duckling Numeral_Corpus". */
  readonly file: string;
  readonly input: string;
  /** The expression as the sentence has it. */
  readonly text: string;
  /** YYYY-MM-DD */
  readonly published: string;
  /** The values that would be right; empty if the file tells none. */
  readonly values: readonly Wanted[];
  /** Why it is not counted; null if it is. */
  readonly reason: string | null;
}

/** A value as the files tell it: days (end exclusive), a duration, a time of day, an instant, or a number. */
type Wanted =
  | { readonly type: 'days'; readonly from: number; readonly to: number }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly number: number };

/** A reading of a sentence. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly value: Value | null;
}

interface Resolution {
  readonly Timex?: string;
  readonly FutureResolution?: Readonly<Record<string, string>>;
  readonly PastResolution?: Readonly<Record<string, string>>;
  readonly value?: string;
  readonly relativeTo?: string;
  readonly unit?: string;
  readonly values?:
    readonly { readonly timex?: string; readonly value?: string; readonly type?: string }[] | string;
}

interface Row {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results: readonly {
    readonly Text: string;
    readonly Type?: string;
    readonly TypeName?: string;
    readonly Value?: Resolution | string;
    readonly Resolution?: Resolution | string;
  }[];
}

/** Every expression of every sentence, in the order of the files. */
export function loadSpecs(): SpecCase[] {
  const files = ['DateTime/Arabic', 'Number/Arabic'].flatMap((folder) =>
    readdirSync(path.join(SPECS, folder))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => path.join(SPECS, folder, file)),
  );
  return [...files.flatMap(readSpec), ...readDuckling()];
}

function readSpec(file: string): SpecCase[] {
  const rows = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Row[];
  const name = path.basename(file, '.json');
  return rows.flatMap(({ Input, Context, Results }) =>
    Results.map((result): SpecCase => {
      const resolution = result.Value ?? result.Resolution;
      const told = typeof resolution === 'object' ? resolution : {};
      const text = result.Text.trim();
      const one = {
        file: name,
        input: Input,
        text,
        published: Context?.ReferenceDateTime?.slice(0, 10) ?? '2016-11-07',
        values: wantedOf(told),
      };
      return { ...one, reason: reasonOf(one, told.Timex ?? '', told.relativeTo ?? 'start') };
    }),
  );
}

/** The blocks "examples (HEAD) [ "phrase", … ]" of the corpora with one value: numbers, ordinals and durations. */
function readDuckling(): SpecCase[] {
  return ['Numeral', 'Ordinal', 'Duration'].flatMap((corpus) => {
    const file = path.join(DATES, 'duckling_ar', `${corpus}_Corpus.hs`);
    const blocks = readFileSync(file, 'utf8').split('examples (').slice(1);
    return blocks.flatMap((block) => {
      const [kind = '', first = '', unit = ''] = block.slice(0, block.indexOf(')')).split(' ');
      const value: Wanted =
        corpus === 'Duration'
          ? { type: 'text', text: UNITS[unit]?.replace('_', first) ?? '' }
          : { type: 'number', number: Number(first.replace('(', '')) };
      const phrases = block.split('"').filter((_, i) => i % 2 === 1);
      return phrases.map((phrase): SpecCase => {
        const one = { file: `Duckling ${corpus}`, input: phrase, text: phrase, published: '2016-11-07' };
        return { ...one, values: kind === '' ? [] : [value], reason: reasonOf(one, '', 'start') };
      });
    });
  });
}

/** An amount of money of Duckling, with its ISO 4217 code. */
export interface MoneyCase {
  readonly phrase: string;
  readonly currency: string;
  readonly amount: number;
}

/** The amounts of Duckling in one currency that has a code. */
export function loadMoney(): MoneyCase[] {
  const blocks = readFileSync(path.join(DATES, 'duckling_ar/AmountOfMoney_Corpus.hs'), 'utf8').split(
    'examples (',
  );
  return blocks.slice(1).flatMap((block) => {
    const [kind, code = '', amount = ''] = block.slice(0, block.indexOf(')')).split(' ');
    if (kind !== 'simple' || code === 'Pound' || code === 'Cent') return [];
    const phrases = block.split('"').filter((_, i) => i % 2 === 1);
    return phrases.map((phrase) => ({
      phrase,
      currency: code === 'Dollar' ? 'USD' : code,
      amount: Number(amount),
    }));
  });
}

const UNITS: Readonly<Record<string, string>> = {
  ...{ Second: 'PT_S', Minute: 'PT_M', Hour: 'PT_H', Day: 'P_D', Week: 'P_W', Month: 'P_M', Year: 'P_Y' },
};

/** Why a case is not counted: by a rule on what it asks for, or by a phrase of the list of reasons. */
function reasonOf(
  { file, input, text }: Pick<SpecCase, 'file' | 'input' | 'text'>,
  timex: string,
  relativeTo: string,
): string | null {
  for (const [reason, rule] of RULES) if (rule.test(text)) return reason;
  if (/^Time|DateTime|Merged/.test(file) && BARE_HOUR.test(text)) return 'a bare number for an hour';
  if (file === 'NumberRangeModel') return 'comparisons of numbers are no mention';
  if (relativeTo !== 'start') return 'words for a place in an order that are no number';
  if (/_REF$/.test(timex)) return 'vague words are not marked';
  if (!input.includes(text)) return 'the expression does not stand in the sentence as it is said to';
  const padded = ` ${fold(input)} `;
  for (const [reason, ...phrases] of REASONS)
    for (const phrase of phrases)
      if (input.includes(phrase) || (fold(phrase) !== '' && padded.includes(fold(phrase)))) return reason;
  return null;
}

/** What tells by the expression itself that our guidelines cut it otherwise. */
const RULES: readonly (readonly [reason: string, rule: RegExp])[] = [
  [
    'a duration behind a preposition, not a date',
    /^(?:بعد|قبل|خلال|منذ|في غضون|في خلال) (?:\d|[^ ]+ (?:أيام|يوم|أس|اس|شهر|أشهر|سن|عام|ساع|دق|ثو)|(?:يوم|أسبوع|اسبوع|شهر|عام|سن|ساع|دق)[^ ]*)/,
  ],
  ['"early" and "late" stay outside', /وقت (?:مبكر|متأخر|لاحق)|لاحقا|الباكر/],
  ['"the rest of" stays outside', /بقية|باقي/],
  [
    'an edge of a period is a third of it here, a half there',
    /^(?:في )?(?:مطلع|بداية|أوائل|منتصف|أواخر|نهاية) /,
  ],
  ['a month behind "this", as in English', /^هذا\s+(?:شهر\s+)?(?!ال)\S+(?: (?:الأول|الثاني))?$/],
  ['a year in words as in English', /تسعة عشر|الألفين|ألفين$/],
  ['adverbs of frequency are not marked', /^(?:سنوي|يومي|أسبوعي|شهري)\u064b?ا/],
  ['weekdays that come again, as in English', /أيام (?:الأحد|الاثنين|السبت)|يوم (?:أحد|اثنين)/],
  ['no feast of the Arab press', /يواندان|الرماد|الأب|الشكر|الشباب/],
  ['meals are no time', /الغداء|العشاء|الإفطار/],
];

/** An hour without "الساعة", a colon or a part of the day. */
const BARE_HOUR = /^(?:في |عند |ال)?(?:\d+|ال\S+|\S+ عشرة?|\S+ و\S+)$/;

function wantedOf(told: Resolution): Wanted[] {
  const wanted: Wanted[] = [];
  for (const resolution of [told.FutureResolution, told.PastResolution]) {
    const { date, startDate, endDate, time } = resolution ?? {};
    const from = parseIsoDay(date ?? startDate ?? '');
    const to = date ? (from ?? 0) + 1 : parseIsoDay(endDate ?? '');
    if (from !== null && to !== null) wanted.push({ type: 'days', from, to });
    if (time) wanted.push({ type: 'text', text: time.slice(0, 5) });
  }
  const values = Array.isArray(told.values) ? told.values : [];
  for (const { timex, value, type } of values as { timex?: string; value?: string; type?: string }[]) {
    const day = parseIsoDay(value ?? '');
    if (day !== null) wanted.push({ type: 'days', from: day, to: day + 1 });
    else if (type === 'time' && value) wanted.push({ type: 'text', text: value.slice(0, 5) });
    else if (timex?.startsWith('P')) wanted.push({ type: 'text', text: timex });
  }
  if (told.Timex?.startsWith('P')) wanted.push({ type: 'text', text: told.Timex });
  const number = Number((told.value ?? '').replace(/%$/, ''));
  if (told.value && !Number.isNaN(number)) wanted.push({ type: 'number', number });
  return wanted;
}

/** The length of a text without the blanks and marks that end it. */
function lengthOf(text: string): number {
  let end = text.length;
  while (end > 0 && ' .،!'.includes(text.charAt(end - 1))) end--;
  return end;
}

/** Prepositions and particles that those data take into an expression and our guidelines leave out. */
const OUTSIDE =
  /^(?:في|من|منذ|خلال|قبل|بعد|حتى|حتي|الى|إلى|لمدة|بين|عند|على|أثناء|حوالي|نحو|طوال)\s+|^[ولبف](?=ال|ـ?\d)/;

/** What lies between two marks that are one expression there: "من 5 إلى 7", "الاثنين الساعة 8", "أمس في المساء". */
const JOINTS = /^(?:[\s،,.–-]|إلى|الى|حتى|في|على|عند|بين|يوم|خلال|من|[ولب])*$/;

/**
 * How the readings of a sentence agree with a case. Span: one mark is the expression, or its marks together are, with
 * nothing but joints outside them. Value: one of the marks in it has a right value; null where none is told.
 */
export function agreement(one: SpecCase, found: readonly Found[]): { span: boolean; value: boolean | null } {
  let start = one.input.indexOf(one.text);
  const end = start + lengthOf(one.text);
  for (;;) {
    const outside = OUTSIDE.exec(one.input.slice(start, end));
    if (!outside) break;
    start += outside[0].length;
  }
  const inside = found.filter((mark) => mark.start < end && mark.end > start);
  // A number that is the amount of a larger expression, "70" of "70 كيلومتر", stands in its value.
  const amount = inside.find(
    (mark) =>
      mark.start <= start &&
      mark.end >= end &&
      one.values.some((wanted) => wanted.type === 'number' && isValue(mark.value, wanted)),
  );
  if (amount) return { span: true, value: true };
  let at = start;
  let span = inside.length > 0;
  for (const mark of inside) {
    if (mark.start > at && !JOINTS.test(one.input.slice(at, mark.start))) span = false;
    if (
      mark.start < start &&
      !/^(?:يوم|شهر|عام|سنة|ال|الـ|الساعة|\s)+$/.test(one.input.slice(mark.start, start))
    )
      span = false;
    at = mark.end;
  }
  if (at < end ? !JOINTS.test(one.input.slice(at, end)) : at > end) span = false;
  if (one.values.length === 0) return { span, value: null };
  const whole = spanned(inside);
  const value = one.values.some(
    (wanted) =>
      inside.some((mark) => isValue(mark.value, wanted)) || (whole !== null && isDays(whole, wanted)),
  );
  return { span, value };
}

function isValue(value: Value | null, wanted: Wanted): boolean {
  if (!value) return false;
  if (wanted.type === 'number') {
    const number = 'number' in value ? value.number : 'amount' in value ? value.amount : NaN;
    return Math.abs(number - wanted.number) <= 1e-9 * Math.abs(number) + 1e-12;
  }
  if (!('iso' in value)) return false;
  if (wanted.type === 'text') return value.iso === wanted.text || value.iso.endsWith(`T${wanted.text}`);
  const days = daysOf(value.iso);
  return days !== null && isDays(days, wanted);
}

interface Days {
  readonly from: number;
  readonly to: number;
}

/** Those data count the end of "من 4 إلى 22" out. */
const isDays = (days: Days, wanted: Wanted): boolean =>
  wanted.type === 'days' && days.from === wanted.from && (days.to === wanted.to || days.to === wanted.to + 1);

/** The days from the first of several dates to the last, which are one mark there: "من 2014 حتى 2018". */
function spanned(marks: readonly Found[]): Days | null {
  const days = marks.flatMap(({ value }) => (value && 'iso' in value ? (daysOf(value.iso) ?? []) : []));
  const first = days[0];
  const last = days[days.length - 1];
  return days.length > 1 && first && last ? { from: first.from, to: last.from } : null;
}

/** The days of an ISO 8601 date or interval, end exclusive; null for anything else. */
function daysOf(iso: string): Days | null {
  const [first = '', last = first] = iso.split('/');
  const from = boundsOf(first);
  const to = boundsOf(last);
  return from && to && { from: from[0], to: to[1] };
}

function boundsOf(iso: string): readonly [number, number] | null {
  const week = /^(\d{4})-W(\d\d)$/.exec(iso);
  if (week) {
    const fourth = toDayNumber({ year: Number(week[1]), month: 1, day: 4 });
    const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (Number(week[2]) - 1);
    return [monday, monday + 7];
  }
  const date = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso);
  if (!date) return null;
  const [year = NaN, month, day] = date
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const from = toDayNumber({ year, month: month ?? 1, day: day ?? 1 });
  if (day !== undefined) return [from, from + 1];
  const end = {
    year: month === undefined || month === 12 ? year + 1 : year,
    month: month === undefined ? 1 : (month % 12) + 1,
    day: 1,
  };
  return [from, toDayNumber(end)];
}
