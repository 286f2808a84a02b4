import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { reportAnalysis } from '../../core/analysis/report.ts';
import { readSamples } from './articles.ts';
import { lexicon, weights } from './lexicon.ts';

/**
 * The whole analysis of each sample article, one mark a line, held against test/golden/. After a change that is meant,
 * look at the difference and renew the files with `npx vitest run test/unit/golden -u`.
 */
describe('the analysis of the sample articles', () => {
  const analyser = createAnalyser(lexicon, weights);
  it.each(readSamples())('$name', async ({ name, text }) => {
    const analysis = analyser.analyse(text);
    const report = reportAnalysis(analysis, name);
    const rows = (['lines', 'boilerplate', 'entities', 'quotations'] as const).flatMap((family) =>
      report[family].map((row) => `${family} ${JSON.stringify(row, inTenths)}`),
    );
    const problems = analysis.problems.map(
      ({ code, start, end }) => `problems ${JSON.stringify({ code, text: text.slice(start, end) })}`,
    );
    const golden = [`published ${report.published}`, ...rows, ...problems].join('\n') + '\n';
    await expect(golden).toMatchFileSnapshot(path.join('../golden', `${name}.golden`));
  });
});

/** Confidences in tenths: finer ones move with every change of what is learnt. */
const inTenths = (key: string, value: unknown): unknown =>
  key === 'confidence' ? Math.round((value as number) * 10) / 10 : value;
