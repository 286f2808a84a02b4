import { ARTICLE_STATUSES } from '../../annotations/status.ts';
import type { ArticleStatus } from '../../annotations/status.ts';
import { compareText } from './counts.ts';
import type { AnnotatorFigures, Coverage, DayFigures } from './figures.ts';

/** A decision of an annotator, as far as statistics need it. */
interface Decision {
  readonly decision: 'accepted' | 'rejected';
  /** ISO 8601 instant. */
  readonly created: string;
  /** Whether the text no longer has its words. */
  readonly isOrphan: boolean;
}

interface DecisionCounts {
  readonly accepted: number;
  readonly rejected: number;
}

/** What one annotator did on one article, in numbers. */
export interface ArticleWork extends DecisionCounts {
  readonly annotator: string;
  readonly status: ArticleStatus;
  readonly orphans: number;
  /** Those of its decisions whose time is known, by day. */
  readonly days: readonly (DecisionCounts & {
    /** YYYY-MM-DD in UTC. */
    readonly day: string;
  })[];
}

/** Counts what one annotator did on one article. */
export function countWork(
  annotator: string,
  status: ArticleStatus,
  decisions: readonly Decision[],
): ArticleWork {
  const days = new Map<string, Decision[]>();
  for (const one of decisions) {
    const day = dayOf(one.created);
    if (day !== null) days.set(day, [...(days.get(day) ?? []), one]);
  }
  return {
    annotator,
    status,
    ...tallyOf(decisions),
    orphans: decisions.filter(({ isOrphan }) => isOrphan).length,
    days: Array.from(days, ([day, own]) => ({ day, ...tallyOf(own) })),
  };
}

const tallyOf = (decisions: readonly Decision[]): DecisionCounts => {
  const accepted = decisions.filter(({ decision }) => decision === 'accepted').length;
  return { accepted, rejected: decisions.length - accepted };
};

/** An article of the project as far as coverage needs it. */
export interface CoveredArticle {
  /** Everybody's work on it. */
  readonly work: readonly ArticleWork[];
  /** Whose decisions make the dataset; null where nobody has worked on it. */
  readonly counted: string | null;
  /** How many marks that annotator, or anybody, has left undecided. */
  readonly open: number;
}

/** How far the work on a project is, and who did how much of it when. Days are those of the instants in UTC. */
export function coverageOf(articles: readonly CoveredArticle[]): Coverage {
  const counted = articles.map(({ work, counted: annotator }) =>
    work.find((one) => one.annotator === annotator),
  );
  const works = articles.flatMap(({ work }) => work);
  const names = [...new Set(works.map(({ annotator }) => annotator))].sort(compareText);
  return {
    articles: articles.length,
    annotated: articles.filter(({ work }) => work.some(isBegun)).length,
    status: Object.fromEntries(
      ARTICLE_STATUSES.map((status) => [
        status,
        counted.filter((work) => (work?.status ?? 'new') === status).length,
      ]),
    ) as Coverage['status'],
    decisions: {
      ...sumOfWork(counted.flatMap((work) => work ?? [])),
      open: articles.reduce((sum, { open }) => sum + open, 0),
    },
    annotators: names.map((name) => annotatorFigures(name, works)),
    days: daysOf(works),
  };
}

const isBegun = ({ status }: ArticleWork): boolean => status !== 'new';

const sumOfWork = (works: readonly DecisionCounts[]): DecisionCounts => ({
  accepted: works.reduce((sum, { accepted }) => sum + accepted, 0),
  rejected: works.reduce((sum, { rejected }) => sum + rejected, 0),
});

function annotatorFigures(annotator: string, works: readonly ArticleWork[]): AnnotatorFigures {
  const own = works.filter((work) => work.annotator === annotator);
  const days = own.flatMap((work) => work.days.map(({ day }) => day)).sort(compareText);
  return {
    annotator,
    articles: own.filter(isBegun).length,
    ...sumOfWork(own),
    orphans: own.reduce((sum, { orphans }) => sum + orphans, 0),
    from: days[0] ?? null,
    until: days[days.length - 1] ?? null,
  };
}

function daysOf(works: readonly ArticleWork[]): DayFigures[] {
  const days = new Map<string, { day: string; annotator: string; accepted: number; rejected: number }>();
  for (const { annotator, days: own } of works)
    for (const { day, accepted, rejected } of own) {
      const key = `${day}\n${annotator}`;
      let figures = days.get(key);
      if (!figures) days.set(key, (figures = { day, annotator, accepted: 0, rejected: 0 }));
      figures.accepted += accepted;
      figures.rejected += rejected;
    }
  return [...days].sort(([a], [b]) => compareText(a, b)).map(([, figures]) => figures);
}

/** The day of an instant in UTC as YYYY-MM-DD; null for what is no instant. */
function dayOf(instant: string): string | null {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}
