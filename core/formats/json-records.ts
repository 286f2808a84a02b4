import type { ReadProblem } from './format.ts';
import { parseJson } from './span-details.ts';

/** A record of a file, and the line that it stands on, counted from 1; 0 in a file that is one JSON list. */
export interface JsonRecord {
  readonly line: number;
  readonly data: unknown;
}

/** The records of a file of JSON lines, or of one that is a JSON list of them. What is no JSON is told. */
export function readJsonRecords(path: string, content: string, problems: ReadProblem[]): JsonRecord[] {
  if (content.trimStart().startsWith('[')) {
    const whole = parseJson(content);
    if ('data' in whole && Array.isArray(whole.data))
      return (whole.data as unknown[]).map((data) => ({ line: 0, data }));
  }
  return content.split('\n').flatMap((row, index) => {
    if (row.trim() === '') return [];
    const record = parseJson(row);
    if ('data' in record) return [{ line: index + 1, data: record.data }];
    problems.push({ path, line: index + 1, message: `no JSON: ${record.error}; left out` });
    return [];
  });
}
