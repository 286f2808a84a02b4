/** Datasets of JSON in which a value is another than it should be: every value in turn. */
import { describe, expect, it } from 'vitest';
import { textOfFile } from '../../core/formats/files.ts';
import type { DatasetFile } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/formats.ts';
import { parseJson } from '../../core/formats/span-details.ts';
import { CONTEXT, SAID, SAYING, write } from './formats.ts';

/** What stands in place of a value. The first one is no text for JavaScript either: String() throws at it. */
const WRONG: readonly unknown[] = [{ toString: 1 }, [{ toString: 1 }], null, true, -1, 0.5, 1e300, ''];

/** A value with one of those in it replaced, for each of them: itself, and what is in it. */
function* spoilt(value: unknown, wrong: unknown): Generator<unknown> {
  yield wrong;
  if (Array.isArray(value))
    for (const [i, one] of value.entries())
      for (const other of spoilt(one, wrong)) yield value.with(i, other);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value))
      for (const other of spoilt(one, wrong)) yield { ...value, [name]: other };
}

/** A file of JSON, or of lines of it, with each of its values replaced. */
function* spoiltFiles({ path, content }: DatasetFile, wrong: unknown): Generator<DatasetFile> {
  if (typeof content !== 'string') return;
  const whole = parseJson(content);
  const lines = 'data' in whole ? [content] : content.split('\n');
  for (const [i, line] of lines.entries()) {
    const json = parseJson(line);
    if (!('data' in json)) continue;
    for (const other of spoilt(json.data, wrong))
      yield { path, content: lines.with(i, JSON.stringify(other)).join('\n') };
  }
}

describe('a dataset with a value that is another than it should be', () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))(
    'is read as %s with spans within its texts, whatever the value',
    async (id, format) => {
      const { files } = await write(id, SAYING, SAID);
      for (const wrong of WRONG)
        for (const [i, file] of files.entries())
          for (const other of spoiltFiles(file, wrong)) {
            const where = `${other.path}: ${textOfFile(other.content)}`;
            const { documents } = await (async () => format.parse(files.with(i, other), CONTEXT))().catch(
              (error: unknown) => expect.fail(`${String(error)} at ${where}`),
            );
            for (const { text, spans } of documents)
              for (const { start, end } of spans)
                expect(0 <= start && start <= end && end <= text.length, where).toBe(true);
          }
    },
  );
});
