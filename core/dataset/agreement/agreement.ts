import { AGREEMENT_LAYERS } from './layers.ts';
import type { AgreementLayer } from './layers.ts';
import type { Coefficient } from './kappa.ts';
import { appliesTo, labelledUnits, MEASURES } from './measures.ts';
import type { MeasureId } from './measures.ts';
import { layerArticle, prepare } from './prepare.ts';
import type { ComparedArticle, LayerArticle } from './prepare.ts';

/** The figures of a layer, of a label or of two annotators; null: undefined; none: the measure does not apply. */
type Figures = Readonly<Partial<Record<MeasureId, Coefficient>>>;

/** How far annotators agree in one layer. */
export interface LayerAgreement {
  readonly layer: AgreementLayer['id'];
  /** What kappa and alpha count. */
  readonly unit: AgreementLayer['unit'];
  /** Who annotated the layer, in the order asked for. */
  readonly annotators: readonly string[];
  /** How many articles at least two of them annotated. */
  readonly articles: number;
  /** How many tokens or lines those have, and how many at least one annotator labelled. */
  readonly units: number;
  readonly labelledUnits: number;
  /** How many spans each annotator has, in the order of the annotators. */
  readonly spans: readonly number[];
  readonly figures: Figures;
  /** Each label by itself, all else being unlabelled; the frequent ones first. */
  readonly labels: readonly {
    readonly label: string;
    readonly spans: readonly number[];
    readonly figures: Figures;
  }[];
  /** Every two annotators, where there are more. */
  readonly pairs: readonly {
    readonly annotators: readonly [string, string];
    readonly articles: number;
    readonly figures: Figures;
  }[];
}

/**
 * How far annotators agree on articles that they share, by layer; of some labels alone, all else being unlabelled, or of
 * all (an empty list). A layer that fewer than two of them annotated has no figures and is left out.
 */
export const agreementOf = (
  articles: readonly ComparedArticle[],
  annotators: readonly string[],
  layers: readonly AgreementLayer[] = AGREEMENT_LAYERS,
  labels: readonly string[] = [],
): LayerAgreement[] =>
  layers.flatMap((layer) => {
    const read = articles
      .map((article) => layerArticle(layer, article, labels))
      .filter(({ spans }) => annotators.filter((annotator) => spans.has(annotator)).length > 1);
    const present = annotators.filter((annotator) => read.some(({ spans }) => spans.has(annotator)));
    return read.length === 0 ? [] : [ofLayer(layer, read, present)];
  });

function ofLayer(
  layer: AgreementLayer,
  articles: readonly LayerArticle[],
  annotators: readonly string[],
): LayerAgreement {
  const counts = new Map<string, number[]>();
  const total = annotators.map(() => 0);
  for (const { spans } of articles)
    for (const [i, annotator] of annotators.entries())
      for (const { span } of spans.get(annotator) ?? []) {
        const { label } = span;
        let own = counts.get(label);
        if (!own) counts.set(label, (own = annotators.map(() => 0)));
        own[i] = (own[i] ?? 0) + 1;
        total[i] = (total[i] ?? 0) + 1;
      }
  const prepared = articles.map((article) => prepare(layer, article, annotators, null));
  return {
    layer: layer.id,
    unit: layer.unit,
    annotators,
    articles: articles.length,
    units: articles.reduce((sum, { units }) => sum + units, 0),
    labelledUnits: prepared.reduce((sum, article) => sum + labelledUnits(article).size, 0),
    spans: total,
    figures: figuresOf(layer, articles, annotators, null),
    labels: [...counts]
      .sort(([a, x], [b, y]) => sumOf(y) - sumOf(x) || (a < b ? -1 : 1))
      .map(([label, spans]) => ({ label, spans, figures: figuresOf(layer, articles, annotators, label) })),
    pairs:
      annotators.length < 3
        ? []
        : annotators.flatMap((one, i) =>
            annotators.slice(i + 1).map((other) => {
              const shared = articles.filter(({ spans }) => spans.has(one) && spans.has(other));
              return {
                annotators: [one, other] as const,
                articles: shared.length,
                figures: figuresOf(layer, shared, [one, other], null),
              };
            }),
          ),
  };
}

function figuresOf(
  layer: AgreementLayer,
  articles: readonly LayerArticle[],
  annotators: readonly string[],
  label: string | null,
): Figures {
  const prepared = articles.map((article) => prepare(layer, article, annotators, label));
  return Object.fromEntries(
    MEASURES.filter((measure) => appliesTo(measure, layer) && (label === null || measure.byLabel)).map(
      (measure) => [measure.id, measure.of(layer, prepared)],
    ),
  );
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
