import type { QuotationMark } from '../labels/marks.ts';
import type { Problem, TextFix } from '../labels/problems.ts';
import type { Article } from '../lexicon/article.ts';
import { endsStep } from '../text/steps.ts';
import type { Steps } from '../text/steps.ts';
import type { LonelyMark } from './marks.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const LONGEST_EXCERPT = 40;

/** The text as a message shows it: shortened, and in a bidi isolate so that it does not reorder the words round it (UAX #9). */
function isolate(text: string): string {
  // Twice as many code units have the points that are shown.
  const points = Array.from(text.slice(0, 2 * LONGEST_EXCERPT + 2));
  const short = points.length > LONGEST_EXCERPT ? points.slice(0, LONGEST_EXCERPT).join('') + '…' : text;
  return FIRST_STRONG_ISOLATE + short + POP_ISOLATE;
}

const PARTNERS: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '“',
  '„': '“',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '<<': '>>',
  '>>': '<<',
};

/** The problems of an article's quotations: marks without partner, and direct quotations whose speaker is not found. In steps. */
export function* findProblems(
  article: Article,
  lonely: readonly LonelyMark[],
  quotations: readonly QuotationMark[],
): Steps<Problem[]> {
  const marked = quotations.filter((quotation) => quotation.kind !== 'indirect');
  const byStart = new Map(marked.map((quotation) => [quotation.start, quotation]));
  const byEnd = new Map(marked.map((quotation) => [quotation.end, quotation]));
  const problems: Problem[] = [];
  for (const [i, mark] of lonely.entries()) {
    if (endsStep(i)) yield;
    const beside = mark.side === 'open' ? near(byStart, mark.end, 1) : near(byEnd, mark.start, -1);
    problems.push(unbalancedMark(article, mark, beside));
  }
  for (const [i, quotation] of quotations.entries()) {
    if (endsStep(i)) yield;
    if (quotation.kind === 'direct' && !quotation.speaker) problems.push(withoutSpeaker(article, quotation));
  }
  return problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The quotation that begins or ends beside a mark; blanks may stand between. */
function near(
  quotations: ReadonlyMap<number, QuotationMark>,
  at: number,
  step: 1 | -1,
): QuotationMark | undefined {
  return quotations.get(at) ?? quotations.get(at + step) ?? quotations.get(at + 2 * step);
}

function unbalancedMark(article: Article, mark: LonelyMark, quotation: QuotationMark | undefined): Problem {
  const shown = isolate(mark.text);
  const opens = mark.side === 'open';
  return {
    code: 'unbalanced-quotation',
    start: mark.start,
    end: mark.end,
    message: opens
      ? {
          en: `The quotation mark ${shown} is never closed.`,
          ar: `علامة التنصيص ${shown} لا تُغلق.`,
        }
      : {
          en: `The quotation mark ${shown} closes nothing.`,
          ar: `علامة التنصيص ${shown} لا تقابلها علامة فتح.`,
        },
    fixes: [...addPartner(article, mark, quotation), removeMark(mark)],
    related: quotation ? { start: quotation.start, end: quotation.end } : null,
  };
}

function addPartner(article: Article, mark: LonelyMark, quotation: QuotationMark | undefined): TextFix[] {
  const partner = PARTNERS[mark.text] ?? mark.text;
  const line = article.lines[mark.line];
  if (!line) return [];
  const at =
    mark.side === 'open' ? (quotation?.end ?? line.end) : (quotation?.start ?? sentenceStart(article, mark));
  return [
    {
      title:
        mark.side === 'open'
          ? {
              en: `Close the quotation with ${isolate(partner)}`,
              ar: `إغلاق الاقتباس بعلامة ${isolate(partner)}`,
            }
          : {
              en: `Open a quotation with ${isolate(partner)}`,
              ar: `فتح الاقتباس بعلامة ${isolate(partner)}`,
            },
      edits: [{ start: at, end: at, replacement: partner }],
    },
  ];
}

/** Where a quotation that ends at the mark would begin: at the sentence that the mark stands in. */
function sentenceStart(article: Article, mark: LonelyMark): number {
  const line = article.lines[mark.line];
  if (!line) return mark.start;
  const within = mark.start - line.start;
  const sentence = line.reading.sentences.findLast((s) => s.start < within);
  return line.start + (sentence?.start ?? 0);
}

const removeMark = (mark: LonelyMark): TextFix => ({
  title: { en: `Remove the mark ${isolate(mark.text)}`, ar: `حذف العلامة ${isolate(mark.text)}` },
  edits: [{ start: mark.start, end: mark.end, replacement: '' }],
});

function withoutSpeaker(article: Article, quotation: QuotationMark): Problem {
  const shown = isolate(article.text.slice(quotation.start, quotation.end));
  return {
    code: 'quotation-without-speaker',
    start: quotation.start,
    end: quotation.end,
    message: {
      en: `No speaker was found for the quotation ${shown}.`,
      ar: `لم يُعثر على قائل الاقتباس ${shown}.`,
    },
    fixes: [],
    related: quotation.cue,
  };
}
