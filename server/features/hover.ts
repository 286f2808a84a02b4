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
import { escapeMarkdown, quote, quoteMarkdown } from '../quoting.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';
import { inTen } from './article-diagnostics.ts';

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
  readonly rule: string;
}

const MARKDOWN: Markup = {
  kind: MarkupKind.Markdown,
  text: escapeMarkdown,
  quote: quoteMarkdown,
  strong: (text) => `**${text}**`,
  code: (text) => `\`${text.replaceAll('`', '')}\``,
  aside: (text) => `_${text}_`,
  rule: '\n\n---\n\n',
};

const same = (text: string): string => text;
const PLAIN: Markup = {
  kind: MarkupKind.PlainText,
  text: same,
  quote,
  strong: same,
  code: same,
  aside: same,
  rule: '\n\n',
};

/** What a hover is made from, and how it is written. */
interface Writing {
  readonly article: OpenArticle;
  readonly messages: Messages;
  readonly markup: Markup;
}

interface Explained {
  readonly span: Span;
  readonly paragraphs: readonly string[];
}

/**
 * What there is to say of an offset: entity, quotation and boilerplate there, the innermost first. The range is that
 * of the innermost. Null where there is nothing.
 */
function hoverAt(writing: Writing, offset: number): Hover | null {
  const found = explain(writing, (span) => span.start <= offset && offset < span.end);
  const all = found.length > 0 ? found : explain(writing, (span) => span.end === offset);
  const innermost = all[0];
  if (!innermost) return null;
  const { markup, article } = writing;
  const value = all.map(({ paragraphs }) => paragraphs.join('\n\n')).join(markup.rule);
  return { contents: { kind: markup.kind, value }, range: rangeOf(article.document, innermost.span) };
}

function explain(writing: Writing, at: (span: Span) => boolean): Explained[] {
  const { annotations, entities, weak, quotations, boilerplate } = writing.article;
  const explained: Explained[] = [];
  for (const annotation of annotations) {
    const { span } = annotation.anchor;
    if (span && at(span)) explained.push({ span, paragraphs: ofAnnotation(annotation, writing) });
  }
  for (const mark of [...entities, ...weak])
    if (at(mark)) explained.push({ span: mark, paragraphs: ofEntity(mark, writing) });
  for (const mark of quotations)
    if (at(mark)) explained.push({ span: mark, paragraphs: ofQuotation(mark, writing) });
  for (const mark of boilerplate)
    if (at(mark)) explained.push({ span: mark, paragraphs: ofBoilerplate(mark, writing) });
  return explained.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

function ofEntity(mark: EntityMark, writing: Writing): string[] {
  const { messages, markup } = writing;
  const value = mark.value && valueInWords(mark.value, messages.language);
  const isWeak = writing.article.weak.includes(mark);
  return [
    ...heading('entity', mark.label, writing),
    field(messages.name, markup.quote(mark.canonical)),
    ...(value ? [field(messages.value, markup.text(value))] : []),
    ...(isWeak ? [messages.weak(inTen(mark.confidence))] : [countOf(mark.label, mark.canonical, writing)]),
    suggestion(mark, writing),
  ];
}

function ofQuotation(mark: QuotationMark, writing: Writing): string[] {
  const { messages, markup } = writing;
  const paragraphs = heading('quotation', mark.kind, writing);
  if (mark.speaker) {
    const words = wordsOf(mark.speaker, writing);
    const name = mark.canonical && mark.canonical !== words ? ` = ${markup.quote(mark.canonical)}` : '';
    const line = messages.line(lineOf(mark.speaker, writing));
    paragraphs.push(field(messages.speaker, `${markup.quote(words)}${name} (${line})`));
  } else if (mark.kind !== 'term') paragraphs.push(field(messages.speaker, messages.noSpeaker));
  if (mark.cue) paragraphs.push(field(messages.cue, markup.quote(wordsOf(mark.cue, writing))));
  return [...paragraphs, suggestion(mark, writing)];
}

const ofBoilerplate = (mark: BoilerplateMark, writing: Writing): string[] => [
  ...heading('boilerplate', mark.class, writing),
  suggestion(mark, writing),
];

function ofAnnotation(annotation: Annotation, writing: Writing): string[] {
  const { family, label, decision, canonical, speaker, cue, provenance } = annotation;
  const { messages, markup } = writing;
  const paragraphs = heading(family, label, writing);
  if (family === 'entity' && canonical !== null) {
    paragraphs.push(field(messages.name, markup.quote(canonical)));
    if (decision === 'accepted') paragraphs.push(countOf(label, canonical, writing));
  }
  if (family === 'quotation' && label !== 'term') {
    paragraphs.push(field(messages.speaker, speaker ? markup.quote(speaker.exact) : messages.noSpeaker));
    if (cue) paragraphs.push(field(messages.cue, markup.quote(cue.exact)));
  }
  const say = decision === 'accepted' ? messages.acceptedBy : messages.rejectedBy;
  const when = provenance.modified.slice(0, 16).replace('T', ' ');
  const source = sourceInWords(provenance.source, messages);
  const decided = say(markup.text(provenance.annotator), markup.text(when), markup.text(source));
  return [...paragraphs, markup.aside(decided)];
}

/** What the label is called and means: in the project's words where it is one of the project's own. */
function heading(family: Mark['family'], id: string, { article, messages, markup }: Writing): string[] {
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

const field = (name: string, value: string): string => `${name}: ${value}`;

const suggestion = ({ source, confidence }: Mark, { messages, markup }: Writing): string =>
  markup.aside(
    messages.suggestedBy(markup.text(sourceInWords(source, messages)), Math.round(confidence * 100)),
  );

/** Counts the mentions of an entity among marks and annotations; a mark that an annotation hides counts once. */
function countOf(label: string, name: string, writing: Writing): string {
  const { article, messages } = writing;
  const spans = mentionsLike(article, { label, name });
  const first = spans[0];
  if (spans.length < 2 || !first) return messages.onlyMention;
  return messages.mentions(spans.length, lineOf(first, writing));
}

const wordsOf = (span: Span, { article }: Writing): string =>
  article.document.getText().slice(span.start, span.end);

const lineOf = (span: Span, { article }: Writing): number =>
  positionAt(article.document, span.start).line + 1;

/** textDocument/hover. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register(server) {
    server.connection.onHover(
      guarded(server, 'hover', null, async ({ textDocument, position }, token) => {
        const article = await server.articles.current(textDocument.uri, token);
        if (!article) return null;
        const formats = server.client().textDocument?.hover?.contentFormat;
        const markup = !formats || formats.includes(MarkupKind.Markdown) ? MARKDOWN : PLAIN;
        const writing = { article, messages: server.messages(), markup };
        return hoverAt(writing, offsetAt(article.document, position));
      }),
    );
  },
};
