import type { Problem } from '../../labels/problems.ts';
import type { LineReading } from '../../lexicon/article.ts';
import { isGluedAd } from '../../text/glued-ad.ts';
import { graphemeStart, snapToGraphemes } from '../../text/graphemes.ts';
import type { Token } from '../../text/tokens.ts';
import { smallOfWord } from '../../text/words.ts';

/**
 * Where a word goes on behind what can only end one. Each pattern matches up to the place where a blank is missing:
 * ة and ى stand at a word's end alone, so does the accusative ending ـًا; no word has "اال" or "ءال" behind its first
 * letters, nor ends in the relative pronouns الذي and الذين; one with the article does not end in التي either, for it
 * takes no possessive (رسالتي).
 */
const SEAMS: readonly RegExp[] = [
  /^.{2,}?ة[\u064b-\u0652]*(?=[\u0621-\u064a])/,
  /^.{2,}?ى[\u064b-\u0652]*(?=[\u0627-\u064a]{2})/,
  /^.{2,}?(?:اً|ًا)(?=(?:[\u0621-\u064a][\u064b-\u0652]*){3})/,
  /^.{3,}?ا(?=ال[\u0621-\u064a]{2})/,
  /^.{3,}?ء(?=ال[\u0621-\u064a]{2})/,
  /^.{3,}(?=(?:الذي|الذين)$)/,
  /^[وفبك]{0,2}ال.{2,}(?=التي$)/,
];

/** What a word with a seam has in it at least: most words are spared the patterns. */
const MAY_HAVE_SEAM = /[ةى].|اً.|ًا.|.{3}[اء]ال|.{3}الذي|.{3}التي/;

/** Longer runs of letters are no words that stick together. */
const LONGEST_WORD = 250;

/** Shorter words behind a number are units and abbreviations: 25م, 1445هـ. */
const SHORTEST_BEHIND_NUMBER = 3;

/** Words that stick together, as where a link between them was cut out: a blank is missing. */
export function findGluedWords(line: LineReading): readonly Problem[] {
  let problems: Problem[] | null = null;
  const { tokens, words } = line;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') continue;
    const seam = seamIn(words, token.word);
    const before = token.spaced ? undefined : tokens[i - 1];
    const isBehindNumber = before?.kind === 'number' && token.folded.length >= SHORTEST_BEHIND_NUMBER;
    if (before && (isGluedAd(tokens, i - 1) || (isBehindNumber && seam === 0)))
      (problems ??= []).push(...problem(line, token, token.start, before.start));
    if (seam > 0) (problems ??= []).push(...problem(line, token, token.start + seam, token.start));
  }
  return problems ?? NONE;
}

const NONE: readonly Problem[] = [];

/** Behind how many code units of a word a blank is missing; 0 if nowhere. */
const seamIn = smallOfWord(({ texts }, word): number => {
  const text = texts[word] as string;
  if (text.length > LONGEST_WORD || !MAY_HAVE_SEAM.test(text)) return 0;
  for (const seam of SEAMS) {
    const head = seam.exec(text)?.[0];
    if (head !== undefined && head.length < text.length) return head.length;
  }
  return 0;
});

function problem(line: LineReading, token: Token, seam: number, start: number): readonly Problem[] {
  const span = snapToGraphemes(line.text, { start, end: token.end });
  const at = graphemeStart(line.text, seam);
  if (at <= span.start || at >= span.end) return [];
  const first = line.text.slice(span.start, at);
  const second = line.text.slice(at, span.end);
  return [
    {
      ...span,
      code: 'glued-words',
      message: {
        en: `A blank is missing between «${first}» and «${second}».`,
        ar: `تنقص مسافة بين «${first}» و«${second}».`,
      },
      fixes: [
        {
          title: { en: 'Insert a blank', ar: 'أدخل مسافة' },
          edits: [{ start: at, end: at, replacement: ' ' }],
        },
      ],
      related: null,
    },
  ];
}
