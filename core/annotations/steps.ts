/** One step of annotating: what an action changed, so that it can be taken back and done again. */
import type { Anchor, Annotation, ArticleFacts } from './annotation.ts';
import { carryAnnotations, refreshAnchors } from './carry.ts';
import type { TextEdit } from './carry.ts';
import { mergeAnnotations, mergeFacts } from './merge.ts';
import type { MergeConflict } from './merge.ts';
import { reanchorAnnotations } from './reanchor.ts';
import { sameValue } from './same.ts';

/** What an annotator has decided on an article. */
export interface ArticleVersion {
  /** By position in the text as it is now. */
  readonly annotations: readonly Annotation[];
  readonly facts: ArticleFacts;
}

/** What an action did to an article: of its annotations those that it made, changed or took away. */
export interface Step {
  /** A UUID. */
  readonly id: string;
  /** The instant, ISO 8601. */
  readonly at: string;
  /** The annotator. */
  readonly by: string;
  /** The kind of the action, CONFLICT where another program's version counted. */
  readonly action: string;
  /** What steps in several articles have in common that were one action: they are taken back together. Else null. */
  readonly group: string | null;
  readonly before: readonly Annotation[];
  readonly after: readonly Annotation[];
  /** What is said of the article as a whole; null where the action left it alone. */
  readonly facts: { readonly before: ArticleFacts; readonly after: ArticleFacts } | null;
}

/** The action of a step that tells which of two versions counts; taken back it brings the other one. */
const CONFLICT = 'conflict';

/** What is told of a step besides what it changed. */
export type StepAbout = Pick<Step, 'id' | 'at' | 'by' | 'action' | 'group'>;

/** The step that leads from one version of an article to another. Annotations that are the same objects are not in it. */
export function stepBetween(before: ArticleVersion, after: ArticleVersion, about: StepAbout): Step {
  const [was, is] = [before, after].map(
    ({ annotations }) => new Map(annotations.map((one) => [one.id, one])),
  ) as [Map<string, Annotation>, Map<string, Annotation>];
  const isSame = sameValue(before.facts, after.facts);
  return {
    ...about,
    before: before.annotations.filter((one) => is.get(one.id) !== one),
    after: after.annotations.filter((one) => was.get(one.id) !== one),
    facts: isSame ? null : { before: before.facts, after: after.facts },
  };
}

/**
 * The step of conflicts: annotations that two programs changed at once, as the version that was passed over has them
 * (before) and as the one that counts does (after).
 */
export const stepOfConflicts = (
  conflicts: readonly MergeConflict[],
  facts: Step['facts'],
  about: Omit<StepAbout, 'action' | 'group'>,
): Step => {
  const versions = (taken: boolean): Annotation[] =>
    conflicts.flatMap((one) => ((one.taken === 'ours') === taken ? one.ours : one.theirs) ?? []);
  return { ...about, action: CONFLICT, group: null, before: versions(false), after: versions(true), facts };
};

/**
 * An article without a step that was done in it. What was changed since then stays: of an annotation that has another
 * version by now the later one counts (see mergeAnnotations). `text` is what the places of all of them are in.
 */
export const takeBack = (step: Step, now: ArticleVersion, text: string): ArticleVersion =>
  applied(step.after, step.before, step.facts?.after, step.facts?.before, now, text);

/** An article with a step done again that was taken back. */
export const doAgain = (step: Step, now: ArticleVersion, text: string): ArticleVersion =>
  applied(step.before, step.after, step.facts?.before, step.facts?.after, now, text);

function applied(
  from: readonly Annotation[],
  to: readonly Annotation[],
  factsFrom: ArticleFacts | undefined,
  factsTo: ArticleFacts | undefined,
  now: ArticleVersion,
  text: string,
): ArticleVersion {
  // Quotes and contexts of all three as the text has them now, so that only decisions count as differences.
  const [base, theirs, ours] = [from, to, now.annotations].map((side) => refreshAnchors(side, text)) as [
    Annotation[],
    Annotation[],
    Annotation[],
  ];
  return {
    annotations: mergeAnnotations(base, ours, theirs).annotations,
    facts: factsFrom && factsTo ? mergeFacts(factsFrom, now.facts, factsTo).facts : now.facts,
  };
}

/**
 * Whether a step can still be taken back (`doAgain`: be done again) with an effect: what others did since may have left
 * nothing of it. `next` is what came of the attempt.
 */
export function hasEffect(step: Step, now: ArticleVersion, next: ArticleVersion, text: string): boolean {
  const ids = new Set([...step.before, ...step.after].map(({ id }) => id));
  const concerned = ({ annotations }: ArticleVersion): Map<string, Annotation> =>
    new Map(
      refreshAnchors(
        annotations.filter(({ id }) => ids.has(id)),
        text,
      ).map((one) => [one.id, one]),
    );
  const [was, is] = [concerned(now), concerned(next)];
  return !sameValue(now.facts, next.facts) || [...ids].some((id) => !sameValue(was.get(id), is.get(id)));
}

/**
 * A step from a history, whose places are those of the time when it was done, in the text as it is now. What the article
 * still has as the step left it, or found it, stands where the article has it: it was carried along all edits. All else
 * is looked for by its words and their surroundings.
 */
export function placeStep(step: Step, now: ArticleVersion, text: string): Step {
  const present = new Map(now.annotations.map((one) => [one.id, one]));
  const sides = [step.before, step.after].map((side) => {
    const searched = reanchorAnnotations(side, text);
    return new Map(
      side.map((stored, i): [string, PlacedOne] => {
        const here = present.get(stored.id);
        const found = here && sameDecision(here, stored) ? here : null;
        return [stored.id, { stored, found, placed: found ?? searched[i] ?? stored }];
      }),
    );
  }) as [Map<string, PlacedOne>, Map<string, PlacedOne>];
  const [before, after] = sides;
  return { ...step, before: placedBeside(before, after), after: placedBeside(after, before) };
}

/**
 * A step with everything that the article still has as the step left it, or found it, where the article has it. Nothing
 * else is looked for, and what the step itself put elsewhere is left alone: the article has one of its places only.
 */
export function alignedStep(step: Step, now: ArticleVersion): Step {
  const present = new Map(now.annotations.map((one) => [one.id, one]));
  const placeOf = ({ anchor: { span } }: Annotation): string => (span ? `${span.start}-${span.end}` : '');
  const before = new Map(step.before.map((one) => [one.id, placeOf(one)]));
  const moved = new Set(
    step.after.filter((one) => (before.get(one.id) ?? placeOf(one)) !== placeOf(one)).map(({ id }) => id),
  );
  const aligned = (one: Annotation): Annotation => {
    const here = moved.has(one.id) ? undefined : present.get(one.id);
    return here && sameDecision(here, one) ? here : one;
  };
  return { ...step, before: step.before.map(aligned), after: step.after.map(aligned) };
}

/** One side of a step. What the article has of the other side tells where those parts are that the step left alone. */
const placedBeside = (
  own: ReadonlyMap<string, PlacedOne>,
  other: ReadonlyMap<string, PlacedOne>,
): Annotation[] =>
  [...own.values()].map(({ stored, found, placed }) => {
    const partner = other.get(stored.id);
    if (found || !partner?.found) return placed;
    const place = (part: 'anchor' | 'speaker' | 'cue'): Anchor | null =>
      (sameValue(stored[part], partner.stored[part]) ? partner : { placed }).placed[part];
    return {
      ...placed,
      anchor: place('anchor') ?? placed.anchor,
      speaker: place('speaker'),
      cue: place('cue'),
    };
  });

interface PlacedOne {
  readonly stored: Annotation;
  /** The same version of it in the article as it is now. */
  readonly found: Annotation | null;
  readonly placed: Annotation;
}

/**
 * Whether two are the same version of an annotation, wherever they stand: whatever a person does to one renews its time
 * of modification; what edits of the text do to its places does not.
 */
export const sameDecision = (a: Annotation, b: Annotation): boolean =>
  sameValue(withoutPlaces(a), withoutPlaces(b));

const withoutPlaces = (annotation: Annotation): unknown => ({
  ...annotation,
  anchor: null,
  speaker: annotation.speaker !== null,
  cue: annotation.cue !== null,
});

/** Carries a step along edits of the text, as the annotations themselves are; `text` is the text after them. */
export const carryStep = (step: Step, edits: readonly TextEdit[], text: string): Step => ({
  ...step,
  before: carryAnnotations(step.before, edits, text),
  after: carryAnnotations(step.after, edits, text),
});
