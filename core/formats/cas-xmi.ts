import type { DatasetContext } from '../dataset/context.ts';
import type { DatasetDocument, Loss } from '../dataset/document.ts';
import { lossOf } from '../dataset/loss-of.ts';
import { documentOfCas } from './cas/read-cas.ts';
import { TYPE_SYSTEM, TYPE_SYSTEM_FILE } from './cas/type-system.ts';
import { localName, structuresOfXmi, writeXmi } from './cas/xmi.ts';
import { textOfFile } from './files.ts';
import { PLAIN_DETAILS } from './format.ts';
import type {
  DatasetFile,
  DatasetFormat,
  ReadDataset,
  ReadDocument,
  ReadProblem,
  WrittenDataset,
} from './format.ts';
import { documentLoss } from './losses.ts';
import { NOT_IN_XML, parseXml } from './xml.ts';

const SUFFIX = '.xmi';

/**
 * UIMA CAS as XMI (Apache UIMA References, "XMI CAS Serialization"), one file an article, with TypeSystem.xml beside
 * them. Offsets are UTF-16 code units.
 */
export const casXmi: DatasetFormat = {
  id: 'cas-xmi',
  title: { en: 'UIMA CAS XMI', ar: 'UIMA CAS XMI' },
  description: {
    en: 'For INCEpTION, UIMA, DKPro and dkpro-cassis: DKPro named entities, tokens and sentences, and layers of our own with everything else; a folder with TypeSystem.xml and one file an article, offsets in UTF-16 code units.',
    ar: 'لبرامج INCEpTION وUIMA وDKPro وdkpro-cassis: كيانات وكلمات وجمل بأنواع DKPro، وطبقات خاصة لسائر المعلومات؛ مجلد فيه TypeSystem.xml وملف لكل مقال، والمواضع بوحدات UTF-16.',
  },
  suffix: '',
  offsets: 'utf16',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: PLAIN_DETAILS,
  holds: ['text', 'lines', 'published', 'split'],
  serialise,
  parse,
};

function serialise(documents: readonly DatasetDocument[], context: DatasetContext): WrittenDataset {
  return {
    files: [
      { path: TYPE_SYSTEM_FILE, content: TYPE_SYSTEM },
      ...documents.map((document) => ({
        path: document.file + SUFFIX,
        content: writeXmi(document, context),
      })),
    ],
    losses: documents.flatMap(lossesOf),
  };
}

/** A character that XML cannot hold is told of the article, and of every span that has it. */
function lossesOf(document: DatasetDocument): Loss[] {
  if (!NOT_IN_XML.test(document.text)) return [];
  return [
    documentLoss(document, 'replaced', 'text'),
    ...document.spans
      .filter(({ start, end }) => NOT_IN_XML.test(document.text.slice(start, end)))
      .map((span) => lossOf(document, span, 'replaced')),
  ];
}

function parse(files: readonly DatasetFile[], context: Pick<DatasetContext, 'layerOf'>): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    const root = parseXml(textOfFile(content));
    if ('error' in root) {
      problems.push({ path, line: root.line, message: `this is no XML: ${root.error}` });
      continue;
    }
    if (localName(root.name) === 'typeSystemDescription') continue;
    if (localName(root.name) !== 'XMI') {
      problems.push({
        path,
        line: root.line,
        message: `the element <${root.name}> begins no CAS; export it as "UIMA CAS XMI", whose element is <xmi:XMI>`,
      });
      continue;
    }
    const read = documentOfCas(structuresOfXmi(root), path, SUFFIX, context);
    problems.push(...read.problems);
    if (read.document) documents.push(read.document);
  }
  return { documents, problems };
}
