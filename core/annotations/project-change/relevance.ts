import { fold } from '../../text/fold.ts';
import type { Sought } from '../actions/tag-everywhere.ts';
import type { ProjectChange } from './project-change.ts';

/**
 * Whether an article may have a place for a change: a cheap test of its text and of its annotation file (null for none),
 * so that thousands of articles need not be analysed. Says yes where it cannot tell.
 * @param store and @param text are read where they decide
 */
export async function mayConcern(
  change: ProjectChange,
  store: () => Promise<string | null>,
  text: () => Promise<string>,
): Promise<boolean> {
  switch (change.kind) {
    case 'relabelAll':
      return (await store())?.includes(JSON.stringify(change.label)) ?? false;
    case 'tagEverywhere': {
      const folded = fold(await text());
      return change.sought.some((sought) => standsIn(sought, folded));
    }
    case 'acceptEverywhere':
    case 'rejectEverywhere': {
      const folded = fold(await text());
      return (
        folded.includes(change.words) || (change.name !== null && folded.includes(lastWord(change.name)))
      );
    }
    case 'rename':
      return (
        fold(await text()).includes(lastWord(change.from)) ||
        fold((await store()) ?? '').includes(change.from)
      );
  }
}

/** A mention may be a part of the full name, but it has its last word. */
const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

const standsIn = ({ what }: Sought, folded: string): boolean =>
  'line' in what
    ? folded.includes(what.line)
    : what.words.every((forms) => [...forms].some((form) => folded.includes(form)));
