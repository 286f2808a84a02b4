import type { AnalysisReport } from '../../core/analysis/report.ts';
import { ENTITY_LABELS } from '../../core/labels/entity-labels.ts';
import { isArticleClass } from '../../core/labels/line-classes.ts';
import type { QuotationMark } from '../../core/labels/marks.ts';
import type { Span } from '../../core/text/span.ts';
import type { GoldArticle, GoldEntity, GoldQuotation } from '../gold.ts';
import type { ScoringError } from './errors.ts';

/** An article as it was annotated and what the engine says of it, both in offsets of the same unit. */
export interface ScoredArticle {
  readonly gold: GoldArticle;
  readonly found: Pick<AnalysisReport, 'entities' | 'quotations' | 'lines'>;
}

/** One line of the tables: how many were right, of how many found and annotated; a rate has no number of its own found. */
export interface Row {
  readonly name: string;
  readonly right: number;
  /** Null for a rate: the share of what is annotated that is right. */
  readonly found: number | null;
  readonly gold: number;
}

/** A table, in the order in which it is printed. */
interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

export interface Scores {
  readonly tables: readonly Table[];
  /** Line classes taken for others, the most frequent first. */
  readonly confusions: readonly { readonly gold: string; readonly found: string; readonly times: number }[];
  readonly errors: readonly ScoringError[];
}

const NAMES: ReadonlySet<string> = new Set(['PER', 'ORG', 'GPE', 'LOC']);
const LABELS: ReadonlySet<string> = new Set(ENTITY_LABELS);

/** Shares of common characters, of those that either has, from which on two quotations are the same one. */
const SAME_MARKED = 0.9;
const SAME_INDIRECT = 0.5;

/** F1 of a row, the balanced F-measure; of a rate the share. 0 where nothing is right. */
export const f1 = ({ right, found, gold }: Row): number =>
  right === 0 ? 0 : found === null ? right / gold : (2 * right) / (found + gold);

/** The row of a name in some scores, or undefined. */
export const rowOf = (scores: Scores, name: string): Row | undefined =>
  scores.tables.flatMap(({ rows }) => rows).find((row) => row.name === name);

/**
 * Scores analyses against annotations: entities by exact span and label (CoNLL-2003), by span, and by overlap with the
 * label; quotations by common extent, with the share of right speakers; classes of lines. Totals over all articles.
 */
export function score(articles: readonly ScoredArticle[]): Scores {
  const errors: ScoringError[] = [];
  const confusions = new Map<string, number>();
  const tables = [
    { title: 'entities', rows: scoreEntities(articles, errors) },
    { title: 'quotations', rows: scoreQuotations(articles, errors) },
    { title: 'lines', rows: scoreLines(articles, confusions, errors) },
  ];
  return {
    tables,
    confusions: [...confusions]
      .map(([pair, times]) => ({ gold: pair.split(' ')[0] ?? '', found: pair.split(' ')[1] ?? '', times }))
      .sort((a, b) => b.times - a.times),
    errors,
  };
}

interface Count {
  right: number;
  found: number;
  gold: number;
}

interface Labelled extends Span {
  readonly label: string;
}

const keyOf = ({ start, end, label }: Labelled): string => `${start} ${end} ${label}`;
const spanKey = ({ start, end }: Span): string => `${start} ${end}`;

/** Without repetitions, ordered by start, end and label. */
const distinct = <T extends Labelled>(marks: readonly T[]): T[] =>
  [...new Map(marks.map((mark) => [keyOf(mark), mark])).values()].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.label < b.label ? -1 : 1),
  );

function scoreEntities(articles: readonly ScoredArticle[], errors: ScoringError[]): Row[] {
  const byLabel = new Map<string, Count>();
  const at = (label: string): Count => {
    let count = byLabel.get(label);
    if (!count) byLabel.set(label, (count = { right: 0, found: 0, gold: 0 }));
    return count;
  };
  const spans: Count = { right: 0, found: 0, gold: 0 };
  const overlaps: Count = { right: 0, found: 0, gold: 0 };
  for (const { gold, found } of articles) {
    const annotated: GoldEntity[] = distinct(gold.entities);
    const marked = distinct(found.entities.filter(({ label }) => LABELS.has(label)));
    const inGold = new Set(annotated.map(keyOf));
    const inFound = new Set(marked.map(keyOf));
    for (const entity of annotated) {
      at(entity.label).gold++;
      if (!inFound.has(keyOf(entity))) errors.push({ article: gold.name, what: 'missed', ...entity });
    }
    for (const mark of marked) {
      at(mark.label).found++;
      if (inGold.has(keyOf(mark))) at(mark.label).right++;
      else
        errors.push({
          article: gold.name,
          what: 'false',
          label: mark.label,
          start: mark.start,
          end: mark.end,
        });
    }
    const goldSpans = new Set(annotated.map(spanKey));
    const foundSpans = new Set(marked.map(spanKey));
    spans.gold += goldSpans.size;
    spans.found += foundSpans.size;
    for (const span of foundSpans) if (goldSpans.has(span)) spans.right++;
    overlaps.gold += annotated.length;
    overlaps.found += marked.length;
    overlaps.right += countOverlaps(annotated, marked);
  }
  const labels = [...byLabel].sort(([a, x], [b, y]) => y.gold - x.gold || (a < b ? -1 : 1));
  const total = (of: (label: string) => boolean): Count => {
    const sum = { right: 0, found: 0, gold: 0 };
    for (const [label, count] of labels)
      if (of(label)) {
        sum.right += count.right;
        sum.found += count.found;
        sum.gold += count.gold;
      }
    return sum;
  };
  return [
    ...labels.map(([name, count]) => ({ name, ...count })),
    { name: 'entities', ...total(() => true) },
    { name: 'names (PER ORG GPE LOC)', ...total((label) => NAMES.has(label)) },
    { name: 'entity spans', ...spans },
    { name: 'entities by overlap', ...overlaps },
  ];
}

/** How many annotated entities share a character with a mark of their label that no earlier one has taken. */
function countOverlaps(annotated: readonly Labelled[], marked: readonly Labelled[]): number {
  const used = new Set<Labelled>();
  for (const { start, end, label } of annotated) {
    const mark = marked.find(
      (other) => !used.has(other) && other.label === label && other.start < end && start < other.end,
    );
    if (mark) used.add(mark);
  }
  return used.size;
}

const QUOTATION_ROWS: readonly {
  kinds: readonly QuotationMark['kind'][];
  name: string;
  speakers: boolean;
}[] = [
  { kinds: ['direct', 'term'], name: 'marked quotations', speakers: false },
  { kinds: ['direct'], name: 'direct', speakers: true },
  { kinds: ['term'], name: 'term', speakers: false },
  { kinds: ['indirect'], name: 'indirect', speakers: true },
];

function scoreQuotations(articles: readonly ScoredArticle[], errors: ScoringError[]): Row[] {
  return QUOTATION_ROWS.flatMap(({ kinds, name, speakers }) => {
    const count: Count = { right: 0, found: 0, gold: 0 };
    let rightSpeakers = 0;
    const share = kinds[0] === 'indirect' ? SAME_INDIRECT : SAME_MARKED;
    for (const { gold, found } of articles) {
      const annotated = gold.quotations.filter(({ kind }) => kinds.includes(kind));
      const open = found.quotations.filter(({ kind }) => kinds.includes(kind));
      count.gold += annotated.length;
      count.found += open.length;
      for (const quotation of annotated) {
        const i = open.findIndex((mark) => commonShare(quotation, mark) >= share);
        const [mark] = i < 0 ? [] : open.splice(i, 1);
        if (mark) count.right++;
        if (mark && isSameSpeaker(quotation, mark)) rightSpeakers++;
        if (name === 'marked quotations') continue;
        const { start, end } = quotation;
        if (!mark)
          errors.push({ article: gold.name, what: 'missed', label: `${name} quotation`, start, end });
        else if (speakers && !isSameSpeaker(quotation, mark))
          errors.push({ article: gold.name, what: 'missed', label: `speaker of ${name}`, start, end });
      }
      if (name !== 'marked quotations')
        for (const { start, end } of open)
          errors.push({ article: gold.name, what: 'false', label: `${name} quotation`, start, end });
    }
    const row = { name, ...count };
    return speakers
      ? [row, { name: `  speakers of ${name}`, right: rightSpeakers, found: null, gold: count.gold }]
      : [row];
  });
}

/** The characters that two spans have in common, as a share of those that either has. */
function commonShare(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Whether the speakers' words overlap, or one's full name holds the other's. */
function isSameSpeaker(quotation: GoldQuotation, mark: AnalysisReport['quotations'][number]): boolean {
  const { speaker } = quotation;
  if (speaker && mark.speaker && mark.speaker.start < speaker.end && speaker.start < mark.speaker.end)
    return true;
  const ours = quotation.canonical;
  const theirs = mark.canonical || mark.speaker?.text;
  return Boolean(ours && theirs && (ours.includes(theirs) || theirs.includes(ours)));
}

function scoreLines(
  articles: readonly ScoredArticle[],
  confusions: Map<string, number>,
  errors: ScoringError[],
): Row[] {
  let right = 0;
  let all = 0;
  const boilerplate: Count = { right: 0, found: 0, gold: 0 };
  for (const { gold, found } of articles) {
    const classes = new Map(found.lines.map((line) => [line.line, line.class]));
    for (const { number, class: annotated, start, end } of gold.lines) {
      const given = classes.get(number) ?? 'body';
      all++;
      if (given === annotated) right++;
      else {
        const pair = `${annotated} ${given}`;
        confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
        errors.push({
          article: gold.name,
          what: 'false',
          label: `line ${annotated} taken for ${given}`,
          start,
          end,
        });
      }
      if (!isArticleClass(annotated)) boilerplate.gold++;
      if (!isArticleClass(given)) boilerplate.found++;
      if (!isArticleClass(annotated) && !isArticleClass(given)) boilerplate.right++;
    }
  }
  return [
    { name: 'line classes', right, found: null, gold: all },
    { name: 'boilerplate lines', ...boilerplate },
  ];
}
