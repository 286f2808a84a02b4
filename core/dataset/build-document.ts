import type { Analysis } from '../analysis/analysis.ts';
import type { Annotation } from '../annotations/annotation.ts';
import { markId, markLabel, markName } from '../annotations/mark-identity.ts';
import { sortAnnotations } from '../annotations/order.ts';
import { visibleMarks } from '../annotations/visible.ts';
import { lineAt, linesOf, properStart } from '../annotations/words.ts';
import { isArticleClass } from '../labels/line-classes.ts';
import type { BoilerplateMark, Mark } from '../labels/marks.ts';
import type { Article, ReadLine } from '../lexicon/article.ts';
import { isBlank } from '../text/lines.ts';
import { compareSpans, sameSpan } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { behindMarks } from '../text/tokens.ts';
import { LAYER_OF } from './context.ts';
import { cutText } from './cut.ts';
import type { CutText } from './cut.ts';
import type { DatasetDocument, DatasetLine, DatasetSpan, DatasetToken, Layer, Loss } from './document.ts';

export interface DocumentOptions {
  /** Whether marks that nobody has decided on are taken in, as silver. */
  readonly marks: boolean;
  /** Whether boilerplate stays in the text. */
  readonly boilerplate: boolean;
  /** Whether spans with a label are wanted; all, where it is left out. What is boilerplate is decided by all. */
  readonly takes?: (layer: Layer, label: string) => boolean;
  /** Whether the project's entities may overlap and nest; false where left out. */
  readonly overlap?: boolean;
  /** What is said of the article as a whole. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A document and what was lost on the way to it. */
export interface BuiltDocument {
  readonly document: DatasetDocument;
  readonly losses: readonly Loss[];
  /** How many annotations lie in boilerplate that was left out. */
  readonly leftOut: number;
}

/**
 * Makes a document of a dataset from an article's analysis and annotations: what was accepted, never what was
 * rejected. What is boilerplate the annotations say, and where they say nothing the engine. Offsets of the arguments
 * count from the start of the article.
 */
export function buildDocument(
  file: string,
  analysis: Analysis,
  annotations: readonly Annotation[],
  options: DocumentOptions,
): BuiltDocument {
  const { article } = analysis;
  const boilerplate = visibleMarks(analysis.boilerplate, annotations);
  const marks: Mark[] = [...analysis.entities, ...analysis.quotations];
  const cut = cutText(article.text, options.boilerplate ? [] : cutsOf(article, boilerplate, annotations));
  const losses: Loss[] = [];
  const spans: DatasetSpan[] = [];
  let leftOut = 0;
  const { takes = () => true } = options;
  const take = (span: Omit<DatasetSpan, 'line'>): void => {
    if (!takes(span.layer, span.label)) return;
    const line = lineAt(article, span.start)?.number ?? 0;
    const text = article.text.slice(span.start, span.end);
    const lose = (reason: Loss['reason'], at: Span): void => {
      if (!span.silver)
        losses.push({
          file,
          line,
          span: at,
          layer: span.layer,
          label: span.label,
          text,
          silver: false,
          reason,
        });
    };
    const place = cut.place(span);
    if (!place) {
      // What was asked to be left out is no loss; boilerplate itself goes without saying.
      if (!span.silver && span.layer !== 'boilerplate') leftOut++;
      return;
    }
    const { start, end } = place;
    if (place.clipped) lose('clipped', { start, end });
    const speaker = part(span.speaker, cut);
    const cue = part(span.cue, cut);
    if ((span.speaker && !speaker) || (span.cue && !cue)) lose('speaker-left-out', { start, end });
    spans.push({ ...span, start, end, speaker, cue, line });
  };
  for (const annotation of sortAnnotations(annotations)) {
    if (annotation.decision === 'rejected') continue;
    const { family, label, anchor, speaker, cue, canonical, provenance } = annotation;
    const layer = LAYER_OF[family];
    const { span } = anchor;
    if (!span) {
      if (!takes(layer, label)) continue;
      losses.push({
        file,
        line: 0,
        span: null,
        layer,
        label,
        text: anchor.exact,
        silver: false,
        reason: 'orphan',
      });
      continue;
    }
    const mark = marks.find(
      (other) => other.family === 'entity' && other.label === label && sameSpan(other, span),
    );
    take({
      ...span,
      id: annotation.id,
      layer,
      label,
      silver: false,
      annotator: provenance.annotator,
      source: provenance.source,
      canonical,
      value: mark?.family === 'entity' ? mark.value : null,
      speaker: speaker?.span ?? null,
      cue: cue?.span ?? null,
      attributes: annotation.attributes,
      relations: annotation.relations,
      note: annotation.note,
    });
  }
  if (options.marks)
    for (const mark of [...visibleMarks(marks, annotations, options.overlap), ...boilerplate])
      take(silverSpan(mark));
  const ids = new Set(spans.map(({ id }) => id));
  const tied = spans.map((span): DatasetSpan => {
    const relations = span.relations.filter(({ to }) => ids.has(to));
    if (relations.length === span.relations.length) return span;
    losses.push({
      file,
      line: span.line,
      span: { start: span.start, end: span.end },
      layer: span.layer,
      label: span.label,
      text: cut.text.slice(span.start, span.end),
      silver: false,
      reason: 'relation-left-out',
    });
    return { ...span, relations };
  });
  return {
    document: {
      file,
      text: cut.text,
      pieces: cut.pieces,
      published: analysis.published,
      articleAttributes: options.attributes ?? {},
      split: null,
      lines: linesOfDocument(analysis, annotations, cut),
      sentences: sentencesOf(article, cut),
      spans: tied.sort(
        (a, b) => compareSpans(a, b) || compareStrings(a.layer, b.layer) || compareStrings(a.label, b.label),
      ),
    },
    losses,
    leftOut,
  };
}

const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const silverSpan = (mark: Mark): Omit<DatasetSpan, 'line'> => ({
  start: mark.start,
  end: mark.end,
  id: markId(mark),
  layer: LAYER_OF[mark.family],
  label: markLabel(mark),
  silver: true,
  annotator: null,
  source: mark.source,
  canonical: markName(mark),
  value: mark.family === 'entity' ? mark.value : null,
  speaker: mark.family === 'quotation' ? mark.speaker : null,
  cue: mark.family === 'quotation' ? mark.cue : null,
  attributes: {},
  relations: [],
  note: '',
});

function part(span: Span | null, cut: CutText): Span | null {
  const place = span && cut.place(span);
  return place && { start: place.start, end: place.end };
}

/**
 * What is taken out as boilerplate: whole lines with their newline and the blank lines behind them, and the runs
 * within lines.
 */
function cutsOf(
  article: Article,
  marks: readonly BoilerplateMark[],
  annotations: readonly Annotation[],
): Span[] {
  const stretches = [
    ...marks.filter((mark) => !isArticleClass(mark.class)),
    ...annotations.flatMap(({ family, decision, label, anchor }) =>
      family === 'boilerplate' && decision === 'accepted' && !isArticleClass(label) && anchor.span
        ? [anchor.span]
        : [],
    ),
  ].sort(compareSpans);
  const whole = new Set<number>();
  for (const { start, end } of stretches)
    for (const line of linesOf(article, { start, end }))
      if (isWhole(line, { start, end })) whole.add(line.number);
  const cuts: Span[] = stretches.map(({ start, end }) => ({ start, end }));
  let isCutting = false;
  for (const [i, line] of article.lines.entries()) {
    isCutting = whole.has(line.number) || (isCutting && isBlank(line.text));
    if (isCutting) cuts.push({ start: line.start, end: article.lines[i + 1]?.start ?? article.text.length });
  }
  // What is written on the end of a cut goes with it: left behind, it would be written on what stands before the cut.
  return cuts.map(({ start, end }) => ({ start, end: behindMarks(article.text, end) }));
}

/** The class of each line: as somebody decided for the line as a whole, else as the engine takes it. */
function linesOfDocument(
  { article, classes }: Analysis,
  annotations: readonly Annotation[],
  cut: CutText,
): DatasetLine[] {
  const decided = new Map<number, string>();
  for (const { family, decision, label, anchor } of annotations)
    if (family === 'boilerplate' && decision === 'accepted' && anchor.span)
      for (const line of linesOf(article, anchor.span))
        if (isWhole(line, anchor.span)) decided.set(line.number, label);
  return article.lines.flatMap((line, index): DatasetLine[] => {
    const place = cut.place(line);
    const lineClass = decided.get(line.number) ?? classes[index];
    if (!place || isBlank(line.text) || !lineClass) return [];
    return [
      {
        start: place.start,
        end: place.end,
        number: line.number,
        class: lineClass,
        silver: !decided.has(line.number),
      },
    ];
  });
}

/** Whether a span holds all of a line but for blanks at its ends. */
const isWhole = (line: ReadLine, { start, end }: Span): boolean =>
  isBlank(line.text.slice(0, Math.max(0, start - line.start))) &&
  isBlank(line.text.slice(Math.max(0, Math.min(end, line.end) - line.start)));

function sentencesOf(article: Article, cut: CutText): DatasetToken[][] {
  const sentences: DatasetToken[][] = [];
  for (const line of article.lines) {
    const { tokens, sentences: spans } = line.reading;
    let index = 0;
    for (const sentence of spans) {
      const kept: DatasetToken[] = [];
      for (; index < tokens.length; index++) {
        const token = tokens[index];
        if (!token || token.start >= sentence.end) break;
        const start = line.start + token.start;
        const place = cut.place({ start, end: line.start + token.end });
        if (!place) continue;
        const proper = place.clipped ? 0 : properStart(article, line, index);
        kept.push({ start: place.start, end: place.end, proper: place.start + proper });
      }
      if (kept.length > 0) sentences.push(kept);
    }
  }
  return sentences;
}
