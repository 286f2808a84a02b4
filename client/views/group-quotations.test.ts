import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../../server/protocol.ts';
import { BARE_ITEM } from '../../test/unit/bare-item.ts';
import { groupQuotations } from './group-quotations.ts';

const rangeAt = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 3 } });

/** A quotation in a line; its speaker's words are in the line `by`. */
const quotation = (line: number, by: number | null, rest: Partial<ArticleItem> = {}): ArticleItem => ({
  ...BARE_ITEM,
  family: 'quotation',
  label: 'direct',
  id: `${line}`,
  range: rangeAt(line),
  speaker: by === null ? null : rangeAt(by),
  ...rest,
});

const SPEAKERS: Readonly<Record<number, string>> = { 10: 'الوزيرة', 11: 'المدير', 12: 'وزيرة النقل' };
const shown = (items: readonly ArticleItem[], withRejected = false) =>
  groupQuotations(items, ({ start }) => SPEAKERS[start.line] ?? '', withRejected).map(
    ({ speaker, sort, quotations }) => `${speaker ?? sort}: ${quotations.map(({ id }) => id).join(' ')}`,
  );

describe('the quotations of an article', () => {
  it.each<[string, readonly ArticleItem[], readonly string[]]>([
    [
      'by speaker, in the order in which speakers come up',
      [quotation(1, 11), quotation(2, 10), quotation(3, 11)],
      ['المدير: 1 3', 'الوزيرة: 2'],
    ],
    [
      'by full name, where two ways of naming one speaker have it',
      [quotation(1, 10, { canonical: 'سلمى العلي' }), quotation(2, 12, { canonical: 'سلمى العلي' })],
      ['سلمى العلي: 1 2'],
    ],
    [
      'those without a speaker behind those with one, terms last',
      [quotation(1, null), quotation(2, null, { label: 'term' }), quotation(3, 10)],
      ['الوزيرة: 3', 'speech: 1', 'term: 2'],
    ],
    [
      'without orphans, weak suggestions and entities',
      [
        quotation(1, 10),
        quotation(2, 10, { state: 'orphan' }),
        quotation(3, 10, { weak: true }),
        quotation(4, 10, { family: 'entity' }),
      ],
      ['الوزيرة: 1'],
    ],
    ['as none where there is none', [], []],
  ])('are listed %s', (_, items, expected) => expect(shown(items)).toEqual(expected));

  it('show what was rejected where that is asked for', () => {
    const items = [quotation(1, 10), quotation(2, 10, { state: 'rejected' })];
    expect(shown(items)).toEqual(['الوزيرة: 1']);
    expect(shown(items, true)).toEqual(['الوزيرة: 1 2']);
  });
});
