import { reanchor, searchable } from '../../annotations/reanchor.ts';
import { offsetsFrom } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';
import { isFields, isOffset, listOf } from '../span-details.ts';

/** Where a target says that it stands. Offsets as they were written. */
export interface Selected {
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null;
}

/** The selectors of a target; position and quote may also refine one another. */
export function selectedBy(target: unknown): Selected {
  const selectors = isFields(target) ? flat(target['selector']) : [];
  const position = selectors.find((one) => one['type'] === 'TextPositionSelector');
  const quote = selectors.find((one) => one['type'] === 'TextQuoteSelector');
  const [start, end] = [position?.['start'], position?.['end']];
  const exact = quote?.['exact'];
  const text = (data: unknown): string => (typeof data === 'string' ? data : '');
  return {
    position: isOffset(start) && isOffset(end) && start < end ? { start, end } : null,
    quote:
      typeof exact === 'string' && exact !== ''
        ? { exact, prefix: text(quote?.['prefix']), suffix: text(quote?.['suffix']) }
        : null,
  };
}

const flat = (data: unknown): Readonly<Record<string, unknown>>[] =>
  (Array.isArray(data) ? listOf(data) : [data])
    .filter(isFields)
    .flatMap((one) => [one, ...('refinedBy' in one ? flat(one['refinedBy']) : [])]);

/** Finds the spans that targets select; null where the text has no such place. UTF-16 code units. */
export type Placer = (selected: Selected) => Span | null;

/**
 * A placer for the targets of one text. Positions are code points, as the model says, or UTF-16 code units, as
 * Recogito and Annotorious write them: whichever agrees with more of the quotes. A quote without a position, or with
 * one where its words are not, is looked for by its words and their surroundings.
 */
export function placerIn(text: string, all: readonly Selected[]): Placer {
  const fromCodePoints = offsetsFrom('codepoint', text);
  const readings: readonly ((offset: number) => number)[] = [
    fromCodePoints,
    (offset) => Math.min(offset, text.length),
  ];
  const read = ({ position }: Selected, convert: (offset: number) => number): Span | null =>
    position && { start: convert(position.start), end: convert(position.end) };
  const agrees = (selected: Selected, convert: (offset: number) => number): boolean => {
    const span = read(selected, convert);
    return span !== null && text.slice(span.start, span.end) === selected.quote?.exact;
  };
  const votes = readings.map((convert) => all.filter((selected) => agrees(selected, convert)).length);
  const ordered = (votes[1] ?? 0) > (votes[0] ?? 0) ? readings.toReversed() : readings;
  const target = searchable(text);
  return (selected) => {
    if (!selected.quote) return ordered[0] ? read(selected, ordered[0]) : null;
    const convert = ordered.find((one) => agrees(selected, one));
    const span = read(selected, convert ?? fromCodePoints);
    return convert ? span : reanchor(target, { span, ...selected.quote }).span;
  };
}
