import { trimSpan } from '../../annotations/trim.ts';
import { splitLines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { tokenise } from '../../text/tokens.ts';
import type { Unit } from './unitised-alpha.ts';

/** The tokens, or the lines that are not blank, of a text: what kappa and alpha count. In order. */
export function unitsOf(text: string, unit: 'token' | 'line'): Span[] {
  const units: Span[] = [];
  for (const line of splitLines(text)) {
    if (unit === 'line') {
      const trimmed = trimSpan(text, line, 'boilerplate');
      if (trimmed) units.push(trimmed);
    } else
      for (const { start, end } of tokenise(line.text))
        units.push({ start: line.start + start, end: line.start + end });
  }
  return units;
}

/** Units by their indices: `first` to `last`, `last` exclusive. */
export interface UnitRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The units that a span labels: the tokens that it shares characters with, the lines that it covers whole. `units` are
 * in order and do not overlap.
 */
export function unitsIn(units: readonly Span[], { start, end }: Span, unit: 'token' | 'line'): UnitRange {
  let first = 0;
  let last = units.length;
  while (first < last) {
    const middle = (first + last) >> 1;
    const { start: from, end: to } = units[middle] as Span;
    if (unit === 'token' ? to <= start : from < start) first = middle + 1;
    else last = middle;
  }
  for (last = first; last < units.length; last++) {
    const { start: from, end: to } = units[last] as Span;
    if (unit === 'token' ? from >= end : to > end) break;
  }
  return { first, last };
}

/**
 * Spans as units that do not overlap, as unitising asks for: where spans of one annotator nest or cross, the stretch
 * that they share is a unit of its own with all their labels.
 */
export function flatten(spans: readonly Unit[]): Unit[] {
  const edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const byStart = [...spans].sort((a, b) => a.start - b.start);
  const flat: Unit[] = [];
  let open: Unit[] = [];
  let next = 0;
  for (const [i, start] of edges.entries()) {
    open = open.filter(({ end }) => end > start);
    for (let span = byStart[next]; span && span.start === start; span = byStart[++next]) open.push(span);
    const end = edges[i + 1];
    if (open.length === 0 || end === undefined) continue;
    flat.push({ start, end, label: joined(open.map((span) => span.label)) });
  }
  return flat;
}

/** Several labels of one stretch as one. */
export const joined = (labels: readonly string[]): string => [...new Set(labels)].sort().join('+');
