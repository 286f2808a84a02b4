import type { DatasetDocument, DatasetSpan, Loss } from '../../dataset/document.ts';
import { lossOf } from '../../dataset/loss-of.ts';
import { overlaps, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { WrittenDataset } from '../format.ts';
import { withoutOverlaps } from '../overlaps.ts';
import { splitToken } from '../split-token.ts';
import { encodeTags } from './schemes.ts';
import type { TagScheme, TokenEntity } from './schemes.ts';

const DOCUMENT_START = '-DOCSTART- -X- -X- O';

/** How a file's tokens and tags are written. */
export interface ConllStyle {
  readonly scheme: TagScheme;
  /** Whether particles are tokens of their own. */
  readonly clitics: boolean;
}

/** Writes documents as CoNLL-2003 columns; see conll.ts. */
export function writeConll(documents: readonly DatasetDocument[], style: ConllStyle): WrittenDataset {
  const losses: Loss[] = [];
  const parts = documents.map((document) => {
    const { kept, lost } = withoutOverlaps(document);
    losses.push(...lost);
    const sentences = style.clitics ? cutTokens(document, kept) : document.sentences;
    const entities = entitiesOf(document, sentences.flat(), kept, losses);
    const rows = [DOCUMENT_START, ''];
    for (const sentence of unbroken(sentences, entities)) {
      const tags = encodeTags(
        style.scheme,
        sentence.map(({ start }) => entities.get(start) ?? null),
      );
      for (const [i, { start, end }] of sentence.entries())
        rows.push(`${document.text.slice(start, end)} _ _ ${tags[i] ?? 'O'}`);
      rows.push('');
    }
    return rows.join('\n') + '\n';
  });
  return { files: [{ path: '', content: parts.join('') }], losses };
}

/** Tokens cut behind their particles and at the edges of entities. */
function cutTokens({ sentences }: DatasetDocument, entities: readonly DatasetSpan[]): Span[][] {
  const edges = new Set(entities.flatMap(({ start, end }) => [start, end]));
  return sentences.map((sentence) => sentence.flatMap((token) => splitToken(token, token.proper, edges)));
}

/** Sentences joined where an entity runs over the end of one: it proves that none ended there. */
function unbroken(
  sentences: readonly (readonly Span[])[],
  entities: ReadonlyMap<number, TokenEntity>,
): Span[][] {
  const numberAt = (token: Span | undefined): number | undefined =>
    token && entities.get(token.start)?.number;
  const whole: Span[][] = [];
  for (const sentence of sentences) {
    const last = whole[whole.length - 1];
    const number = numberAt(sentence[0]);
    if (last && number !== undefined && number === numberAt(last[last.length - 1])) last.push(...sentence);
    else whole.push([...sentence]);
  }
  return whole;
}

/** The entities of tokens by their start; those that are not made of whole tokens are widened to them. */
function entitiesOf(
  document: DatasetDocument,
  tokens: readonly Span[],
  entities: readonly DatasetSpan[],
  losses: Loss[],
): Map<number, TokenEntity> {
  const taken = new Map<number, TokenEntity>();
  let first = 0;
  for (const [number, entity] of entities.entries()) {
    while (first < tokens.length && (tokens[first] as Span).end <= entity.start) first++;
    const own: Span[] = [];
    for (let i = first; i < tokens.length; i++) {
      const token = tokens[i] as Span;
      if (!overlaps(token, entity)) break;
      own.push(token);
    }
    const [head, tail] = [own[0], own[own.length - 1]];
    if (!head || !tail) losses.push(lossOf(document, entity, 'without-token'));
    else if (own.some((token) => taken.has(token.start))) losses.push(lossOf(document, entity, 'overlap'));
    else {
      if (!sameSpan({ start: head.start, end: tail.end }, entity))
        losses.push(lossOf(document, entity, 'widened'));
      for (const token of own) taken.set(token.start, { label: entity.label, number });
    }
  }
  return taken;
}
