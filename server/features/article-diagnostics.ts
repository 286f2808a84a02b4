/** The diagnostics of an article: its problems, and the marks that nobody has decided on. */
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import { markId } from '../../core/annotations/mark-identity.ts';
import { codeOf, labelByCode } from '../../core/labels/scheme.ts';
import type { BoilerplateMark, EntityMark, Mark, QuotationMark } from '../../core/labels/marks.ts';
import type { Problem } from '../../core/labels/problems.ts';
import { isBlank } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';
import { endsStep } from '../../core/text/steps.ts';
import type { Steps } from '../../core/text/steps.ts';
import type { AnnotationProblem } from '../../core/annotations/problems/problem.ts';
import { annotationProblemsOf, textProblemsOf } from '../article-problems.ts';
import type { OpenArticle } from '../articles.ts';
import { said } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { rangeOf } from '../positions.ts';
import type { Settings, SeveritySetting } from '../protocol.ts';
import { quote, shorten } from '../quoting.ts';
import type { DiagnosticData } from './diagnostic-data.ts';
import { fixesOf } from './problem-fixes.ts';

/** VS Code keeps at most this many diagnostics of a file. */
const MOST_DIAGNOSTICS = 1000;

const SOURCE = 'Hashiya';

const SEVERITIES: Readonly<Record<Exclude<SeveritySetting, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** How diagnostics are to be written. */
export interface DiagnosticStyle extends Pick<Settings, 'severity' | 'weakFrom'> {
  /** URI of the folder of pages, with a slash at its end; "" where the client named none. */
  readonly docs: string;
  readonly messages: Messages;
  /** Whether the client has the extension's commands. */
  readonly isExtension: boolean;
}

/**
 * The diagnostics of an article: problems of its annotations and of its text, and the marks that nobody has decided
 * on. The most important first and at most 1000: problems, boilerplate, quotations, then entities, those that are
 * surest to be right. Weak suggestions are hints, however entities show. In steps.
 */
export function* diagnosticsOf(article: OpenArticle, style: DiagnosticStyle): Steps<Diagnostic[]> {
  const on = (family: keyof Settings['severity']): boolean => style.severity[family] !== 'off';
  const found: Diagnostic[] = [];
  if (on('annotation'))
    for (const problem of annotationProblemsOf(article))
      found.push(ofAnnotationProblem(problem, article, style));
  yield;
  function* add<T>(all: readonly T[], make: (one: T) => Diagnostic): Steps<void> {
    // What is over the limit is not shown.
    for (const one of all.slice(0, MOST_DIAGNOSTICS)) {
      found.push(make(one));
      if (endsStep(found.length)) yield;
    }
  }
  if (on('problem')) yield* add(textProblemsOf(article), (problem) => ofProblem(problem, article, style));
  if (on('boilerplate')) yield* add(runsOf(article), (run) => ofRun(run, article, style));
  if (on('quotation')) yield* add(article.quotations, (mark) => ofQuotation(mark, article, style));
  if (on('entity') && found.length < MOST_DIAGNOSTICS) {
    const mentions = yield* mentioned(article);
    const room = MOST_DIAGNOSTICS - found.length;
    const weak = article.weak.filter(({ confidence }) => confidence >= style.weakFrom);
    const all = [...article.entities, ...weak];
    const surest = surestOf(all, room);
    yield;
    const isWeak = new Set(weak);
    yield* add(surest, (mark) => ofEntity(mark, isWeak.has(mark), mentions, article, style));
  }
  return found.slice(0, MOST_DIAGNOSTICS);
}

/** As many marks as there is room for, those that are surest to be right, in their order. */
function surestOf(marks: readonly EntityMark[], room: number): readonly EntityMark[] {
  if (marks.length <= room) return marks;
  // Numbers alone are sorted many times as fast as marks are.
  const confidences = Float64Array.from(marks, ({ confidence }) => confidence).sort();
  const least = confidences[marks.length - room] as number;
  let ties = room - (marks.length - 1 - confidences.lastIndexOf(least));
  return marks.filter(({ confidence }) => confidence > least || (confidence === least && ties-- > 0));
}

function diagnostic(
  span: Span,
  family: keyof Settings['severity'],
  id: string,
  message: string,
  data: Omit<DiagnosticData, 'version' | 'code'>,
  article: OpenArticle,
  style: DiagnosticStyle,
): Diagnostic {
  const code = codeOf(family, id);
  const severity = style.severity[family];
  const full: DiagnosticData = { version: article.document.version, code, ...data };
  return {
    range: rangeOf(article.document, span),
    severity: severity === 'off' ? DiagnosticSeverity.Hint : SEVERITIES[severity],
    code,
    ...(style.docs && labelByCode(code)
      ? { codeDescription: { href: `${style.docs}${family}.md#${id}` } }
      : {}),
    source: SOURCE,
    message,
    data: full,
  };
}

function ofProblem(problem: Problem, article: OpenArticle, style: DiagnosticStyle): Diagnostic {
  const { document } = article;
  const fixes = problem.fixes.map((fix) => ({
    title: said(fix.title, style.messages),
    edits: fix.edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.replacement })),
  }));
  const message = said(problem.message, style.messages);
  return {
    ...diagnostic(problem, 'problem', problem.code, message, { ids: [], fixes }, article, style),
    ...related(article, [[problem.related, style.messages.partner]]),
  };
}

function ofAnnotationProblem(
  problem: AnnotationProblem,
  article: OpenArticle,
  style: DiagnosticStyle,
): Diagnostic {
  const { messages } = style;
  const acts = fixesOf(problem, article.document, messages, style.isExtension);
  const message = said(problem.message, messages);
  // Its ids are no marks, on which one could decide: the fixes name them.
  const made = diagnostic(problem, 'annotation', problem.code, message, { ids: [], acts }, article, style);
  const isLight = problem.severity === 'information' && made.severity !== DiagnosticSeverity.Hint;
  return {
    ...made,
    ...(isLight ? { severity: DiagnosticSeverity.Information } : {}),
    ...related(article, [[problem.related, messages.otherAnnotation]]),
  };
}

function ofEntity(
  mark: EntityMark,
  isWeak: boolean,
  mentions: ReadonlyMap<string, Mentioned>,
  article: OpenArticle,
  style: DiagnosticStyle,
): Diagnostic {
  const words = article.document.getText().slice(mark.start, mark.end);
  const title = titleOf(mark, style);
  const name = mark.canonical && mark.canonical !== words ? ` = ${quote(mark.canonical)}` : '';
  const known = mentions.get(entityKey(mark));
  const doubt = isWeak ? ` · ${style.messages.weak(inTen(mark.confidence))}` : '';
  const message = `${title} ${quote(words)}${name}${doubt}`;
  const data = {
    ids: [markId(mark)],
    mark: { title, words: shorten(words, 80), name: mark.canonical, mentions: known?.undecided ?? 1 },
  };
  return {
    ...diagnostic(mark, 'entity', mark.label, message, data, article, style),
    ...(isWeak ? { severity: DiagnosticSeverity.Hint } : {}),
    ...related(article, [
      [known && known.first.start < mark.start ? known.first : null, style.messages.firstMention],
    ]),
  };
}

function ofQuotation(mark: QuotationMark, article: OpenArticle, style: DiagnosticStyle): Diagnostic {
  const title = titleOf(mark, style);
  const { messages } = style;
  const text = article.document.getText();
  const name = mark.canonical ?? (mark.speaker && text.slice(mark.speaker.start, mark.speaker.end));
  const who =
    mark.kind === 'term' ? '' : ` · ${messages.speaker}: ${name ? quote(name) : messages.noSpeaker}`;
  const words = shorten(text.slice(mark.start, mark.end), 80);
  const data = { ids: [markId(mark)], mark: { title, words, name: mark.canonical, mentions: 1 } };
  return {
    ...diagnostic(mark, 'quotation', mark.kind, title + who, data, article, style),
    ...related(article, [
      [mark.speaker, messages.speaker],
      [mark.cue, messages.cue],
    ]),
  };
}

/** Boilerplate of one class that nothing but blank lines interrupts. */
interface BoilerplateRun extends Span {
  readonly marks: readonly BoilerplateMark[];
}

/** The undecided boilerplate of an article, whole lines of one class that follow each other put together. */
function runsOf(article: OpenArticle): BoilerplateRun[] {
  const text = article.document.getText();
  const runs: { start: number; end: number; marks: BoilerplateMark[] }[] = [];
  let open: (typeof runs)[number] | undefined;
  for (const mark of article.boilerplate) {
    if (mark.inline) {
      runs.push({ start: mark.start, end: mark.end, marks: [mark] });
      continue;
    }
    if (open && open.marks[0]?.class === mark.class && isBlank(text.slice(open.end, mark.start))) {
      open.end = Math.max(open.end, mark.end);
      open.marks.push(mark);
    } else {
      open = { start: mark.start, end: mark.end, marks: [mark] };
      runs.push(open);
    }
  }
  return runs;
}

function ofRun(run: BoilerplateRun, article: OpenArticle, style: DiagnosticStyle): Diagnostic {
  const mark = run.marks[0] as BoilerplateMark;
  const title = titleOf(mark, style);
  const message = run.marks.length > 1 ? `${title} · ${style.messages.lines(run.marks.length)}` : title;
  const words = shorten(article.document.getText().slice(run.start, run.end), 80);
  const data = { ids: run.marks.map(markId), mark: { title, words, name: null, mentions: 1 } };
  return {
    ...diagnostic(run, 'boilerplate', mark.class, message, data, article, style),
    // Fading splits the text of a line into spans, which would part its words; over a whole line it parts nothing.
    ...(mark.inline ? {} : { tags: [DiagnosticTag.Unnecessary] }),
  };
}

function related(
  article: OpenArticle,
  places: readonly (readonly [Span | null | undefined, string])[],
): { relatedInformation?: DiagnosticRelatedInformation[] } {
  const { document } = article;
  const known = places.flatMap(([span, why]) => {
    if (!span) return [];
    const message = `${why} ${quote(document.getText().slice(span.start, span.end))}`;
    return [{ location: { uri: document.uri, range: rangeOf(document, span) }, message }];
  });
  return known.length > 0 ? { relatedInformation: known } : {};
}

/** How many of ten marks with such a confidence are right. */
export const inTen = (confidence: number): number => Math.max(1, Math.round(confidence * 10));

const entityKey = (mark: EntityMark): string => `${mark.label} ${mark.canonical}`;

/** Of an entity: its first mention, decided on or not, and how many mentions nobody decided on. */
interface Mentioned {
  readonly first: EntityMark;
  undecided: number;
}

function* mentioned(article: OpenArticle): Steps<ReadonlyMap<string, Mentioned>> {
  const mentions = new Map<string, Mentioned>();
  for (const [i, mark] of article.analysis.entities.entries()) {
    if (endsStep(i)) yield;
    if (!mentions.has(entityKey(mark))) mentions.set(entityKey(mark), { first: mark, undecided: 0 });
  }
  for (const [i, mark] of article.entities.entries()) {
    if (endsStep(i)) yield;
    const known = mentions.get(entityKey(mark));
    if (known) known.undecided++;
  }
  return mentions;
}

function titleOf(mark: Mark, style: DiagnosticStyle): string {
  const id = mark.family === 'entity' ? mark.label : mark.family === 'quotation' ? mark.kind : mark.class;
  const label = labelByCode(codeOf(mark.family, id));
  return label ? said(label.title, style.messages) : id;
}
