/**
 * Reads annotated articles: NAME.gold with the NAME.txt that it annotates, in the row format that the annotation
 * guidelines give. The alignment of rows with the text follows the reference reader that comes with the articles.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ENTITY_LABELS } from '../core/labels/entity-labels.ts';
import type { EntityLabel } from '../core/labels/entity-labels.ts';
import { LINE_CLASSES } from '../core/labels/line-classes.ts';
import type { LineClass } from '../core/labels/line-classes.ts';
import { QUOTATION_KINDS } from '../core/labels/quotation-kinds.ts';
import type { QuotationKind } from '../core/labels/quotation-kinds.ts';
import type { Span } from '../core/text/span.ts';

/** A line with its class; offsets leave out the line's "\n". */
interface GoldLine extends Span {
  /** Counted from 1, by "\n". */
  readonly number: number;
  readonly class: LineClass;
}

export interface GoldEntity extends Span {
  readonly label: EntityLabel;
}

/** Boilerplate that is a run inside a line. */
interface GoldBoilerplate extends Span {
  readonly class: LineClass;
}

export interface GoldQuotation extends Span {
  readonly kind: QuotationKind;
  /** Where the nearest mention of the speaker stands; null for terms. */
  readonly speaker: Span | null;
  /** The speaker's full name; null for terms. */
  readonly canonical: string | null;
  /** The cue as it is written; null where there is none. */
  readonly cue: string | null;
}

/** What is right for an article. Offsets are UTF-16 code units from the start of the text, ends exclusive. */
interface GoldAnnotation {
  readonly lines: readonly GoldLine[];
  /** In order of their start. */
  readonly entities: readonly GoldEntity[];
  readonly boilerplate: readonly GoldBoilerplate[];
  readonly quotations: readonly GoldQuotation[];
}

/** An annotated article. */
export interface GoldArticle extends GoldAnnotation {
  /** The files' name without its ending. */
  readonly name: string;
  /** Who published it, as PROVENANCE.tsv says; "" where that is missing. */
  readonly outlet: string;
  readonly text: string;
}

/** A line that has no class: a byte order mark alone is a line. */
const BLANK = /^[^\S\ufeff]*$/;

const among = <T extends string>(known: readonly T[], name: string): T | undefined =>
  known.find((one) => one === name);

/**
 * Aligns the rows of a .gold file with the text of its article.
 * @throws Error that lists every row which cannot be aligned
 */
export function parseGold(text: string, gold: string): GoldAnnotation {
  const errors: string[] = [];
  const texts = text.split('\n');
  const starts: number[] = [];
  for (let i = 0, start = 0; i < texts.length; start += (texts[i++] as string).length + 1) starts.push(start);
  const lines: GoldLine[] = [];
  const entities: GoldEntity[] = [];
  const boilerplate: GoldBoilerplate[] = [];
  const quotations: GoldQuotation[] = [];
  const seen = new Set<number>();
  /** The line whose rows are read, and where the search for its next entity begins. */
  let line: { readonly text: string; readonly start: number; cursor: number } | null = null;

  const readRow = (row: string): string | null => {
    const opening = /^L(\d+) (\S+)$/.exec(row);
    if (opening) {
      const number = Number(opening[1]);
      const lineClass = among(LINE_CLASSES, opening[2] as string);
      const lineText = texts[number - 1];
      const start = starts[number - 1];
      line = null;
      if (!lineClass) return `no such class of line: ${opening[2]}`;
      if (lineText === undefined || start === undefined) return `the article has no line ${number}`;
      if (seen.has(number)) return `line ${number} stands here for the second time`;
      seen.add(number);
      line = { text: lineText, start, cursor: 0 };
      lines.push({ number, class: lineClass, start, end: start + lineText.length });
      return null;
    }
    if (!line) return 'it stands before any line';
    const blank = row.indexOf(' ');
    const kind = blank < 0 ? row : row.slice(0, blank);
    const rest = blank < 0 ? '' : row.slice(blank + 1);
    if (kind === 'B') {
      const bar = rest.indexOf('|');
      const lineClass = among(LINE_CLASSES, rest.slice(0, bar).trim());
      const run = rest.slice(bar + 1).trim();
      const at = line.text.indexOf(run);
      if (!lineClass) return 'no such class of boilerplate';
      if (at < 0) return 'its line does not have this text';
      boilerplate.push({ start: line.start + at, end: line.start + at + run.length, class: lineClass });
      return null;
    }
    if (kind === 'Q') {
      const found = readQuotation(text, line.text, line.start, rest);
      if (typeof found === 'string') return found;
      quotations.push(found);
      return null;
    }
    const label = among(ENTITY_LABELS, kind);
    if (!label) return `no such label: ${kind}`;
    const at = line.text.indexOf(rest, line.cursor);
    if (at < 0) return 'its line does not have this text behind the entity before';
    line.cursor = at + rest.length;
    entities.push({ start: line.start + at, end: line.start + line.cursor, label });
    return null;
  };

  for (const [i, raw] of gold.split(/\r\n|\r|\n/).entries()) {
    const row = raw.trim();
    if (row === '' || row.startsWith('#')) continue;
    const error = readRow(row);
    if (error) errors.push(`row ${i + 1} «${row}»: ${error}`);
  }
  for (const [i, lineText] of texts.entries())
    if (!BLANK.test(lineText) !== seen.has(i + 1))
      errors.push(`line ${i + 1} is ${seen.has(i + 1) ? 'blank but has a class' : 'without a class'}`);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return { lines, entities: entities.sort((a, b) => a.start - b.start), boilerplate, quotations };
}

/** Reads "kind | first words | last words | speaker=… | canon=… | cue=…"; a string says what is wrong with it. */
function readQuotation(text: string, line: string, lineStart: number, row: string): GoldQuotation | string {
  const [kindName = '', ...fields] = row.split('|').map((field) => field.trim());
  const kind = among(QUOTATION_KINDS, kindName);
  const named = new Map<string, string>();
  const words: string[] = [];
  for (const field of fields) {
    const pair = /^(speaker|canon|cue)=(.*)$/s.exec(field);
    if (pair) named.set(pair[1] as string, pair[2] as string);
    else words.push(field);
  }
  const first = words[0];
  const last = words.at(-1);
  if (!kind || first === undefined || last === undefined) return 'no such kind of quotation, or no words';
  const from = line.indexOf(first);
  const to = line.indexOf(last, Math.max(from, 0));
  if (from < 0 || to < 0) return 'its line does not have these words';
  const span = { start: lineStart + from, end: lineStart + to + last.length };
  const cue = named.get('cue') ?? null;
  if (kind === 'term') return { kind, ...span, speaker: null, canonical: null, cue };
  const canonical = named.get('canon') ?? null;
  const speaker = findSpeaker(text, line, lineStart, span, named.get('speaker') ?? '');
  return typeof speaker === 'string' ? speaker : { kind, ...span, speaker, canonical, cue };
}

/**
 * The mention of the speaker that a quotation means: in its own line the one nearest to either of its ends; with "^"
 * in front the last one above the line.
 */
function findSpeaker(text: string, line: string, lineStart: number, span: Span, name: string): Span | string {
  if (name === '') return 'no speaker';
  if (name.startsWith('^')) {
    const above = text.slice(0, lineStart).lastIndexOf(name.slice(1));
    return above < 0 ? 'the speaker does not stand above' : { start: above, end: above + name.length - 1 };
  }
  let best = -1;
  let nearest = Infinity;
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + name.length)) {
    const start = lineStart + at;
    const distance = Math.min(Math.abs(start - span.start), Math.abs(start - span.end));
    if (distance < nearest) [best, nearest] = [start, distance];
  }
  return best < 0 ? 'the line does not have the speaker' : { start: best, end: best + name.length };
}

/**
 * Every annotated article of a folder, ordered by name.
 * @param goldFolder has the .gold files and, where outlets are known, PROVENANCE.tsv (name, outlet, …)
 * @param articleFolder has the .txt files
 * @throws Error that names the file and the rows which cannot be aligned
 */
export function readGoldFolder(goldFolder: string, articleFolder: string): GoldArticle[] {
  const provenance = path.join(goldFolder, 'PROVENANCE.tsv');
  const outlets = new Map<string, string>();
  if (existsSync(provenance))
    for (const row of readFileSync(provenance, 'utf8').split('\n')) {
      const [name = '', outlet = ''] = row.split('\t');
      outlets.set(name, outlet.trim());
    }
  return readdirSync(goldFolder)
    .filter((file) => file.endsWith('.gold'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.gold'.length);
      const text = readFileSync(path.join(articleFolder, `${name}.txt`), 'utf8');
      try {
        const annotation = parseGold(text, readFileSync(path.join(goldFolder, file), 'utf8'));
        return { name, outlet: outlets.get(name) ?? '', text, ...annotation };
      } catch (error) {
        throw new Error(`${path.join(goldFolder, file)}:\n${(error as Error).message}`, { cause: error });
      }
    });
}
