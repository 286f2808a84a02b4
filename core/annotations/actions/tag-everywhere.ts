import type { Mark, MarkFamily } from '../../labels/marks.ts';
import { fold } from '../../text/fold.ts';
import { contains, overlaps, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { Annotation, Label } from '../annotation.ts';
import { occurrencesOf, soughtWords } from '../occurrences.ts';
import type { SoughtWords } from '../occurrences.ts';
import { trimSpan } from '../trim.ts';
import { covers } from '../visible.ts';
import { lineAt, properStart } from '../words.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { lookUpOf } from './look-up.ts';
import { createDraft, outcome } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import { spansMeant } from './spans-meant.ts';
import { tagSpan } from './tag.ts';

/** Labels of words that take the article or leave it by grammar; in other names it is a part of the name. */
const TAKES_ARTICLE: ReadonlySet<Label> = new Set(['NORP', 'OCC', 'ORDINAL']);

/**
 * Tags the place of a selection or caret as tag does, and every other place where its words stand (see occurrencesOf);
 * for boilerplate that is whole lines, every line that says the same. Elsewhere what people decided stays: a rejection of
 * the label there, another label there, and a longer or crossing entity, unless the project lets entities overlap. Where
 * the place pointed at changes its label, the other places that have its words and its old label change theirs too. A
 * mark of a longer name stays open, for the longest name wins.
 */
export function tagEverywhere(
  span: Span,
  label: Label,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const meant = soughtBy(span, label, state, context);
  if ('code' in meant) return refuse(meant);
  const { family, pointed, sought } = meant;
  const draft = createDraft();
  for (const one of pointed) tagSpan(one, family, label, draft, state, context);
  for (const one of sought)
    for (const place of placesSought(one, state, context))
      if (!pointed.some((other) => overlaps(other, place)))
        tagSpan(place, family, label, draft, state, context);
  return outcome(state, draft, pointed[0] ?? null, context);
}

/** What is tagged wherever it stands, in the article that it was pointed at in and in others. */
export interface Sought {
  readonly family: MarkFamily;
  readonly label: Label;
  /** The label that the place pointed at had; null where it had none. */
  readonly old: Label | null;
  /** Words, or a whole line, folded. */
  readonly what: SoughtWords | { readonly line: string };
}

interface Pointed {
  readonly family: MarkFamily;
  readonly pointed: readonly Span[];
  readonly sought: readonly Sought[];
}

/** What a selection or caret points at to be tagged everywhere: the places themselves, and what is to be looked for. */
export function soughtBy(
  span: Span,
  label: Label,
  state: ArticleState,
  context: ActionContext,
): Pointed | Refusal {
  const family = context.familyOf(label);
  if (!family) return { code: 'unknown-label', label };
  const meant = spansMeant(span, family, state, context);
  if (!Array.isArray(meant)) return meant;
  const pointed = family === 'entity' ? meant.map((one) => withoutParticles(one, state)) : meant;
  const sought = pointed.flatMap((one) => {
    const what = whatIsAt(one, family, label, state);
    return what ? [{ family, label, old: acceptedAt(one, family, state)?.label ?? null, what }] : [];
  });
  return { family, pointed, sought };
}

/** The places of an article that may be tagged as what is sought, ascending; one that has the label already is among them. */
export const placesSought = (sought: Sought, state: ArticleState, context: ActionContext): Span[] =>
  placesLike(sought, state).filter((place) =>
    isFree(place, sought.family, sought.label, sought.old, state, context),
  );

/** A selection that begins with a word's particles, without them where something proves that they are some. */
function withoutParticles(span: Span, { article }: ArticleState): Span {
  const line = lineAt(article, span.start);
  const index = line?.reading.tokens.findIndex(({ start }) => line.start + start === span.start) ?? -1;
  if (!line || index < 0) return span;
  const start = span.start + properStart(article, line, index);
  return start < span.end ? { start, end: span.end } : span;
}

function whatIsAt(
  span: Span,
  family: MarkFamily,
  label: Label,
  { article }: ArticleState,
): Sought['what'] | null {
  const line = lineAt(article, span.start);
  const whole = line && trimSpan(article.text, line, family);
  return family === 'boilerplate' && whole && sameSpan(whole, span)
    ? { line: fold(article.text.slice(span.start, span.end)) }
    : soughtWords(article, span, TAKES_ARTICLE.has(label));
}

function placesLike({ family, what }: Sought, { article }: ArticleState): Span[] {
  if (!('line' in what)) return occurrencesOf(what, article);
  return article.lines.flatMap((line) => {
    const trimmed = trimSpan(article.text, line, family);
    return trimmed && fold(article.text.slice(trimmed.start, trimmed.end)) === what.line ? [trimmed] : [];
  });
}

/**
 * Whether a place that was not pointed at may be tagged.
 * @param old the label that the place pointed at had
 */
function isFree(
  place: Span,
  family: MarkFamily,
  label: Label,
  old: Label | null,
  state: ArticleState,
  { scheme }: ActionContext,
): boolean {
  const { annotations, marks } = lookUpOf(state);
  const isAlone = family === 'entity' && !scheme.overlap;
  const isIn = (one: Annotation): boolean => {
    const span = one.anchor.span;
    if (one.family !== family || !span) return false;
    if (sameSpan(span, place))
      return one.decision === 'rejected' ? one.label === label : one.label !== label && one.label !== old;
    return isAlone && one.decision === 'accepted' && !contains(place, span);
  };
  const isLonger = (mark: Mark): boolean =>
    mark.family === family &&
    contains(mark, place) &&
    !sameSpan(mark, place) &&
    !annotations.overlapping(mark).some((one) => covers(one, mark));
  return !annotations.overlapping(place).some(isIn) && !(isAlone && marks.overlapping(place).some(isLonger));
}

const acceptedAt = (span: Span, family: MarkFamily, state: ArticleState): Annotation | undefined =>
  lookUpOf(state)
    .annotations.at(span)
    .find((one) => one.family === family && one.decision === 'accepted');
