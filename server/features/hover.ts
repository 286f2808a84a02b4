/** A hover explains what stands at a place: label and meaning, name, mentions, value, and where it comes from. */
import { MarkupKind } from 'vscode-languageserver';
import type { Hover } from 'vscode-languageserver';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { codeOf, labelByCode } from '../../core/labels/scheme.ts';
import type { BoilerplateMark, EntityMark, Mark, QuotationMark } from '../../core/labels/marks.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenArticle } from '../articles.ts';
import { mentionsLike } from '../mentions.ts';
import { said } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { sourceInWords } from '../messages/sources.ts';
import { valueInWords } from '../messages/values.ts';
import { offsetAt, positionAt, rangeOf } from '../positions.ts';
import { escapeMarkdown, quoteMarkdown } from '../quoting.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';

interface Explained {
  readonly span: Span;
  /** Lines of Markdown. */
  readonly lines: readonly string[];
}

/**
 * What there is to say of an offset, as Markdown: entity, quotation and boilerplate there, the innermost first. The
 * range is that of the innermost. Null where there is nothing. All text of the article is escaped.
 */
function hoverAt(article: OpenArticle, offset: number, messages: Messages): Hover | null {
  const found = explain(article, (span) => span.start <= offset && offset < span.end, messages);
  const all = found.length > 0 ? found : explain(article, (span) => span.end === offset, messages);
  const innermost = all[0];
  if (!innermost) return null;
  const value = all.map(({ lines }) => lines.join('\n\n')).join('\n\n---\n\n');
  return {
    contents: { kind: MarkupKind.Markdown, value },
    range: rangeOf(article.document, innermost.span),
  };
}

function explain(article: OpenArticle, at: (span: Span) => boolean, messages: Messages): Explained[] {
  const explained: Explained[] = [];
  for (const annotation of article.annotations) {
    const { span } = annotation.anchor;
    if (span && at(span)) explained.push({ span, lines: ofAnnotation(annotation, article, messages) });
  }
  for (const mark of article.entities)
    if (at(mark)) explained.push({ span: mark, lines: ofEntity(mark, article, messages) });
  for (const mark of article.quotations)
    if (at(mark)) explained.push({ span: mark, lines: ofQuotation(mark, article, messages) });
  for (const mark of article.boilerplate)
    if (at(mark)) explained.push({ span: mark, lines: ofBoilerplate(mark, messages) });
  return explained.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

function ofEntity(mark: EntityMark, article: OpenArticle, messages: Messages): string[] {
  const value = mark.value && valueInWords(mark.value, messages.language);
  return [
    heading('entity', mark.label, messages),
    field(messages.name, quoteMarkdown(mark.canonical)),
    ...(value ? [field(messages.value, escapeMarkdown(value))] : []),
    countOf(mark.label, mark.canonical, article, messages),
    suggestion(mark, messages),
  ];
}

function ofQuotation(mark: QuotationMark, article: OpenArticle, messages: Messages): string[] {
  const lines = [heading('quotation', mark.kind, messages)];
  const speaker = mark.speaker && quoteMarkdown(wordsOf(article, mark.speaker));
  if (speaker || mark.kind !== 'term') {
    const full = mark.canonical && mark.speaker && mark.canonical !== wordsOf(article, mark.speaker);
    const name = full ? ` = ${quoteMarkdown(mark.canonical)}` : '';
    const line = mark.speaker ? ` (${messages.line(lineOf(article, mark.speaker))})` : '';
    lines.push(field(messages.speaker, speaker ? `${speaker}${name}${line}` : messages.noSpeaker));
  }
  if (mark.cue) lines.push(field(messages.cue, quoteMarkdown(wordsOf(article, mark.cue))));
  lines.push(suggestion(mark, messages));
  return lines;
}

const ofBoilerplate = (mark: BoilerplateMark, messages: Messages): string[] => [
  heading('boilerplate', mark.class, messages),
  suggestion(mark, messages),
];

function ofAnnotation(annotation: Annotation, article: OpenArticle, messages: Messages): string[] {
  const lines = [heading(annotation.family, annotation.label, messages)];
  if (annotation.canonical !== null && annotation.family === 'entity')
    lines.push(field(messages.name, quoteMarkdown(annotation.canonical)));
  if (annotation.family === 'entity' && annotation.canonical !== null && annotation.decision === 'accepted')
    lines.push(countOf(annotation.label, annotation.canonical, article, messages));
  if (annotation.family === 'quotation' && annotation.label !== 'term') {
    const speaker = annotation.speaker ? quoteMarkdown(annotation.speaker.exact) : messages.noSpeaker;
    lines.push(field(messages.speaker, speaker));
    if (annotation.cue) lines.push(field(messages.cue, quoteMarkdown(annotation.cue.exact)));
  }
  const { annotator, modified, source } = annotation.provenance;
  const say = annotation.decision === 'accepted' ? messages.acceptedBy : messages.rejectedBy;
  const when = modified.slice(0, 16).replace('T', ' ');
  lines.push(
    italic(
      say(escapeMarkdown(annotator), escapeMarkdown(when), escapeMarkdown(sourceInWords(source, messages))),
    ),
  );
  return lines;
}

function heading(family: Mark['family'], id: string, messages: Messages): string {
  const label = labelByCode(codeOf(family, id));
  if (!label) return `**${escapeMarkdown(id)}**`;
  const title = escapeMarkdown(said(label.title, messages));
  return `**${title}** · \`${id}\`\n\n${escapeMarkdown(said(label.description, messages))}`;
}

const field = (name: string, value: string): string => `${name}: ${value}`;
const italic = (text: string): string => `_${text}_`;

const suggestion = (mark: Mark, messages: Messages): string =>
  italic(
    messages.suggestedBy(
      escapeMarkdown(sourceInWords(mark.source, messages)),
      Math.round(mark.confidence * 100),
    ),
  );

/** Counts the mentions of an entity among marks and annotations; a mark that an annotation hides counts once. */
function countOf(label: string, name: string, article: OpenArticle, messages: Messages): string {
  const spans = mentionsLike(article, { label, name });
  const first = spans[0];
  if (spans.length < 2 || !first) return messages.onlyMention;
  return messages.mentions(spans.length, lineOf(article, first));
}

const wordsOf = (article: OpenArticle, span: Span): string =>
  article.document.getText().slice(span.start, span.end);

const lineOf = (article: OpenArticle, span: Span): number =>
  positionAt(article.document, span.start).line + 1;

/** textDocument/hover. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register(server) {
    server.connection.onHover(
      guarded(server, 'hover', null, async ({ textDocument, position }, token) => {
        const article = await server.articles.current(textDocument.uri, token);
        return article && hoverAt(article, offsetAt(article.document, position), server.messages());
      }),
    );
  },
};
