import type { Span } from '../../text/span.ts';
import { unescapeSpaces } from './escapes.ts';
import { readMisc } from './rows.ts';
import type { Row, Sentence } from './rows.ts';

/** A word, and where it stands in the document's text; words of one token that it does not spell share its place. */
export interface PlacedWord {
  readonly row: Row;
  readonly place: Span;
}

/** The text of a document as its sentences tell it, and where their words stand in it. */
export interface RestoredText {
  readonly text: string;
  readonly sentences: readonly (readonly PlacedWord[])[];
}

/** A token as it is written: its words, and what stands round it. */
interface SurfaceToken {
  readonly words: readonly Row[];
  readonly forms: readonly string[];
  readonly form: string;
  readonly misc: ReadonlyMap<string, string>;
}

/**
 * Restores a document's text: MISC's OriginalForm, SpacesAfter, SpacesBefore and SpaceAfter decide; of sentences that
 * have none of the first three, "# text" does. A paragraph begins on a new line.
 */
export function restoreText(
  sentences: readonly Sentence[],
  tell: (line: number, message: string) => void,
): RestoredText {
  let text = '';
  let gap: Gap = '';
  const placed = sentences.map((sentence) => {
    const tokens = surfaceTokens(sentence.rows);
    gap ??= sentence.comments.has('newpar') ? '\n' : ' ';
    const words: PlacedWord[] = [];
    const places = placesInText(sentence, tokens, tell);
    if (places) text += gap;
    const base = text.length;
    if (places) text += sentence.comments.get('text') ?? '';
    for (const [i, { words: rows, forms, form, misc }] of tokens.entries()) {
      let start = base + (places?.[i] ?? 0);
      if (!places) {
        text += (gap ?? ' ') + unescapeSpaces(misc.get('SpacesBefore') ?? '');
        start = text.length;
        text += form;
      }
      gap = gapBehind(misc);
      const isSpelt = forms.join('') === form;
      let at = start;
      for (const [k, row] of rows.entries()) {
        const length = forms[k]?.length ?? 0;
        words.push({
          row,
          place: isSpelt ? { start: at, end: at + length } : { start, end: start + form.length },
        });
        at += length;
      }
    }
    return words;
  });
  return { text: text + (gap ?? ''), sentences: placed };
}

/** What stands behind a token; null where it is not told: then a blank, a line end, or nothing at the very end. */
type Gap = string | null;

function gapBehind(misc: ReadonlyMap<string, string>): Gap {
  const spaces = misc.get('SpacesAfter');
  if (spaces !== undefined) return unescapeSpaces(spaces);
  return misc.get('SpaceAfter') === 'No' ? '' : null;
}

function surfaceTokens(rows: readonly Row[]): SurfaceToken[] {
  const tokens: SurfaceToken[] = [];
  const formOf = ({ cells }: Row): string => {
    const misc = readMisc(cells['MISC']);
    const original = misc.get('OriginalForm');
    if (misc.get('Empty') === 'Yes') return '';
    return original === undefined ? (cells['FORM'] ?? '_') : unescapeSpaces(original);
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    const [, from, to] = /^(\d+)-(\d+)$/.exec(row.cells['ID'] ?? '') ?? [];
    // Empty nodes (8.1) stand for no words of the text.
    if (/^\d+\.\d+$/.test(row.cells['ID'] ?? '')) continue;
    if (from === undefined || to === undefined) {
      const form = formOf(row);
      tokens.push({ words: [row], forms: [form], form, misc: readMisc(row.cells['MISC']) });
      continue;
    }
    const words: Row[] = [];
    while (i + 1 < rows.length && isWithin(rows[i + 1]?.cells['ID'], Number(to))) {
      const word = rows[++i] as Row;
      if (!word.cells['ID']?.includes('.')) words.push(word);
    }
    const forms = words.map(formOf);
    const written = words.map(({ cells }) => cells['FORM'] ?? '_').join('');
    const own = row.cells['FORM'] ?? '_';
    tokens.push({
      words,
      forms,
      form: written === own ? forms.join('') : own,
      misc: readMisc(row.cells['MISC']),
    });
  }
  return tokens;
}

const isWithin = (id: string | undefined, last: number): boolean =>
  id !== undefined && /^\d+(?:\.\d+)?$/.test(id) && Number(id) < last + 1;

/** Where the tokens of a sentence stand in its "# text"; null where MISC tells more, or where they do not. */
function placesInText(
  { comments, rows, line }: Sentence,
  tokens: readonly SurfaceToken[],
  tell: (line: number, message: string) => void,
): number[] | null {
  const text = comments.get('text');
  const isTold = rows.some(({ cells }) =>
    /(?:OriginalForm|Spaces(?:After|Before)|Empty)=/.test(cells['MISC'] ?? ''),
  );
  if (text === undefined || isTold) return null;
  let at = 0;
  const places: number[] = [];
  for (const { form } of tokens) {
    const start = text.indexOf(form, at);
    if (start < 0 || /\S/.test(text.slice(at, start))) {
      tell(line, `the words do not make up "# text" at "${form}"; the text is taken from the words`);
      return null;
    }
    places.push(start);
    at = start + form.length;
  }
  return places;
}
