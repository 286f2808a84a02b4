import type { Analysis } from '../../core/analysis/analysis.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { markLabel } from '../../core/annotations/mark-identity.ts';
import type { Mark, MarkFamily, QuotationMark } from '../../core/labels/marks.ts';
import { isBlank, splitLines } from '../../core/text/lines.ts';
import { overlaps, sameSpan, textOf } from '../../core/text/span.ts';
import type { Span } from '../../core/text/span.ts';

/** What is scored, in the order in which it is shown. */
export const FIGURES = [
  'entities',
  'names',
  'marked quotations',
  'speakers of direct quotations',
  'indirect quotations',
  'speakers of indirect quotations',
  'line classes',
  'boilerplate runs',
] as const;

export type Figure = (typeof FIGURES)[number];

/** One thing that the engine and the annotator see differently. */
export interface Difference {
  readonly figure: Figure;
  readonly article: string;
  /** Counted from 1. */
  readonly line: number;
  /** `missed`: annotated and not found; `false`: found and not annotated. */
  readonly what: 'missed' | 'false';
  readonly label: string;
  readonly text: string;
}

/** How much of a figure is right, and what is not. */
export interface Score {
  right: number;
  found: number;
  annotated: number;
  readonly differences: Difference[];
}

export type Scores = Readonly<Record<Figure, Score>>;

/** An article, what was decided on it, and what the engine says of it. Offsets count from the start of its text. */
export interface Scored {
  readonly article: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly analysis: Pick<Analysis, 'classes' | 'entities' | 'quotations' | 'boilerplate'>;
}

/** What an annotator accepted, with the shape of a mark as far as scoring goes. */
interface Wanted extends Span {
  readonly label: string;
  readonly speaker: Span | null;
  readonly canonical: string | null;
}

interface Found extends Span {
  readonly label: string;
}

const NAMES: readonly string[] = ['PER', 'ORG', 'GPE', 'LOC'];

/** Shares of common characters, of those that either has, from which on two quotations are the same one. */
const SAME_MARKED = 0.9;
const SAME_INDIRECT = 0.5;

/**
 * The balanced F-measure of a score: twice what is right, of all that was found and all that was annotated; 1 where
 * there is neither.
 */
export const f1 = ({ right, found, annotated }: Score): number =>
  found + annotated === 0 ? 1 : (2 * right) / (found + annotated);

/**
 * Scores an analysis of several articles against what was accepted in them. Entities and boilerplate runs count with
 * exact span and label (as in CoNLL-2003), quotations in marks with their kind and nine tenths of their extent,
 * indirect ones with half of it. A speaker is right where the span is, or the full name.
 */
export function scoreArticles(articles: readonly Scored[]): Scores {
  const scores = Object.fromEntries(
    FIGURES.map((figure) => [figure, { right: 0, found: 0, annotated: 0, differences: [] }]),
  ) as unknown as Scores;
  for (const article of articles) scoreArticle(article, scores);
  return scores;
}

/** A score in words: the figure and each difference in a line of its own. */
export const describeScore = (figure: Figure, score: Score): string =>
  [
    `${figure}: F1 ${f1(score).toFixed(3)} (${score.right} right of ${score.found} found and ${score.annotated} annotated)`,
    ...score.differences.map(
      ({ article, line, what, label, text }) => `  ${article}:${line} ${what} ${label} «${text}»`,
    ),
  ].join('\n');

function scoreArticle({ article, text, annotations, analysis }: Scored, scores: Scores): void {
  const lines = splitLines(text);
  const count = (figure: Figure, right: number, ours: readonly Found[], theirs: readonly Found[]): void => {
    scores[figure].right += right;
    scores[figure].annotated += ours.length;
    scores[figure].found += theirs.length;
  };
  const tell = (figure: Figure, what: Difference['what'], { label, ...span }: Found): void => {
    const line = lines.findLast(({ start }) => start <= span.start)?.number ?? 0;
    scores[figure].differences.push({ figure, article, line, what, label, text: textOf(text, span) });
  };
  const compare = <F extends Found>(
    figure: Figure,
    ours: readonly Wanted[],
    theirs: readonly F[],
    isSame: (a: Found, b: Found) => boolean,
  ): [Wanted, F][] => {
    const open = new Set(theirs);
    const pairs: [Wanted, F][] = [];
    for (const one of ours) {
      const other = [...open].find((candidate) => isSame(one, candidate));
      if (other) pairs.push([one, other]);
      else tell(figure, 'missed', one);
      if (other) open.delete(other);
    }
    for (const other of open) tell(figure, 'false', other);
    count(figure, pairs.length, ours, theirs);
    return pairs;
  };
  const quotations = analysis.quotations.map(labelled);
  const compareQuotations = (
    kinds: readonly string[],
    figure: Figure,
    speakers: Figure,
    share: number,
  ): void => {
    const isMeant = ({ label }: Found): boolean => kinds.includes(label);
    const ours = wantedOf(annotations, 'quotation').filter(isMeant);
    const isSame = (a: Found, b: Found): boolean => a.label === b.label && commonShare(a, b) >= share;
    const pairs = compare(figure, ours, quotations.filter(isMeant), isSame);
    const attributed = ours.filter(({ label }) => label !== 'term');
    const right = attributed.filter((one) =>
      pairs.some(([quotation, mark]) => quotation === one && isSameSpeaker(one, mark)),
    );
    for (const one of attributed)
      if (!right.includes(one)) tell(speakers, 'missed', { ...(one.speaker ?? one), label: 'speaker' });
    count(speakers, right.length, attributed, attributed);
  };

  const entities = analysis.entities.map(labelled);
  const annotated = wantedOf(annotations, 'entity');
  compare('entities', annotated, entities, isExact);
  compare('names', annotated.filter(isName), entities.filter(isName), isExact);

  compareQuotations(['direct', 'term'], 'marked quotations', 'speakers of direct quotations', SAME_MARKED);
  compareQuotations(['indirect'], 'indirect quotations', 'speakers of indirect quotations', SAME_INDIRECT);

  const boilerplate = wantedOf(annotations, 'boilerplate');
  const isWhole = (span: Span): boolean => lines.some((line) => sameSpan(line, span));
  const classed = (classOf: (line: Span, index: number) => string | undefined): Wanted[] =>
    lines.flatMap((line, i) =>
      isBlank(line.text)
        ? []
        : [
            {
              start: line.start,
              end: line.end,
              label: classOf(line, i) ?? 'body',
              speaker: null,
              canonical: null,
            },
          ],
    );
  const given = classed((line) => boilerplate.find((one) => sameSpan(one, line))?.label);
  const found = classed((_, i) => analysis.classes[i] ?? undefined);
  compare('line classes', given, found, isExact);

  const runs = boilerplate.filter((one) => !isWhole(one));
  compare(
    'boilerplate runs',
    runs,
    analysis.boilerplate.filter(({ inline }) => inline).map(labelled),
    isExact,
  );
}

const isExact = (a: Found, b: Found): boolean => a.label === b.label && sameSpan(a, b);

const isName = ({ label }: Found): boolean => NAMES.includes(label);

const wantedOf = (annotations: readonly Annotation[], family: MarkFamily): Wanted[] =>
  annotations.flatMap((annotation) =>
    annotation.family === family && annotation.decision === 'accepted' && annotation.anchor.span
      ? [
          {
            ...annotation.anchor.span,
            label: annotation.label,
            speaker: annotation.speaker?.span ?? null,
            canonical: annotation.canonical,
          },
        ]
      : [],
  );

const labelled = <M extends Mark>(mark: M): M & { readonly label: string } => ({
  ...mark,
  label: markLabel(mark),
});

/** The characters that two spans have in common, as a share of those that either has. */
function commonShare(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function isSameSpeaker(wanted: Wanted, mark: QuotationMark): boolean {
  if (wanted.speaker && mark.speaker && overlaps(wanted.speaker, mark.speaker)) return true;
  const [ours, theirs] = [wanted.canonical, mark.canonical];
  return ours !== null && theirs !== null && (ours.includes(theirs) || theirs.includes(ours));
}
