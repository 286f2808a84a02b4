import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { expectSoundSpans, visible } from '../unit/analysed.ts';
import { readSamples } from '../unit/articles.ts';
import { lexicon, weights } from '../unit/lexicon.ts';
import { fuzzedText, wholeArticle } from './texts.ts';

const fresh = () => createAnalyser(lexicon, weights);

describe('the analysis of a spoilt article', () => {
  it('gives sound spans, the same again, and the same as one that has seen much else', () => {
    const experienced = fresh();
    fc.assert(
      fc.property(fuzzedText, (text) => {
        const analysis = fresh().analyse(text);
        expectSoundSpans(analysis);
        expect(visible(experienced.analyse(text))).toEqual(visible(analysis));
      }),
    );
  });

  it('is, after any edits, what it is from nothing', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof(fc.nat(3), fc.nat(400)),
      text: fc.oneof(fc.constantFrom('', '\n', '"', '«', 'و', ' '), fuzzedText),
      isUndone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.oneof(wholeArticle, fuzzedText), fc.array(edit, { maxLength: 6 }), (article, edits) => {
        const { analyse } = fresh();
        let text = article;
        analyse(text);
        for (const { at, length, text: inserted, isUndone } of edits) {
          const start = Math.floor(at * text.length);
          const edited = text.slice(0, start) + inserted + text.slice(start + length);
          const analysis = visible(analyse(edited));
          if (isUndone) analyse(text);
          else {
            expect(analysis).toEqual(visible(fresh().analyse(edited)));
            text = edited;
          }
        }
        expect(visible(analyse(text))).toEqual(visible(fresh().analyse(text)));
      }),
      { numRuns: 20 },
    );
  });
});

/** How long the texts are that are timed, in UTF-16 code units. */
const LONG = 50_000;
/**
 * How many times as long as for news the analysis of any text of the same length may take. What is linear, however
 * unlike news, stays well below; what is quadratic in a line or an article goes far beyond, on a busy machine too.
 */
const MOST_TIMES = 40;

describe('the time that an analysis takes', () => {
  const grown = (text: string, between: string): string =>
    (text + between).repeat(Math.ceil(LONG / (text.length + between.length))).slice(0, LONG);
  /** Processor time in milliseconds: what other programs do meanwhile does not count. */
  const timed = (text: string): number => {
    const { analyse } = fresh();
    const before = process.cpuUsage();
    analyse(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it('grows with the text and with nothing else', () => {
    const news = grown(
      readSamples()
        .map(({ text }) => text)
        .join('\n'),
      '\n',
    );
    timed(news);
    const usual = Math.max(timed(news), 15);
    fc.assert(
      fc.property(
        fuzzedText.filter((text) => text !== ''),
        fc.constantFrom('', ' ', '\n', '. '),
        (text, between) => {
          const took = timed(grown(text, between));
          expect(took, `${JSON.stringify(text)} parted by ${JSON.stringify(between)}`).toBeLessThan(
            MOST_TIMES * usual,
          );
        },
      ),
      { numRuns: 8 },
    );
  });
});
