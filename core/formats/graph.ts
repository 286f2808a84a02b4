import type { Relation } from '../annotations/annotation.ts';
import type { DatasetContext } from '../dataset/context.ts';
import type { DatasetDocument, DatasetSpan } from '../dataset/document.ts';
import { compareSpans, sameSpan } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { ReadSpan } from './format.ts';

/** What ties a quotation to who says it, and to the words that say so. */
const RELATIONS = ['speaker', 'cue'] as const;

type RelationType = (typeof RELATIONS)[number];

/** The labels of speakers and cues that are no span of the dataset themselves. */
export const PART_LABELS: Readonly<Record<RelationType, string>> = { speaker: 'SPEAKER', cue: 'CUE' };

/** A span of a document, or a quotation's speaker or cue where no entity stands there. */
export interface GraphNode extends Span {
  readonly label: string;
  /** Null: a speaker or cue alone. */
  readonly span: DatasetSpan | null;
}

/** From a quotation to its speaker or cue, or from a span to another by a relation of the scheme, by the index of nodes. */
interface GraphRelation {
  readonly type: string;
  /** Whether it is one of the scheme's, not a quotation's part. */
  readonly isFree: boolean;
  readonly from: number;
  readonly to: number;
}

/** A document's spans as nodes and relations, for formats that have these: nodes in the order of the text. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly relations: readonly GraphRelation[];
}

/**
 * The graph of a document: quotations point to their speakers and cues. The speaker is the entity of that very span
 * where there is one, else a node "SPEAKER"; a cue is a node "CUE". Relations of the scheme come behind those.
 */
export function graphOf(document: DatasetDocument): Graph {
  const nodes: GraphNode[] = document.spans.map((span) => ({
    start: span.start,
    end: span.end,
    label: span.label,
    span,
  }));
  const nodeOf = (type: RelationType, at: Span): GraphNode => {
    const known = nodes.find(
      (node) =>
        sameSpan(node, at) &&
        (node.span ? type === 'speaker' && node.span.layer === 'entities' : node.label === PART_LABELS[type]),
    );
    if (known) return known;
    const node = { start: at.start, end: at.end, label: PART_LABELS[type], span: null };
    nodes.push(node);
    return node;
  };
  const ties = document.spans.flatMap((span, i) =>
    RELATIONS.flatMap((type) => {
      const at = span[type];
      return at ? [{ type, from: nodes[i] as GraphNode, to: nodeOf(type, at) }] : [];
    }),
  );
  const byId = new Map(nodes.flatMap((node) => (node.span ? [[node.span.id, node] as const] : [])));
  const free = document.spans.flatMap((span) =>
    span.relations.flatMap(({ type, to }) => {
      const [from, target] = [byId.get(span.id), byId.get(to)];
      return from && target ? [{ type, from, to: target }] : [];
    }),
  );
  // Sorting is stable: of nodes at one place, spans keep their order and come before parts.
  nodes.sort(compareSpans);
  const indices = new Map(nodes.map((node, i) => [node, i]));
  const indexOf = (node: GraphNode): number => indices.get(node) as number;
  const relations = [
    ...ties.map(({ type, from, to }) => ({ type, isFree: false, from: indexOf(from), to: indexOf(to) })),
    ...free.map(({ type, from, to }) => ({ type, isFree: true, from: indexOf(from), to: indexOf(to) })),
  ];
  return {
    nodes,
    relations: relations.sort(
      (a, b) =>
        Number(a.isFree) - Number(b.isFree) ||
        a.from - b.from ||
        (a.isFree ? compareStrings(a.type, b.type) || a.to - b.to : placeOf(a.type) - placeOf(b.type)),
    ),
  };
}

const placeOf = (type: string): number => RELATIONS.findIndex((one) => one === type);

const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a relation of this type, in any case, ties a quotation to its speaker or cue. */
export const isRelationType = (type: string): boolean => RELATIONS.some((one) => one === type.toLowerCase());

/** A labelled span as a format with relations has it; `key` names it in `relations`. */
export interface ReadNode<Key> extends Omit<ReadSpan, 'layer' | 'speaker' | 'cue'> {
  readonly key: Key;
}

/** A relation as a format has it: "speaker" and "cue", in any case, are a quotation's; others are the scheme's. */
export interface ReadRelation<Key> {
  readonly type: string;
  readonly from: Key;
  readonly to: Key;
}

/**
 * The inverse of graphOf: spans with their speakers and cues. Of nodes "SPEAKER" and "CUE" nothing else is left. In
 * the order of `nodes`.
 */
export function spansOfGraph<Key>(
  nodes: readonly ReadNode<Key>[],
  relations: readonly ReadRelation<Key>[],
  { layerOf }: Pick<DatasetContext, 'layerOf'>,
): ReadSpan[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const parts = new Map<Key, Partial<Record<RelationType, Span>>>();
  const free = new Map<Key, Relation[]>();
  for (const { type, from, to } of relations) {
    const known = RELATIONS.find((one) => one === type.toLowerCase());
    const target = byKey.get(to);
    if (known && target)
      parts.set(from, { ...parts.get(from), [known]: { start: target.start, end: target.end } });
    else if (target) free.set(from, [...(free.get(from) ?? []), { type, to: target.id ?? String(to) }]);
  }
  const isPart = ({ label }: ReadNode<Key>): boolean =>
    label === PART_LABELS.speaker || label === PART_LABELS.cue;
  return nodes
    .filter((node) => !isPart(node))
    .map(({ key, ...node }) => {
      const layer = layerOf(node.label);
      const ties = free.get(key);
      const own = { ...node, ...(ties ? { relations: ties } : {}), layer };
      if (layer !== 'quotations') return own;
      return { ...own, speaker: parts.get(key)?.speaker ?? null, cue: parts.get(key)?.cue ?? null };
    });
}
