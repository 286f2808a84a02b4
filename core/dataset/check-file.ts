import { NO_FACTS } from '../annotations/annotation.ts';
import type { Annotation } from '../annotations/annotation.ts';
import { GOLD_ANNOTATOR } from '../annotations/gold.ts';
import { factFaults, schemeFaults, severityOfFault } from '../annotations/scheme-rules.ts';
import type { SchemeRules } from '../annotations/scheme-rules.ts';
import { isFinished, statusOf } from '../annotations/status.ts';
import { familyLookup } from '../labels/project-labels.ts';
import type { Project } from '../labels/project.ts';
import type { SchemeAttribute } from '../labels/scheme-parts.ts';
import { overlaps } from '../text/span.ts';
import type { AnnotationFile } from './annotation-file.ts';
import { placeOf } from './finding.ts';
import type { Finding } from './finding.ts';

/** What a check needs to know of the project. */
export interface CheckRules extends SchemeRules {
  /** Everybody who may annotate; empty: anybody. */
  readonly annotators: readonly string[];
  readonly articleAttributes: readonly SchemeAttribute[];
  /** Whether entities may overlap and nest. */
  readonly overlap: boolean;
}

/** The rules that a project makes. */
export const checkRulesOf = (project: Project): CheckRules => ({
  familyOf: familyLookup(project),
  attributes: project.attributes,
  relations: project.relations,
  articleAttributes: project.article.attributes,
  annotators: project.annotators,
  overlap: project.labels.overlap,
});

/** What is wrong with one annotation file and the annotations in it. */
export function checkFile(
  { article, path, annotator, text, stored }: AnnotationFile,
  rules: CheckRules,
): Finding[] {
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
  const mayAnnotate = [...rules.annotators, GOLD_ANNOTATOR];
  if (rules.annotators.length > 0 && !mayAnnotate.includes(annotator))
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
  for (const fault of factFaults(
    stored.header?.facts ?? NO_FACTS,
    rules.articleAttributes,
    isFinished(statusOf(stored)),
  ))
    findings.push({
      file: article,
      severity: severityOfFault(fault),
      code: 'article-attribute',
      annotator,
      fault,
    });
  return [...findings, ...checkEach(article, text, stored.annotations, rules)];
}

/** What is wrong with the annotations of an article, each by itself and beside the others. */
function checkEach(
  article: string,
  text: string,
  annotations: readonly Annotation[],
  rules: CheckRules,
): Finding[] {
  const findings: Finding[] = [];
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  /** The entity that reaches furthest so far. */
  let last: Annotation | null = null;
  const seen = new Set<string>();
  for (const annotation of annotations) {
    const { family, label, decision, anchor } = annotation;
    const place = placeOf(annotation, text);
    const error = { file: article, severity: 'error', place } as const;
    for (const fault of schemeFaults(annotation, (id) => byId.get(id), rules))
      findings.push(
        fault.code === 'unknown-label'
          ? { ...error, code: fault.code, family }
          : { ...error, severity: severityOfFault(fault), code: 'scheme', fault },
      );
    if (!anchor.span) {
      if (decision === 'accepted') findings.push({ ...error, code: 'orphan' });
      continue;
    }
    const isEntity = family === 'entity' && decision === 'accepted';
    const key = `${family} ${label} ${anchor.span.start} ${anchor.span.end}`;
    if (seen.has(key)) findings.push({ ...error, code: 'duplicate' });
    else if (isEntity && !rules.overlap && last?.anchor.span && overlaps(last.anchor.span, anchor.span))
      findings.push({ ...error, code: 'overlap', other: placeOf(last, text) });
    seen.add(key);
    if (isEntity && (last?.anchor.span?.end ?? 0) < anchor.span.end) last = annotation;
  }
  return findings;
}
