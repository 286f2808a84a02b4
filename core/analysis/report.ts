import type { LineClass } from '../labels/line-classes.ts';
import type { BoilerplateMark, EntityMark, QuotationMark } from '../labels/marks.ts';
import type { Value } from '../labels/values.ts';
import { offsetsTo } from '../text/offset-units.ts';
import type { OffsetUnit } from '../text/offset-units.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';

interface ReportedSpan extends Span {
  readonly text: string;
}

/** The line that `hashiya analyze` prints for one file; others build on its form. Offsets are in `offsets`, end exclusive. */
export interface AnalysisReport {
  readonly file: string;
  readonly offsets: OffsetUnit;
  readonly language: 'ar';
  /** YYYY-MM-DD. */
  readonly published: string | null;
  /** Every non-blank line, counted from 1 by "\n". */
  readonly lines: readonly { readonly line: number; readonly class: LineClass }[];
  readonly boilerplate: readonly (Span & Pick<BoilerplateMark, 'class'>)[];
  readonly entities: readonly (ReportedSpan & {
    readonly label: EntityMark['label'];
    readonly canonical: string;
    readonly value: Value | null;
    readonly confidence: number;
    readonly source: string;
    /** Only with weak suggestions: whether it is one. */
    readonly weak?: boolean;
  })[];
  readonly quotations: readonly (Span & {
    readonly kind: QuotationMark['kind'];
    readonly speaker: ReportedSpan | null;
    readonly canonical: string | null;
    readonly cue: ReportedSpan | null;
  })[];
}

/**
 * Reports an analysis in the form of the command line's contract, offsets converted to `offsets`.
 * @param weak whether the entities that the engine is less sure of are among the others, flagged
 */
export function reportAnalysis(
  analysis: Analysis,
  file: string,
  offsets: OffsetUnit = 'codepoint',
  weak = false,
): AnalysisReport {
  const { text, lines } = analysis.article;
  const convert = offsetsTo(offsets, text);
  const span = ({ start, end }: Span): Span => ({ start: convert(start), end: convert(end) });
  const quoted = (of: Span): ReportedSpan => ({ ...span(of), text: text.slice(of.start, of.end) });
  const entity = (mark: EntityMark): AnalysisReport['entities'][number] => ({
    ...span(mark),
    label: mark.label,
    text: text.slice(mark.start, mark.end),
    canonical: mark.canonical,
    value: mark.value,
    confidence: mark.confidence,
    source: mark.source,
  });
  const sure = analysis.entities.map(entity);
  return {
    file,
    offsets,
    language: 'ar',
    published: analysis.published,
    lines: lines.flatMap((line, i) => {
      const lineClass = analysis.classes[i];
      return lineClass ? [{ line: line.number, class: lineClass }] : [];
    }),
    boilerplate: analysis.boilerplate.map((mark) => ({ ...span(mark), class: mark.class })),
    entities: weak
      ? [...sure, ...analysis.weak.map((mark) => ({ ...entity(mark), weak: true }))].sort(
          (a, b) => a.start - b.start,
        )
      : sure,
    quotations: analysis.quotations.map((mark) => ({
      kind: mark.kind,
      ...span(mark),
      speaker: mark.speaker && quoted(mark.speaker),
      canonical: mark.canonical,
      cue: mark.cue && quoted(mark.cue),
    })),
  };
}
