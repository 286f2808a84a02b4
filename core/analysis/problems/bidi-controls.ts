import type { Problem } from '../../labels/problems.ts';
import type { LineReading } from '../../lexicon/article.ts';
import { CharacterClass, classOf } from '../../text/characters.ts';

/** Marks of direction (LRM, RLM, ALM), embeddings, overrides and isolates: UAX #9, 2. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const MARKS = '\u061c\u200e\u200f';
const OPENING = '\u202a\u202b\u2066\u2067\u2068';
const OVERRIDES = '\u202d\u202e';

/** What each opening control is closed by. */
const closingOf = (control: string): string => ('\u202a\u202b'.includes(control) ? '\u202c' : '\u2069');

/**
 * Bidi controls that change nothing for the eye but break words and searches: an embedding or isolate without its
 * partner in the line, an override, a mark of direction that no mark, digit or Latin letter stands beside.
 */
export function findBidiControls(line: LineReading): readonly Problem[] {
  const { text } = line;
  if (text.search(CONTROLS) < 0) return [];
  const paired = findPaired(text);
  const problems: Problem[] = [];
  for (const match of text.matchAll(CONTROLS)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!isStray(text, start, end, paired)) continue;
    problems.push({
      code: 'bidi-control',
      start,
      end,
      message: {
        en: `An invisible control of writing direction (${namesOf(match[0])}) stands here to no purpose.`,
        ar: `محرف خفي لاتجاه الكتابة (${namesOf(match[0])}) لا حاجة إليه هنا.`,
      },
      fixes: [{ title: { en: 'Remove it', ar: 'احذفه' }, edits: [{ start, end, replacement: '' }] }],
      related: null,
    });
  }
  return problems;
}

const namesOf = (controls: string): string =>
  Array.from(controls, (c) => `U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

/** What opens or closes an embedding, an override or an isolate. */
const PAIRING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Offsets of the embeddings and isolates that are closed within the line, and of what closes them. */
function findPaired(text: string): ReadonlySet<number> {
  const paired = new Set<number>();
  const open: number[] = [];
  for (const { index: i, 0: control } of text.matchAll(PAIRING)) {
    if (OPENING.includes(control)) open.push(i);
    else if (control === '\u202c' || control === '\u2069') {
      const at = open.at(-1);
      if (at === undefined || closingOf(text.charAt(at)) !== control) continue;
      open.pop();
      paired.add(at).add(i);
    }
  }
  return paired;
}

function isStray(text: string, start: number, end: number, paired: ReadonlySet<number>): boolean {
  for (let i = start; i < end; i++) {
    const control = text.charAt(i);
    if (OVERRIDES.includes(control)) return true;
    if (!MARKS.includes(control) && !paired.has(i)) return true;
  }
  const marksOnly = [...text.slice(start, end)].every((control) => MARKS.includes(control));
  return marksOnly && !turns(text, start - 1) && !turns(text, end);
}

/** Whether a mark of direction beside this character can matter: it is a mark, a digit or a Latin letter. */
function turns(text: string, i: number): boolean {
  if (i < 0 || i >= text.length) return false;
  const c = classOf(text.charCodeAt(i));
  return c === CharacterClass.Mark || c === CharacterClass.Digit || c === CharacterClass.Latin;
}
