import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument } from '../../dataset/document.ts';
import { annotationsOf } from './annotations.ts';
import type { Primitive } from './annotations.ts';
import { ARTICLE, DOCUMENT_METADATA, QUOTATION_LINK, SENTENCE, SOFA, TOKEN } from './types.ts';

/** A feature structure of a CAS. Its id is not 0, which means null. */
export interface FeatureStructure {
  readonly id: number;
  readonly type: string;
  readonly features: Readonly<Record<string, Primitive>>;
  /** Features that refer to another feature structure, by its id. */
  readonly references: Readonly<Record<string, number>>;
  /** Features that hold several, by their ids. */
  readonly lists: Readonly<Record<string, readonly number[]>>;
  /** Whether it is indexed in the view; links are found through what they hang on. */
  readonly isMember: boolean;
}

const SOFA_ID = 1;

/**
 * A document as a CAS of one view: sofa, metadata, sentences with their tokens, then annotations with their links.
 * `begin` and `end` are UTF-16 code units, as UIMA has them.
 */
export function featureStructuresOf(
  document: DatasetDocument,
  { tool }: Pick<DatasetContext, 'tool'>,
): FeatureStructure[] {
  const { file, text, published, split } = document;
  const structures: FeatureStructure[] = [];
  const add = (
    structure: Partial<FeatureStructure> & Pick<FeatureStructure, 'type' | 'features'>,
  ): number => {
    const id = structures.length + 1;
    structures.push({ id, references: {}, lists: {}, isMember: true, ...structure });
    return id;
  };
  const addAnnotation = (
    type: string,
    begin: number,
    end: number,
    features: Readonly<Record<string, Primitive>> = {},
    lists: Readonly<Record<string, readonly number[]>> = {},
  ): number => add({ type, features: { begin, end, ...features }, references: { sofa: SOFA_ID }, lists });

  add({
    type: SOFA,
    features: { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text },
    isMember: false,
  });
  addAnnotation(DOCUMENT_METADATA, 0, text.length, {
    language: 'ar',
    documentTitle: file.slice(file.lastIndexOf('/') + 1),
    documentId: file,
    isLastSegment: false,
  });
  addAnnotation(ARTICLE, 0, text.length, {
    file,
    ...(published === null ? {} : { published }),
    ...(split === null ? {} : { split }),
    tool,
  });
  for (const sentence of document.sentences) {
    const [first, last] = [sentence[0], sentence[sentence.length - 1]];
    if (!first || !last) continue;
    addAnnotation(SENTENCE, first.start, last.end);
    for (const token of sentence) addAnnotation(TOKEN, token.start, token.end);
  }
  const annotations = annotationsOf(document);
  // An annotation's id follows from its key, so that a link may point to one that comes later.
  const ids = new Map(annotations.map(({ key }, i) => [key, structures.length + 1 + i]));
  let next = structures.length + annotations.length;
  const links: Omit<FeatureStructure, 'id'>[] = [];
  for (const { type, start, end, features, links: own } of annotations) {
    const parts = own.map(({ role, target }) => {
      links.push({
        type: QUOTATION_LINK,
        features: { role },
        references: { target: ids.get(target) as number },
        lists: {},
        isMember: false,
      });
      return ++next;
    });
    addAnnotation(type, start, end, features, parts.length > 0 ? { parts } : {});
  }
  for (const link of links) add(link);
  return structures;
}
