import { offsetsTo } from '../../text/offset-units.ts';
import { splitLines } from '../../text/lines.ts';
import type { AgreementLayer, LabelledSpan } from './layers.ts';
import { flatten, joined, unitsIn, unitsOf } from './units.ts';
import type { UnitRange } from './units.ts';
import type { Unit } from './unitised-alpha.ts';
import { worksOn } from './version.ts';
import type { AnnotatorVersion } from './version.ts';

/** An article with what several annotators made of it. */
export interface ComparedArticle {
  /** Its path in the project. */
  readonly article: string;
  readonly text: string;
  readonly versions: readonly AnnotatorVersion[];
}

/** What one annotator has of a layer in an article, as the measures take it. */
export interface PreparedVersion {
  readonly spans: readonly LabelledSpan[];
  /** The labels of the units that have one, by their index; those of nested spans joined by "+". */
  readonly categories: ReadonlyMap<number, string>;
  /** The spans without overlaps, in code points. */
  readonly continuum: readonly Unit[];
}

/** An article as the measures take it. */
export interface PreparedArticle {
  /** Code points. */
  readonly length: number;
  /** How many tokens or lines it has. */
  readonly units: number;
  /** One for each annotator that is compared, in their order; null: did not annotate the layer of this article. */
  readonly versions: readonly (PreparedVersion | null)[];
}

/** A span with the units that it labels, and in code points. */
interface PlacedSpan extends UnitRange {
  readonly span: LabelledSpan;
  readonly measured: Unit;
}

/** An article's spans of a layer by annotator, with all that does not depend on which labels are looked at. */
export interface LayerArticle {
  readonly units: number;
  readonly length: number;
  readonly spans: ReadonlyMap<string, readonly PlacedSpan[]>;
}

/**
 * Reads the accepted annotations of a layer, of some labels alone or of all (an empty list). Orphans stand nowhere and
 * are left out.
 */
export function layerArticle(
  layer: AgreementLayer,
  { text, versions }: ComparedArticle,
  labels: readonly string[],
): LayerArticle {
  const lines = splitLines(text);
  const measure = offsetsTo('codepoint', text);
  const units = layer.unit === null ? [] : unitsOf(text, layer.unit);
  const place = (span: LabelledSpan): PlacedSpan => ({
    span,
    measured: { start: measure(span.start), end: measure(span.end), label: span.label },
    ...unitsIn(units, span, layer.unit ?? 'token'),
  });
  return {
    units: units.length,
    length: measure(text.length),
    spans: new Map(
      versions
        .filter((version) => worksOn(version, layer.family))
        .map(({ annotator, annotations }) => [
          annotator,
          annotations
            .filter(({ family, decision }) => family === layer.family && decision === 'accepted')
            .flatMap((annotation) => layer.spansOf(text, lines, annotation))
            .filter(({ label }) => labels.length === 0 || labels.includes(label))
            .map(place),
        ]),
    ),
  };
}

/** What the measures count of an article for some annotators, of one label alone or of all (null). */
export const prepare = (
  layer: AgreementLayer,
  { units, length, spans }: LayerArticle,
  annotators: readonly string[],
  label: string | null,
): PreparedArticle => ({
  length,
  units,
  versions: annotators.map((annotator) => {
    const all = spans.get(annotator);
    if (!all) return null;
    const placed = label === null ? all : all.filter(({ span }) => span.label === label);
    return {
      spans: placed.map(({ span }) => span),
      categories: categoriesOf(placed),
      continuum: layer.isContinuum ? flatten(placed.map(({ measured }) => measured)) : [],
    };
  }),
});

function categoriesOf(placed: readonly PlacedSpan[]): Map<number, string> {
  const labels = new Map<number, string>();
  for (const { span, first, last } of placed)
    for (let i = first; i < last; i++) {
      const known = labels.get(i);
      labels.set(i, known === undefined ? span.label : joined([...known.split('+'), span.label]));
    }
  return labels;
}
