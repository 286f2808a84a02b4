/** What is done to an article's annotations goes to their file, then into their history. */
import { stepBetween } from '../../core/annotations/steps.ts';
import type { ArticleVersion } from '../../core/annotations/steps.ts';
import { readPlace, signature, unreadable, write } from './annotation-file.ts';
import type { Keeping } from './annotation-file.ts';
import { addRecord, appendDue } from './journal.ts';
import { queued } from './kept.ts';
import type { Kept, KeepingTrouble } from './kept.ts';

/** Writes what is not on disk. Resolves to what went wrong, null if nothing. */
export const flush = (keeping: Keeping, one: Kept): Promise<KeepingTrouble | null> =>
  queued(one, async () => {
    const result = await write(keeping, one);
    // The annotations first: of what a crash leaves undone at most the history of one action is lost.
    await appendDue(keeping, one);
    const failure = one.unsaved ? result : null;
    const isNews = JSON.stringify(failure) !== JSON.stringify(one.failure);
    one.failure = failure;
    if (isNews) keeping.changed(one.document.uri);
    return result;
  });

/** Has another version in the place of the one that is here, and writes it. */
export function put(keeping: Keeping, one: Kept, next: ArticleVersion): Promise<KeepingTrouble | null> {
  one.annotations = next.annotations;
  one.facts = next.facts;
  one.unsaved = true;
  one.revision++;
  return flush(keeping, one);
}

/** The same as a step that can be undone. `group`: what it has in common with steps in other articles. */
export function replace(
  keeping: Keeping,
  one: Kept,
  next: ArticleVersion,
  action: string,
  group: string | null,
): Promise<KeepingTrouble | null> {
  const step = stepBetween(one, next, { ...signature(keeping, one), action, group });
  addRecord(one, { kind: 'step', step }, step);
  return put(keeping, one, next);
}

/** Reads an article's annotations. Never rejects, so that nobody who waits for it is let down. */
export const readAgain = (keeping: Keeping, one: Kept): Promise<void> =>
  queued(one, () => readPlace(keeping, one)).catch((error: unknown) =>
    unreadable(keeping, one, one.place?.file ?? one.document.uri, error),
  );
