/** The ten columns of CoNLL-U, in its order. */
export const CONLLU_COLUMNS = [
  'ID',
  'FORM',
  'LEMMA',
  'UPOS',
  'XPOS',
  'FEATS',
  'HEAD',
  'DEPREL',
  'DEPS',
  'MISC',
] as const;

/** The columns of spans, by what they hold: the layers, and the parts of quotations. */
export const SPAN_COLUMNS = {
  entities: 'HASHIYA:NE',
  quotations: 'HASHIYA:QUOTE',
  speaker: 'HASHIYA:SPEAKER',
  cue: 'HASHIYA:CUE',
  boilerplate: 'HASHIYA:BOILERPLATE',
} as const;

export type SpanColumn = keyof typeof SPAN_COLUMNS;

export const SPAN_COLUMN_KEYS = Object.keys(SPAN_COLUMNS) as readonly SpanColumn[];

/** In PARSEME's columns: nothing here. */
export const NOTHING = '*';

/** The names under which other corpora have entities: CONLL:NER, MARCELL:NE, RELATE:NE, RONEC:ENTITY … */
export const isEntityColumn = (name: string): boolean =>
  /(?:^|:)(?:NE|NER|NE_?TAG|NER_?TAG|ENT|ENTITY|ENTITIES|NAMED_?ENTITY)$/i.test(name);
