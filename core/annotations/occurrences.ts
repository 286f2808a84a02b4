import type { Article, ReadLine } from '../lexicon/article.ts';
import { splitsOf } from '../text/clitics.ts';
import type { CliticSplit } from '../text/clitics.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { lineAt, properStart } from './words.ts';

/** Words to look for in articles. */
export interface SoughtWords {
  /** Word by word: the folded forms that it may have. */
  readonly words: readonly ReadonlySet<string>[];
}

/**
 * The words at a span, to be looked for elsewhere. A span that begins behind the ل of a word with the article ("لأمم" in
 * "للأمم") seeks the word with its ا. Null where no word is there.
 * @param takesArticle whether a word with the article and the same without it are taken for one another ("الروسي", "روسي")
 */
export function soughtWords(article: Article, span: Span, takesArticle: boolean): SoughtWords | null {
  const line = lineAt(article, span.start);
  if (!line) return null;
  const words = line.reading.tokens.flatMap((token, index) => {
    const [start, end] = [line.start + token.start, line.start + token.end];
    if (end <= span.start || start >= span.end) return [];
    const part = article.text.slice(Math.max(start, span.start), Math.min(end, span.end));
    const forms = new Set([token.kind === 'mark' ? part : fold(part)]);
    if (start < span.start && end <= span.end)
      for (const form of formsBehind(line, index, span.start - start)) forms.add(form);
    if (takesArticle) for (const form of [...forms]) forms.add(withOrWithoutArticle(form));
    return [forms];
  });
  return words.length > 0 ? { words } : null;
}

/** What a word may be behind its particles, so many code units of it: "الامم" and "لامم" for "للامم" behind the first ل. */
const formsBehind = ({ reading }: ReadLine, index: number, length: number): string[] => {
  const word = reading.tokens[index]?.word;
  if (word === undefined) return [];
  return splitsOf(reading.words, word).flatMap((split) => (split.length === length ? [split.stem] : []));
};

const withOrWithoutArticle = (form: string): string =>
  form.startsWith('ال') && form.length > 4 ? form.slice(2) : `ال${form}`;

/**
 * Where the words stand in an article, in whatever spelling (see fold) and with whatever particles before them: و ف ب ل ك
 * stay outside the span, the article ال belongs to the word. Letters that may be a particle are taken for one where the
 * words are several, where something proves it (see properStart), or where the lists do not know the whole as a name
 * ("كريم" is no ك + ريم) nor, with few letters left, as a word ("فعلي" is no ف + علي). Ascending, without overlaps;
 * UTF-16 offsets from the start of the article.
 */
export function occurrencesOf({ words }: SoughtWords, article: Article): Span[] {
  const found: Span[] = [];
  const [first, ...others] = words;
  if (!first) return found;
  for (const line of article.lines) {
    const { tokens } = line.reading;
    for (let i = 0; i + others.length < tokens.length; i++) {
      const offset = startOf(first, others.length > 0, article, line, i);
      if (offset === null || !others.every((forms, k) => forms.has(tokens[i + 1 + k]?.folded ?? '')))
        continue;
      const [begin, end] = [tokens[i], tokens[i + others.length]];
      if (!begin || !end) continue;
      found.push({ start: line.start + begin.start + offset, end: line.start + end.end });
      i += others.length;
    }
  }
  return found;
}

/** How far into a token the word begins, in UTF-16 code units; null where it is another word. */
function startOf(
  forms: ReadonlySet<string>,
  isLong: boolean,
  article: Article,
  line: ReadLine,
  index: number,
): number | null {
  const { tokens, words } = line.reading;
  const token = tokens[index];
  if (!token) return null;
  if (forms.has(token.folded)) return 0;
  for (const split of splitsOf(words, token.word))
    if (
      forms.has(split.stem) &&
      !split.proclitics.endsWith('س') &&
      (isLong || properStart(article, line, index) === split.length || !isWhole(line, index, split))
    )
      return split.length;
  return null;
}

/** So many letters are left of a word that the lists know as an ordinary one, or it has no particle: و stands before any. */
const FEWEST_LEFT = { behindWaw: 3, behindOthers: 4 };

/** Whether the lists know a token as it stands: for a name, or for a word of which too little is left without particles. */
const isWhole = ({ reading }: ReadLine, index: number, { stem, proclitics }: CliticSplit): boolean => {
  const isShort = stem.length < (proclitics === 'و' ? FEWEST_LEFT.behindWaw : FEWEST_LEFT.behindOthers);
  return reading
    .matchesAt(index)
    .some(
      (match) =>
        match.first === match.last &&
        match.proclitics === '' &&
        (isShort || match.entries.some(({ list }) => list !== 'ordinary-word')),
    );
};
