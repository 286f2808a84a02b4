import type { Annotation } from '../../annotations/annotation.ts';
import type { MarkFamily } from '../../labels/marks.ts';
import { familiesByAnnotator } from '../annotation-file.ts';
import type { AnnotationFile } from '../annotation-file.ts';
import type { ComparedArticle } from './prepare.ts';

/**
 * Why something is not compared. `no-article`: the article is gone; `text-changed`: it is not the text that was
 * annotated; `one-annotator`: nobody else annotated the article; `unreadable`: lines of an annotation file; `orphan`:
 * the text no longer has the words; `rejected`: a decision against a suggestion, which is no span; `unknown-label`: the
 * project's scheme does not have it; `no-family`: the annotator has
 * nothing of this family in any article, though others have.
 */
export const LEFT_OUT_REASONS = [
  'no-article',
  'text-changed',
  'one-annotator',
  'unreadable',
  'orphan',
  'rejected',
  'unknown-label',
  'no-family',
] as const;

/** What is not compared, how often, and where: articles, labels, families or annotation files. */
export interface LeftOut {
  readonly reason: (typeof LEFT_OUT_REASONS)[number];
  readonly annotator: string;
  readonly count: number;
  readonly where: readonly string[];
}

/** Who and what is compared. */
export interface ComparisonRules {
  readonly annotators: readonly string[];
  readonly families: readonly MarkFamily[];
  /** The family of each label of the project's scheme, null for labels that it does not have. */
  readonly familyOf: (label: string) => MarkFamily | null;
}

/**
 * The articles that at least two of the annotators annotated, with what is compared of them, and everything that is
 * not. An annotator works on the families of which they decided on anything in any article; a file without annotations
 * says that there is nothing in the article.
 */
export function chooseCompared(
  files: readonly AnnotationFile[],
  rules: ComparisonRules,
): { readonly articles: ComparedArticle[]; readonly leftOut: LeftOut[] } {
  const tally = createTally(rules.annotators);
  const families = familiesByAnnotator(files);
  const articles = new Map<string, { text: string; versions: ComparedArticle['versions'][number][] }>();
  for (const annotator of rules.annotators)
    for (const file of files) {
      if (file.annotator !== annotator) continue;
      const { article, path, text, stored } = file;
      if (text === null) tally('no-article', annotator, article);
      else if (stored.header !== null && stored.textChanged) tally('text-changed', annotator, article);
      else {
        for (const problem of stored.problems)
          if (problem.code === 'unreadable-line') tally('unreadable', annotator, `${path}:${problem.line}`);
        const annotations = stored.annotations.filter((one) => isCompared(one, rules, annotator, tally));
        const own = (families.get(annotator) ?? []).filter((family) => rules.families.includes(family));
        const known = articles.get(article) ?? { text, versions: [] };
        known.versions.push({ annotator, annotations, families: own });
        articles.set(article, known);
      }
    }
  const compared: ComparedArticle[] = [];
  for (const [article, { text, versions }] of [...articles].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (versions.length > 1) compared.push({ article, text, versions });
    else for (const { annotator } of versions) tally('one-annotator', annotator, article);
  const works = (annotator: string, family: MarkFamily): boolean =>
    families.get(annotator)?.includes(family) ?? false;
  // What nobody works on is no part of the project.
  for (const family of rules.families.filter((one) => rules.annotators.some((name) => works(name, one))))
    for (const annotator of rules.annotators)
      if (!works(annotator, family)) tally('no-family', annotator, family);
  return { articles: compared, leftOut: tally.all() };
}

function isCompared(
  { family, label, decision, anchor }: Annotation,
  rules: ComparisonRules,
  annotator: string,
  tally: Tally,
): boolean {
  if (!rules.families.includes(family)) return false;
  if (rules.familyOf(label) !== family) tally('unknown-label', annotator, label);
  else if (decision === 'rejected') {
    tally('rejected', annotator, label);
    // No span, but the list of disagreements tells that it was decided.
    return true;
  } else if (anchor.span === null) tally('orphan', annotator, label);
  else return true;
  return false;
}

interface Tally {
  (reason: LeftOut['reason'], annotator: string, where: string): void;
  /** By reason, then annotator. */
  readonly all: () => LeftOut[];
}

function createTally(annotators: readonly string[]): Tally {
  const counts = new Map<string, { reason: LeftOut['reason']; annotator: string; where: string[] }>();
  const add = (reason: LeftOut['reason'], annotator: string, where: string): void => {
    const key = `${reason} ${annotator}`;
    const known = counts.get(key);
    if (known) known.where.push(where);
    else counts.set(key, { reason, annotator, where: [where] });
  };
  return Object.assign(add, {
    all: () =>
      LEFT_OUT_REASONS.flatMap((reason) =>
        annotators.flatMap((annotator): LeftOut[] => {
          const found = counts.get(`${reason} ${annotator}`);
          if (!found) return [];
          return [{ reason, annotator, count: found.where.length, where: [...new Set(found.where)] }];
        }),
      ),
  });
}
