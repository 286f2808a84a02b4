import type { AnalysisReport } from '../../core/analysis/report.ts';
import type { GoldArticle } from '../gold.ts';

/** Marks of like confidence: how sure they are on average, and how many of them are right. */
interface CalibrationBin {
  /** Confidence from, up to but without `to` (1 is in the last bin). */
  readonly from: number;
  readonly to: number;
  readonly marks: number;
  /** The mean confidence of the marks. */
  readonly confidence: number;
  readonly right: number;
}

export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /** The expected calibration error: the mean distance of confidence and share right, weighted by marks. */
  readonly error: number;
}

const BINS = 10;

/** A mark as far as calibration goes: its confidence, and whether its span and label are what the annotator set. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** Judges the entities found in an article against those annotated; offsets of one unit. */
export function judge(gold: GoldArticle, found: AnalysisReport['entities']): Judged[] {
  const annotated = new Set(gold.entities.map(({ start, end, label }) => `${start} ${end} ${label}`));
  return found.map(({ start, end, label, confidence }) => ({
    confidence,
    right: annotated.has(`${start} ${end} ${label}`),
  }));
}

/**
 * The reliability of confidences in ten bins of equal width, with the expected calibration error (Naeini et al. 2015,
 * "Obtaining well calibrated probabilities using Bayesian binning").
 */
export function calibrate(marks: readonly Judged[]): Calibration {
  const bins = Array.from({ length: BINS }, (_, i) => {
    const within = marks.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === i);
    const sum = within.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: i / BINS,
      to: (i + 1) / BINS,
      marks: within.length,
      confidence: within.length === 0 ? 0 : sum / within.length,
      right: within.filter(({ right }) => right).length,
    };
  });
  const distance = bins.reduce(
    (sum, { marks: count, confidence, right }) => sum + Math.abs(count * confidence - right),
    0,
  );
  return { bins, error: marks.length === 0 ? 0 : distance / marks.length };
}

/** The bins that have marks, and the expected calibration error, in print. */
export const printCalibration = ({ bins, error }: Calibration): string =>
  [
    '== calibration: of the entities marked with about this confidence, the share that is right',
    ...bins
      .filter(({ marks }) => marks > 0)
      .map(({ from, to, marks, confidence, right }) => {
        const share = `confidence ${confidence.toFixed(3)}  right ${(right / marks).toFixed(3)}`;
        return `${`${from.toFixed(1)}–${to.toFixed(1)}`.padEnd(32)} ${share}   (${right} of ${marks})`;
      }),
    `${'expected calibration error'.padEnd(32)} ${error.toFixed(4)}`,
  ].join('\n');
