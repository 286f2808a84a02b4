/** The history of an open article: the lines on disk, what is on the way there, and the steps as the text has them now. */
import type { TextEdit } from '../../core/annotations/carry.ts';
import { parseHistory, recordId, serialiseRecords, stacksOf } from '../../core/annotations/history.ts';
import type { HistoryRecord, Stacks } from '../../core/annotations/history.ts';
import { alignedStep, carryStep, placeStep } from '../../core/annotations/steps.ts';
import type { Step } from '../../core/annotations/steps.ts';
import { encodeUtf8, mustStayIn, reasonOf } from '../files.ts';
import type { Keeping } from './annotation-file.ts';
import type { Kept, KeepingTrouble } from './kept.ts';

/** A record that the file does not have yet. */
interface Unwritten {
  readonly record: HistoryRecord;
  /** Its line, once the annotation file has what it tells: then it is due. */
  line: string | null;
}

export interface Journal {
  /** In their order, as far as they are known: those of the file once it was read, then those of `unwritten`. */
  records: readonly HistoryRecord[];
  unwritten: readonly Unwritten[];
  /** The length of the file in bytes when it was last read or added to; null before it was read. */
  length: number | null;
  /** Steps of this session by id, the latest MOST_LIVE of them. */
  live: ReadonlyMap<string, LiveStep>;
  /** Edits of the text that live steps are still to be carried along: that can wait until they are needed. */
  edits: readonly TextEdit[];
  /** Why the last attempt to add to the file failed; null where it did not. */
  failure: string | null;
}

/** A step that is carried along edits, which is surer than to look for its words. */
interface LiveStep {
  /** In the text as it was before the edits from this one on. */
  readonly step: Step;
  readonly since: number;
}

/** How many steps are carried along edits; what is older is placed anew where it is needed. */
const MOST_LIVE = 100;

/** After so many edits all steps are carried along them, lest they take long when they are needed. */
const MOST_EDITS = 200;

export const NO_JOURNAL: Journal = {
  records: [],
  unwritten: [],
  length: null,
  live: new Map(),
  edits: [],
  failure: null,
};

/** What the journal of an article that was closed hands on to the next time that it is open. */
export const handedOn = ({ unwritten, failure }: Journal): Journal => ({
  ...NO_JOURNAL,
  records: unwritten.map(({ record }) => record),
  unwritten,
  failure,
});

/** Adds a record; `step` is the one that it is about, in the text as it is now. */
export function addRecord({ journal }: Kept, record: HistoryRecord, step: Step): void {
  journal.records = [...journal.records, record];
  journal.unwritten = [...journal.unwritten, { record, line: null }];
  const others = [...journal.live].filter(([id]) => id !== step.id);
  const live = { step, since: journal.edits.length };
  journal.live = new Map([...others, [step.id, live] as const].slice(-MOST_LIVE));
}

/**
 * A step of the journal in the text as it is now. What the article still has of it was carried along each edit by itself,
 * which is surer than along many at once: what an edit took away is looked for in the text of that moment.
 */
export function liveStep(one: Kept, step: Step): Step {
  const text = one.document.getText();
  const live = one.journal.live.get(step.id);
  return live ? alignedStep(carried(live, one.journal, text), one) : placeStep(step, one, text);
}

const carried = ({ step, since }: LiveStep, { edits }: Journal, text: string): Step =>
  since === edits.length ? step : carryStep(step, edits.slice(since), text);

/** Takes note of edits of the text, at a cost that does not depend on how much there is to undo. */
export function carryJournal({ journal }: Kept, edits: readonly TextEdit[], text: string): void {
  if (journal.live.size === 0) return;
  journal.edits = edits.reduce((all, edit) => withEdit(all, edit, journal.live), journal.edits);
  if (journal.edits.length < MOST_EDITS) return;
  const settled = [...journal.live].map(
    ([id, live]) => [id, { step: carried(live, journal, text), since: 0 }] as const,
  );
  journal.live = new Map(settled);
  journal.edits = [];
}

/** Further typing at one place is one edit with what was typed before, unless a step was done in between. */
function withEdit(all: readonly TextEdit[], edit: TextEdit, live: Journal['live']): readonly TextEdit[] {
  const last = all.at(-1);
  const goesOn =
    last?.start === last?.end && edit.start === edit.end && last && edit.start === last.start + last.inserted;
  if (!goesOn || [...live.values()].some(({ since }) => since === all.length)) return [...all, edit];
  return [...all.slice(0, -1), { ...last, inserted: last.inserted + edit.inserted }];
}

export const journalStacks = ({ journal }: Kept): Stacks => stacksOf(journal.records);

/**
 * The lines of what the annotation file is about to have, for the text as it is now; they are due (see appendDue) once
 * the function that comes back is called.
 */
export function linesToBe(one: Kept): () => void {
  const text = one.document.getText();
  const waiting = one.journal.unwritten.filter(({ line }) => line === null);
  const lines = waiting.map(({ record }) => {
    const placed = record.kind === 'step' ? { ...record, step: liveStep(one, record.step) } : record;
    return serialiseRecords([placed], one.place?.source ?? '', text);
  });
  return () => {
    for (const [i, entry] of waiting.entries()) entry.line = lines[i] ?? null;
  };
}

/** Adds what is due to the file. What fails stays due, and is told once. */
export async function appendDue(keeping: Keeping, one: Kept): Promise<void> {
  const { journal } = one;
  const file = one.place?.history;
  const due = journal.unwritten.filter(({ line }) => line !== null);
  if (!file || due.length === 0) return;
  const bytes = encodeUtf8(due.map(({ line }) => line).join(''));
  try {
    if (one.place?.folder) await mustStayIn(keeping.files, one.place.folder, file);
    await keeping.files.append(file, bytes);
    journal.unwritten = journal.unwritten.filter((entry) => !due.includes(entry));
    if (journal.length !== null) journal.length += bytes.length;
    journal.failure = null;
  } catch (error) {
    const reason = reasonOf(error);
    if (journal.failure !== reason)
      keeping.trouble(one.document.uri, { code: 'unwritable-history', file, reason });
    journal.failure = reason;
  }
}

/** Reads what the file has and is not known yet. Resolves to what went wrong, null if nothing. */
export async function readJournal(keeping: Keeping, one: Kept): Promise<KeepingTrouble | null> {
  const { journal } = one;
  const file = one.place?.history;
  if (!file) return null;
  try {
    const bytes = (await keeping.files.read(file)) ?? new Uint8Array();
    // It only ever grows: of the same length it is the same.
    if (bytes.length === journal.length) return null;
    // A line that was cut off may end within a character.
    const stored = parseHistory(new TextDecoder().decode(bytes), one.document.getText());
    const known = new Set(stored.map(recordId));
    const ours = journal.unwritten
      .map(({ record }) => record)
      .filter((record) => !known.has(recordId(record)));
    journal.records = [...stored, ...ours];
    journal.length = bytes.length;
    return null;
  } catch (error) {
    return { code: 'unreadable', file, reason: reasonOf(error) };
  }
}
