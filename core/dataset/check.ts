import { GOLD_ANNOTATOR } from '../annotations/gold.ts';
import { nameKey } from '../annotations/project-names/decision.ts';
import { isFinished, statusOf } from '../annotations/status.ts';
import { adjudicationOf } from './agreement/adjudication.ts';
import type { AnnotatorVersion } from './agreement/version.ts';
import { familiesByAnnotator } from './annotation-file.ts';
import type { AnnotationFile } from './annotation-file.ts';
import { checkFile } from './check-file.ts';
import type { CheckRules } from './check-file.ts';
import { placeOf } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * Checks stored annotations: the files themselves, what the scheme asks, anchors, overlaps of entities, what annotators of one
 * article disagree on, and names that stand under several labels. Ordered by file, then place.
 */
export function checkAnnotations(files: readonly AnnotationFile[], rules: CheckRules): Finding[] {
  const findings = files.flatMap((file) => checkFile(file, rules));
  findings.push(...disagreementsIn(files));
  findings.push(...namesWithTwoLabels(files));
  return findings;
}

/**
 * What the annotators of each article decided otherwise and the gold layer has not settled: place by place, or as a
 * whole where it is said to be finished. An annotator who works on a family says with nothing that there is nothing.
 */
function disagreementsIn(files: readonly AnnotationFile[]): Finding[] {
  const families = familiesByAnnotator(files);
  const articles = new Map<
    string,
    { text: string; versions: AnnotatorVersion[]; gold: AnnotationFile | null }
  >();
  for (const file of files) {
    const { article, annotator, text, stored } = file;
    if (text === null) continue;
    const known = articles.get(article) ?? { text, versions: [], gold: null };
    articles.set(article, known);
    if (annotator === GOLD_ANNOTATOR) known.gold = file;
    else
      known.versions.push({
        annotator,
        annotations: stored.annotations,
        families: families.get(annotator) ?? [],
      });
  }
  return [...articles].flatMap(([article, { text, versions, gold }]) =>
    gold && isFinished(statusOf(gold.stored))
      ? []
      : adjudicationOf(text, versions, gold?.stored.annotations ?? [])
          .disputes.filter(({ settlement }) => settlement === null)
          .map(({ disagreement }): Finding => ({
            file: article,
            severity: 'warning',
            code: 'disagreement',
            disagreement,
          })),
  );
}

/** Full names of entities that one annotator has under several labels, over all articles. */
function namesWithTwoLabels(files: readonly AnnotationFile[]): Finding[] {
  const uses = new Map<string, { name: string; labels: Map<string, { count: number; where: string }> }>();
  for (const { article, annotator, text, stored } of files)
    for (const annotation of stored.annotations) {
      const name = annotation.canonical ?? annotation.anchor.exact;
      // "34" counts here and measures there; it is the name of nothing.
      const spelling = nameKey(annotation);
      if (spelling === null || text === null) continue;
      const key = `${annotator}\n${spelling}`;
      let use = uses.get(key);
      if (!use) uses.set(key, (use = { name, labels: new Map() }));
      const known = use.labels.get(annotation.label);
      if (known) known.count++;
      else {
        const { line } = placeOf(annotation, text);
        use.labels.set(annotation.label, { count: 1, where: line > 0 ? `${article}:${line}` : article });
      }
    }
  return [...uses.values()].flatMap(({ name, labels }): Finding[] => {
    if (labels.size < 2) return [];
    const list = [...labels].map(([label, use]) => ({ label, ...use }));
    const file = list[0]?.where.replace(/:\d+$/, '') ?? '';
    return [{ file, severity: 'warning', code: 'two-labels', name, labels: list }];
  });
}
