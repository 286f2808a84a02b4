import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStore } from '../../core/annotations/store.ts';
import type { DatasetFile } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/formats.ts';
import { importIntoArticle } from '../../core/importing/import-article.ts';
import { IMPORTED } from '../../core/importing/import-document.ts';
import type { ImportRules } from '../../core/importing/import-document.ts';
import { annotatedText } from '../unit/arbitrary-annotations.ts';
import { CONTEXT, write } from '../unit/formats.ts';
import { mutatedBytes, mutatedJson, mutatedText } from './mutations.ts';

/** A file of a dataset, spoilt as the bytes that it is, as a text, or as JSON. */
function spoiltFile({ path, content }: DatasetFile): fc.Arbitrary<DatasetFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const json = text.split('\n').flatMap(valueOf);
  const contents: fc.Arbitrary<string | Uint8Array>[] = [
    mutatedBytes(fc.constant(bytes)),
    mutatedText(fc.constant(text)),
    ...(json.length > 0
      ? [
          mutatedJson(fc.constant(json)).map((values) =>
            Array.isArray(values) ? values.map((value) => JSON.stringify(value) ?? '').join('\n') : '',
          ),
        ]
      : []),
  ];
  return fc.record({ path: fc.constant(path), content: fc.oneof(...contents) });
}

function valueOf(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

let ids = 0;
const RULES: ImportRules = {
  annotator: 'salma',
  now: '2026-01-02T03:04:05Z',
  newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  source: `${IMPORTED}fuzz`,
  familyOf: (label) => (label === 'direct' ? 'quotation' : label === 'ad' ? 'boilerplate' : 'entity'),
  rename: new Map(),
  silver: true,
};

describe('a spoilt dataset', () => {
  // Now and then it is one of another format: people choose the wrong one.
  const chosen = fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, fc.constantFrom(...FORMATS));

  it.each(FORMATS.map((format) => [format.id, format] as const))(
    'is read as %s with spans within its texts and problems in words, and what is read can be imported',
    async (_id, format) => {
      await fc.assert(
        fc.asyncProperty(annotatedText, chosen, fc.gen(), async ([text, annotations], other, gen) => {
          const { files } = await write((other ?? format).id, text, annotations);
          const spoilt = files.map((file) => gen(spoiltFile, file));
          const { documents, problems } = await format.parse(spoilt, CONTEXT);
          for (const { message } of problems) expect(message).toMatch(/\S/);
          for (const document of documents)
            for (const { start, end } of document.spans)
              expect(
                0 <= start && start <= end && end <= document.text.length,
                `${start}–${end} of ${document.text.length}`,
              ).toBe(true);
          const imported = importIntoArticle(documents, { path: 'x.txt', text }, null, 'marks', RULES, 'x');
          expect(parseStore(imported?.content ?? '', text).problems).toEqual([]);
        }),
        { numRuns: 20 },
      );
    },
  );
});
