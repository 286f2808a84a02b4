import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument, Loss } from '../../dataset/document.ts';
import { lossOf } from '../../dataset/loss-of.ts';
import { DETAILS } from '../format.ts';
import type { DatasetFile, DatasetFormat, WrittenDataset } from '../format.ts';
import { graphOf } from '../graph.ts';
import type { GraphNode } from '../graph.ts';
import { detailsOf } from '../span-details.ts';
import { bratConfiguration, relationName, renamed } from './config.ts';
import { bratName } from './names.ts';
import { parseBrat } from './parse.ts';
import { BLANKS, bratText, LINE_BREAK } from './text.ts';
import type { Fragment } from './text.ts';

/**
 * brat standoff (https://brat.nlplab.org/standoff.html): beside each article's .txt an .ann of the same name. Offsets
 * are Unicode code points of the .txt as Python reads it without translating line ends, end exclusive. Spans are cut at
 * line breaks; quotations point to their speakers and cues with relations; attributes tell what is silver and who
 * decided; a comment "Details" holds the rest as JSON, which brat shows and keeps.
 */
export const brat: DatasetFormat = {
  id: 'brat',
  title: { en: 'brat standoff', ar: 'ملفات brat المستقلة' },
  description: {
    en: 'A .txt and an .ann for each article, with the configuration for brat; entities, quotations with speakers and cues, boilerplate; offsets in code points.',
    ar: 'ملفا ‎.txt و‎.ann لكل مقال مع إعدادات brat؛ الكيانات والاقتباسات مع قائليها وألفاظ القول والحواشي الآلية؛ والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  serialise,
  parse: parseBrat,
};

function serialise(documents: readonly DatasetDocument[], context: DatasetContext): WrittenDataset {
  const losses: Loss[] = [];
  const paths = textPaths(documents.map(({ file }) => file));
  const renamings: string[] = [];
  const files = documents.flatMap((document, i): DatasetFile[] => {
    const path = paths[i] as string;
    if (path !== document.file) renamings.push(renamed(path, document.file));
    const { text, lines, lost } = annotationsOf(document);
    losses.push(...lost);
    return [
      { path, content: text },
      { path: path.replace(/\.txt$/, '.ann'), content: lines.map((line) => `${line}\n`).join('') },
    ];
  });
  return { files: [...bratConfiguration(documents, context, renamings), ...files], losses };
}

/**
 * The .txt file of each document: its own path where that ends in ".txt"; "x.3.txt" of the third sentence of "x.txt",
 * since "#" ends a path in brat's addresses. No two are the same.
 */
function textPaths(articles: readonly string[]): string[] {
  const taken = new Set(articles);
  return articles.map((article) => {
    if (article.endsWith('.txt')) return article;
    let path = `${article.replace(/\.txt#(\d+)$/, '.$1')}.txt`;
    while (taken.has(path)) path = path.replace(/\.txt$/, '_.txt');
    taken.add(path);
    return path;
  });
}

function annotationsOf(document: DatasetDocument): {
  readonly text: string;
  readonly lines: readonly string[];
  readonly lost: readonly Loss[];
} {
  const { text, fragments } = bratText(document.text);
  const { nodes, relations } = graphOf(document);
  const lost: Loss[] = [];
  const ids = new Map<number, string>();
  const spans: string[] = [];
  const attributes: string[] = [];
  const comments: string[] = [];
  const trimmed = new Set<number>();
  for (const [index, node] of nodes.entries()) {
    const pieces = fragments(node);
    if (pieces.every(({ words }) => words.replace(BLANKS, '') === '')) {
      if (node.span) lost.push(lossOf(document, node.span, 'without-token'));
      continue;
    }
    if (isTrimmed(document.text, node)) {
      trimmed.add(index);
      if (node.span) lost.push(lossOf(document, node.span, 'trimmed'));
    }
    const id = `T${spans.length + 1}`;
    ids.set(index, id);
    spans.push(textBound(id, node.label, pieces));
    if (!node.span) continue;
    const { silver, annotator, ...details } = detailsOf(node.span);
    if (silver) attributes.push(`A${attributes.length + 1}\tSilver ${id}`);
    if (annotator !== undefined)
      attributes.push(`A${attributes.length + 1}\tAnnotator ${id} ${bratName(annotator)}`);
    comments.push(`#${comments.length + 1}\tDetails ${id}\t${onOneLine(details)}`);
  }
  const ties: string[] = [];
  for (const { type, isFree, from, to } of relations) {
    const [source, target, quotation] = [ids.get(from), ids.get(to), nodes[from]?.span];
    if (source === undefined || !quotation) continue;
    if (target === undefined) lost.push({ ...lossOf(document, quotation, 'without-token'), detail: type });
    else {
      if (trimmed.has(to)) lost.push({ ...lossOf(document, quotation, 'trimmed'), detail: type });
      ties.push(
        `R${ties.length + 1}\t${isFree ? bratName(type) : relationName(type)} Arg1:${source} Arg2:${target}`,
      );
    }
  }
  return { text, lines: [...spans, ...ties, ...attributes, ...comments], lost };
}

const textBound = (id: string, label: string, pieces: readonly Fragment[]): string => {
  const places = pieces.map(({ start, end }) => `${start} ${end}`).join(';');
  return `${id}\t${bratName(label)} ${places}\t${pieces.map(({ words }) => words).join(' ')}`;
};

/** Whether a span begins or ends with what is no part of its fragments: a line break, or a mark at the start of the text. */
const isTrimmed = (text: string, { start, end }: GraphNode): boolean =>
  LINE_BREAK.test(text.slice(start, start + 1)) ||
  LINE_BREAK.test(text.slice(end - 1, end)) ||
  (start === 0 && text.startsWith('\ufeff'));

/** JSON in which no character breaks a line of an .ann file. */
const onOneLine = (data: object): string =>
  JSON.stringify(data).replace(
    /[\x7f-\x9f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
