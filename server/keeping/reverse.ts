/** Undo and redo of one article. */
import type { Stacks } from '../../core/annotations/history.ts';
import { doAgain, hasEffect, takeBack } from '../../core/annotations/steps.ts';
import type { Step } from '../../core/annotations/steps.ts';
import { readChanges, signature } from './annotation-file.ts';
import type { Keeping } from './annotation-file.ts';
import { addRecord, journalStacks, liveStep, readJournal } from './journal.ts';
import { queued } from './kept.ts';
import type { Kept, KeepingTrouble } from './kept.ts';
import { put } from './saving.ts';

export type Direction = 'undo' | 'redo';

/** What came of it: the step, null where there was none, and what went wrong, null if nothing. */
export interface Reversed {
  readonly step: Step | null;
  readonly trouble: KeepingTrouble | null;
}

/**
 * Takes a step back, or does one again that was taken back: the last one (steps of which nothing is left are passed
 * over), or, with a group, that of the group, wherever it is.
 */
export async function reverse(
  keeping: Keeping,
  one: Kept,
  kind: Direction,
  group: string | null = null,
): Promise<Reversed> {
  // Another window may have done something since.
  const unread = await queued(one, async () => {
    await readChanges(keeping, one);
    return readJournal(keeping, one);
  });
  if (unread) return { step: null, trouble: unread };
  for (;;) {
    const stored = stepToReverse(journalStacks(one), kind, group);
    if (!stored) return { step: null, trouble: null };
    const step = liveStep(one, stored);
    const text = one.document.getText();
    const next = (kind === 'undo' ? takeBack : doAgain)(step, one, text);
    addRecord(one, { ...signature(keeping, one), kind, of: step.id }, step);
    if (step.group === null && !hasEffect(step, one, next, text)) continue;
    const written = put(keeping, one, next);
    keeping.changed(one.document.uri);
    return { step, trouble: await written };
  }
}

function stepToReverse(
  { undoable, redoable, undone }: Stacks,
  kind: Direction,
  group: string | null,
): Step | undefined {
  if (group === null) return (kind === 'undo' ? undoable : redoable).at(-1);
  // Something else may have been done in this article since, which ends what a plain redo can do.
  return [...(kind === 'undo' ? undoable : undone.values())].reverse().find((step) => step.group === group);
}
