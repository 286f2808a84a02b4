import { makeAnchor } from '../annotations/anchors.ts';
import { NOTHING_ADDED } from '../annotations/annotation.ts';
import type { Anchor, Annotation, Relation } from '../annotations/annotation.ts';
import { findInVersion, searchable } from '../annotations/reanchor.ts';
import type { Layer } from '../dataset/document.ts';
import type { ReadDocument, ReadSpan } from '../formats/format.ts';
import type { MarkFamily } from '../labels/marks.ts';
import { overlaps, sameSpan } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { alignTexts } from './align.ts';
import { placerByPieces } from './by-pieces.ts';

/** Why a span of a dataset did not become an annotation. */
export const IMPORT_LOSS_REASONS = [
  'not-found',
  'unknown-label',
  'silver',
  'decided',
  'part-not-found',
] as const;

/**
 * `not-found`: the article does not have its words; `unknown-label`: the project does not have its label; `silver`:
 * nobody had decided on it; `decided`: the annotator decided otherwise there; `part-not-found`: it is imported, but
 * without its speaker or cue, whose words the article does not have.
 */
export type ImportLossReason = (typeof IMPORT_LOSS_REASONS)[number];

/** A span of a dataset that was not imported as it is. */
export interface ImportLoss {
  /** The article, or the document's own name where there is none. */
  readonly file: string;
  /** The line in the dataset's text, counted from 1. */
  readonly line: number;
  readonly label: string;
  readonly text: string;
  readonly reason: ImportLossReason;
}

/** What the source of imported annotations and marks begins with; the format's id follows. */
export const IMPORTED = 'import/';

/** What an import needs to know. */
export interface ImportRules {
  readonly annotator: string;
  /** The instant, ISO 8601. */
  readonly now: string;
  /** A fresh UUID at each call. */
  readonly newId: () => string;
  /** What is said to have made the annotations: "import/conll". */
  readonly source: string;
  /** The family of a label of the project's scheme, null for a label that it does not have. */
  readonly familyOf: (label: string) => MarkFamily | null;
  /** The project's labels by the dataset's, for those that are called otherwise there. */
  readonly rename: ReadonlyMap<string, string>;
  /** Whether spans that nobody had decided on are taken too. */
  readonly silver: boolean;
}

/** What an import makes of a document. */
export interface ImportedDocument {
  /** New annotations, in the order of the dataset. */
  readonly annotations: readonly Annotation[];
  /** How many spans the annotator has already decided on in the same way. */
  readonly known: number;
  readonly losses: readonly ImportLoss[];
}

const FAMILY_OF: Readonly<Record<Layer, MarkFamily>> = {
  entities: 'entity',
  quotations: 'quotation',
  boilerplate: 'boilerplate',
};

/** The spans of a document; of one that has classed lines alone, these. */
const spansOf = ({ spans, lines = [] }: ReadDocument, { silver }: ImportRules): readonly ReadSpan[] =>
  spans.length > 0
    ? spans
    : lines
        .filter((line) => silver || !line.silver)
        .map((line) => ({ start: line.start, end: line.end, layer: 'boilerplate', label: line.class }));

/**
 * Makes annotations of an article from a document of a dataset. Spans are placed by the pieces of the article that the
 * dataset tells, else by the words of their line (see alignTexts), where that fails by their own words and surroundings (see findInVersion). What the annotator has decided
 * already stays as it is.
 */
export function importDocument(
  document: ReadDocument,
  article: { readonly path: string; readonly text: string },
  decided: readonly Annotation[],
  rules: ImportRules,
): ImportedDocument {
  const { text } = article;
  const byPieces = placerByPieces(document, text);
  const align = alignTexts(document.text, text);
  const target = searchable(text);
  const place = (span: Span): Anchor | null => {
    const found = byPieces(span) ?? align(span);
    if (found) return makeAnchor(text, found);
    const moved = findInVersion(target, { ...makeAnchor(document.text, span), span: null });
    return moved.span && moved;
  };
  const annotations: Annotation[] = [];
  const losses: ImportLoss[] = [];
  let known = 0;
  /** What spans are called from now on, by what the dataset calls them, and what each was tied to there. */
  const ids = new Map<string, string>();
  const ties = new Map<string, readonly Relation[]>();
  for (const span of spansOf(document, rules)) {
    const lose = (reason: ImportLossReason): void => {
      losses.push(lossOf(article.path, document.text, span, reason));
    };
    const label = rules.rename.get(span.label) ?? span.label;
    const family = rules.familyOf(label);
    // What is renamed may go to another layer: a program that has entities alone calls quotations so too.
    if (family === null || (family !== FAMILY_OF[span.layer] && !rules.rename.has(span.label))) {
      lose('unknown-label');
      continue;
    }
    if (span.silver === true && !rules.silver) {
      lose('silver');
      continue;
    }
    const anchor = place(span);
    if (!anchor?.span) {
      lose('not-found');
      continue;
    }
    const there = standing(text, decided, family, label, anchor.span);
    if (there === 'same') known++;
    else if (there === 'other') lose('decided');
    else {
      const speaker = span.speaker ? place(span.speaker) : null;
      const cue = span.cue ? place(span.cue) : null;
      if ((span.speaker && !speaker) || (span.cue && !cue)) lose('part-not-found');
      const id = rules.newId();
      if (span.id !== undefined) ids.set(span.id, id);
      ties.set(id, span.relations ?? []);
      annotations.push({
        id,
        family,
        label,
        decision: 'accepted',
        anchor,
        speaker,
        cue,
        canonical: span.canonical ?? null,
        provenance: {
          annotator: rules.annotator,
          created: rules.now,
          modified: rules.now,
          source: rules.source,
        },
        ...NOTHING_ADDED,
        attributes: span.attributes ?? {},
        note: span.note ?? '',
      });
    }
  }
  const tied = annotations.map((annotation) => ({
    ...annotation,
    relations: (ties.get(annotation.id) ?? []).flatMap(({ type, to }) => {
      const target = ids.get(to);
      return target === undefined ? [] : [{ type, to: target }];
    }),
  }));
  return { annotations: tied, known, losses };
}

/** The loss of a span of a document that no article was found for. */
export function lossOf(file: string, text: string, span: ReadSpan, reason: ImportLossReason): ImportLoss {
  return {
    file,
    line: text.slice(0, span.start).split('\n').length,
    label: span.label,
    text: text.slice(span.start, span.end),
    reason,
  };
}

/** What an annotator has already decided at a place: the same, something else, or nothing. */
function standing(
  text: string,
  decided: readonly Annotation[],
  family: MarkFamily,
  label: string,
  span: Span,
): 'same' | 'other' | 'nothing' {
  let standing: 'other' | 'nothing' = 'nothing';
  for (const { family: other, label: its, decision, anchor } of decided) {
    if (other !== family || !anchor.span) continue;
    if (sameSpan(inner(text, anchor.span), inner(text, span))) {
      if (its === label && decision === 'accepted') return 'same';
      if (its === label || decision === 'accepted') standing = 'other';
    } else if (family === 'entity' && decision === 'accepted' && overlaps(anchor.span, span))
      standing = 'other';
  }
  return standing;
}

/** A span without blanks and invisible characters at its ends, which formats take off. */
function inner(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const before = words.length - words.replace(EDGE_START, '').length;
  const behind = words.length - words.replace(EDGE_END, '').length;
  return { start: start + before, end: Math.max(start + before, end - behind) };
}

const EDGE_START = /^[\s\p{Cf}]+/u;
const EDGE_END = /(?<![\s\p{Cf}])[\s\p{Cf}]+$/u;
