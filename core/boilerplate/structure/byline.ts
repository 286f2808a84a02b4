import { matchesWith } from '../../lexicon/article.ts';
import { traitOf } from '../../lexicon/traits.ts';
import type { LineShape } from '../lines/shape.ts';
import type { Token } from '../../text/tokens.ts';

const DASHES = '-–—‐‑/';
const MOST_WORDS = 10;
const MOST_WORDS_OF_PART = 4;

/** A lone tatweel, folded to nothing, serves as a dash too. */
const isDash = (token: Token): boolean =>
  (token.kind === 'mark' && DASHES.includes(token.text)) || token.folded === '';

/**
 * Whether a short line only names an author, a place, an agency: parts of few words between dashes
 * ("بروكسل - نور الدين فريضي"), a line that ends in a colon, an agency at its end ("عواصم: الوكالات"), an outlet
 * with its place ("«الاقتصادية» من الرياض"), a city before a colon ("لندن: «الشرق الأوسط»").
 */
export function isBylineShaped(line: LineShape): boolean {
  const { tokens } = line.reading;
  if (line.words > MOST_WORDS || line.stop === 'full' || line.stop === 'question') return false;
  const parts: number[] = [0];
  let colons = 0;
  let quotes = 0;
  for (const token of tokens) {
    if (isDash(token)) parts.push(0);
    else if (token.kind !== 'mark') parts[parts.length - 1] = (parts.at(-1) ?? 0) + 1;
    else if (token.text === ':') colons++;
    else if ('«»"“”'.includes(token.text)) quotes++;
    else if (!'().،,&;'.includes(token.text)) return false;
  }
  const short = parts.every((words) => words <= MOST_WORDS_OF_PART);
  if (parts.length > 1 && short && parts[0] !== 0) return true;
  if (colons === 1 && line.stop === 'colon' && line.words <= 5) return true;
  if (colons === 1 && line.words <= 4 && endsInAgency(line)) return true;
  if (colons === 1 && parts.length === 1 && line.words <= 6 && beginsWithPlace(line)) return true;
  return quotes === 2 && line.words <= 4 && tokens.some((token) => token.folded === 'من');
}

const PHRASE = traitOf('boilerplate-phrase');

function endsInAgency(line: LineShape): boolean {
  const last = line.reading.tokens.findLastIndex((token) => token.kind !== 'mark');
  return matchesWith(line.reading, PHRASE).some(
    (match) => match.last === last && match.entries.some(({ value }) => value === 'agency whole'),
  );
}

/** "لندن: «الشرق الأوسط»", "الرياض: سعاد الراوي": a place before the colon, and nothing else. */
function beginsWithPlace(line: LineShape): boolean {
  const { tokens, matchesAt } = line.reading;
  return matchesAt(0).some(
    ({ last, entries, proclitics }) =>
      proclitics === '' &&
      tokens[last + 1]?.text === ':' &&
      last + 2 < tokens.length &&
      entries.some(({ list }) => list === 'city'),
  );
}
