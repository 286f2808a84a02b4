import type { DatasetContext } from '../dataset/context.ts';
import type { DatasetDocument } from '../dataset/document.ts';
import { TYPES_OF_JSON } from './cas/json-types.ts';
import { featureStructuresOf } from './cas/feature-structures.ts';
import { documentOfCas } from './cas/read-cas.ts';
import type { ReadStructure } from './cas/read-cas.ts';
import { TYPE_SYSTEM, TYPE_SYSTEM_FILE } from './cas/type-system.ts';
import { FS_ARRAY } from './cas/types.ts';
import { textOfFile } from './files.ts';
import { PLAIN_DETAILS } from './format.ts';
import type { DatasetFile, DatasetFormat, ReadDataset, ReadDocument, ReadProblem } from './format.ts';
import { asText, isFields, listOf, parseJson } from './span-details.ts';
import type { Fields } from './span-details.ts';

const SUFFIX = '.json';

/**
 * UIMA JSON CAS 0.4 (github.com/apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc), one file an article, with its types.
 * Offsets are UTF-16 code units. They are called "begin" and "end", as both programs that read the format write them;
 * the specification's "^begin" is read too.
 */
export const casJson: DatasetFormat = {
  id: 'cas-json',
  title: { en: 'UIMA JSON CAS 0.4', ar: 'UIMA JSON CAS 0.4' },
  description: {
    en: 'For INCEpTION, UIMA and dkpro-cassis: DKPro named entities, tokens and sentences, and layers of our own with everything else; a folder with one file an article, offsets in UTF-16 code units.',
    ar: 'لبرامج INCEpTION وUIMA وdkpro-cassis: كيانات وكلمات وجمل بأنواع DKPro، وطبقات خاصة لسائر المعلومات؛ مجلد فيه ملف لكل مقال، والمواضع بوحدات UTF-16.',
  },
  suffix: '',
  offsets: 'utf16',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: PLAIN_DETAILS,
  holds: ['text', 'lines', 'published', 'split'],
  serialise: (documents, context) => ({
    files: [
      { path: TYPE_SYSTEM_FILE, content: TYPE_SYSTEM },
      ...documents.map((document) => ({ path: document.file + SUFFIX, content: casOf(document, context) })),
    ],
    losses: [],
  }),
  parse,
};

function casOf(document: DatasetDocument, context: DatasetContext): string {
  const structures = featureStructuresOf(document, context);
  // Arrays are feature structures of their own here; their ids follow on the others. They have the type of
  // all arrays: the reference implementation writes those of links as "webanno.custom.QuotationPartsLink[]", and
  // cannot read that.
  const arrays: object[] = [];
  const listed = structures.map(({ id, type, features, references, lists }) => {
    const further = Object.entries(lists).map(([name, elements]): [string, number] => {
      const array = structures.length + arrays.length + 1;
      arrays.push({ '%ID': array, '%TYPE': FS_ARRAY, '%ELEMENTS': elements });
      return [`@${name}`, array];
    });
    const refer = Object.entries(references).map(([name, to]): [string, number] => [`@${name}`, to]);
    return {
      '%ID': id,
      '%TYPE': type,
      ...Object.fromEntries(refer),
      ...features,
      ...Object.fromEntries(further),
    };
  });
  const members = structures.filter(({ isMember }) => isMember).map(({ id }) => id);
  // One feature structure a line, so that a change of one annotation is a change of one line.
  return `{
"%TYPES": ${JSON.stringify(TYPES_OF_JSON)},
"%FEATURE_STRUCTURES": [
${[...listed, ...arrays].map((structure) => JSON.stringify(structure)).join(',\n')}
],
"%VIEWS": ${JSON.stringify({ _InitialView: { '%SOFA': 1, '%MEMBERS': members } })}
}
`;
}

function parse(files: readonly DatasetFile[], context: Pick<DatasetContext, 'layerOf'>): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    if (path.endsWith('.xml')) continue;
    const json = parseJson(textOfFile(content));
    if ('error' in json) {
      problems.push({ path, line: 0, message: `this is no JSON: ${json.error}` });
      continue;
    }
    const structures = isFields(json.data) ? structuresOf(json.data['%FEATURE_STRUCTURES']) : null;
    if (!structures) {
      problems.push({ path, line: 0, message: 'no JSON CAS: "%FEATURE_STRUCTURES" is missing' });
      continue;
    }
    const read = documentOfCas(structures, path, SUFFIX, context);
    problems.push(...read.problems);
    if (read.document) documents.push(read.document);
  }
  return { documents, problems };
}

/** The feature structures, which stand in a list or in an object by their ids; null where there are none. */
function structuresOf(data: unknown): ReadStructure[] | null {
  if (Array.isArray(data))
    return data.flatMap((item: unknown) =>
      isFields(item) ? structureOf(Number(asText(item['%ID'])), item) : [],
    );
  if (!isFields(data)) return null;
  return Object.entries(data).flatMap(([id, item]) => (isFields(item) ? structureOf(Number(id), item) : []));
}

function structureOf(id: number, item: Fields): ReadStructure[] {
  const type = item['%TYPE'];
  if (typeof type !== 'string') return [];
  const features: Record<string, string | number | boolean> = {};
  const references: Record<string, number> = {};
  for (const [key, value] of Object.entries(item)) {
    if (key.startsWith('%')) continue;
    if (key.startsWith('@')) {
      if (typeof value === 'number') references[key.slice(1)] = value;
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      features[key.replace(/^[#^]/, '')] = value;
  }
  const elements = listOf(item['%ELEMENTS']).filter((one) => typeof one === 'number');
  return [{ id, type, features, references, lists: {}, ...(elements.length > 0 ? { elements } : {}) }];
}
