import type { Annotation } from '../../annotations/annotation.ts';
import { GOLD_ANNOTATOR } from '../../annotations/gold.ts';
import { sortAnnotations } from '../../annotations/order.ts';
import { MARK_FAMILIES } from '../../labels/marks.ts';
import { sameSpan } from '../../text/span.ts';
import { findDisagreements } from './disagreements.ts';
import type { Disagreement, DisagreementSide } from './disagreements.ts';
import { concerns } from './items.ts';
import { worksOn } from './version.ts';
import type { AnnotatorVersion } from './version.ts';

/** The field of a settled annotation that tells whose versions were taken: a list of annotators. */
const TAKEN_FROM = 'hashiya:takenFrom';

/** The field of a settled annotation that tells which annotation it was made of: ties lead to that one's id at first. */
const TAKEN_AS = 'hashiya:takenAs';

/** How a disagreement was settled: as these annotators have it (none: nothing is there), or in a way of its own. */
type Settlement = { readonly taken: readonly string[] } | 'own';

/** A disagreement, and what the gold layer says of it. */
export interface Dispute {
  readonly disagreement: Disagreement;
  /** Null: nobody has settled it. */
  readonly settlement: Settlement | null;
  /** Whether more than one side can be kept: not where they differ in the details of one annotation. */
  readonly canKeepAll: boolean;
}

/** An article between its annotators. */
export interface Adjudication {
  /** In the order of findDisagreements. */
  readonly disputes: readonly Dispute[];
  /** What nobody contradicts, as the first version has it. */
  readonly agreed: readonly Annotation[];
  /** Those of them that the gold layer does not have yet. */
  readonly agreedLeft: readonly Annotation[];
}

/**
 * What the annotators of an article disagree and agree on, seen beside the gold layer. A dispute is settled once the
 * gold layer decides on each annotation of its sides, or has something there that no annotator has anywhere.
 */
export function adjudicationOf(
  text: string,
  versions: readonly AnnotatorVersion[],
  gold: readonly Annotation[],
): Adjudication {
  const disagreements = findDisagreements(text, versions);
  const disputed = new Set(disagreements.flatMap(annotationsOf));
  const agreed: Annotation[] = [];
  for (const family of MARK_FAMILIES) {
    const [first] = versions.filter((version) => worksOn(version, family));
    for (const annotation of first?.annotations ?? [])
      if (
        annotation.family === family &&
        annotation.decision === 'accepted' &&
        annotation.anchor.span &&
        !disputed.has(annotation)
      )
        agreed.push(annotation);
  }
  const said = [...agreed, ...disputed];
  return {
    disputes: disagreements.map((disagreement) => ({
      disagreement,
      settlement: settlementOf(disagreement, gold, said),
      canKeepAll: canKeepAll(disagreement),
    })),
    agreed,
    agreedLeft: agreed.filter((annotation) => !gold.some((other) => isSame(other, annotation))),
  };
}

/** What taking annotations over needs from outside. */
export interface GoldContext {
  /** The instant, ISO 8601. */
  readonly now: string;
  /** A fresh UUID at each call. */
  readonly newId: () => string;
}

/**
 * The gold layer with a dispute settled as some annotators have it; none of them: what all sides have is rejected.
 * What the layer said there before gives way, but for what annotators have beside it. Of sides that say of one span different things the first counts.
 */
export function settle(
  { disputes, agreed }: Adjudication,
  { sides }: Disagreement,
  taken: readonly string[],
  gold: readonly Annotation[],
  context: GoldContext,
): Annotation[] {
  const all = sides.flatMap(({ annotations }) => annotations);
  const said = [...agreed, ...disputes.flatMap(({ disagreement }) => annotationsOf(disagreement))];
  const kept = gold.filter(
    (annotation) => !isOwn(annotation, all, said) && !all.some((one) => isSame(annotation, one)),
  );
  const chosen: Annotation[] = [];
  for (const side of sides)
    if (taken.includes(side.annotator))
      for (const annotation of side.annotations)
        if (!chosen.some((one) => isSame(one, annotation)))
          chosen.push(goldOf(annotation, 'accepted', holders(sides, taken, annotation), context));
  const rejected: Annotation[] = [];
  for (const annotation of all)
    if (![...chosen, ...rejected].some((one) => isSame(one, annotation)))
      rejected.push(goldOf(annotation, 'rejected', taken, context));
  return withTies([...kept, ...chosen, ...rejected]);
}

/** The gold layer with what nobody contradicts taken over, where it says nothing of it yet. */
export const takeAgreed = (
  { agreedLeft }: Adjudication,
  annotators: readonly string[],
  gold: readonly Annotation[],
  context: GoldContext,
): Annotation[] =>
  withTies([...gold, ...agreedLeft.map((annotation) => goldOf(annotation, 'accepted', annotators, context))]);

/**
 * The gold layer with ties that lead to its own annotations: those to what is taken over later keep the id that it has
 * with its annotator until then.
 */
function withTies(gold: readonly Annotation[]): Annotation[] {
  const ids = new Map(gold.map(({ id, further }) => [further[TAKEN_AS], id]));
  const tied = gold.map((annotation) => ({
    ...annotation,
    relations: annotation.relations.map(({ type, to }) => ({ type, to: ids.get(to) ?? to })),
  }));
  return sortAnnotations(tied);
}

const goldOf = (
  annotation: Annotation,
  decision: Annotation['decision'],
  takenFrom: readonly string[],
  { now, newId }: GoldContext,
): Annotation => ({
  ...annotation,
  id: newId(),
  decision,
  provenance: { ...annotation.provenance, annotator: GOLD_ANNOTATOR, created: now, modified: now },
  further: { ...annotation.further, [TAKEN_FROM]: takenFrom, [TAKEN_AS]: annotation.id },
});

const holders = (
  sides: readonly DisagreementSide[],
  taken: readonly string[],
  annotation: Annotation,
): string[] =>
  sides.flatMap(({ annotator, annotations }) =>
    taken.includes(annotator) && annotations.some((one) => isSame(one, annotation)) ? [annotator] : [],
  );

const annotationsOf = ({ sides }: Disagreement): Annotation[] =>
  sides.flatMap(({ annotations }) => annotations);

/** Whether two annotations say the same of the same span, whatever their speakers and names. */
const isSame = (a: Annotation, b: Annotation): boolean =>
  a.family === b.family &&
  a.label === b.label &&
  a.anchor.span !== null &&
  b.anchor.span !== null &&
  sameSpan(a.anchor.span, b.anchor.span);

/**
 * Whether an annotation of the gold layer says at a dispute what no annotator says. What they say beside it, agreed on
 * or settled by itself, may concern it too (a quotation in another): that settles nothing here.
 */
const isOwn = (annotation: Annotation, all: readonly Annotation[], said: readonly Annotation[]): boolean =>
  annotation.decision === 'accepted' &&
  all.some((one) => concerns(one, annotation)) &&
  !said.some((one) => isSame(one, annotation));

function settlementOf(
  disagreement: Disagreement,
  gold: readonly Annotation[],
  said: readonly Annotation[],
): Settlement | null {
  const all = annotationsOf(disagreement);
  if (gold.some((annotation) => isOwn(annotation, all, said))) return 'own';
  const decided = all.map((annotation) => gold.find((other) => isSame(other, annotation)));
  if (decided.some((other) => other === undefined)) return null;
  const taken = new Set(decided.flatMap((other) => (other?.decision === 'accepted' ? takenFrom(other) : [])));
  // A side without anything is what was taken where all of the others' was rejected.
  const isNothing = decided.every((other) => other?.decision === 'rejected');
  const empty = disagreement.sides.filter(({ annotations }) => annotations.length === 0);
  if (isNothing) return { taken: empty.map(({ annotator }) => annotator) };
  return {
    taken: disagreement.sides.flatMap(({ annotator }) => (taken.has(annotator) ? [annotator] : [])),
  };
}

const takenFrom = ({ further }: Annotation): readonly string[] => {
  const names = further[TAKEN_FROM];
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
};

/** Whether sides can stand beside each other: not where they have the same span and label, and differ in details. */
const canKeepAll = ({ sides, kinds }: Disagreement): boolean =>
  sides.filter(({ annotations }) => annotations.length > 0).length > 1 &&
  kinds.some((kind) => kind === 'only' || kind === 'label' || kind === 'edges');
