import { textHash } from '../../annotations/store.ts';
import type { DatasetContext } from '../../dataset/context.ts';
import { SPLITS } from '../../dataset/document.ts';
import type { DatasetDocument } from '../../dataset/document.ts';
import { offsetsFrom } from '../../text/offset-units.ts';
import { textOfFile, textPathOf, verbatimText } from '../files.ts';
import type {
  DatasetFile,
  DatasetFormat,
  ReadDataset,
  ReadDocument,
  ReadProblem,
  WrittenDataset,
} from '../format.ts';
import { jsonPieces, readPieces } from './pieces.ts';
import { jsonRecords, textIn } from './records.ts';

const MAP = 'map.jsonl';

/**
 * The articles' texts as files, without boilerplate unless that is kept, under "texts/"; and "map.jsonl" with one
 * object a text: which stretches of the article it is made of, in Unicode code points.
 */
export const cleanText: DatasetFormat = {
  id: 'clean-text',
  title: { en: 'Clean text', ar: 'نص نظيف' },
  description: {
    en: 'A folder of the articles’ own text, without boilerplate, and a map back to the articles; offsets in code points.',
    ar: 'مجلد فيه نص المقالات وحده، من دون حواشٍ آلية، مع خريطة الرجوع إلى المقالات؛ والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '',
  offsets: 'codepoint',
  layers: [],
  carries: [],
  holds: ['text', 'pieces', 'published', 'split'],
  serialise,
  parse,
};

function serialise(documents: readonly DatasetDocument[], { tool }: DatasetContext): WrittenDataset {
  const rows = documents.map((document) => {
    const { file, text, published, split } = document;
    const record = {
      file,
      path: pathOf(file),
      offsets: 'codepoint',
      published,
      split,
      tool,
      sha256: textHash(text),
      pieces: jsonPieces(document),
    };
    return `${JSON.stringify(record)}\n`;
  });
  const texts = documents.map(({ file, text }) => ({ path: pathOf(file), content: text }));
  return { files: [{ path: MAP, content: rows.join('') }, ...texts], losses: [] };
}

const pathOf = (file: string): string => `texts/${textPathOf(file)}`;

/** Reads texts by their map; texts that no map names, as other programs leave them, are documents without one. */
function parse(files: readonly DatasetFile[]): ReadDataset {
  const isMap = ({ path }: DatasetFile): boolean => path === MAP || path.endsWith(`/${MAP}`);
  const others = new Map(files.filter((file) => !isMap(file)).map((file) => [file.path, file]));
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const map of files.filter(isMap)) {
    const folder = map.path.slice(0, -MAP.length);
    for (const { fields, tell } of jsonRecords([map], problems)) {
      const path = `${folder}${textIn(fields['path']) ?? pathOf(textIn(fields['file']) ?? '')}`;
      const file = others.get(path);
      if (!file) {
        tell(`there is no file "${path}": put the text where the map says, or take the line out`);
        continue;
      }
      others.delete(path);
      const text = verbatimText(file.content);
      const pieces = readPieces(fields['pieces'], offsetsFrom('codepoint', text));
      const sha256 = textIn(fields['sha256']);
      if (sha256 !== null && sha256 !== textHash(text))
        tell(`"${path}" has changed since the map was made: its pieces may be wrong`);
      documents.push({
        file: textIn(fields['file']),
        text,
        published: textIn(fields['published']),
        split: SPLITS.find((one) => one === fields['split']) ?? null,
        ...(pieces ? { pieces } : {}),
        spans: [],
      });
    }
  }
  for (const { path, content } of others.values())
    if (path === '' || path.endsWith('.txt'))
      documents.push({ file: path || null, text: textOfFile(content), spans: [] });
  return { documents, problems };
}
