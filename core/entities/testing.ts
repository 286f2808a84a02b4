import { readArticle, readLine } from '../lexicon/article.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { EntityMark } from '../labels/marks.ts';
import { createEntityModels, findEntities, findInLine } from './entities.ts';

const RULES_ALONE = createEntityModels(new Map());

/** The entities that the engine finds in a text of one line or more, by its rules and lists alone. */
export function entitiesOf(text: string, lexicon: Lexicon): readonly EntityMark[] {
  const article = readArticle(text, (line) => readLine(line, lexicon));
  const lines = article.lines.map((line) => findInLine(line.reading, RULES_ALONE));
  return findEntities(article, lines, null, RULES_ALONE).entities;
}

/** A text with its expected entities written into it: "زار [PER فلاديمير بوتين] [GPE الصين]". */
export const plainText = (specification: string): string =>
  specification.replace(/\[[A-Z]+ ([^\]]*)\]/g, '$1');

/** The text with the found entities written into it, those of the given labels only; the converse of plainText. */
export function written(text: string, entities: readonly EntityMark[], labels: readonly string[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, label } of entities) {
    if (!labels.includes(label)) continue;
    result += `${text.slice(at, start)}[${label} ${text.slice(start, end)}]`;
    at = end;
  }
  return result + text.slice(at);
}
