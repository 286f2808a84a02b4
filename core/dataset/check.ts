import type { Annotation } from '../annotations/annotation.ts';
import type { StoredAnnotations, StoreProblem } from '../annotations/store.ts';
import { isAlike } from '../annotations/visible.ts';
import type { MarkFamily } from '../labels/marks.ts';
import { fold } from '../text/fold.ts';
import { overlaps, sameSpan } from '../text/span.ts';

/** The annotations that one annotator made in one article, as they are stored. */
export interface CheckedFile {
  /** The article's path in the project. */
  readonly article: string;
  /** The path of the annotation file in the project. */
  readonly path: string;
  /** Who the folder belongs to. */
  readonly annotator: string;
  /** The article's text, or null where there is no such article. */
  readonly text: string | null;
  readonly stored: StoredAnnotations;
}

/** An annotation in a finding: what it says and where. `line` of the article, counted from 1; 0 for an orphan. */
export interface Place {
  readonly line: number;
  readonly label: string;
  readonly text: string;
  readonly annotator: string;
}

/** What is wrong, or worth a look, in a project's annotations. Put into words where it is shown. */
export type Finding = { readonly file: string; readonly severity: 'error' | 'warning' } & (
  | { readonly code: 'stored'; readonly problem: StoreProblem }
  | { readonly code: 'no-article'; readonly article: string }
  | { readonly code: 'text-changed' }
  | { readonly code: 'unlisted-annotator'; readonly annotator: string }
  | { readonly code: 'other-annotator'; readonly place: Place; readonly folder: string }
  | { readonly code: 'orphan'; readonly place: Place }
  | { readonly code: 'unknown-label'; readonly place: Place; readonly family: MarkFamily }
  | { readonly code: 'overlap'; readonly place: Place; readonly other: Place }
  | { readonly code: 'duplicate'; readonly place: Place }
  | {
      readonly code: 'disagreement';
      readonly place: Place;
      readonly other: Place | null;
      readonly by: string;
    }
  | {
      readonly code: 'two-labels';
      readonly name: string;
      readonly labels: readonly { readonly label: string; readonly count: number; readonly where: string }[];
    }
);

/** What a check needs to know of the project. */
export interface CheckRules {
  /** The family of each label of the project's scheme, null for labels that it does not have. */
  readonly familyOf: (label: string) => MarkFamily | null;
  /** Everybody who may annotate; empty: anybody. */
  readonly annotators: readonly string[];
}

/**
 * Checks stored annotations: the files themselves, labels, anchors, overlaps of entities, what annotators of one
 * article disagree on, and names that stand under several labels. Ordered by file, then place.
 */
export function checkAnnotations(files: readonly CheckedFile[], rules: CheckRules): Finding[] {
  const findings = files.flatMap((file) => checkFile(file, rules));
  const byArticle = new Map<string, CheckedFile[]>();
  for (const file of files)
    if (file.text !== null) byArticle.set(file.article, [...(byArticle.get(file.article) ?? []), file]);
  for (const versions of byArticle.values())
    for (const [i, one] of versions.entries())
      for (const other of versions.slice(i + 1)) findings.push(...disagreements(one, other));
  findings.push(...namesWithTwoLabels(files));
  return findings;
}

const placeOf = ({ label, anchor, provenance }: Annotation, text: string): Place => ({
  line: anchor.span ? text.slice(0, anchor.span.start).split('\n').length : 0,
  label,
  text: anchor.span ? text.slice(anchor.span.start, anchor.span.end) : anchor.exact,
  annotator: provenance.annotator,
});

function checkFile({ article, path, annotator, text, stored }: CheckedFile, rules: CheckRules): Finding[] {
  const findings: Finding[] = stored.problems.map((problem) => ({
    file: path,
    severity: 'error',
    code: 'stored',
    problem,
  }));
  if (text === null) {
    findings.push({ file: path, severity: 'error', code: 'no-article', article });
    return findings;
  }
  if (rules.annotators.length > 0 && !rules.annotators.includes(annotator))
    findings.push({ file: path, severity: 'error', code: 'unlisted-annotator', annotator });
  if (stored.textChanged && stored.header)
    findings.push({ file: path, severity: 'warning', code: 'text-changed' });
  const foreign = stored.annotations.find((one) => one.provenance.annotator !== annotator);
  if (foreign)
    findings.push({
      file: path,
      severity: 'warning',
      code: 'other-annotator',
      place: placeOf(foreign, text),
      folder: annotator,
    });
  const report = (
    annotation: Annotation,
    rest: { code: 'orphan' | 'duplicate' } | { code: 'unknown-label' },
  ): void => {
    const place = placeOf(annotation, text);
    if (rest.code === 'unknown-label')
      findings.push({ file: article, severity: 'error', code: rest.code, place, family: annotation.family });
    else findings.push({ file: article, severity: 'error', code: rest.code, place });
  };
  let last: Annotation | null = null;
  const seen = new Set<string>();
  for (const annotation of stored.annotations) {
    const { family, label, decision, anchor } = annotation;
    if (rules.familyOf(label) !== family) report(annotation, { code: 'unknown-label' });
    if (!anchor.span) {
      if (decision === 'accepted') report(annotation, { code: 'orphan' });
      continue;
    }
    const key = `${family} ${label} ${anchor.span.start} ${anchor.span.end}`;
    if (seen.has(key)) report(annotation, { code: 'duplicate' });
    else if (
      family === 'entity' &&
      decision === 'accepted' &&
      last?.anchor.span &&
      overlaps(last.anchor.span, anchor.span)
    )
      findings.push({
        file: article,
        severity: 'error',
        code: 'overlap',
        place: placeOf(annotation, text),
        other: placeOf(last, text),
      });
    seen.add(key);
    if (family === 'entity' && decision === 'accepted' && (last?.anchor.span?.end ?? 0) < anchor.span.end)
      last = annotation;
  }
  return findings;
}

/**
 * What two annotators of one article decided otherwise: an accepted span of the one that the other gave another
 * label or other edges, rejected, or has nothing at, though both annotated that family there. Each is told once.
 */
function disagreements(one: CheckedFile, other: CheckedFile): Finding[] {
  const text = one.text ?? '';
  const accepted = (file: CheckedFile): Annotation[] =>
    file.stored.annotations.filter(({ decision, anchor }) => decision === 'accepted' && anchor.span !== null);
  const findings: Finding[] = [];
  const met = new Set<Annotation>();
  const families = new Set(accepted(other).map(({ family }) => family));
  const tell = (mine: Annotation, theirs: Annotation | null, by: string): void => {
    findings.push({
      file: one.article,
      severity: 'warning',
      code: 'disagreement',
      place: placeOf(mine, text),
      other: theirs && placeOf(theirs, text),
      by,
    });
  };
  for (const mine of accepted(one)) {
    const near = accepted(other).filter((theirs) => concerns(mine, theirs));
    for (const theirs of near) met.add(theirs);
    if (near.some((theirs) => agrees(mine, theirs))) continue;
    const theirs = near[0] ?? null;
    if (theirs || families.has(mine.family)) tell(mine, theirs, other.annotator);
  }
  const mine = new Set(accepted(one).map(({ family }) => family));
  for (const theirs of accepted(other))
    if (!met.has(theirs) && mine.has(theirs.family)) tell(theirs, null, one.annotator);
  return findings;
}

function concerns(a: Annotation, b: Annotation): boolean {
  const [s, t] = [a.anchor.span, b.anchor.span];
  if (a.family !== b.family || !s || !t || !overlaps(s, t)) return false;
  return a.family === 'entity' || isAlike(s, t);
}

const agrees = (a: Annotation, b: Annotation): boolean =>
  a.label === b.label &&
  a.anchor.span !== null &&
  b.anchor.span !== null &&
  sameSpan(a.anchor.span, b.anchor.span);

/** Full names of entities that one annotator has under several labels, over all articles. */
function namesWithTwoLabels(files: readonly CheckedFile[]): Finding[] {
  const uses = new Map<string, { name: string; labels: Map<string, { count: number; where: string }> }>();
  for (const { article, annotator, text, stored } of files)
    for (const annotation of stored.annotations) {
      if (annotation.family !== 'entity' || annotation.decision !== 'accepted' || text === null) continue;
      const name = annotation.canonical ?? annotation.anchor.exact;
      // "34" counts here and measures there; it is the name of nothing.
      if (!/\p{L}/u.test(name)) continue;
      const key = `${annotator}\n${fold(name)}`;
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
