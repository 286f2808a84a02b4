/** Marks and annotations as the client shows them. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { markId, markLabel, markName } from '../../core/annotations/mark-identity.ts';
import type { Mark } from '../../core/labels/marks.ts';
import type { Span } from '../../core/text/span.ts';
import { endsStep } from '../../core/text/steps.ts';
import type { Steps } from '../../core/text/steps.ts';
import type { OpenArticle } from '../articles.ts';
import { rangeOf } from '../positions.ts';
import type { ArticleItem } from '../protocol.ts';

/** An item with where it starts, a UTF-16 code unit of the article: what items are ordered by. */
export type PlacedItem = readonly [start: number, item: ArticleItem];

const rangeOrNull = (document: TextDocument, span: Span | null | undefined) =>
  span ? rangeOf(document, span) : null;

/** A mark that nobody decided on. */
export const itemOfMark = (document: TextDocument, mark: Mark): PlacedItem => [
  mark.start,
  {
    id: markId(mark),
    family: mark.family,
    label: markLabel(mark),
    state: 'mark',
    range: rangeOf(document, mark),
    canonical: markName(mark),
    speaker: rangeOrNull(document, mark.family === 'quotation' ? mark.speaker : null),
    cue: rangeOrNull(document, mark.family === 'quotation' ? mark.cue : null),
    attributes: {},
    relations: [],
    note: '',
    decided: null,
  },
];

/** A mark that the engine is not sure of. */
export function itemOfWeak(document: TextDocument, mark: Mark): PlacedItem {
  const [start, item] = itemOfMark(document, mark);
  return [start, { ...item, weak: true }];
}

/** What a person decided; where its words are lost it stands at the start. */
export function itemOfAnnotation(document: TextDocument, annotation: Annotation): PlacedItem {
  const span = annotation.anchor.span ?? { start: 0, end: 0 };
  return [
    span.start,
    {
      id: annotation.id,
      family: annotation.family,
      label: annotation.label,
      state: annotation.anchor.span ? annotation.decision : 'orphan',
      range: rangeOf(document, span),
      canonical: annotation.canonical,
      speaker: rangeOrNull(document, annotation.speaker?.span),
      cue: rangeOrNull(document, annotation.cue?.span),
      attributes: annotation.attributes,
      relations: annotation.relations,
      note: annotation.note,
      decided: { by: annotation.provenance.annotator, at: annotation.provenance.modified },
      ...(annotation.anchor.span ? {} : { lost: annotation.anchor.exact }),
    },
  ];
}

/** Items ordered by start; of those with one start the order stays. */
export const ordered = (items: readonly PlacedItem[]): ArticleItem[] =>
  items.toSorted(([a], [b]) => a - b).map(([, item]) => item);

/**
 * The items of an article: marks that nobody decided on and annotations, ordered by start. In steps.
 * @param weakFrom weak suggestions are among them that are at least so sure
 */
export function* itemsOf(article: OpenArticle, weakFrom: number): Steps<ArticleItem[]> {
  const { document } = article;
  const placed: PlacedItem[] = [];
  function* place<T>(all: readonly T[], toItem: (document: TextDocument, one: T) => PlacedItem): Steps<void> {
    for (const one of all) {
      placed.push(toItem(document, one));
      if (endsStep(placed.length)) yield;
    }
  }
  yield* place(article.entities, itemOfMark);
  const weak = article.weak.filter(({ confidence }) => confidence >= weakFrom);
  yield* place(weak, itemOfWeak);
  yield* place(article.quotations, itemOfMark);
  yield* place(article.boilerplate, itemOfMark);
  yield* place(article.annotations, itemOfAnnotation);
  return ordered(placed);
}
