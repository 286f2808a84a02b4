/** What every part of a hover is written with. */
import { MarkupKind } from 'vscode-languageserver';
import type { Mark } from '../../core/labels/marks.ts';
import type { SchemeAttribute, SchemeRelation } from '../../core/labels/scheme-parts.ts';
import { codeOf, labelByCode } from '../../core/labels/scheme.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenArticle } from '../articles.ts';
import { said } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { positionAt } from '../positions.ts';
import { escapeMarkdown, quote, quoteMarkdown } from '../quoting.ts';

/** How a hover is written: what it says is the same. */
interface Markup {
  readonly kind: MarkupKind;
  /** Text that is not ours, letter by letter. */
  readonly text: (text: string) => string;
  /** Text of the article, in guillemets. */
  readonly quote: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  readonly aside: (text: string) => string;
  /** Words that lead to a web page. */
  readonly link: (text: string, page: string) => string;
  readonly rule: string;
}

export const MARKDOWN: Markup = {
  kind: MarkupKind.Markdown,
  text: escapeMarkdown,
  quote: quoteMarkdown,
  strong: (text) => `**${text}**`,
  code: (text) => `\`${text.replaceAll('`', '')}\``,
  aside: (text) => `_${text}_`,
  link: (text, page) => `[${escapeMarkdown(text)}](<${page}>)`,
  rule: '\n\n---\n\n',
};

const same = (text: string): string => text;
export const PLAIN: Markup = {
  kind: MarkupKind.PlainText,
  text: same,
  quote,
  strong: same,
  code: same,
  aside: same,
  link: (text, page) => `${text} (${page})`,
  rule: '\n\n',
};

/** What a hover is made from, and how it is written. */
export interface Writing {
  readonly article: OpenArticle;
  /** Of the article's project. */
  readonly attributes: readonly SchemeAttribute[];
  readonly relations: readonly SchemeRelation[];
  readonly messages: Messages;
  readonly markup: Markup;
}

/** What the label is called and means: in the project's words where it is one of the project's own. */
export function heading(
  family: Mark['family'],
  id: string,
  { article, messages, markup }: Writing,
): string[] {
  const label =
    article.labels.find((candidate) => candidate.family === family && candidate.id === id) ??
    labelByCode(codeOf(family, id));
  if (!label) return [markup.strong(markup.text(id))];
  const description = said(label.description, messages);
  return [
    `${markup.strong(markup.text(said(label.title, messages)))} · ${markup.code(id)}`,
    ...(description ? [markup.text(description)] : []),
  ];
}

export const field = (name: string, value: string): string => `${name}: ${value}`;

/** The words of a span, as they stand. */
export const wordsOf = (span: Span, { article }: Writing): string =>
  article.document.getText().slice(span.start, span.end);

/** Counted from 1. */
export const lineOf = (span: Span, { article }: Writing): number =>
  positionAt(article.document, span.start).line + 1;
