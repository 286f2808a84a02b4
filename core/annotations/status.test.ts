import { describe, expect, test } from 'vitest';
import { makeAnchor } from './anchors.ts';
import { NOTHING_ADDED, NO_FACTS } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { ARTICLE_STATUSES, isFinished, statusOf, withStatus } from './status.ts';
import { parseStore, serialiseStore } from './store.ts';

const TEXT = 'زار سالم الحقلي الميناء.';
const ANNOTATION: Annotation = {
  id: '0b5c1d52-7d0b-4c61-9f0a-0a7b9c3d2e11',
  family: 'entity',
  label: 'PER',
  decision: 'accepted',
  anchor: makeAnchor(TEXT, { start: 4, end: 15 }),
  speaker: null,
  cue: null,
  canonical: null,
  provenance: {
    annotator: 'huda',
    created: '2026-01-02T03:04:05Z',
    modified: '2026-01-02T03:04:05Z',
    source: 'hand',
  },
  ...NOTHING_ADDED,
};
const fileWith = (annotations: readonly Annotation[], status: string | null): string =>
  serialiseStore(TEXT, 'a.txt', 'hashiya test', annotations, ['not JSON'], { ...NO_FACTS, status });

const CASES: readonly [what: string, content: string | null, status: string][] = [
  ['no file', null, 'new'],
  ['no annotations, nothing said', fileWith([], null), 'new'],
  ['annotations, nothing said', fileWith([ANNOTATION], null), 'in-work'],
  ['done, with annotations', fileWith([ANNOTATION], 'done'), 'done'],
  ['done, and nothing was found', fileWith([], 'done'), 'done'],
  ['checked', fileWith([ANNOTATION], 'checked'), 'checked'],
  ['set back to new', fileWith([ANNOTATION], 'new'), 'new'],
  ['a status of a later version', fileWith([ANNOTATION], 'adjudicated'), 'in-work'],
];
test.each(CASES)('statusOf: %s', (_, content, status) =>
  expect(statusOf(content === null ? null : parseStore(content, TEXT))).toBe(status),
);

test('who is done or has checked has passed over what is not annotated', () => {
  expect(ARTICLE_STATUSES.filter(isFinished)).toEqual(['done', 'checked']);
});

describe('the status in the header', () => {
  test('a status that this version does not know is written back as it was read', () => {
    const content = fileWith([ANNOTATION], 'adjudicated');
    const { header, annotations, unreadable } = parseStore(content, TEXT);
    expect(serialiseStore(TEXT, 'a.txt', 'hashiya test', annotations, unreadable, header?.facts)).toBe(
      content,
    );
  });

  test('withStatus changes nothing else, whatever else stands in the file', () => {
    const before = fileWith([ANNOTATION], null);
    const after = withStatus(before, 'done') ?? '';
    expect(parseStore(after, TEXT).header?.facts.status).toBe('done');
    expect(after.split('\n').slice(1)).toEqual(before.split('\n').slice(1));
    expect(after.replace(',"hashiya:status":"done"', '')).toBe(before);
    expect(withStatus(after, 'checked')).toBe(after.replace('"done"', '"checked"'));
  });

  test.each(['', '\n', '{}', '[1]\n', 'not JSON\n', '<<<<<<< ours\n'])(
    'withStatus: %j has no header',
    (content) => expect(withStatus(content, 'done')).toBeNull(),
  );
});
