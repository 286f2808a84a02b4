import type { LayerAgreement } from '../core/dataset/agreement/agreement.ts';
import type { AgreementLayer } from '../core/dataset/agreement/layers.ts';
import type { MeasureId } from '../core/dataset/agreement/measures.ts';
import { figure, titleOf } from './describe-agreement.ts';
import { UsageError } from './files.ts';

/** A layer that was held to the least agreement asked for. */
export interface Judged {
  readonly layer: AgreementLayer['id'];
  readonly measure: MeasureId;
  readonly minimum: number;
  /** Null: undefined. */
  readonly value: number | null;
  /** Whether it is not below. What is undefined shows no disagreement either. */
  readonly reached: boolean;
}

/**
 * Holds the layers asked for to a figure; where none is asked for (null), entities, or else the first layer there is.
 * @throws UsageError if a layer asked for has no such measure.
 */
export function judge(
  agreement: readonly LayerAgreement[],
  minimum: number,
  measure: MeasureId,
  asked: readonly string[] | null,
): Judged[] {
  const usual = agreement.find(({ layer }) => layer === 'entities') ?? agreement[0];
  const held = asked ? agreement.filter(({ layer }) => asked.includes(layer)) : usual ? [usual] : [];
  return held.map(({ layer, figures }) => {
    const value = figures[measure];
    if (value === undefined)
      throw new UsageError(`${layer} have no ${titleOf(measure)}; choose another --measure or --layer`);
    return { layer, measure, minimum, value, reached: value === null || value >= minimum };
  });
}

/** What is to be told of a layer that was held to a figure: null where all is well. */
export function describeJudged({ layer, measure, minimum, value, reached }: Judged): string | null {
  if (value === null) return `${layer}: ${titleOf(measure)} is undefined, so that --min says nothing of it`;
  // Rounded it may look as if it were not below.
  const shown = Number(figure(value)) < minimum ? figure(value) : String(value);
  return reached ? null : `${layer}: ${titleOf(measure)} is ${shown}, below ${minimum}`;
}
