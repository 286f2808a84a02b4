import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, newsText } from '../../test/unit/arbitrary.ts';
import { lexicon } from '../../test/unit/lexicon.ts';
import { readArticle, readLine } from '../lexicon/article.ts';
import type { Span } from '../text/span.ts';
import { atOnce } from '../text/steps.ts';
import { pairMarks, pairsOf } from './marks.ts';
import type { LonelyMark, MarkedStretch } from './marks.ts';

/** The stretches of a text, their offsets from its start, and the marks without partner. */
const pair = (
  text: string,
  regions?: string[],
): { stretches: MarkedStretch[]; lonely: readonly LonelyMark[] } => {
  const article = readArticle(text, (line) => readLine(line, lexicon));
  const pairs = article.lines.map((line) => pairsOf(line.text));
  const { stretches, lonely } = atOnce(
    pairMarks(article, pairs, regions ?? article.lines.map(() => 'article')),
  );
  return {
    stretches: stretches.flatMap((own, index) => {
      const offset = article.lines[index]?.start ?? 0;
      const moved = (span: Span): Span => ({ start: span.start + offset, end: span.end + offset });
      return own.map((stretch) => ({
        ...stretch,
        ...moved(stretch),
        open: stretch.open && moved(stretch.open),
        close: stretch.close && moved(stretch.close),
      }));
    }),
    lonely,
  };
};

/** What stands in marks, in order, and the marks without partner. */
const summary = (text: string, regions?: string[]): { marked: string[]; lonely: string[] } => {
  const { stretches, lonely } = pair(text, regions);
  return {
    marked: stretches.map(({ start, end }) => text.slice(start, end)),
    lonely: lonely.map((mark) => `${mark.side} ${mark.text}`),
  };
};

describe('pairMarks: what stands in quotation marks', () => {
  const cases: [name: string, text: string, marked: string[], lonely?: string[]][] = [
    ['straight', 'قال "لا تراجع" ثم خرج.', ['لا تراجع']],
    ['curled', 'قال “لا تراجع” ثم خرج.', ['لا تراجع']],
    ['curled the other way round', 'قال ”لا تراجع“ ثم خرج.', ['لا تراجع']],
    ['the same curled mark twice', '”انتفاضة” في الشارع', ['انتفاضة']],
    ['low and high', 'قال „لا تراجع“ ثم خرج.', ['لا تراجع']],
    ['guillemets', 'قال «لا تراجع» ثم خرج.', ['لا تراجع']],
    ['single guillemets', 'قال ‹لا تراجع› ثم خرج.', ['لا تراجع']],
    ['ASCII guillemets', 'قال <<لا تراجع>> ثم خرج.', ['لا تراجع']],
    ['single straight', "وتحدثت عن 'اقتناص الفرص' أمس.", ['اقتناص الفرص']],
    ['single curled', 'وتحدثت عن ‘اقتناص الفرص’ أمس.', ['اقتناص الفرص']],
    ['an entity of HTML', '&quot;السوق&quot; في حال', ['السوق']],
    ['a mixed pair', 'قال “لا تراجع" ثم خرج.', ['لا تراجع']],
    ['another mixed pair', 'قال «لا تراجع" ثم خرج.', ['لا تراجع']],
    ['two pairs', 'بعملية «سريعة» وأسلوب «جديد».', ['سريعة', 'جديد']],
    ['nested', 'قال «نشرت "الصباح" الخبر» أمس.', ['نشرت "الصباح" الخبر', 'الصباح']],
    ['nested curled in straight', 'قال "قرأت “الصباح” اليوم" أمس.', ['قرأت “الصباح” اليوم', 'الصباح']],
    ['blanks inside the marks', 'هبط مؤشر " إيجي 30 " اليوم', ['إيجي 30']],
    ['behind a proclitic', 'أشاد بـ"الخطوة" وب"القرار"', ['الخطوة', 'القرار']],
    ['glued on both sides', 'قواعد"الحكم الرشيد"في البلاد', ['الحكم الرشيد']],
    ['a colon glued to the mark', 'وقال الوزير:"لن نعود".', ['لن نعود']],
    ['blank only behind the mark', 'وقال الوزير :" لن نعود " ثم', ['لن نعود']],
    ['the full stop inside', 'دعا إلى "ضبط النفس."', ['ضبط النفس.']],
    ['apostrophes of names', "التقى O'Neill وعضو D'Alema", []],
    ['inches', 'شاشة 14" وأخرى 15" بالسعر نفسه', []],
    ['feet', "بطول 6' تقريبا", []],
    ['a closing mark that falls out', 'قال "لن نعود. وهذا كل شيء.', ['لن نعود. وهذا كل شيء.'], ['open "']],
    ['a stray closing mark', 'قال “لن نعود”. ثم خرج”.', ['لن نعود'], ['close ”']],
    ['only closed, behind a colon', 'قال الوزير: سنعود قريبا".', ['سنعود قريبا'], ['close "']],
    ['nothing inside', 'قال "" ثم', []],
    ['a haraka on a blank inside the mark', 'قال « \u064bنعم» ثم', ['نعم']],
    ['a mark of number drawn round the mark', 'قال \u08e2"لن نعود" ثم', [], ['close "']],
    ['a lone transliterated mark', 'في مدينة ’عدن أمس', []],
  ];
  it.each(cases)('%s: %s', (_name, text, marked, lonely = []) => {
    expect(summary(text)).toEqual({ marked, lonely });
  });
});

describe('pairMarks over paragraphs', () => {
  it('follows a quotation that opens each paragraph and closes only the last', () => {
    const text = 'وقالت: "هذا أول القول.\n\n"وهذا ثانيه.\n\n"وهذا آخره".\nثم خرجت.';
    expect(summary(text)).toEqual({ marked: ['هذا أول القول.', 'وهذا ثانيه.', 'وهذا آخره'], lonely: [] });
    expect(pair(text).stretches.map((s) => s.continues)).toEqual([false, true, true]);
  });
  it('follows a quotation that closes paragraphs later', () => {
    const text = 'وقالت: «هذا أول القول.\nوهذا ثانيه.\nوهذا آخره».';
    expect(summary(text)).toEqual({ marked: ['هذا أول القول.', 'وهذا ثانيه.', 'وهذا آخره'], lonely: [] });
  });
  it('lets no quotation run into another part of the page', () => {
    const text = 'وقالت: «هذا أول القول.\n«وهذا خبر آخر».';
    expect(summary(text, ['article', 'appended'])).toEqual({
      marked: ['هذا أول القول.', 'وهذا خبر آخر'],
      lonely: ['open «'],
    });
  });
});

describe('pairMarks on any text', () => {
  it('pairs no marks that are nested deeper than people write, so that no text is read again and again', () => {
    const { stretches, lonely } = pair(`قال ${'«'.repeat(1000)}لا تراجع${'»'.repeat(1000)} أمس`);
    expect(stretches.filter(({ ending }) => ending === 'closed')).toHaveLength(8);
    expect(lonely).toHaveLength(2 * (1000 - 8));
  });

  it.each([
    ['news', newsText],
    ['anything', anyText],
  ])('keeps inside the text and outside its own marks (%s)', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { stretches, lonely } = pair(text);
        let before = 0;
        for (const { start, end, open, close } of stretches) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (open) expect(open.end).toBeLessThanOrEqual(start);
          if (close) expect(close.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(start, end)).not.toMatch(/\n/);
          before = start;
        }
        // A haraka or joiner that is written on a mark goes along with it.
        for (const mark of lonely)
          expect(text.slice(mark.start, mark.end).startsWith(mark.text), JSON.stringify(text)).toBe(true);
      }),
    );
  });
});
