/**
 * Work in steps: a generator that yields where its caller may stop in between, or altogether, and returns the result.
 * Nothing outside of it may be half done where it yields, since other work may come in between.
 */
export type Steps<T> = Generator<void, T, void>;

/** Whether a step should end behind piece `i` of many that are too short for a step each, which costs some time itself. */
export const endsStep = (i: number): boolean => (i & 63) === 63;

/** Takes all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
