import type { Analysis } from '../../core/analysis/analysis.ts';
import { reportAnalysis } from '../../core/analysis/report.ts';
import { offsetsTo } from '../../core/text/offset-units.ts';
import type { Span } from '../../core/text/span.ts';
import type { GoldArticle } from '../gold.ts';
import type { ScoredArticle } from './score.ts';

/** An article and its analysis in code points, the unit in which `hashiya analyze` reports. */
export function inCodePoints(gold: GoldArticle, analysis: Analysis): ScoredArticle {
  const convert = offsetsTo('codepoint', gold.text);
  const to = <T extends Span>(span: T): T => ({
    ...span,
    start: convert(span.start),
    end: convert(span.end),
  });
  return {
    gold: {
      ...gold,
      lines: gold.lines.map(to),
      entities: gold.entities.map(to),
      quotations: gold.quotations.map((quotation) => ({
        ...to(quotation),
        speaker: quotation.speaker && to(quotation.speaker),
      })),
    },
    found: reportAnalysis(analysis, gold.name),
  };
}
