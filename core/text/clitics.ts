import { extendsGrapheme } from './characters.ts';
import { unfoldedLength } from './fold.ts';
import type { Token } from './tokens.ts';
import { rememberedOfWord } from './words.ts';
import type { WordKind } from './words.ts';

/** One way of taking a word apart into the particles written onto it and the word proper. */
export interface CliticSplit {
  /** The particles in front, folded, in order of writing: "", "و", "ب", "ول" … Never the article. */
  readonly proclitics: string;
  /** UTF-16 code units of the token's text that the particles take up: where a mention would start. */
  readonly length: number;
  /** The folded word proper; the ا that ل swallows from ال is put back ("للامم" → "الامم"). */
  readonly stem: string;
}

/**
 * The proclitics of Arabic that stand before a name, longest readings first: conjunctions و ف, prepositions ب ل ك,
 * the future س, and their sequences. See Habash, Introduction to Arabic NLP (2010), 4.2.
 */
const SEQUENCES: readonly string[] = [
  'وب',
  'ول',
  'وك',
  'وس',
  'فب',
  'فل',
  'فك',
  'فس',
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'س',
];

const SHORTEST_STEM = 2;

const NONE: readonly CliticSplit[] = [];

/** The letters with which a sequence begins: most words begin with another and need no further look. */
const FIRST_LETTERS = new Set(SEQUENCES.map((sequence) => sequence.charCodeAt(0)));

/**
 * Every reading of a word as particles + word, the whole word first. Spelling alone cannot decide between them
 * ("وزارة", "لبنان" begin with letters of their own): the caller takes the reading that its lists know.
 * Numbers and Latin words have one reading; a token of one letter too.
 */
export function cliticSplits(token: Token): readonly CliticSplit[] {
  const whole: CliticSplit = { proclitics: '', length: 0, stem: token.folded };
  const others = withProclitics(token);
  return others.length === 0 ? [whole] : [whole, ...others];
}

/** The readings of a word that take particles off it, without the word as a whole: none of most words. */
export const withProclitics = ({ kind, text, folded }: Token): readonly CliticSplit[] =>
  split(kind, text, folded);

/** The same of a word by its number; worked out once. */
export const splitsOf = rememberedOfWord(({ kinds, texts, folded }, word) =>
  split(kinds[word] as WordKind, texts[word] as string, folded[word] as string),
);

function split(kind: WordKind, text: string, folded: string): readonly CliticSplit[] {
  if (kind !== 'word' || !FIRST_LETTERS.has(folded.charCodeAt(0))) return NONE;
  const splits: CliticSplit[] = [];
  for (const sequence of SEQUENCES) {
    if (folded.length < sequence.length + SHORTEST_STEM || !folded.startsWith(sequence)) continue;
    const length = unfoldedLength(text, sequence.length);
    // What folding leaves on the last particle, such as a tag, is no beginning of a word.
    if (extendsGrapheme(text, length)) continue;
    const rest = folded.slice(sequence.length);
    if (sequence.endsWith('ل') && rest.startsWith('ل') && rest.length > SHORTEST_STEM)
      splits.push({ proclitics: sequence, length, stem: 'ا' + rest });
    splits.push({ proclitics: sequence, length, stem: rest });
  }
  return splits;
}
