/**
 * The history of an article: what an annotator did to it, one JSON object a line, the latest last. The file only ever
 * grows, so that programs that write it at once, or git's union merge, put lines together and lose none.
 */
import { offsetsFrom, offsetsTo } from '../text/offset-units.ts';
import { NO_FACTS } from './annotation.ts';
import type { Annotation, ArticleFacts } from './annotation.ts';
import type { Step } from './steps.ts';
import { folderName } from './store.ts';
import { readRecord, writeLine } from './store-line.ts';

/** A line of a history: a step, or that the step with the id `of` was taken back or done again. */
export type HistoryRecord = { readonly kind: 'step'; readonly step: Step } | Reversal;

interface Reversal {
  readonly kind: 'undo' | 'redo';
  /** A UUID. */
  readonly id: string;
  /** The instant, ISO 8601. */
  readonly at: string;
  /** The annotator. */
  readonly by: string;
  readonly of: string;
}

/** Where the history of an article lies: what huda did in "articles/x.txt" is "history/huda/articles/x.txt.jsonl". */
export const historyPath = (annotator: string, article: string): string =>
  `history/${folderName(annotator)}/${article}.jsonl`;

/**
 * Where the articles are listed that one action changed together. The folder is hidden, so that no list of articles,
 * annotations or histories has it.
 */
export const groupPath = (annotator: string, id: string): string =>
  `history/${folderName(annotator)}/.groups/${encodeURIComponent(id)}.json`;

/** The id of a record, and of the step in it. */
export const recordId = (record: HistoryRecord): string =>
  record.kind === 'step' ? record.step.id : record.id;

/**
 * Records as lines of a history, each with "\n" at its end. Annotations are written as the annotation file has them
 * (see store-line.ts), their positions in code points of `text`; `source` is the article's path in its project.
 */
export function serialiseRecords(records: readonly HistoryRecord[], source: string, text: string): string {
  const toCodePoints = offsetsTo('codepoint', text);
  const list = (annotations: readonly Annotation[]): string =>
    `[${annotations.map((one) => writeLine(one, source, toCodePoints)).join(',')}]`;
  return records
    .map((record) => {
      if (record.kind !== 'step') {
        const { kind, id, at, by, of } = record;
        return JSON.stringify({ id, at, by, action: kind, [REFERENCE[kind]]: of });
      }
      const { id, at, by, action, group, before, after, facts } = record.step;
      const head = JSON.stringify({
        id,
        at,
        by,
        action,
        group: group ?? undefined,
        facts: facts ?? undefined,
      });
      return `${head.slice(0, -1)},"before":${list(before)},"after":${list(after)}}`;
    })
    .map((line) => `${line}\n`)
    .join('');
}

const REFERENCE = { undo: 'undoes', redo: 'redoes' } as const;

/**
 * Reads a history. Never throws: lines that are none of it, the half one that a killed program left among them, are
 * left aside. Offsets of annotations are UTF-16 code units of `text`, right only where it is the text of that time:
 * place a step with placeStep before it is used.
 */
export function parseHistory(content: string, text: string): HistoryRecord[] {
  const toUtf16 = offsetsFrom('codepoint', text);
  const known = new Set<string>();
  return content.split('\n').flatMap((line) => {
    const record = line.trim() === '' ? null : readHistoryLine(line, toUtf16);
    // Two branches that both have a line may both bring it into a merge.
    if (!record || known.has(recordId(record))) return [];
    known.add(recordId(record));
    return [record];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function readHistoryLine(line: string, toUtf16: (offset: number) => number): HistoryRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isFields(value)) return null;
  const { id, at, by, action, group, before, after, facts } = value;
  if (typeof id !== 'string' || typeof action !== 'string') return null;
  const about = { id, at: typeof at === 'string' ? at : '', by: typeof by === 'string' ? by : '' };
  for (const kind of ['undo', 'redo'] as const) {
    const of = value[REFERENCE[kind]];
    if (typeof of === 'string') return { ...about, kind, of };
  }
  if (!Array.isArray(before) || !Array.isArray(after)) return null;
  const read = (list: readonly unknown[]): Annotation[] =>
    list.flatMap((one) => {
      const result = readRecord(one, toUtf16);
      return 'annotation' in result ? [result.annotation] : [];
    });
  return {
    kind: 'step',
    step: {
      ...about,
      action,
      group: typeof group === 'string' ? group : null,
      before: read(before),
      after: read(after),
      facts: isFields(facts)
        ? { before: readFacts(facts['before']), after: readFacts(facts['after']) }
        : null,
    },
  };
}

function readFacts(value: unknown): ArticleFacts {
  if (!isFields(value)) return NO_FACTS;
  const { status, attributes } = value;
  const texts = Object.entries(isFields(attributes) ? attributes : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { status: typeof status === 'string' ? status : null, attributes: Object.fromEntries(texts) };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What can be taken back and what can be done again, the latest last. */
export interface Stacks {
  readonly undoable: readonly Step[];
  /** Empty again once something new was done. */
  readonly redoable: readonly Step[];
  /** Every step that was taken back and not done again, be it that it is not redoable any more. */
  readonly undone: ReadonlyMap<string, Step>;
}

/**
 * Goes through a history. A step may be taken back out of turn (a group of steps in several articles is); a reversal of
 * what is not there, or was reversed already, says nothing.
 */
export function stacksOf(records: readonly HistoryRecord[]): Stacks {
  const undoable = new Map<string, Step>();
  const undone = new Map<string, Step>();
  let redoable = new Map<string, Step>();
  for (const record of records) {
    if (record.kind === 'step') {
      undoable.set(record.step.id, record.step);
      redoable = new Map();
      continue;
    }
    const [from, to] = record.kind === 'undo' ? [undoable, undone] : [undone, undoable];
    const step = from.get(record.of);
    if (!step) continue;
    from.delete(step.id);
    to.set(step.id, step);
    if (record.kind === 'undo') redoable.set(step.id, step);
    else redoable.delete(step.id);
  }
  return { undoable: [...undoable.values()], redoable: [...redoable.values()], undone };
}
