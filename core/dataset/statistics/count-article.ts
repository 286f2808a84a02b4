import type { Analysis } from '../../analysis/analysis.ts';
import type { Annotation } from '../../annotations/annotation.ts';
import { isFinished } from '../../annotations/status.ts';
import type { ArticleStatus } from '../../annotations/status.ts';
import { GOLD_ANNOTATOR } from '../../annotations/gold.ts';
import type { Project } from '../../labels/project.ts';
import { fold } from '../../text/fold.ts';
import { buildDocument } from '../build-document.ts';
import { outletOf } from '../splits/outlet.ts';
import { countDocument } from './count-document.ts';
import { compareText, detached } from './counts.ts';
import { countWork } from './coverage.ts';
import type { CountedArticle } from './statistics.ts';

/** What one annotator has said of an article. */
export interface Version {
  readonly annotator: string;
  readonly status: ArticleStatus;
  readonly annotations: readonly Annotation[];
}

/**
 * Annotators in the order in which their versions count where several have worked on one article: what was
 * adjudicated, the project's own annotator, those that it lists, then all others by name.
 */
export function byPrecedence(
  annotators: Iterable<string>,
  { annotator, annotators: listed }: Pick<Project, 'annotator' | 'annotators'>,
): string[] {
  const order = [GOLD_ANNOTATOR, annotator, ...listed];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...new Set(annotators)].sort((a, b) => rank(a) - rank(b) || compareText(a, b));
}

/**
 * An article as statistics count it, as an export would choose: the document is made of the first version that was
 * begun, with all marks that it leaves open; of one that is finished none are. The work of everybody counts as work.
 * @param versions in the order of precedence; none where nobody has worked on the article
 */
export function countArticle(file: string, analysis: Analysis, versions: readonly Version[]): CountedArticle {
  const first = versions.find(({ status }) => status !== 'new') ?? versions[0];
  const options = { marks: !(first && isFinished(first.status)), boilerplate: true };
  return {
    document: countDocument(buildDocument(file, analysis, first?.annotations ?? [], options).document),
    annotator: first?.annotator ?? null,
    outlet: outletNameOf(analysis, file),
    work: versions.map(({ annotator, status, annotations }) =>
      countWork(annotator, status, annotations.map(decisionOf)),
    ),
  };
}

/**
 * The outlet by which datasets are split, as the article itself spells it; null where it is not known: the folder that
 * holds all articles tells nothing.
 */
function outletNameOf(analysis: Analysis, file: string): string | null {
  const outlet = outletOf(analysis, file);
  if (outlet === '') return null;
  for (const line of analysis.article.lines)
    for (const words of line.text.split(':'))
      if (fold(words).trim() === outlet) return detached(words.trim());
  return outlet.includes('/') ? detached(outlet) : null;
}

const decisionOf = ({ decision, anchor, provenance }: Annotation) => ({
  decision,
  created: provenance.created,
  isOrphan: anchor.span === null,
});
