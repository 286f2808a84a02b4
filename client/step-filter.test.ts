import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../server/protocol.ts';
import { BARE_ITEM } from '../test/unit/bare-item.ts';
import { goesOnTo, STEP_FILTERS, stepsTo, type StepFilter } from './step-filter.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const ITEMS: readonly ArticleItem[] = [
  { ...BARE_ITEM, id: 'name', range },
  { ...BARE_ITEM, id: 'weak name', range, weak: true },
  { ...BARE_ITEM, id: 'quotation', range, family: 'quotation', label: 'direct' },
  { ...BARE_ITEM, id: 'advertisement', range, family: 'boilerplate', label: 'ad' },
  { ...BARE_ITEM, id: 'accepted', range, state: 'accepted' },
  { ...BARE_ITEM, id: 'rejected', range, state: 'rejected' },
  { ...BARE_ITEM, id: 'orphan', range, state: 'orphan' },
];

const TABLE: Readonly<Record<StepFilter, readonly [steps: string, goesOn: string]>> = {
  all: ['name, weak name, quotation, advertisement', 'name, weak name, quotation, advertisement'],
  sure: ['name, quotation, advertisement', 'name, quotation, advertisement'],
  entity: ['name, weak name', 'name, weak name'],
  quotation: ['quotation', 'quotation'],
  boilerplate: ['advertisement', 'advertisement'],
  problems: ['', 'name, weak name, quotation, advertisement'],
  annotations: ['accepted', 'name, weak name, quotation, advertisement'],
};

describe('what the step keys go through', () => {
  it.each(STEP_FILTERS)('%s', (filter) => {
    const that = (fits: typeof stepsTo) =>
      ITEMS.filter((item) => fits(filter, item))
        .map(({ id }) => id)
        .join(', ');
    expect([that(stepsTo), that(goesOnTo)]).toEqual(TABLE[filter]);
  });
});
