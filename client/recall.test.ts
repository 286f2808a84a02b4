import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../server/protocol.ts';
import { createRecall } from './recall.ts';

const TEXT = 'زار الرئيس القاهرة.';
const stateOf = (uri: string, problems = 0): ArticleState => ({
  uri,
  version: 7,
  items: [],
  problems,
  status: 'new',
  attributes: {},
  annotator: 'salma',
  serial: 1,
  unsaved: null,
});

describe('what was known of a closed article', () => {
  it('is there when the same text is opened again, as of its new version', () => {
    const recall = createRecall(2);
    recall.keep(TEXT, stateOf('a'));
    expect(recall.find('a', TEXT, 1)).toEqual({ ...stateOf('a'), version: 1 });
  });

  it('is not taken for another text, nor for another article', () => {
    const recall = createRecall(2);
    recall.keep(TEXT, stateOf('a'));
    expect(recall.find('a', `${TEXT} `, 1)).toBeUndefined();
    expect(recall.find('b', TEXT, 1)).toBeUndefined();
  });

  it('is the newest, of the articles closed last', () => {
    const recall = createRecall(2);
    for (const uri of ['a', 'b', 'a', 'c']) recall.keep(TEXT, stateOf(uri));
    recall.keep(TEXT, stateOf('a', 3));
    expect(recall.find('a', TEXT, 1)?.problems).toBe(3);
    expect(recall.find('b', TEXT, 1)).toBeUndefined();
    expect(recall.find('c', TEXT, 1)).toBeDefined();
  });
});
