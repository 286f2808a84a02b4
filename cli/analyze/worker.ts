/** A thread of `hashiya analyze --jobs`: an engine of its own over the data that all of them share. */
import { workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import { loadEngine } from '../engine.ts';
import type { EngineData } from '../engine.ts';
import { analyseInput, countInput } from './article.ts';
import type { ArticleInput, ReportOptions } from './article.ts';

const engine = loadEngine(workerData as EngineData);

workerpool.worker({
  analyse: (input: ArticleInput, options: ReportOptions) => analyseInput(engine, input, options),
  count: countInput,
});
