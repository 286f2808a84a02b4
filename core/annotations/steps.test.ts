import { describe, expect, test } from 'vitest';
import { makeAnchor } from './anchors.ts';
import { NOTHING_ADDED, NO_FACTS } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { refreshAnchors } from './carry.ts';
import { doAgain, hasEffect, placeStep, stepBetween, takeBack } from './steps.ts';
import type { ArticleVersion, Step } from './steps.ts';

const TEXT = 'زار بوتين موسكو، وقال شكري إن القمة في باريس.';
const ABOUT = { id: 's', at: '2026-01-02T03:04:05Z', by: 'huda', action: 'tag', group: null };

/** `words` under a label, as it was at an instant. */
const of = (words: string, label = 'PER', minute = 0, text = TEXT): Annotation => ({
  id: words,
  family: 'entity',
  label,
  decision: 'accepted',
  anchor: makeAnchor(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length }),
  speaker: null,
  cue: null,
  canonical: null,
  provenance: {
    annotator: 'huda',
    created: '2026-01-02T03:00:00Z',
    modified: `2026-01-02T03:0${minute}:00Z`,
    source: 'hand',
  },
  ...NOTHING_ADDED,
});
const version = (...annotations: readonly Annotation[]): ArticleVersion => ({ annotations, facts: NO_FACTS });
const told = ({ annotations }: ArticleVersion): string =>
  annotations
    .map(({ label, anchor }) => `${label} ${anchor.span ? anchor.exact : `(${anchor.exact})`}`)
    .join(', ');

const [PUTIN, SHUKRI] = [of('بوتين'), of('شكري')];

describe('a step', () => {
  const cases: readonly [
    what: string,
    before: ArticleVersion,
    after: ArticleVersion,
    now: ArticleVersion,
    undone: string,
  ][] = [
    ['that made an annotation', version(), version(PUTIN), version(PUTIN), ''],
    ['that removed one', version(PUTIN), version(), version(), 'PER بوتين'],
    [
      'that changed one',
      version(PUTIN),
      version(of('بوتين', 'ORG', 1)),
      version(of('بوتين', 'ORG', 1)),
      'PER بوتين',
    ],
    ['leaves what was made since', version(), version(PUTIN), version(PUTIN, SHUKRI), 'PER شكري'],
    [
      'leaves what was changed since',
      version(PUTIN),
      version(of('بوتين', 'ORG', 1)),
      version(of('بوتين', 'GPE', 2)),
      'GPE بوتين',
    ],
    ['brings nothing back that is gone since', version(), version(PUTIN), version(), ''],
  ];
  test.each(cases)('%s is taken back: %s', (_what, before, after, now, undone) => {
    const step = stepBetween(before, after, ABOUT);
    const back = takeBack(step, now, TEXT);
    expect(told(back)).toBe(undone);
    expect(hasEffect(step, now, back, TEXT)).toBe(told(now) !== undone);
    if (told(now) === told(after)) expect(told(doAgain(step, back, TEXT))).toBe(told(after));
  });

  test('holds what it changed, and no more', () => {
    const step = stepBetween(version(PUTIN, SHUKRI), version(PUTIN, of('شكري', 'ORG', 1)), ABOUT);
    expect([step.before.map(({ id }) => id), step.after.map(({ label }) => label), step.facts]).toEqual([
      ['شكري'],
      ['ORG'],
      null,
    ]);
  });

  test('says what was said of the article, and leaves what others said of it since', () => {
    const before: ArticleVersion = { annotations: [], facts: NO_FACTS };
    const after: ArticleVersion = { annotations: [], facts: { status: 'done', attributes: {} } };
    const step = stepBetween(before, after, ABOUT);
    const now = { annotations: [], facts: { status: 'done', attributes: { topic: 'سياسة' } } };
    expect(takeBack(step, now, TEXT).facts).toEqual({ status: null, attributes: { topic: 'سياسة' } });
  });
});

describe('a step from a history, in a text that has changed since', () => {
  const LATER = `سطر جديد في الأعلى.\n${TEXT.replace('باريس', 'القاهرة')}`;
  const carried = (annotation: Annotation): Annotation =>
    refreshAnchors(
      [{ ...annotation, anchor: { ...annotation.anchor, span: spanOf(annotation.anchor.exact) } }],
      LATER,
    )[0] as Annotation;
  const spanOf = (words: string): { start: number; end: number } => ({
    start: LATER.indexOf(words),
    end: LATER.indexOf(words) + words.length,
  });
  const words = ({ anchor: { span } }: Annotation): string | null =>
    span && LATER.slice(span.start, span.end);

  test('stands where the article has what it left', () => {
    const step = stepBetween(version(PUTIN), version(of('بوتين', 'ORG', 1)), ABOUT);
    const now = version(carried(of('بوتين', 'ORG', 1)));
    const placed = placeStep(step, now, LATER);
    expect([...placed.before, ...placed.after].map(words)).toEqual(['بوتين', 'بوتين']);
    expect(told(takeBack(placed, now, LATER))).toBe('PER بوتين');
  });

  test('stands with it even where the words themselves were changed', () => {
    const step = stepBetween(version(PUTIN), version(of('بوتين', 'ORG', 1)), ABOUT);
    const other = LATER.replace('بوتين', 'بوطين');
    const start = other.indexOf('بوطين');
    const now = version({ ...of('بوتين', 'ORG', 1), anchor: makeAnchor(other, { start, end: start + 5 }) });
    const placed: Step = placeStep(step, now, other);
    expect(placed.before.map(({ anchor }) => anchor.span)).toEqual([{ start, end: start + 5 }]);
    expect(told(takeBack(placed, now, other))).toBe('PER بوطين');
  });

  test('is looked for by its words where the article has nothing of it', () => {
    const step = stepBetween(version(SHUKRI), version(), ABOUT);
    const placed = placeStep(step, version(), LATER);
    expect(placed.before.map(words)).toEqual(['شكري']);
    expect(told(takeBack(placed, version(), LATER))).toBe('PER شكري');
  });

  test('brings back as an orphan what has no words any more', () => {
    const step = stepBetween(version(of('باريس', 'GPE')), version(), ABOUT);
    expect(told(takeBack(placeStep(step, version(), LATER), version(), LATER))).toBe('GPE (باريس)');
  });
});
