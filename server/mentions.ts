/** What stands at a place of an article, whether a mark or an annotation says so. Offsets are UTF-16 code units. */
import type { Annotation } from '../core/annotations/annotation.ts';
import type { LineClass } from '../core/labels/line-classes.ts';
import { isArticleClass } from '../core/labels/line-classes.ts';
import { overlaps } from '../core/text/span.ts';
import type { Span } from '../core/text/span.ts';
import type { OpenArticle } from './articles.ts';

/** A mention of an entity: an undecided mark or an accepted annotation. */
export interface Mention extends Span {
  readonly label: string;
  /** The full name; mentions with the same label and name are of the same entity. */
  readonly name: string;
}

/** A quotation: an undecided mark or an accepted annotation. */
export interface Quotation extends Span {
  readonly kind: string;
  readonly speaker: Span | null;
  readonly cue: Span | null;
  /** The speaker's full name, as far as it is known. */
  readonly name: string | null;
}

const accepted = (article: OpenArticle, family: Annotation['family']): Annotation[] =>
  article.annotations.filter(
    (annotation) =>
      annotation.family === family && annotation.decision === 'accepted' && annotation.anchor.span,
  );

/** Every mention in the article, in order. */
export function mentionsOf(article: OpenArticle): Mention[] {
  const mentions: Mention[] = article.entities.map((mark) => ({
    start: mark.start,
    end: mark.end,
    label: mark.label,
    name: mark.canonical,
  }));
  for (const { anchor, label, canonical } of accepted(article, 'entity'))
    mentions.push({ ...(anchor.span as Span), label, name: canonical ?? anchor.exact });
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The mention at an offset: the one that holds the character behind it, else the one that ends there. */
export function mentionAt(article: OpenArticle, offset: number): Mention | null {
  const mentions = mentionsOf(article);
  return (
    mentions.find(({ start, end }) => start <= offset && offset < end) ??
    mentions.find(({ end }) => end === offset) ??
    null
  );
}

/** Every mention of the same entity, this one included, in order. */
export const mentionsLike = (article: OpenArticle, of: Pick<Mention, 'label' | 'name'>): Mention[] =>
  mentionsOf(article).filter(({ label, name }) => label === of.label && name === of.name);

/** Every quotation in the article, in order, the outer before the inner. */
export function quotationsOf(article: OpenArticle): Quotation[] {
  const text = article.document.getText();
  const nameOf = (name: string | null, speaker: Span | null): string | null =>
    name ?? (speaker && text.slice(speaker.start, speaker.end));
  const quotations: Quotation[] = article.quotations.map((mark) => ({
    start: mark.start,
    end: mark.end,
    kind: mark.kind,
    speaker: mark.speaker,
    cue: mark.cue,
    name: nameOf(mark.canonical, mark.speaker),
  }));
  for (const { anchor, label, speaker, cue, canonical } of accepted(article, 'quotation'))
    quotations.push({
      ...(anchor.span as Span),
      kind: label,
      speaker: speaker?.span ?? null,
      cue: cue?.span ?? null,
      name: nameOf(canonical, speaker?.span ?? null),
    });
  return quotations.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The innermost quotation round an offset. */
export const quotationAt = (article: OpenArticle, offset: number): Quotation | null =>
  quotationsOf(article)
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;

/**
 * The class of each line as it stands now, by index into the article's lines: what a person decided, else what the
 * engine suggests. Null for blank lines.
 */
export function lineClassesOf(article: OpenArticle): (LineClass | string | null)[] {
  const { lines } = article.analysis.article;
  const decided = article.annotations.filter(({ family, anchor }) => family === 'boilerplate' && anchor.span);
  return lines.map((line, i) => {
    const suggested = article.analysis.classes[i] ?? null;
    if (suggested === null) return null;
    for (const { anchor, decision, label } of decided) {
      const span = anchor.span as Span;
      if (!overlaps(span, line) || (span.end - span.start) * 2 < Math.min(line.end - line.start, 40))
        continue;
      if (decision === 'accepted') return label;
      if (label === suggested) return 'body';
    }
    return suggested;
  });
}

/** Lines that follow each other, blank ones between them; indices into the article's lines, `last` included. */
export interface LineRun {
  readonly first: number;
  readonly last: number;
  readonly class: string;
}

/** Cuts an article into runs of lines for which `key` says the same; lines with null are in no run but may lie in one. */
export function runsOfLines(
  classes: readonly (string | null)[],
  key: (lineClass: string) => string | null,
): LineRun[] {
  const runs: { first: number; last: number; class: string; key: string }[] = [];
  let open: (typeof runs)[number] | undefined;
  for (const [i, lineClass] of classes.entries()) {
    if (lineClass === null) continue;
    const its = key(lineClass);
    if (its === null) open = undefined;
    else if (open?.key === its) open.last = i;
    else {
      open = { first: i, last: i, class: lineClass, key: its };
      runs.push(open);
    }
  }
  return runs.map(({ first, last, class: own }) => ({ first, last, class: own }));
}

/** Whether a class of line, which may be a project's own, is boilerplate. */
export const isBoilerplate = (lineClass: string): boolean => !isArticleClass(lineClass);
