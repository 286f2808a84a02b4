import type { CasAnnotation } from '../cas/annotations.ts';
import type { ReadProblem } from '../format.ts';
import { FIRST_COLUMN, readLayer } from './columns.ts';
import type { ReadLayer } from './columns.ts';
import { splitUnescaped, unescapeJava, unescapeText, unescapeValue } from './escape.ts';

/** A file as it was read: the text that readers build, and the annotations of its span layers. */
export interface ReadTsv {
  readonly text: string;
  readonly annotations: readonly CasAnnotation[];
  readonly problems: readonly ReadProblem[];
}

/** A link whose target stands in a row that may come later. */
interface OpenLink {
  readonly from: OpenAnnotation;
  readonly role: string;
  readonly row: string;
  readonly number: string | undefined;
  readonly line: number;
}

interface OpenAnnotation extends CasAnnotation {
  end: number;
  readonly features: Record<string, string>;
  readonly links: { role: string; target: number }[];
}

/** Reads WebAnno TSV 3. Null where the first line is not that of such a file. */
export function readTsv(content: string, path: string): ReadTsv | null {
  const lines = content.split(/\r\n|[\n\r]/);
  const version = /^#FORMAT=WebAnno TSV 3\.(\d+)/.exec(lines[0] ?? '')?.[1];
  if (version === undefined) return null;
  const unescape = Number(version) <= 1 ? unescapeJava : unescapeText;
  const problems: ReadProblem[] = [];
  const tell = (line: number, message: string): void => void problems.push({ path, line, message });
  const layers: ReadLayer[] = [];
  const annotations: OpenAnnotation[] = [];
  const byNumber = new Map<string, OpenAnnotation>();
  const byRow = new Map<string, OpenAnnotation[]>();
  const links: OpenLink[] = [];
  let width = FIRST_COLUMN;
  let text = '';
  let header: string[] = [];

  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const layer = header.length === 0 ? readLayer(line, width, number) : null;
    if (layer) {
      layers.push(layer);
      width += layer.columns.length;
      if (layer.kind !== 'span')
        tell(number, `the ${layer.kind} layer ${layer.name} has no counterpart in a dataset; left out`);
    } else if (line.startsWith('#Text=')) header.push(unescape(line.slice('#Text='.length)));
    else if (line !== '' && !line.startsWith('#')) {
      const fields = line.split('\t');
      const [id = '', offsets = ''] = fields;
      const place = /^(\d+)-(\d+)$/.exec(offsets);
      if (!place) {
        tell(number, `"${offsets}" is no place in the text; a row begins with "1-1", a tab and "0-5"`);
        continue;
      }
      const [start, end] = [Number(place[1]), Number(place[2])];
      if (header.length > 0) {
        text = withSentence(text, header.join('\n'), start, (message) => tell(number, message));
        header = [];
      }
      if (fields.length < width)
        tell(
          number,
          `this row has ${fields.length} columns of ${width} that the head of the file declares; its annotations are left out`,
        );
      else
        for (const one of layers) if (one.kind === 'span') readCells(one, fields, { id, start, end, number });
    }
  }
  for (const { from, role, row, number, line } of links) {
    const target = number === undefined ? byRow.get(row)?.[0] : byNumber.get(number);
    if (target) from.links.push({ role, target: target.key });
    else tell(line, `the ${role || 'target'} in row ${row} is no annotation; left out`);
  }
  const outside = annotations.filter(({ end }) => end > text.length);
  if (outside.length > 0)
    tell(
      0,
      `${outside.length} annotations end behind the text, which has ${text.length} UTF-16 code units; left out`,
    );
  return { text, annotations: annotations.filter(({ end }) => end <= text.length), problems };

  /** Takes in what a row says of a layer: one annotation for each value of a stack. */
  function readCells(
    { name, columns, first }: ReadLayer,
    fields: readonly string[],
    { id, start, end, number }: { id: string; start: number; end: number; number: number },
  ): void {
    const cells = columns.map((_column, i) => fields[first + i] ?? '_');
    if (cells.every((cell) => cell === '_')) return;
    const stacks = cells.map((cell) => splitUnescaped(cell, '|'));
    const height = Math.max(...stacks.map((stack) => stack.length));
    for (let level = 0; level < height; level++) {
      const values = stacks.map((stack, i) =>
        columns[i]?.kind === 'target' ? { value: stack[level] ?? '*' } : valueOf(stack[level] ?? '*'),
      );
      const own = values.find((one) => one.number !== undefined)?.number;
      const known = own === undefined ? undefined : byNumber.get(own);
      if (known) {
        known.end = end;
        continue;
      }
      const annotation: OpenAnnotation = {
        key: annotations.length,
        type: name,
        start,
        end,
        features: {},
        links: [],
      };
      annotations.push(annotation);
      if (own !== undefined) byNumber.set(own, annotation);
      byRow.set(id, [...(byRow.get(id) ?? []), annotation]);
      let roles: string[] = [];
      for (const [i, { kind, name: feature }] of columns.entries()) {
        const { value = '*' } = values[i] ?? {};
        if (kind === 'feature' && value !== '*') annotation.features[feature] = unescapeValue(value);
        else if (kind === 'role') roles = value === '_' ? [] : splitUnescaped(value, ';');
        else if (kind === 'target' && roles.length > 0)
          for (const [j, target] of splitUnescaped(value, ';').entries()) {
            const { value: row, number: targetNumber } = valueOf(target);
            const role = roles[j] ?? '*';
            links.push({
              from: annotation,
              role: role === '*' ? '' : unescapeValue(role),
              row,
              number: targetNumber,
              line: number,
            });
          }
      }
    }
  }
}

/** A value and the number behind it that tells annotations apart: "PER[3]". An escaped bracket is part of the value. */
function valueOf(cell: string): { readonly value: string; readonly number?: string } {
  const found = /\[(\d+)\]$/.exec(cell);
  return found ? { value: cell.slice(0, found.index), number: found[1] ?? '' } : { value: cell };
}

/**
 * The text with a sentence that starts at an offset, and its newline: without the newline before it if it begins at
 * once, else behind as many blanks as are missing.
 */
function withSentence(
  text: string,
  sentence: string,
  start: number,
  tell: (message: string) => void,
): string {
  const before =
    text.length === start + 1 && text.endsWith('\n') ? text.slice(0, -1) : text.padEnd(start, ' ');
  if (before.length !== start)
    tell(
      `this sentence is said to start at ${start}, but the text before it has ${before.length} UTF-16 code units`,
    );
  return `${before}${sentence}\n`;
}
