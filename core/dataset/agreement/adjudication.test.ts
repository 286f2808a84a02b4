import { describe, expect, test } from 'vitest';
import { version } from '../../../test/unit/versions.ts';
import type { Decision } from '../../../test/unit/versions.ts';
import type { Annotation } from '../../annotations/annotation.ts';
import { adjudicationOf, settle, takeAgreed } from './adjudication.ts';

const TEXT =
  'زار وزير النقل السوري حلب أمس\nوقال الوزير: "سنبني جسرا".\nتابعونا على تويتر\nوغادر الوفد المدينة';

let ids = 0;
const context = { now: '2026-01-02T03:04:05.000Z', newId: () => `gold ${ids++}` };

/** What two people decided, and what the gold layer has. */
const article = (left: readonly Decision[], right: readonly Decision[], gold: readonly Annotation[] = []) =>
  adjudicationOf(TEXT, [version('huda', TEXT, left), version('salma', TEXT, right)], gold);

const inWords = (annotations: readonly Annotation[]): string[] =>
  annotations.map(
    ({ label, anchor, decision }) => `${decision === 'rejected' ? 'not ' : ''}${label} ${anchor.exact}`,
  );

describe('a dispute is settled as it is asked', () => {
  const cases: readonly [
    what: string,
    left: readonly Decision[],
    right: readonly Decision[],
    taken: readonly string[],
    gold: readonly string[],
  ][] = [
    ['another label, left', [['GPE', 'حلب']], [['LOC', 'حلب']], ['huda'], ['GPE حلب', 'not LOC حلب']],
    ['another label, right', [['GPE', 'حلب']], [['LOC', 'حلب']], ['salma'], ['not GPE حلب', 'LOC حلب']],
    ['another label, both', [['GPE', 'حلب']], [['LOC', 'حلب']], ['huda', 'salma'], ['GPE حلب', 'LOC حلب']],
    ['another label, neither', [['GPE', 'حلب']], [['LOC', 'حلب']], [], ['not GPE حلب', 'not LOC حلب']],
    [
      'other edges',
      [['OCC', 'وزير النقل السوري']],
      [
        ['OCC', 'وزير النقل'],
        ['NORP', 'السوري'],
      ],
      ['salma'],
      ['not OCC وزير النقل السوري', 'OCC وزير النقل', 'NORP السوري'],
    ],
    ['only one has it, taken', [['DATE', 'أمس']], [['GPE', 'حلب']], ['huda'], ['DATE أمس']],
    ['only one has it, not taken', [['DATE', 'أمس']], [['GPE', 'حلب']], ['salma'], ['not DATE أمس']],
    [
      'a line of another class',
      [['share', 'تابعونا على تويتر']],
      [['ad', 'تابعونا على تويتر']],
      ['salma'],
      ['not share تابعونا على تويتر', 'ad تابعونا على تويتر'].sort(),
    ],
  ];
  test.each(cases)('%s', (_what, left, right, taken, expected) => {
    const adjudication = article(left, right);
    const [dispute] = adjudication.disputes.filter(({ disagreement }) =>
      disagreement.sides.some(({ annotations }) =>
        inWords(annotations).some((one) => expected.join().includes(one)),
      ),
    );
    if (!dispute) throw new Error('no dispute');
    expect(dispute.settlement).toBeNull();
    const gold = settle(adjudication, dispute.disagreement, taken, [], context);
    expect(inWords(gold).sort()).toEqual([...expected].sort());
    const after = article(left, right, gold).disputes.find(
      ({ disagreement }) => disagreement.span.start === dispute.disagreement.span.start,
    );
    expect(after?.settlement).toEqual({ taken });
  });
});

test('of two speakers of one quotation the one is taken', () => {
  const left: readonly Decision[] = [['direct', 'سنبني جسرا', { speaker: 'الوزير' }]];
  const right: readonly Decision[] = [['direct', 'سنبني جسرا', { speaker: 'وزير النقل السوري' }]];
  const adjudication = article(left, right);
  const [dispute] = adjudication.disputes;
  if (!dispute) throw new Error('no dispute');
  expect(dispute.disagreement.kinds).toEqual(['speaker']);
  expect(dispute.canKeepAll).toBe(false);
  const gold = settle(adjudication, dispute.disagreement, ['salma'], [], context);
  expect(gold.map(({ speaker }) => speaker?.exact)).toEqual(['وزير النقل السوري']);
  expect(article(left, right, gold).disputes[0]?.settlement).toEqual({ taken: ['salma'] });
});

test('a dispute may be settled anew, and what was settled elsewhere stays', () => {
  const left: readonly Decision[] = [
    ['GPE', 'حلب'],
    ['DATE', 'أمس'],
  ];
  const right: readonly Decision[] = [
    ['LOC', 'حلب'],
    ['DATE', 'أمس'],
  ];
  const first = article(left, right);
  const [dispute] = first.disputes;
  if (!dispute) throw new Error('no dispute');
  const agreed = takeAgreed(first, ['huda', 'salma'], [], context);
  expect(inWords(agreed)).toEqual(['DATE أمس']);
  const once = settle(first, dispute.disagreement, ['huda'], agreed, context);
  const twice = settle(first, dispute.disagreement, ['salma'], once, context);
  expect(inWords(twice).sort()).toEqual(['DATE أمس', 'LOC حلب', 'not GPE حلب'].sort());
  expect(article(left, right, twice).agreedLeft).toEqual([]);
});

test('what all agree on settles nothing that lies in it, and stays when that is settled', () => {
  const both: Decision = ['OCC', 'وزير النقل السوري'];
  const left: readonly Decision[] = [both, ['NORP', 'السوري']];
  const first = article(left, [both]);
  const agreed = takeAgreed(first, ['huda', 'salma'], [], context);
  expect(inWords(agreed)).toEqual(['OCC وزير النقل السوري']);
  const [dispute] = article(left, [both], agreed).disputes;
  if (!dispute) throw new Error('no dispute');
  expect(dispute.settlement).toBeNull();
  const gold = settle(first, dispute.disagreement, ['salma'], agreed, context);
  expect(inWords(gold)).toEqual(['OCC وزير النقل السوري', 'not NORP السوري']);
  expect(article(left, [both], gold)).toMatchObject({
    disputes: [{ settlement: { taken: ['salma'] } }],
    agreedLeft: [],
  });
});

test('what the gold layer has of its own settles a dispute', () => {
  const gold = version('gold', TEXT, [['FAC', 'حلب']]).annotations;
  const [dispute] = article([['GPE', 'حلب']], [['LOC', 'حلب']], gold).disputes;
  expect(dispute?.settlement).toBe('own');
});

test('gold annotations are gold’s, and tell whose version was taken', () => {
  const adjudication = article([['GPE', 'حلب']], [['LOC', 'حلب']]);
  const [dispute] = adjudication.disputes;
  if (!dispute) throw new Error('no dispute');
  const gold = settle(adjudication, dispute.disagreement, ['huda'], [], context);
  expect(gold.map(({ provenance, further }) => [provenance.annotator, provenance.created, further])).toEqual(
    dispute.disagreement.sides
      .flatMap(({ annotations }) => annotations)
      .map(({ id }) => ['gold', context.now, { 'hashiya:takenFrom': ['huda'], 'hashiya:takenAs': id }]),
  );
});

test('ties of what is taken lead to what is taken, whichever comes first', () => {
  const own = version('huda', TEXT, [
    ['GPE', 'حلب'],
    ['DATE', 'أمس'],
  ]);
  const [place, date] = own.annotations;
  if (!place || !date) throw new Error('no annotations');
  const tied = { ...place, relations: [{ type: 'on', to: date.id }] };
  const other = version('salma', TEXT, [
    ['LOC', 'حلب'],
    ['DATE', 'أمس'],
  ]);
  const versions = [{ ...own, annotations: [tied, date] }, other];
  const first = adjudicationOf(TEXT, versions, []);
  const [dispute] = first.disputes;
  if (!dispute) throw new Error('no dispute');
  const settled = settle(first, dispute.disagreement, ['huda'], [], context);
  const gold = takeAgreed(first, ['huda', 'salma'], settled, context);
  const goldDate = gold.find(({ label }) => label === 'DATE');
  expect(gold.find(({ label }) => label === 'GPE')?.relations).toEqual([{ type: 'on', to: goldDate?.id }]);
});
