import { textOfFile } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem } from '../format.ts';
import { cellsOf, columnsOf } from './columns.ts';
import type { Row } from './columns.ts';
import { bracketTags, isConll2012, COLUMNS_2012 } from './conll-2012.ts';
import { decodeTags, detectScheme, TAG } from './schemes.ts';

/**
 * Reads column files of named entities, as many programs write them: two columns or more, parted by blanks or tabs,
 * with comments or without, in IOB1, IOB2, BILOU or BIOES; and CoNLL-2012, whose entities are in brackets. The text is
 * the tokens parted by blanks, the sentences by newlines.
 */
export function readConll(files: readonly DatasetFile[]): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    const tell = (line: number, message: string): void => void problems.push({ path, line, message });
    documents.push(...readFile(textOfFile(content).split(/\r\n|[\r\n]/), tell));
  }
  return { documents, problems };
}

type Tell = (line: number, message: string) => void;

function readFile(lines: readonly string[], tell: Tell): ReadDocument[] {
  const documents = sentencesOf(lines);
  const sentences = documents.flat();
  const is2012 = isConll2012(lines);
  const columns = is2012 ? COLUMNS_2012 : columnsOf(sentences);
  const tagsOf = (sentence: readonly Row[]): string[] => {
    if (columns.tag < 0) return sentence.map(() => 'O');
    const cells = sentence.map(({ cells: all }) => all[columns.tag]);
    const tags = is2012 ? bracketTags(cells) : cells;
    return tags.map((tag, i) => {
      if (tag !== undefined && TAG.test(tag)) return tag;
      const what = tag === undefined ? 'the row has too few columns' : `"${tag}" is no IOB tag`;
      tell(sentence[i]?.line ?? 0, `${what}; the token is read as one outside of entities`);
      return 'O';
    });
  };
  const tags = new Map(sentences.map((sentence) => [sentence, tagsOf(sentence)]));
  const scheme = detectScheme([...tags.values()]);
  return documents.map((document) => {
    let text = '';
    const spans: { layer: 'entities'; label: string; start: number; end: number }[] = [];
    for (const sentence of document) {
      const places = sentence.map(({ cells }, i) => {
        if (text !== '') text += i === 0 ? '\n' : ' ';
        const start = text.length;
        text += cells[columns.token] ?? '';
        return { start, end: text.length };
      });
      const decoded = decodeTags(scheme, tags.get(sentence) ?? []);
      for (const { token, message } of decoded.flaws)
        tell(sentence[token]?.line ?? 0, `${message} (the file is in ${scheme})`);
      for (const { start, end, label } of decoded.spans)
        spans.push({
          layer: 'entities',
          label,
          start: places[start]?.start ?? 0,
          end: places[end - 1]?.end ?? 0,
        });
    }
    return { file: null, text, spans };
  });
}

/** The rows of a file by document and sentence. Where nothing begins a document, the file is one. */
function sentencesOf(lines: readonly string[]): Row[][][] {
  const documents: Row[][][] = [];
  let sentences: Row[][] | null = null;
  let rows: Row[] | null = null;
  const begin = (): Row[][] => {
    const started: Row[][] = [];
    documents.push(started);
    return started;
  };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') rows = null;
    else if (DOCUMENT_START.test(line)) [sentences, rows] = [begin(), null];
    else if (!isComment(line)) {
      sentences ??= begin();
      if (!rows) sentences.push((rows = []));
      rows.push({ line: index + 1, cells: cellsOf(line) });
    }
  }
  return documents;
}

/** CoNLL-2003's row that is no token, CoNLL-U's comment, CoNLL-2012's line. */
const DOCUMENT_START = /^(?:-DOCSTART-|#\s*newdoc\b|#begin document\b)/;

/** "#" is a token where a tag stands in its row. */
const isComment = (line: string): boolean =>
  line.startsWith('#') &&
  (/^#\s*[\w.:]+\s*=/.test(line) ||
    !cellsOf(line)
      .slice(1)
      .some((cell) => TAG.test(cell)));
