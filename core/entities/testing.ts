import { readArticle, readLine } from '../lexicon/article.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { EntityMark } from '../labels/marks.ts';
import { findEntities, findMentions } from './entities.ts';

/** The entities that the engine finds in a text of one line or more. */
export function entitiesOf(text: string, lexicon: Lexicon): EntityMark[] {
  const article = readArticle(text, (line) => readLine(line, lexicon));
  return findEntities(
    article,
    article.lines.map((line) => findMentions(line.reading)),
    null,
  );
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
