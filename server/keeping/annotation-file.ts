/** An article's annotations between memory and their file: what others wrote is merged in, never overwritten. */
import { NO_FACTS } from '../../core/annotations/annotation.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { refreshAnchors } from '../../core/annotations/carry.ts';
import { mergeAnnotations, mergeFacts, withoutTwins } from '../../core/annotations/merge.ts';
import type { MergeConflict } from '../../core/annotations/merge.ts';
import { placeStep, sameDecision, stepOfConflicts } from '../../core/annotations/steps.ts';
import type { Step } from '../../core/annotations/steps.ts';
import { parseStore, serialiseStore } from '../../core/annotations/store.ts';
import { encodeUtf8, mustStayIn, reasonOf } from '../files.ts';
import type { FileAccess } from '../files.ts';
import { decodeStore, keepAside } from './broken-file.ts';
import { addRecord, linesToBe } from './journal.ts';
import type { AnnotationPlace, Kept, KeepingTrouble } from './kept.ts';

/** What keeping needs of the server. */
export interface Keeping {
  readonly files: FileAccess;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Where the annotations of an article lie. */
  readonly placeOf: (uri: string) => Promise<AnnotationPlace>;
  /** The program's version, for the header of the file. */
  readonly tool: string;
  /** Hears what a person must know of an article's file. */
  readonly trouble: (uri: string, trouble: KeepingTrouble) => void;
  /** Hears when annotations of an article became others, could not be written, and when they are after all. */
  readonly changed: (uri: string) => void;
  /** Hears of annotation files of articles that are not open, once they were written. */
  readonly stored: (files: readonly string[]) => void;
}

/** Reads the file of an article that was opened or has a new place. */
export async function readPlace(keeping: Keeping, one: Kept): Promise<void> {
  one.place = await keeping.placeOf(one.document.uri);
  one.obstacle = null;
  await readFile(keeping, one, (content) => takeFrom(keeping, one, content));
}

/** Reads the file again, since somebody may have changed it. */
export const readChanges = (keeping: Keeping, one: Kept): Promise<void> =>
  readFile(keeping, one, (content) => {
    if (content === one.onDisk) return;
    one.obstacle = null;
    takeFrom(keeping, one, content);
  });

async function readFile(keeping: Keeping, one: Kept, take: (content: string | null) => void): Promise<void> {
  const file = one.place?.file;
  if (!file) return;
  try {
    const bytes = await keeping.files.read(file);
    take(bytes && decodeStore(bytes));
  } catch (error) {
    unreadable(keeping, one, file, error);
  }
}

/** Remembers, and tells, that the file of an article cannot be read. */
export function unreadable(keeping: Keeping, one: Kept, file: string, error: unknown): void {
  one.obstacle = { code: 'unreadable', file, reason: reasonOf(error) };
  keeping.trouble(one.document.uri, one.obstacle);
}

/** Merges what the file has with what is here. Everything happens at once, for the text as it is now. */
function takeFrom(keeping: Keeping, one: Kept, content: string | null): void {
  const text = one.document.getText();
  const stored = parseStore(content ?? '', text);
  const file = one.place?.file ?? '';
  const isNew = content !== one.onDisk;
  if (!stored.writable) one.obstacle = { code: 'newer-schema', file };
  if (stored.problems.length > 0 && isNew)
    keeping.trouble(
      one.document.uri,
      one.obstacle ?? { code: 'damaged-lines', file, problems: stored.problems },
    );
  const base = parseStore(one.onDisk ?? '', text);
  // What a damaged file lacks nobody took away.
  const isDamaged = content !== null && (stored.header === null || stored.unreadable.length > 0);
  const left = new Set(stored.annotations.map(({ id }) => id));
  const common = isDamaged ? base.annotations.filter(({ id }) => left.has(id)) : base.annotations;
  // Quotes and contexts of all three as the text has them now, so that only decisions count as differences.
  const [before, ours, theirs] = [common, one.annotations, stored.annotations].map((side) =>
    refreshAnchors(side, text),
  ) as [Annotation[], Annotation[], Annotation[]];
  const merged = mergeAnnotations(before, withoutTwins(before, ours, theirs), theirs);
  const known = base.header?.facts ?? NO_FACTS;
  const said = stored.header?.facts ?? (isDamaged ? known : NO_FACTS);
  const { facts, isConflict } = mergeFacts(known, one.facts, said);
  Object.assign(one, {
    annotations: merged.annotations,
    unreadable: stored.unreadable,
    facts,
    onDisk: content,
  });
  if (isDamaged && merged.annotations.length > stored.annotations.length) one.unsaved = true;
  one.revision++;
  // An annotation that edits of the text brought elsewhere than a search of its words is none that was decided on.
  const versions = new Map(before.map((annotation) => [annotation.id, annotation]));
  const isDecided = ({ id, ours: our }: MergeConflict): boolean => {
    const was = versions.get(id);
    return !was || !our || !sameDecision(was, our);
  };
  const conflicts = [...(isNew ? stored.conflicts : []), ...merged.conflicts.filter(isDecided)];
  if (conflicts.length > 0 || isConflict)
    addConflicts(keeping, one, conflicts, isConflict ? { before: said, after: facts } : null);
}

/** Puts into the history what was passed over where two programs changed the same, and tells it. */
function addConflicts(
  keeping: Keeping,
  one: Kept,
  conflicts: readonly MergeConflict[],
  facts: Step['facts'],
): void {
  const text = one.document.getText();
  const step = placeStep(stepOfConflicts(conflicts, facts, signature(keeping, one)), one, text);
  addRecord(one, { kind: 'step', step }, step);
  const count = conflicts.length + (facts ? 1 : 0);
  keeping.trouble(one.document.uri, { code: 'conflict', file: one.place?.file ?? '', count });
}

/** Who does something to an article, when, and the id that it goes by. */
export const signature = (
  { newId, now }: Keeping,
  { place }: Kept,
): { readonly id: string; readonly at: string; readonly by: string } => ({
  id: newId(),
  at: now().toISOString(),
  by: place?.annotator ?? '',
});

/** How often a file that others write at the same moment is read and merged again before that is told. */
const MOST_ATTEMPTS = 20;

/** Writes what is here, merged with what others wrote since. Resolves to what went wrong, null if nothing. */
export async function write(keeping: Keeping, one: Kept): Promise<KeepingTrouble | null> {
  const { place } = one;
  if (!place) return null;
  if (place.file === null) return { code: 'unsaved-article' };
  if (one.obstacle) return one.obstacle;
  try {
    if (place.folder !== null) await mustStayIn(keeping.files, place.folder, place.file);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const result = await writeMerged(keeping, one, place, place.file);
      if (result !== 'changed meanwhile') return result;
    }
    return { code: 'unwritable', file: place.file, reason: 'Another program writes it all the time.' };
  } catch (error) {
    return { code: 'unwritable', file: place.file, reason: reasonOf(error) };
  }
}

async function writeMerged(
  keeping: Keeping,
  one: Kept,
  place: AnnotationPlace,
  file: string,
): Promise<KeepingTrouble | 'changed meanwhile' | null> {
  const bytes = await keeping.files.read(file);
  const content = bytes && decodeStore(bytes);
  if (content !== one.onDisk) takeFrom(keeping, one, content);
  // takeFrom may have found that the file must not be written.
  if (one.obstacle) return one.obstacle;
  const { annotations, facts } = one;
  const isWritten = linesToBe(one);
  if (content === null && annotations.length + one.unreadable.length === 0 && saysNothing(one)) {
    one.unsaved = false;
    isWritten();
    return null;
  }
  const text = one.document.getText();
  const refreshed = refreshAnchors(annotations, text);
  const next = serialiseStore(text, place.source, keeping.tool, refreshed, [], facts);
  if (next !== content) {
    const aside = bytes && one.unreadable.length > 0 ? await keepAside(keeping.files, file, bytes) : null;
    if (!(await keeping.files.replace(file, encodeUtf8(next), bytes))) return 'changed meanwhile';
    if (aside !== null) keeping.trouble(one.document.uri, { code: 'kept-aside', file, aside });
    one.unreadable = [];
  }
  one.onDisk = next;
  isWritten();
  // What was changed while the file was being written is written by the next in the queue.
  if (one.annotations === annotations && one.facts === facts) one.unsaved = false;
  return null;
}

const saysNothing = ({ facts }: Kept): boolean =>
  facts.status === null && Object.keys(facts.attributes).length === 0;
