import type { DatasetDocument, Layer, Split } from '../document.ts';
import { addTo, newTally } from './counts.ts';
import type { Tally } from './counts.ts';
import type { ArticleFigures, Count, LabelCount, Place } from './figures.ts';
import { countLabels } from './labels.ts';
import { namesIn } from './names.ts';
import { speakersIn } from './speakers.ts';
import { countIn, isForeign, tokensOf, tokensWithin } from './tokens.ts';

/** An entity's name as one document spells it. */
export interface NameInDocument extends Count {
  readonly label: string;
  readonly name: string;
  /** Where it is named first. */
  readonly first: Place;
}

/** A speaker as one document spells them; null for quotations whose speaker nobody has told. */
export interface SpeakerInDocument {
  readonly name: string | null;
  readonly direct: Count;
  readonly indirect: Count;
  readonly first: Place;
}

/**
 * What statistics keep of one document: some kilobytes, so that many documents can be counted. Nothing in it holds on
 * to the document or its text.
 */
export interface DocumentCounts {
  readonly figures: ArticleFigures;
  readonly split: Split | null;
  /** How many tokens each layer has, and how many somebody decided on. */
  readonly tokensIn: Readonly<Record<Layer, number>>;
  readonly tokensDecided: number;
  /** The length of each sentence, entity and quotation, in tokens. */
  readonly lengths: Readonly<Record<'sentence' | 'entity' | 'quotation', readonly number[]>>;
  readonly labels: readonly LabelCount[];
  /** In the order in which they are met, each label's spellings for themselves. */
  readonly names: readonly NameInDocument[];
  readonly speakers: readonly SpeakerInDocument[];
}

/** Counts a document by itself. */
export function countDocument(document: DatasetDocument): DocumentCounts {
  const { file, published, spans, sentences } = document;
  const tokens = tokensOf(document);
  const of = (layer: Layer) => spans.filter((span) => span.layer === layer);
  const [entities, quotations] = [of('entities'), of('quotations')];
  const boilerplateTokens = countIn(tokens, of('boilerplate').filter(isForeign));
  const tallies: Record<'entities' | 'quotations', Tally> = { entities: newTally(), quotations: newTally() };
  for (const span of entities) addTo(tallies.entities, span);
  for (const span of quotations) addTo(tallies.quotations, span);
  return {
    figures: { file, published, tokens: tokens.length, ...tallies, boilerplateTokens },
    split: document.split,
    tokensIn: {
      entities: countIn(tokens, entities),
      quotations: countIn(tokens, quotations),
      boilerplate: boilerplateTokens,
    },
    tokensDecided: countIn(
      tokens,
      [...entities, ...quotations].filter(({ silver }) => !silver),
    ),
    lengths: {
      sentence: sentences.map(({ length }) => length),
      entity: entities.map((span) => tokensWithin(tokens, span)),
      quotation: quotations.map((span) => tokensWithin(tokens, span)),
    },
    labels: countLabels(spans),
    names: namesIn(document, entities),
    speakers: speakersIn(document, quotations),
  };
}
