import { krippendorffAlpha } from './alpha.ts';
import type { AgreementLayer } from './layers.ts';
import { cohenKappa, fleissKappa } from './kappa.ts';
import type { Coefficient } from './kappa.ts';
import type { PreparedArticle, PreparedVersion } from './prepare.ts';
import { countPairs, spanF1 } from './span-f1.ts';
import { unitisedAlpha } from './unitised-alpha.ts';
import type { UnitisedAlpha } from './unitised-alpha.ts';

export const MEASURE_IDS = [
  'f1',
  'f1-overlap',
  'kappa',
  'kappa-labelled',
  'fleiss',
  'fleiss-labelled',
  'alpha',
  'alpha-labelled',
  'u-alpha',
  'u-alpha-binary',
] as const;

export type MeasureId = (typeof MEASURE_IDS)[number];

/** A way to tell how far annotators agree. 1 is full agreement; of all but F1, 0 is what chance would do. */
export interface Measure {
  readonly id: MeasureId;
  /** What it is called in a table, and what exactly it is. */
  readonly title: string;
  readonly description: string;
  /** What a layer must have for it. */
  readonly needs: 'spans' | 'units' | 'continuum';
  /** Whether it means something for one label by itself. */
  readonly byLabel: boolean;
  /** Of several articles together. */
  readonly of: (layer: AgreementLayer, articles: readonly PreparedArticle[]) => Coefficient;
}

/** Every measure, in the order of tables. */
export const MEASURES: readonly Measure[] = [
  {
    id: 'f1',
    title: 'F1 strict',
    description: 'spans of the same label with the same ends; of several annotators all pairs together',
    needs: 'spans',
    byLabel: true,
    of: (layer, articles) => pooledF1(articles, layer.isStrict),
  },
  {
    id: 'f1-overlap',
    title: 'F1 overlap',
    description: 'spans of the same label that share at least a character, one to one',
    needs: 'spans',
    byLabel: true,
    of: (layer, articles) => pooledF1(articles, layer.isLoose),
  },
  {
    id: 'kappa',
    title: 'Cohen κ',
    description: 'by token or line, unlabelled ones included; of several annotators the mean of all pairs',
    needs: 'units',
    byLabel: true,
    of: (layer, articles) => meanKappa(layer, articles, false),
  },
  {
    id: 'kappa-labelled',
    title: 'Cohen κ labelled',
    description: 'the same on the tokens or lines that at least one of the two labelled',
    needs: 'units',
    byLabel: false,
    of: (layer, articles) => meanKappa(layer, articles, true),
  },
  {
    id: 'fleiss',
    title: 'Fleiss κ',
    description: 'all annotators at once, on the articles that all of them annotated',
    needs: 'units',
    byLabel: true,
    of: ({ nothing }, articles) =>
      fleissKappa(ratings(nothing, complete(articles)), {
        category: nothing,
        units: sum(complete(articles).map(unlabelled)),
      }),
  },
  {
    id: 'fleiss-labelled',
    title: 'Fleiss κ labelled',
    description: 'the same on the tokens or lines that at least one labelled',
    needs: 'units',
    byLabel: false,
    of: ({ nothing }, articles) => fleissKappa(ratings(nothing, complete(articles))),
  },
  {
    id: 'alpha',
    title: 'Krippendorff α',
    description: 'all annotators at once, on every article that two of them annotated',
    needs: 'units',
    byLabel: true,
    of: ({ nothing }, articles) =>
      krippendorffAlpha(ratings(nothing, articles), {
        category: nothing,
        values: sum(articles.map((article) => unlabelled(article) * present(article).length)),
      }),
  },
  {
    id: 'alpha-labelled',
    title: 'Krippendorff α labelled',
    description: 'the same on the tokens or lines that at least one labelled',
    needs: 'units',
    byLabel: false,
    of: ({ nothing }, articles) => krippendorffAlpha(ratings(nothing, articles)),
  },
  {
    id: 'u-alpha',
    title: 'Krippendorff uα',
    description:
      'unitised: edges and labels along the text, in code points, on the articles that all annotated',
    needs: 'continuum',
    byLabel: true,
    of: (_layer, articles) => unitised(articles).nominal,
  },
  {
    id: 'u-alpha-binary',
    title: 'Krippendorff |uα',
    description: 'unitised: what is labelled at all, whatever its label',
    needs: 'continuum',
    byLabel: false,
    of: (_layer, articles) => unitised(articles).binary,
  },
];

/** Whether a layer has what a measure counts. */
export const appliesTo = ({ needs }: Measure, layer: AgreementLayer): boolean =>
  needs === 'spans' || (needs === 'units' ? layer.unit !== null : layer.isContinuum);

/** The articles of every two annotators that both annotated, with their versions alone. */
function pairs(articles: readonly PreparedArticle[]): PairedArticle[][] {
  const annotators = articles[0]?.versions.length ?? 0;
  const all: PairedArticle[][] = [];
  for (let i = 0; i < annotators; i++)
    for (let j = i + 1; j < annotators; j++)
      all.push(
        articles.flatMap((article) => {
          const [one, other] = [article.versions[i], article.versions[j]];
          return one && other ? [{ ...article, versions: [one, other] as const }] : [];
        }),
      );
  return all;
}

interface PairedArticle extends PreparedArticle {
  readonly versions: readonly [PreparedVersion, PreparedVersion];
}

const pooledF1 = (articles: readonly PreparedArticle[], isSame: AgreementLayer['isStrict']): Coefficient =>
  spanF1(
    pairs(articles).flatMap((pair) =>
      pair.map(({ versions: [{ spans: first }, { spans: second }] }) => ({
        first: first.length,
        second: second.length,
        shared: countPairs(first, second, (a, b) => a.label === b.label && isSame(a, b)),
      })),
    ),
  );

/** The mean of all pairs' kappas that are defined: R. J. Light, Psychological Bulletin 76 (1971), 365–377. */
function meanKappa(
  { nothing }: AgreementLayer,
  articles: readonly PreparedArticle[],
  labelled: boolean,
): Coefficient {
  const kappas = pairs(articles).flatMap((pair) => {
    const units = labelled ? 0 : sum(pair.map(unlabelled));
    const kappa = cohenKappa(pairRatings(nothing, pair), { category: nothing, units });
    return kappa === null ? [] : [kappa];
  });
  return kappas.length === 0 ? null : sum(kappas) / kappas.length;
}

/** The versions that an article has. */
const present = ({ versions }: PreparedArticle): PreparedVersion[] =>
  versions.filter((version) => version !== null);

/** The units of an article that somebody labels, by their index. */
export const labelledUnits = (article: PreparedArticle): Set<number> =>
  new Set(present(article).flatMap(({ categories }) => [...categories.keys()]));

/** How many units of an article nobody labels. */
const unlabelled = (article: PreparedArticle): number => article.units - labelledUnits(article).size;

/** The categories of the units that somebody labels, one from each annotator of the article. */
function* ratings(nothing: string, articles: readonly PreparedArticle[]): Generator<string[]> {
  for (const article of articles) {
    const versions = present(article);
    for (const i of labelledUnits(article))
      yield versions.map(({ categories }) => categories.get(i) ?? nothing);
  }
}

function* pairRatings(nothing: string, articles: readonly PairedArticle[]): Generator<[string, string]> {
  for (const article of articles) {
    const [{ categories: first }, { categories: second }] = article.versions;
    for (const i of labelledUnits(article)) yield [first.get(i) ?? nothing, second.get(i) ?? nothing];
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The articles that all of the annotators annotated. */
const complete = (articles: readonly PreparedArticle[]): PreparedArticle[] =>
  articles.filter(({ versions }) => versions.every((version) => version !== null));

const unitised = (articles: readonly PreparedArticle[]): UnitisedAlpha =>
  unitisedAlpha(
    complete(articles).map(({ length, versions }) => ({
      length,
      units: versions.map((version) => version?.continuum ?? []),
    })),
  );
