import type { EntityLabel } from '../labels/entity-labels.ts';
import type { LineClass } from '../labels/line-classes.ts';
import type { EntityMark } from '../labels/marks.ts';
import { readArticle, readLine } from '../lexicon/article.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { findQuotations } from './quotations.ts';
import type { QuotationFinding } from './quotations.ts';

/** "PER سامي الحداد = full name": every place where the text has the name becomes a mention. */
export function mentions(text: string, names: readonly string[]): EntityMark[] {
  const found: EntityMark[] = [];
  for (const row of names) {
    const [, label = '', name = '', canonical = name] = /^(\S+) ([^=]+?)(?: = (.+))?$/.exec(row) ?? [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (found.some((other) => other.start < at + name.length && at < other.end)) continue;
      found.push({
        family: 'entity',
        label: label as EntityLabel,
        start: at,
        end: at + name.length,
        canonical: canonical,
        value: null,
        confidence: 1,
        source: 'test',
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** How a test has texts read by the engine, and what it can ask of them. */
export interface Reader {
  /** The quotations of a text in which the names are mentions; every line is body unless classes are given. */
  readonly find: (
    text: string,
    names?: readonly string[],
    classes?: readonly (LineClass | null)[],
  ) => QuotationFinding;
  /** "kind | words | speaker | cue" of each, "-" for none; the full name behind "=" where it is another. */
  readonly rows: (
    text: string,
    names?: readonly string[],
    classes?: readonly (LineClass | null)[],
  ) => string[];
}

/** A reader by the lists of a lexicon. */
export function readerOf(lexicon: Lexicon): Reader {
  const find: Reader['find'] = (text, names = [], classes) => {
    const article = readArticle(text, (line) => readLine(line, lexicon));
    return findQuotations(
      article,
      classes ?? article.lines.map((line) => (line.text.trim() === '' ? null : 'body')),
      mentions(text, names),
    );
  };
  return {
    find,
    rows: (text, names, classes) =>
      find(text, names, classes).quotations.map(({ kind, start, end, speaker, canonical, cue }) => {
        const who = speaker ? text.slice(speaker.start, speaker.end) : '-';
        const full = canonical && canonical !== who ? ` = ${canonical}` : '';
        const by = cue ? text.slice(cue.start, cue.end) : '-';
        return [kind, text.slice(start, end), who + full, by].join(' | ');
      }),
  };
}

export const SAMI = 'PER سامي الحداد';
export const HADDAD = 'PER الحداد = سامي الحداد';

/** A text, its names, and the rows that are expected of it. */
export type Case = [text: string, names: string[], expected: string[]];
