import type { MarkFamily } from '../labels/marks.ts';
import { CharacterClass, classOf, isEmptyAt } from '../text/characters.ts';
import { snapToGraphemes, withoutBlanks } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';

/** Brackets and quotation marks that come in pairs: the closer by its opener. */
const PAIRS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '«': '»',
  '‹': '›',
  '“': '”',
  '„': '“',
  '‘': '’',
  '"': '"',
  "'": "'",
  '﴿': '﴾',
};

/** Marks that begin or end an entity of themselves: signs of number and money, hash, at, the slash of an address. */
const MEANT_AT_START = /[$#@+£§№؋﷼\u20a0-\u20cf-]/u;
const MEANT_AT_END = /[%٪‰°$/+£؋﷼\u20a0-\u20cf′″]/u;

/** Marks that end a sentence belong to a quotation of it. */
const SENTENCE_END = /[.!?؟…]/u;
const QUOTES = /["'“”„«»‹›‘’]/u;

/**
 * A selection made fit for an annotation: widened to whole graphemes, then without blanks and invisible controls at
 * its ends, and without the marks that were not meant. Of an entity those are all but signs that are read, brackets
 * and quotation marks whose partner is inside; of a quotation its own quotation marks and commas and colons, not its
 * full stop; of boilerplate none. Null if nothing is left. UTF-16 offsets from the start of the text.
 */
export function trimSpan(text: string, span: Span, family: MarkFamily): Span | null {
  let { start, end } = snapToGraphemes(text, span);
  for (;;) {
    const before = end - start;
    const own = withoutBlanks(text, { start, end });
    if (!own) return null;
    ({ start, end } = own);
    if (family !== 'boilerplate') {
      const inner = text.slice(start, end);
      if (family === 'quotation' && isWrapped(inner)) {
        start++;
        end--;
      } else if (isUnmeantStart(inner, family)) start++;
      else if (isUnmeantEnd(inner, family)) end--;
    }
    if (end - start === before) return { start, end };
  }
}

const isMark = (unit: string): boolean => classOf(unit.charCodeAt(0)) === CharacterClass.Mark;

/** Whether the first mark opens a pair that the last one closes. */
function isWrapped(text: string): boolean {
  const first = text.charAt(0);
  return (
    text.length > 1 &&
    QUOTES.test(first) &&
    PAIRS[first] === text.charAt(text.length - 1) &&
    !text.slice(1, -1).includes(first)
  );
}

function isUnmeantStart(text: string, family: MarkFamily): boolean {
  const first = text.charAt(0);
  if (!isMark(first)) return false;
  if (family === 'quotation') return !hasPartner(text, first, 1) && /[,،:؛;"'“”„«»‹›‘’]/u.test(first);
  if (MEANT_AT_START.test(first) && text.length > 1 && !isEmptyAt(text, 1)) return false;
  return !hasPartner(text, first, 1);
}

function isUnmeantEnd(text: string, family: MarkFamily): boolean {
  const last = text.charAt(text.length - 1);
  if (!isMark(last)) return false;
  if (opensInside(text, last)) return false;
  if (family === 'quotation') return !SENTENCE_END.test(last) && !MEANT_AT_END.test(last) && last !== ')';
  // "د." and "U.S.": the full stop of an abbreviation.
  if (last === '.' && /(?:^|[\s.])\p{L}\.$/u.test(text)) return false;
  return !MEANT_AT_END.test(last) || text.length === 1;
}

/** Whether an opening mark has its closing partner inside the text but not at its end. */
function hasPartner(text: string, opener: string, from: number): boolean {
  const closer = PAIRS[opener];
  if (closer === undefined) return false;
  const at = text.indexOf(closer, from);
  return at >= 0 && at < text.length - 1;
}

/** Whether a closing mark at the end has its opener inside the text but not at its start. */
function opensInside(text: string, closer: string): boolean {
  for (const opener in PAIRS) {
    if (PAIRS[opener] !== closer) continue;
    const at = text.lastIndexOf(opener, text.length - 2);
    if (at > 0) return true;
  }
  return false;
}
