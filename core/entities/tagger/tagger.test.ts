import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, newsText } from '../../../test/unit/arbitrary.ts';
import { readLine } from '../../lexicon/article.ts';
import { parseLexicon } from '../../lexicon/lexicon.ts';
import { graphemeStart } from '../../text/graphemes.ts';
import { parseWeights } from '../weights.ts';
import { createTagger, tagLine } from './tagger.ts';
import type { TaggedSpan, Tagger } from './tagger.ts';

const read = (file: string): Uint8Array => readFileSync(new URL(`../../../dist/${file}`, import.meta.url));
const lexicon = parseLexicon(read('lexicon.bin'));
const weights = parseWeights(read('weights.bin'));
const fresh = (): Tagger => createTagger(weights) as Tagger;
const tagger = fresh();

const chosenIn = (text: string): TaggedSpan[] =>
  tagLine(readLine(text, lexicon), tagger).filter(({ chosen }) => chosen);

describe('the tagger', () => {
  const cases: [what: string, text: string, names: string[]][] = [
    [
      'a person with a title',
      'وقال وزير الخارجية سامح شكري إن بلاده مستعدة للحوار.',
      ['OCC وزير الخارجية', 'PER سامح شكري'],
    ],
    ['a name behind a conjunction', 'زار الوفد بغداد ودمشق.', ['GPE بغداد', 'GPE دمشق']],
    [
      'a name behind a preposition that swallows the alef',
      'انضمت البلاد للأمم المتحدة.',
      ['ORG لأمم المتحدة'],
    ],
    ['a و that belongs to the word', 'أعلنت وزارة الدفاع الروسية ذلك.', ['ORG وزارة الدفاع الروسية']],
    ['nothing where there is nothing', 'وكان الجو جميلا في ذلك المساء.', []],
  ];
  it.each(cases)('finds %s', (_what, text, names) => {
    expect(chosenIn(text).map(({ label, start, end }) => `${label} ${text.slice(start, end)}`)).toEqual(
      names,
    );
  });

  it.each([
    ['any text', anyText],
    ['news', newsText],
  ])('gives spans in order, chosen ones without overlaps, none within a grapheme: %s', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = readLine(text, lexicon);
        const spans = tagLine(line, tagger);
        let end = 0;
        for (const [i, span] of spans.entries()) {
          const before = spans[i - 1];
          expect(before === undefined || before.first <= span.first, text).toBe(true);
          expect(span.start, text).toBeLessThan(span.end);
          expect(graphemeStart(text, span.start), text).toBe(span.start);
          expect(span.end === text.length || graphemeStart(text, span.end) === span.end, text).toBe(true);
          expect(text.slice(span.start, span.end), text).toBe(text.slice(span.start, span.end).trim());
          expect(span.probability).toBeGreaterThan(0);
          expect(span.probability).toBeLessThanOrEqual(1);
          if (!span.chosen) continue;
          expect(span.start, text).toBeGreaterThanOrEqual(end);
          end = span.end;
        }
      }),
    );
  });

  it('says the same of a line whatever it has read before', () => {
    fc.assert(
      fc.property(newsText, newsText, (before, text) => {
        const warm = fresh();
        tagLine(readLine(before, lexicon), warm);
        const line = readLine(text, lexicon);
        expect(tagLine(line, warm)).toEqual(tagLine(line, fresh()));
      }),
      { numRuns: 20 },
    );
  });

  it('is missing where the weights have none, and says what to do where they are damaged', () => {
    expect(createTagger(new Map())).toBeNull();
    const section = weights.get('tagger') as Uint8Array;
    expect(() => createTagger(new Map([['tagger', section.slice(0, 5000)]]))).toThrow('build them again');
  });
});
