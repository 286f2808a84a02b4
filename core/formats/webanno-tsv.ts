import type { DatasetContext } from '../dataset/context.ts';
import { linesOfAnnotations, spansOfAnnotations } from './cas/spans.ts';
import { TYPE_SYSTEM, TYPE_SYSTEM_FILE } from './cas/type-system.ts';
import { textOfFile } from './files.ts';
import type { DatasetFile, DatasetFormat, ReadDataset, ReadDocument, ReadProblem } from './format.ts';
import { readTsv } from './webanno/read.ts';
import { writeTsv } from './webanno/write.ts';

const SUFFIX = '.tsv';

/**
 * WebAnno TSV 3.3 as INCEpTION reads and writes it (its user guide, "WebAnno TSV 3.3 File format"), one file an
 * article, with the type system that the layers of a project are made from. Offsets are UTF-16 code units.
 */
export const webannoTsv: DatasetFormat = {
  id: 'webanno-tsv',
  title: { en: 'WebAnno TSV 3.3', ar: 'WebAnno TSV 3.3' },
  description: {
    en: 'For INCEpTION and WebAnno: a table of tokens with layers of entities, quotations with speakers and cues, boilerplate and lines; a folder with one file an article, offsets in UTF-16 code units.',
    ar: 'لبرنامجي INCEpTION وWebAnno: جدول كلمات مع طبقات للكيانات والاقتباسات بقائليها وألفاظ القول والحواشي الآلية والأسطر؛ مجلد فيه ملف لكل مقال، والمواضع بوحدات UTF-16.',
  },
  suffix: '',
  offsets: 'utf16',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: ['speaker', 'cue', 'canonical', 'value', 'silver', 'annotator'],
  serialise: (documents) => ({
    files: [
      { path: TYPE_SYSTEM_FILE, content: TYPE_SYSTEM },
      ...documents.map((document) => ({ path: document.file + SUFFIX, content: writeTsv(document) })),
    ],
    losses: [],
  }),
  parse,
};

function parse(files: readonly DatasetFile[], context: Pick<DatasetContext, 'layerOf'>): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    if (path.endsWith('.xml')) continue;
    const read = readTsv(textOfFile(content), path);
    if (!read) {
      problems.push({
        path,
        line: 1,
        message: 'the first line is not "#FORMAT=WebAnno TSV 3.3"; export the document as WebAnno TSV v3.3',
      });
      continue;
    }
    const { spans, problems: omitted } = spansOfAnnotations(read.annotations, context);
    problems.push(...read.problems, ...omitted.map((message) => ({ path, line: 0, message })));
    const name = path.endsWith(SUFFIX) ? path.slice(0, -SUFFIX.length) : path;
    documents.push({
      file: name === '' ? null : name,
      text: read.text,
      lines: linesOfAnnotations(read.annotations),
      spans,
    });
  }
  return { documents, problems };
}
