import { tokenise } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import { buildAutomaton } from './automaton.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { LISTS } from './lists.ts';

/** The key under which a name is looked up: its folded tokens, parted by one blank, hyphens between words left out. */
export const lexiconKey = (name: string): string =>
  keyTokens(name)
    .map((token) => token.folded)
    .join(' ');

const keyTokens = (name: string): Token[] =>
  tokenise(name).filter((token) => !(token.kind === 'mark' && '-‐‑–ـ'.includes(token.text)));

/**
 * Compiles lists to a lexicon. `files` maps each list's id to its text: rows "name ⇥ value", comments after "#".
 * The directive "# article: optional" lets every row's last-but-first word forms match with and without ال: the row
 * is entered with ال too where it has none.
 * @throws Error naming file and row if a row is empty of letters, or a list is missing.
 */
export function compileLexicon(files: ReadonlyMap<string, string>): Lexicon {
  const entries = new Map<string, Map<string, LexiconEntry>>();
  const enter = (key: string, entry: LexiconEntry): void => {
    let known = entries.get(key);
    if (!known) entries.set(key, (known = new Map()));
    known.set(`${entry.list}\t${entry.value}`, entry);
  };
  for (const list of LISTS) {
    const text = files.get(list);
    if (text === undefined)
      throw new Error(`lexicon/${list}.tsv is missing; core/lexicon/lists.ts names it.`);
    const articleOptional = /^# article: optional$/m.test(text);
    for (const [index, row] of text.split('\n').entries()) {
      if (row.startsWith('#') || row.trim() === '') continue;
      const [name = '', value = ''] = row.split('\t').map((cell) => cell.trim());
      const key = lexiconKey(name);
      if (key === '') throw new Error(`lexicon/${list}.tsv, row ${index + 1}: no letters in "${name}".`);
      enter(key, { list, value });
      const definite = articleOptional ? withArticle(name) : key;
      if (definite !== key) enter(definite, { list, value });
    }
  }
  const patterns = [...entries.keys()].sort();
  const groups: LexiconEntry[][] = [];
  const groupNumbers = new Map<string, number>();
  const groupOf = Int32Array.from(patterns, (pattern) => {
    const known = entries.get(pattern) ?? new Map<string, LexiconEntry>();
    const name = [...known.keys()].sort().join('\n');
    let number = groupNumbers.get(name);
    if (number === undefined) {
      number = groups.push([...known.values()]) - 1;
      groupNumbers.set(name, number);
    }
    return number;
  });
  return { automaton: buildAutomaton(patterns), groupOf, groups };
}

/**
 * The key of a name with the article, its own where the first word has it already. Adjectives agree in definiteness:
 * every word of "كوري شمالي" takes it. The spelling tells an article from a word that only folds to one ("ألماني").
 */
function withArticle(name: string): string {
  const tokens = keyTokens(name);
  const isDefinite = ({ text }: Token): boolean => text.startsWith('ال');
  if (tokens[0] && isDefinite(tokens[0])) return lexiconKey(name);
  return tokens.map((token) => (isDefinite(token) ? token.folded : `ال${token.folded}`)).join(' ');
}
