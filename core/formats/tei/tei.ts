import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument, Loss } from '../../dataset/document.ts';
import { DETAILS } from '../format.ts';
import type { DatasetFormat, WrittenDataset } from '../format.ts';
import { graphOf } from '../graph.ts';
import { documentLoss } from '../losses.ts';
import { NOT_IN_XML } from '../xml.ts';
import { bodyOf } from './body.ts';
import { categoriesOf } from './categories.ts';
import { headerOf } from './header.ts';
import { parse } from './read.ts';
import { standOffOf } from './stand-off.ts';

/**
 * TEI P5 (tei-c.org/guidelines): a document for each article. Lines are <ab>, sentences <s>, tokens <w> and <pc>; what
 * is marked stands in <standOff> as <span> from one of them to another, with <link> from quotations to their speakers
 * and cues. The text is what the <ab> of the body hold, one behind the other, character by character.
 */
export const tei: DatasetFormat = {
  id: 'tei',
  title: { en: 'TEI P5', ar: 'TEI P5' },
  description: {
    en: 'XML, a file for each article: lines, sentences and tokens, and stand-off spans between them.',
    ar: 'ملف XML لكل مقالة: الأسطر والجمل والوحدات، والعلامات منفصلة عن النص تشير إليها.',
  },
  suffix: '',
  offsets: 'token',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: ['text', 'lines', 'published', 'split'],
  serialise,
  parse,
};

function serialise(documents: readonly DatasetDocument[], context: DatasetContext): WrittenDataset {
  const losses: Loss[] = [];
  const files = documents.map((document) => {
    if (NOT_IN_XML.test(document.text)) losses.push(documentLoss(document, 'replaced', 'text'));
    return { path: `${document.file}.xml`, content: xmlOf(document, context) };
  });
  return { files, losses };
}

function xmlOf(document: DatasetDocument, context: DatasetContext): string {
  const graph = graphOf(document);
  const categories = categoriesOf(document, graph, context);
  const annotators = [...new Set(document.spans.flatMap(({ annotator }) => annotator ?? []))].sort();
  const body = bodyOf(document, graph, categories);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="ar">',
    ...headerOf(document, context, categories, annotators),
    '  <text>',
    '    <body>',
    ...body.lines,
    '    </body>',
    '  </text>',
    ...standOffOf(graph, body, categories, annotators),
    '</TEI>',
    '',
  ].join('\n');
}
