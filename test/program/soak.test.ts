import { rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { soak } from '../soak/soak.ts';
import { buildServer } from './server-process.ts';

/** The same by the hour: `npm run soak`. */
const SECONDS = 20;
const ARTICLES = 30;
const SEED = Number(process.env['HASHIYA_SEED'] ?? 20_260_102);

let program = '';
beforeAll(() => {
  program = buildServer();
  return () => rmSync(program, { recursive: true });
});

describe('an annotator by chance', () => {
  it(
    `for ${SECONDS} s at ${ARTICLES} articles: no error, marks as of a server started afresh, on disk what was acknowledged`,
    { timeout: 600_000 },
    async () => {
      const report = await soak({
        program,
        samples: path.join(import.meta.dirname, '../../samples/articles'),
        milliseconds: SECONDS * 1000,
        articles: ARTICLES,
        seed: SEED,
      });
      expect(report.failures, `seed ${SEED}`).toEqual([]);
      expect(report.compared).toBeGreaterThan(0);
      expect(report.annotations).toBeGreaterThan(0);
    },
  );
});
