import { SPLITS } from '../../dataset/document.ts';
import type { DatasetDocument, DatasetLine, Split } from '../../dataset/document.ts';
import { offsetsFrom } from '../../text/offset-units.ts';
import type {
  DatasetFile,
  DatasetFormat,
  ReadDataset,
  ReadPiece,
  ReadProblem,
  WrittenDataset,
} from '../format.ts';
import { isOffset } from '../span-details.ts';
import { jsonPieces, readPieces } from './pieces.ts';
import { jsonRecords, textIn } from './records.ts';

/** One JSON object a line, one line a line of an article that is not blank, with its class. */
export const lineClasses: DatasetFormat = {
  id: 'line-classes',
  title: { en: 'Lines with their classes', ar: 'الأسطر مع أصنافها' },
  description: {
    en: 'One JSON object a line of an article: its words and class, to learn boilerplate from. Needs --boilerplate.',
    ar: 'كائن JSON لكل سطر من المقالة: كلماته وصنفه، لتعلّم الحواشي الآلية. يحتاج إلى ‎--boilerplate.',
  },
  suffix: '.jsonl',
  offsets: 'codepoint',
  layers: [],
  carries: [],
  holds: ['lines', 'published', 'split'],
  serialise,
  parse,
};

function serialise(documents: readonly DatasetDocument[]): WrittenDataset {
  const rows = documents.flatMap((document) =>
    document.lines.map((line) => {
      const { file, published, split, text } = document;
      const record = {
        file,
        line: line.number,
        class: line.class,
        silver: line.silver,
        text: text.slice(line.start, line.end),
        published,
        split,
        offsets: 'codepoint',
        pieces: jsonPieces(document, line),
      };
      return `${JSON.stringify(record)}\n`;
    }),
  );
  return { files: [{ path: '', content: rows.join('') }], losses: [] };
}

interface Lines {
  text: string;
  readonly lines: DatasetLine[];
  readonly pieces: ReadPiece[];
  published: string | null;
  split: Split | null;
}

/** Reads records; each document has its lines alone, one below the other. "label" is read for "class" too. */
function parse(files: readonly DatasetFile[]): ReadDataset {
  const problems: ReadProblem[] = [];
  const documents = new Map<string | null, Lines>();
  for (const { fields, tell } of jsonRecords(files, problems)) {
    const words = textIn(fields['text']);
    const lineClass = textIn(fields['class'] ?? fields['label']);
    if (words === null || lineClass === null) {
      tell('the record has no "text" and "class"');
      continue;
    }
    const file = textIn(fields['file']);
    const known = documents.get(file) ?? { text: '', lines: [], pieces: [], published: null, split: null };
    const start = known.lines.length === 0 ? 0 : known.text.length + 1;
    known.text += (start === 0 ? '' : '\n') + words;
    known.lines.push({
      start,
      end: known.text.length,
      number: isOffset(fields['line']) ? fields['line'] : known.lines.length + 1,
      class: lineClass,
      silver: fields['silver'] === true,
    });
    for (const piece of readPieces(fields['pieces'], offsetsFrom('codepoint', words)) ?? [])
      known.pieces.push({ ...piece, start: piece.start + start });
    known.published ??= textIn(fields['published']);
    known.split ??= SPLITS.find((one) => one === fields['split']) ?? null;
    documents.set(file, known);
  }
  return {
    documents: [...documents].map(([file, document]) => ({ file, ...document, spans: [] })),
    problems,
  };
}
