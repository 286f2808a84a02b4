/** A hover explains what stands at a place: label and meaning, name, mentions, value, and where it comes from. */
import { MarkupKind } from 'vscode-languageserver';
import type { Hover } from 'vscode-languageserver';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { IMPORTED } from '../../core/importing/import-document.ts';
import type { BoilerplateMark, EntityMark, Mark, QuotationMark } from '../../core/labels/marks.ts';
import type { Span } from '../../core/text/span.ts';
import { mentionsLike } from '../mentions.ts';
import { sourceInWords } from '../messages/sources.ts';
import { valueInWords } from '../messages/values.ts';
import { offsetAt, rangeOf } from '../positions.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';
import { inTen } from './article-diagnostics.ts';
import { additionsOf } from './hover-additions.ts';
import { field, heading, lineOf, MARKDOWN, PLAIN, wordsOf } from './hover-writing.ts';
import type { Writing } from './hover-writing.ts';

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
  const [title = '', ...meaning] = heading(family, label, writing);
  const paragraphs = [title];
  if (family === 'entity' && canonical !== null) {
    paragraphs.push(field(messages.name, markup.quote(canonical)));
    if (decision === 'accepted') paragraphs.push(countOf(label, canonical, writing));
  }
  if (family === 'quotation' && label !== 'term') {
    const nobody = annotation.unattributed ? messages.unattributed : messages.noSpeaker;
    paragraphs.push(field(messages.speaker, speaker ? markup.quote(speaker.exact) : nobody));
    if (cue) paragraphs.push(field(messages.cue, markup.quote(cue.exact)));
  }
  const say = decision === 'accepted' ? messages.acceptedBy : messages.rejectedBy;
  const when = provenance.modified.slice(0, 16).replace('T', ' ');
  const source = sourceInWords(provenance.source, messages);
  const decided = say(markup.text(provenance.annotator), markup.text(when), markup.text(source));
  // What the label means comes last: whoever looks at an annotation asks what was said of these words.
  return [...paragraphs, ...additionsOf(annotation, writing), markup.aside(decided), ...meaning];
}

const suggestion = ({ source, confidence }: Mark, { messages, markup }: Writing): string =>
  markup.aside(
    messages.suggestedBy(
      markup.text(sourceInWords(source, messages)),
      source.startsWith(IMPORTED) ? null : Math.round(confidence * 100),
    ),
  );

/** Counts the mentions of an entity among marks and annotations; a mark that an annotation hides counts once. */
function countOf(label: string, name: string, writing: Writing): string {
  const { article, messages } = writing;
  const spans = mentionsLike(article, { label, name });
  const first = spans[0];
  if (spans.length < 2 || !first) return messages.onlyMention;
  return messages.mentions(spans.length, lineOf(first, writing));
}

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
        const { attributes, relations } = await server.projects.of(textDocument.uri);
        const writing = { article, attributes, relations, messages: server.messages(), markup };
        return hoverAt(writing, offsetAt(article.document, position));
      }),
    );
  },
};
