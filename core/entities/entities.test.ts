import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { graphemeStart } from '../text/graphemes.ts';
import { entitiesOf } from './testing.ts';

/** Pieces of news, and what breaks careless spans: harakat, tatweel, joiners, surrogates, marks, controls. */
const piece = fc.constantFrom(
  ...'الرئيس فلاديمير بوتين كيم جونغ أون وزارة الدفاع الكورية الجنوبية لأمم المتحدة للأمم في من مدينة مطار دبي الدولي شركة غوغل صحيفة «هآرتس» (الناتو) إف. د. بن عبد آل'.split(
    ' ',
  ),
  ...[
    '  ',
    '\n',
    '\u200f',
    '\u064e',
    'ـ',
    '👩‍👩‍👧',
    '\ud83d',
    'é',
    'e\u0301',
    '"',
    '«',
    '»',
    '(',
    ')',
    '-',
    '.',
    '،',
    'CNN',
    '2022',
    'ﷲ',
    '\u00a0',
  ],
);
const article = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ', ' ')), { maxLength: 40 })
  .map((pieces) => pieces.map(([text, blank]) => text + blank).join(''));

const NAMES = new Set(['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'OCC', 'EVENT', 'PRODUCT', 'LAW']);

describe('findEntities, on any text', () => {
  it('gives marks in order, without overlaps, inside one line, that cut no grapheme', () => {
    fc.assert(
      fc.property(fc.oneof(article, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        let before = 0;
        for (const { start, end, label } of entitiesOf(text, lexicon)) {
          const where = `${label} ${start}–${end} in ${JSON.stringify(text)}`;
          expect(start, where).toBeGreaterThanOrEqual(before);
          expect(end, where).toBeGreaterThan(start);
          expect(end, where).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end), where).not.toContain('\n');
          expect(graphemeStart(text, start), where).toBe(start);
          expect(graphemeStart(text, end), where).toBe(end);
          before = end;
        }
      }),
    );
  });

  it('gives names that neither begin nor end with a blank or a mark', () => {
    fc.assert(
      fc.property(article, (text) => {
        for (const { start, end, label } of entitiesOf(text, lexicon)) {
          if (!NAMES.has(label)) continue;
          expect(text.slice(start, end), `${label} in ${JSON.stringify(text)}`).toMatch(
            /^[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?$/u,
          );
        }
      }),
    );
  });

  it('depends on the text alone', () => {
    fc.assert(
      fc.property(article, (text) => {
        expect(entitiesOf(text, lexicon)).toEqual(entitiesOf(text, lexicon));
      }),
    );
  });
});
