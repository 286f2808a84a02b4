/** A feature of a UIMA type. `elementType` is what an array of feature structures holds. */
export interface CasFeature {
  readonly name: string;
  readonly range: string;
  readonly elementType?: string;
  readonly description: string;
}

export interface CasType {
  readonly name: string;
  readonly supertype: string;
  readonly description: string;
  readonly features: readonly CasFeature[];
}

const DKPRO = 'de.tudarmstadt.ukp.dkpro.core.api';
const CUSTOM = 'webanno.custom';

/** Where DKPro keeps its types of named entities. */
export const ENTITY_TYPES = `${DKPRO}.ner.type.`;

/** The packages of DKPro and INCEpTION, whose further types (parts of speech, lemmas …) are no spans of a dataset. */
export const LINGUISTIC_TYPES = ['de.tudarmstadt.ukp.', 'org.dkpro.'];

export const DOCUMENT_METADATA = `${DKPRO}.metadata.type.DocumentMetaData`;
export const SENTENCE = `${DKPRO}.segmentation.type.Sentence`;
export const TOKEN = `${DKPRO}.segmentation.type.Token`;
export const NAMED_ENTITY = `${ENTITY_TYPES}NamedEntity`;
export const MENTION = `${CUSTOM}.Mention`;
export const QUOTATION = `${CUSTOM}.Quotation`;
export const QUOTATION_LINK = `${CUSTOM}.QuotationPartsLink`;
export const QUOTATION_PART = `${CUSTOM}.QuotationPart`;
export const BOILERPLATE = `${CUSTOM}.Boilerplate`;
export const LINE = `${CUSTOM}.Line`;
export const ARTICLE = `${CUSTOM}.Article`;

export const SOFA = 'uima.cas.Sofa';
export const ANNOTATION = 'uima.tcas.Annotation';
export const FS_ARRAY = 'uima.cas.FSArray';
const STRING = 'uima.cas.String';
const BOOLEAN = 'uima.cas.Boolean';

const text = (name: string, description: string): CasFeature => ({ name, range: STRING, description });
const flag = (name: string, description: string): CasFeature => ({ name, range: BOOLEAN, description });

const SILVER = flag('silver', 'Whether nobody has decided on it: a suggestion of the program alone.');

const DETAILS: readonly CasFeature[] = [
  text('annotationId', 'The id of the annotation.'),
  text('annotator', 'Who decided on it.'),
  SILVER,
  text('source', 'What made it: hand, a list, a rule, the learned tagger.'),
];

const CANONICAL = 'The full name of the entity; mentions with the same value and canonical name corefer.';

/**
 * The types of the datasets. Named entities, tokens, sentences and metadata of the document are DKPro's, with their
 * features as these are there: INCEpTION has them built in and lets nobody add features to them by a type system, so
 * what else is known of an entity stands in a Mention of the same place. The others are named as INCEpTION names the
 * layers of a project, and hold only what its span layers can hold: primitive features, and links with a role.
 */
export const TYPES: readonly CasType[] = [
  {
    name: DOCUMENT_METADATA,
    supertype: 'uima.tcas.DocumentAnnotation',
    description: 'The document.',
    features: [
      text('documentTitle', 'Its title.'),
      text('documentId', 'Its id: the path of the article.'),
      text('documentUri', 'Its address.'),
      text('collectionId', 'The collection that it is part of.'),
      text('documentBaseUri', 'The address of the collection.'),
      flag('isLastSegment', 'Whether it is the last part of a document.'),
    ],
  },
  { name: SENTENCE, supertype: ANNOTATION, description: 'A sentence.', features: [] },
  { name: TOKEN, supertype: ANNOTATION, description: 'A word with its particles, or a mark.', features: [] },
  {
    name: NAMED_ENTITY,
    supertype: ANNOTATION,
    description: 'A mention of an entity.',
    features: [text('value', 'The label.'), text('identifier', 'An identifier of the entity in a database.')],
  },
  {
    name: MENTION,
    supertype: ANNOTATION,
    description: 'What is known of the named entity at the same place.',
    features: [
      text('value', 'The label, as the named entity has it.'),
      text('canonical', CANONICAL),
      text('normalized', 'The value of a date, number, amount … as JSON.'),
      ...DETAILS,
    ],
  },
  {
    name: QUOTATION_LINK,
    supertype: 'uima.cas.TOP',
    description: 'From a quotation to its speaker or cue.',
    features: [
      text('role', 'speaker or cue'),
      { name: 'target', range: ANNOTATION, description: 'A named entity or a part of the quotation.' },
    ],
  },
  {
    name: QUOTATION,
    supertype: ANNOTATION,
    description: 'Words that are somebody’s, or stand in quotation marks.',
    features: [
      text('value', 'The kind: direct, indirect, term.'),
      text('canonical', 'The full name of the speaker.'),
      {
        name: 'parts',
        range: FS_ARRAY,
        elementType: QUOTATION_LINK,
        description: 'Who says it, and the words that say so.',
      },
      ...DETAILS,
    ],
  },
  {
    name: QUOTATION_PART,
    supertype: ANNOTATION,
    description: 'The cue of a quotation, or its speaker where no named entity stands there.',
    features: [text('value', 'SPEAKER or CUE')],
  },
  {
    name: BOILERPLATE,
    supertype: ANNOTATION,
    description: 'A line, or a run in a line, that somebody classified or the program takes for boilerplate.',
    features: [
      text('value', 'The class.'),
      text('canonical', 'A name, where somebody gave one.'),
      ...DETAILS,
    ],
  },
  {
    name: LINE,
    supertype: ANNOTATION,
    description: 'A line of the article with its class; every line has one but blank ones.',
    features: [
      text('value', 'The class.'),
      {
        name: 'number',
        range: 'uima.cas.Integer',
        description: 'The line of the article, counted from 1.',
      },
      SILVER,
    ],
  },
  {
    name: ARTICLE,
    // INCEpTION makes layers of types of annotations alone, and reads no JSON CAS whose types it does not know.
    supertype: ANNOTATION,
    description: 'Where the text comes from; spans all of it.',
    features: [
      text('file', 'The path of the article.'),
      text('published', 'YYYY-MM-DD'),
      text('split', 'train, validation or test'),
      text('tool', 'The program that wrote it.'),
    ],
  },
];

const byName = new Map(TYPES.map((type) => [type.name, type]));

/** The type of a name; a defect where there is none. */
export function typeOf(name: string): CasType {
  const type = byName.get(name);
  if (!type) throw new Error(`no type ${name}`);
  return type;
}
