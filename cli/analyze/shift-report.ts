import type { AnalysisReport } from '../../core/analysis/report.ts';

/** The report with all offsets counted from `by` earlier: a byte order mark that the engine did not see. */
export function shiftReport(report: AnalysisReport, by: number): AnalysisReport {
  const shift = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...report,
    boilerplate: report.boilerplate.map(shift),
    entities: report.entities.map(shift),
    quotations: report.quotations.map((quotation) => ({
      ...shift(quotation),
      speaker: quotation.speaker && shift(quotation.speaker),
      cue: quotation.cue && shift(quotation.cue),
    })),
  };
}
