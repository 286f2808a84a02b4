import { expect, it } from 'vitest';
import { calibrate, printCalibration } from './calibration.ts';

const marks = (confidence: number, right: number, of: number) =>
  Array.from({ length: of }, (_, i) => ({ confidence, right: i < right }));

it('a confidence that says the share that is right has no error', () => {
  expect(calibrate([...marks(0.25, 1, 4), ...marks(0.95, 19, 20)]).error).toBeCloseTo(0);
});

it('the error is the distance of confidence and share right, weighted by marks', () => {
  const { bins, error } = calibrate([...marks(0.95, 5, 10), ...marks(0.15, 3, 30)]);
  expect(error).toBeCloseTo((10 * 0.45 + 30 * 0.05) / 40);
  expect(bins.filter((bin) => bin.marks > 0)).toEqual([
    { from: 0.1, to: 0.2, marks: 30, confidence: expect.closeTo(0.15), right: 3 },
    { from: 0.9, to: 1, marks: 10, confidence: expect.closeTo(0.95), right: 5 },
  ]);
});

it('certainty belongs to the last bin', () => {
  expect(calibrate(marks(1, 1, 1)).bins.at(-1)?.marks).toBe(1);
});

it('is printed without the bins that are empty', () => {
  expect(printCalibration(calibrate(marks(0.95, 9, 10))).split('\n')).toEqual([
    expect.stringContaining('== calibration'),
    expect.stringMatching(/^0\.9–1\.0 +confidence 0\.950 {2}right 0\.900 {3}\(9 of 10\)$/),
    expect.stringMatching(/^expected calibration error +0\.0500$/),
  ]);
});
