import type { DatasetContext } from '../../dataset/context.ts';
import { byPath, textOfFile } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem } from '../format.ts';
import { spansOfGraph } from '../graph.ts';
import type { ReadNode } from '../graph.ts';
import { renamedIn } from './config.ts';
import { readLines } from './lines.ts';
import type { TextBound } from './lines.ts';
import { labelOfBrat } from './names.ts';
import { BLANKS, readingsOf } from './text.ts';
import type { Reading } from './text.ts';
import { readTies } from './ties.ts';

/** The files in which annotations stand: brat's own, and the parts of the BioNLP shared tasks. */
const ANNOTATION_FILE = /\.(?:ann|a1|a2|rel|co)$/;

/**
 * Reads a folder of brat's. A .txt counts where annotations stand beside it; of each span the text column is compared
 * with the text, which also tells how offsets were counted.
 */
export function parseBrat(
  files: readonly DatasetFile[],
  context: Pick<DatasetContext, 'layerOf'>,
): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  const sorted = byPath(files);
  const texts = new Map(sorted.filter(({ path }) => path.endsWith('.txt')).map((file) => [file.path, file]));
  const articles = new Map(
    sorted.flatMap(({ path, content }) => {
      if (!/(?:^|\/)annotation\.conf$/.test(path)) return [];
      const folder = path.slice(0, -'annotation.conf'.length);
      return [...renamedIn(textOfFile(content))].map(([textFile, article]): [string, string] => [
        folder + textFile,
        folder + article,
      ]);
    }),
  );
  const annotations = new Map<string, DatasetFile[]>();
  for (const file of sorted)
    if (ANNOTATION_FILE.test(file.path)) {
      const path = file.path.replace(ANNOTATION_FILE, '.txt');
      annotations.set(path, [...(annotations.get(path) ?? []), file]);
    }
  for (const [path, parts] of annotations) {
    const file = texts.get(path);
    if (file) {
      const read = readDocument(textOfFile(file.content), parts, context);
      documents.push({ file: articles.get(path) ?? path, ...read.document });
      problems.push(...read.problems);
    } else
      problems.push({
        path: (parts[0] as DatasetFile).path,
        line: 0,
        message: `there is no ${path} beside it, whose text the annotations are about: put it there`,
      });
  }
  return { documents, problems };
}

function readDocument(
  text: string,
  parts: readonly DatasetFile[],
  context: Pick<DatasetContext, 'layerOf'>,
): { readonly document: Omit<ReadDocument, 'file'>; readonly problems: readonly ReadProblem[] } {
  const problems: ReadProblem[] = [];
  const lines = parts.flatMap(({ path, content }) => readLines(path, textOfFile(content), problems));
  const bounds = lines.filter((line) => line.kind === 'text');
  const reading = bestReading(text, bounds);
  if (reading.problem !== null && parts[0])
    problems.push({ path: parts[0].path, line: 0, message: reading.problem });
  const nodes = new Map<string, ReadNode<string>>();
  for (const bound of bounds) {
    const found = wordsOf(text, bound, reading.convert);
    const problem = found === null || !isSame(found.words, bound.words) ? 'other words' : found.problem;
    if (found === null || problem === 'other words')
      problems.push({
        path: bound.path,
        line: bound.line,
        message: `${bound.id}: its text column does not say what stands there in the text${
          found ? `, "${found.words}"` : ''
        }; left out`,
      });
    else if (nodes.has(bound.id))
      problems.push({
        path: bound.path,
        line: bound.line,
        message: `there is another ${bound.id}; left out`,
      });
    else {
      if (problem !== null)
        problems.push({ path: bound.path, line: bound.line, message: `${bound.id} ${problem}` });
      nodes.set(bound.id, {
        key: bound.id,
        label: labelOfBrat(bound.label),
        start: found.start,
        end: found.end,
      });
    }
  }
  const relations = readTies(lines, nodes, problems);
  return {
    document: { text, spans: spansOfGraph([...nodes.values()], relations, context) },
    problems,
  };
}

/** The first way of counting in which most text columns say what stands in the text. */
function bestReading(
  text: string,
  bounds: readonly TextBound[],
): Reading & { readonly problem: string | null } {
  const readings = readingsOf(text);
  let best: { reading: Reading; count: number } | null = null;
  for (const reading of readings) {
    const count = bounds.filter((bound) => {
      const found = wordsOf(text, bound, reading.convert);
      return found !== null && isSame(found.words, bound.words);
    }).length;
    if (!best || count > best.count) best = { reading, count };
    if (count === bounds.length) break;
  }
  const { reading } = best as { reading: Reading };
  const isOwn = reading === readings[0];
  return { ...reading, problem: isOwn ? null : `its offsets were taken to count ${reading.name}` };
}

/** Where a span stands in the text and what its fragments say, as one span; null where it lies beyond the text. */
function wordsOf(
  text: string,
  { pieces }: TextBound,
  convert: (offset: number) => number,
): {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly problem: string | null;
} | null {
  const spans = pieces.map(([start, end]) => ({ start: convert(start), end: convert(end) }));
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  if (start >= end) return null;
  const words = spans.map((span) => text.slice(span.start, span.end)).join(' ');
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  const isWhole = inOrder.every(
    (span, i) => text.slice(inOrder[i - 1]?.end ?? span.start, span.start).trim() === '',
  );
  return {
    start,
    end,
    words,
    problem: isWhole ? null : 'is in pieces with other words between them; taken as one span over all',
  };
}

/** Whether a text column says these words. Blanks may differ; older brats joined pieces without one. */
const isSame = (words: string, column: string | null): boolean =>
  column === null || words === column || withoutBlanks(words) === withoutBlanks(column);

const withoutBlanks = (text: string): string => text.replace(BLANKS, '');
