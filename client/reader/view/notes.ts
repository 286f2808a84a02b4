import type { ArticleItem } from '../../../server/protocol.ts';

/** Whether somebody has decided on what a note tells of. */
type NoteState = 'mark' | 'accepted' | 'rejected';

/** Something in the margin that leads to words of its paragraph. */
export interface NoteEntry {
  /** What it says; for a quotation the speaker, "" where none is known. */
  readonly text: string;
  readonly state: NoteState;
  /** Ids of the items that it tells of, in order. */
  readonly ids: readonly string[];
}

/** What the margin says of a paragraph under one label. */
export interface NoteGroup {
  readonly family: ArticleItem['family'];
  readonly label: string;
  readonly entries: readonly NoteEntry[];
}

/** An attribute or a written note of an annotation. */
interface Remark {
  readonly id: string;
  /** The words of the annotation, or its full name. */
  readonly of: string;
  /** Name of the attribute; null for a written note. */
  readonly attribute: string | null;
  readonly text: string;
}

export interface ParagraphNotes {
  readonly groups: readonly NoteGroup[];
  readonly remarks: readonly Remark[];
}

/** As much of a text as a margin has room for, in UTF-16 code units. */
const LONGEST = 60;

/** How many entries of one label are shown: a line of a crawled page may hold hundreds. */
const MOST = 24;

const short = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
};

const RANK: readonly NoteState[] = ['mark', 'accepted', 'rejected'];

/**
 * What the margin says beside a paragraph: each name once under its label, quotations by their speaker, what was written
 * of annotations. Weak suggestions are left out: they are seen in the text.
 * @param items that begin in the paragraph, by start
 * @param wordsOf the text of a range
 */
export function notesOf(
  items: readonly ArticleItem[],
  wordsOf: (range: ArticleItem['range']) => string,
): ParagraphNotes {
  const groups = new Map<string, { group: Omit<NoteGroup, 'entries'>; entries: Map<string, NoteEntry> }>();
  const remarks: Remark[] = [];
  for (const item of items) {
    if (item.weak || item.state === 'orphan') continue;
    const { id, family, label, state } = item;
    const text = textOf(item, wordsOf);
    const key = `${family}/${label}`;
    const found = groups.get(key) ?? { group: { family, label }, entries: new Map<string, NoteEntry>() };
    groups.set(key, found);
    const same = found.entries.get(text);
    found.entries.set(text, {
      text,
      ids: [...(same?.ids ?? []), id],
      // What is still to be decided shows.
      state: RANK.find((one) => one === same?.state || one === state) ?? state,
    });
    const of = text || short(wordsOf(item.range));
    for (const [attribute, value] of Object.entries(item.attributes))
      remarks.push({ id, of, attribute, text: short(value) });
    if (item.note) remarks.push({ id, of, attribute: null, text: item.note });
  }
  const order = ['boilerplate', 'entity', 'quotation'];
  return {
    groups: [...groups.values()]
      .map(({ group, entries }) => ({ ...group, entries: [...entries.values()].slice(0, MOST) }))
      .sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family)),
    remarks,
  };
}

function textOf(
  { family, label, canonical, speaker, range }: ArticleItem,
  wordsOf: (range: ArticleItem['range']) => string,
): string {
  if (family === 'boilerplate') return '';
  // Words in marks that are nobody's speech have no speaker.
  if (family === 'quotation' && label !== 'term')
    return short(canonical ?? (speaker ? wordsOf(speaker) : ''));
  return short(canonical ?? wordsOf(range));
}
