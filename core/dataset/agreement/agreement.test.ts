import { describe, expect, test } from 'vitest';
import { version } from '../../../test/unit/versions.ts';
import type { Decision } from '../../../test/unit/versions.ts';
import { agreementOf } from './agreement.ts';
import type { LayerAgreement } from './agreement.ts';
import { cohenKappa } from './kappa.ts';
import type { AgreementLayer } from './layers.ts';
import type { MeasureId } from './measures.ts';
import type { ComparedArticle } from './prepare.ts';

// 12 tokens: زار وزير الخارجية الأردني بغداد وعمان أمس . | قال : سنعود غدا
const VISIT = 'زار وزير الخارجية الأردني بغداد وعمان أمس.\nقال: سنعود غدا\n\nإعلان\n';

const ARTICLE = 'articles/visit.txt';

const compare = (
  decisions: Readonly<Record<string, readonly Decision[]>>,
  text = VISIT,
  article = ARTICLE,
): ComparedArticle => ({
  article,
  text,
  versions: Object.entries(decisions).map(([annotator, own]) => version(annotator, text, own)),
});

function layerOf(
  articles: readonly ComparedArticle[],
  layer: AgreementLayer['id'],
  annotators: readonly string[] = ['huda', 'salma'],
): LayerAgreement {
  const found = agreementOf(articles, annotators).find((one) => one.layer === layer);
  if (!found) throw new Error(`${layer}: there are no figures.`);
  return found;
}

describe('agreementOf: figures of two annotators', () => {
  const cases: readonly [
    what: string,
    layer: AgreementLayer['id'],
    huda: Decision[],
    salma: Decision[],
    expected: Partial<Record<MeasureId, number | null>>,
  ][] = [
    [
      'the same entities',
      'entities',
      [
        ['GPE', 'بغداد'],
        ['DATE', 'أمس'],
      ],
      [
        ['GPE', 'بغداد'],
        ['DATE', 'أمس'],
      ],
      { f1: 1, 'f1-overlap': 1, kappa: 1, 'kappa-labelled': 1, fleiss: 1, alpha: 1, 'u-alpha': 1 },
    ],
    [
      'the same entities of one label: of the labelled tokens nothing varies',
      'entities',
      [['GPE', 'بغداد']],
      [['GPE', 'بغداد']],
      { f1: 1, kappa: 1, 'kappa-labelled': null, 'fleiss-labelled': null, 'alpha-labelled': null },
    ],
    [
      'no entities at all',
      'entities',
      [],
      [],
      { f1: null, 'f1-overlap': null, kappa: null, fleiss: null, alpha: null, 'u-alpha': null },
    ],
    [
      'other edges: half of the strict figure, the whole of the loose one',
      'entities',
      [
        ['OCC', 'وزير الخارجية'],
        ['GPE', 'بغداد'],
      ],
      [
        ['OCC', 'وزير الخارجية الأردني'],
        ['GPE', 'بغداد'],
      ],
      { f1: 0.5, 'f1-overlap': 1 },
    ],
    [
      'another label is no agreement, however the ends',
      'entities',
      [['GPE', 'بغداد']],
      [['LOC', 'بغداد']],
      { f1: 0, 'f1-overlap': 0, 'kappa-labelled': 0, 'u-alpha-binary': 1 },
    ],
    [
      'a particle inside or outside: the same token, another span',
      'entities',
      [['GPE', 'عمان']],
      [['GPE', 'وعمان']],
      { f1: 0, 'f1-overlap': 1, kappa: 1 },
    ],
    [
      'the speaker counts in a layer of its own',
      'speakers',
      [['direct', 'سنعود غدا', { speaker: 'وزير' }]],
      [['direct', 'سنعود غدا', { speaker: 'وزير الخارجية' }]],
      { f1: 0, 'f1-overlap': 1 },
    ],
    [
      'two mentions of one speaker are the same speaker when looked at loosely',
      'speakers',
      [['direct', 'سنعود غدا', { speaker: 'وزير', canonical: 'أيمن الصفدي' }]],
      [['direct', 'سنعود', { speaker: 'الأردني', canonical: 'أيمن الصفدي' }]],
      { f1: 0, 'f1-overlap': 1 },
    ],
    [
      'a speaker that only one names',
      'speakers',
      [['direct', 'سنعود غدا', { speaker: 'وزير' }]],
      [['direct', 'سنعود غدا']],
      { f1: 0, 'f1-overlap': 0 },
    ],
    [
      'the quotation alone does not mind the speaker',
      'quotations',
      [['direct', 'سنعود غدا', { speaker: 'وزير' }]],
      [['direct', 'سنعود غدا']],
      { f1: 1 },
    ],
    [
      'lines without a class are body',
      'lines',
      [
        ['ad', 'إعلان'],
        ['body', 'قال: سنعود غدا'],
      ],
      [['ad', 'إعلان']],
      { f1: 1, kappa: 1 },
    ],
    [
      'a run of lines and its lines',
      'lines',
      [['related', 'قال…إعلان']],
      [
        ['related', 'قال: سنعود غدا'],
        ['related', 'إعلان'],
      ],
      { f1: 1, kappa: 1 },
    ],
    [
      'a class for a line, and none',
      'lines',
      [
        ['headline', 'زار…أمس.'],
        ['ad', 'إعلان'],
      ],
      [['headline', 'زار…أمس.']],
      {
        f1: 2 / 3,
        kappa: cohenKappa([
          ['headline', 'headline'],
          ['body', 'body'],
          ['ad', 'body'],
        ]),
      },
    ],
  ];
  test.each(cases)('%s', (_what, layer, huda, salma, expected) => {
    const { figures } = layerOf([compare({ huda, salma })], layer);
    for (const [id, value] of Object.entries(expected) as [MeasureId, number | null][])
      if (value === null) expect(figures[id], id).toBeNull();
      else expect(figures[id], id).toBeCloseTo(value, 12);
  });
});

describe('agreementOf', () => {
  test('counts tokens with those that nobody labels, and without', () => {
    const found = layerOf(
      [
        compare({
          huda: [['OCC', 'وزير الخارجية']],
          salma: [
            ['OCC', 'وزير'],
            ['DATE', 'أمس'],
          ],
        }),
      ],
      'entities',
    );
    // Of line 1 seven words and the full stop; قال : سنعود غدا ; إعلان
    expect([found.units, found.labelledUnits]).toEqual([13, 3]);
    const labelled: [string, string][] = [
      ['OCC', 'OCC'],
      ['OCC', 'O'],
      ['O', 'DATE'],
    ];
    const unlabelled = Array.from({ length: 10 }, (): [string, string] => ['O', 'O']);
    expect(found.figures['kappa-labelled']).toBe(cohenKappa(labelled));
    expect(found.figures.kappa).toBe(cohenKappa([...labelled, ...unlabelled]));
  });

  test('has each label by itself, the frequent ones first', () => {
    const { labels } = layerOf(
      [
        compare({
          huda: [
            ['GPE', 'بغداد'],
            ['GPE', 'عمان'],
            ['DATE', 'أمس'],
          ],
          salma: [
            ['GPE', 'بغداد'],
            ['LOC', 'عمان'],
            ['DATE', 'أمس'],
          ],
        }),
      ],
      'entities',
    );
    expect(labels.map(({ label, spans, figures }) => [label, spans, figures.f1])).toEqual([
      ['GPE', [2, 1], 2 / 3],
      ['DATE', [1, 1], 1],
      ['LOC', [0, 1], 0],
    ]);
    expect(labels[0]?.figures['kappa-labelled']).toBeUndefined();
  });

  test('of three annotators has every pair, and what all of them say', () => {
    const decisions: Record<string, Decision[]> = {
      huda: [
        ['GPE', 'بغداد'],
        ['DATE', 'أمس'],
      ],
      omar: [
        ['GPE', 'بغداد'],
        ['DATE', 'أمس'],
      ],
      salma: [
        ['GPE', 'بغداد'],
        ['TIME', 'أمس'],
      ],
    };
    const found = layerOf([compare(decisions)], 'entities', ['huda', 'omar', 'salma']);
    expect(found.pairs.map(({ annotators, figures }) => [...annotators, figures.f1])).toEqual([
      ['huda', 'omar', 1],
      ['huda', 'salma', 0.5],
      ['omar', 'salma', 0.5],
    ]);
    expect(found.figures.f1).toBeCloseTo(2 / 3, 12);
    const kappas = found.pairs.map(({ figures }) => figures.kappa ?? NaN);
    expect(found.figures.kappa).toBeCloseTo(kappas.reduce((sum, kappa) => sum + kappa, 0) / 3, 12);
  });

  test('an article that one of three did not annotate counts for the pair, and for alpha, not for Fleiss’ kappa', () => {
    const all = compare({
      huda: [['GPE', 'بغداد']],
      omar: [['GPE', 'بغداد']],
      salma: [['GPE', 'بغداد']],
    });
    const two = compare({ huda: [['DATE', 'أمس']], omar: [] }, VISIT, 'articles/second.txt');
    const found = layerOf([all, two], 'entities', ['huda', 'omar', 'salma']);
    expect(found.pairs.map(({ articles }) => articles)).toEqual([2, 1, 1]);
    expect(found.figures.fleiss).toBe(1);
    expect(found.figures.alpha).toBeLessThan(1);
    expect(found.figures.f1).toBeLessThan(1);
  });

  test('a layer that only one works on has no figures', () => {
    const article = compare({ huda: [['GPE', 'بغداد']], salma: [['GPE', 'بغداد']] });
    const versions = article.versions.map((one) => ({ ...one, families: ['entity' as const] }));
    expect(agreementOf([{ ...article, versions }], ['huda', 'salma']).map(({ layer }) => layer)).toEqual([
      'entities',
    ]);
    expect(agreementOf([], ['huda', 'salma'])).toEqual([]);
  });

  test('nested quotations are one stretch with both kinds', () => {
    const nested: Decision[] = [
      ['indirect', 'قال: سنعود غدا'],
      ['direct', 'سنعود'],
    ];
    const { figures } = layerOf([compare({ huda: nested, salma: nested })], 'quotations');
    expect(figures).toMatchObject({ f1: 1, kappa: 1, 'u-alpha': 1 });
    const other = layerOf([compare({ huda: nested, salma: nested.slice(0, 1) })], 'quotations');
    expect(other.figures.f1).toBeCloseTo(2 / 3, 12);
    expect(other.figures.kappa).toBeLessThan(1);
  });

  test('the unitised alpha does not mind that some characters are two code units', () => {
    const decisions: Record<string, Decision[]> = {
      huda: [['OCC', 'وزير الخارجية']],
      salma: [['OCC', 'وزير']],
    };
    const plain = layerOf([compare(decisions, `xx${VISIT}`)], 'entities');
    const astral = layerOf([compare(decisions, `😀😀${VISIT}`)], 'entities');
    expect(astral.figures['u-alpha']).toBe(plain.figures['u-alpha']);
  });
});
