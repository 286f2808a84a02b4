/** Whatever goes wrong with data: texts, bytes and JSON as they were meant, with parts of them spoilt. */
import fc from 'fast-check';
import { anyText } from '../unit/arbitrary.ts';

/** A stretch, as shares of the whole, so that it shrinks and can be applied to anything. */
interface Stretch {
  readonly at: number;
  readonly length: number;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const stretch = fc.record<Stretch>({
  at: share,
  // Mostly short: a text of which most is gone says little.
  length: fc.oneof({ arbitrary: fc.double({ min: 0, max: 0.01, noNaN: true }), weight: 4 }, share),
});

const placeIn = (length: number, { at, length: part }: Stretch): readonly [start: number, end: number] => {
  const start = Math.floor(at * length);
  return [start, Math.min(length, start + Math.ceil(part * length))];
};

/** Marks that stand in pairs or end things, which mean another thing when one of them is exchanged for another. */
const MARKS = [...'"“”«»‘’\'()[]{}،؛:.…!؟-/,;%', '\n', '\r\n', '\t', ' ', '\u00a0', '\u200f', '\u0640'];

type TextMutation =
  | ({ readonly kind: 'cut' | 'double' | 'reverse' } & Stretch)
  | ({ readonly kind: 'repeat'; readonly times: number } & Stretch)
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'swap'; readonly nth: number; readonly mark: string };

const textMutation: fc.Arbitrary<TextMutation> = fc.oneof(
  stretch.chain((where) =>
    fc.constantFrom(...(['cut', 'double', 'reverse'] as const)).map((kind) => ({ kind, ...where })),
  ),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: share,
    length: fc.double({ min: 0, max: 0.001, noNaN: true }),
    times: fc.integer({ min: 2, max: 200 }),
  }),
  fc.record({ kind: fc.constant('insert' as const), at: share, text: anyText }),
  fc.record({ kind: fc.constant('swap' as const), nth: fc.nat(), mark: fc.constantFrom(...MARKS) }),
);

function mutateText(text: string, mutation: TextMutation): string {
  if (mutation.kind === 'insert') {
    const at = Math.floor(mutation.at * text.length);
    return text.slice(0, at) + mutation.text + text.slice(at);
  }
  if (mutation.kind === 'swap') {
    const places = [...text.matchAll(/[\p{P}\s]/gu)].map(({ index }) => index);
    const at = places[mutation.nth % Math.max(1, places.length)];
    return at === undefined ? text : text.slice(0, at) + mutation.mark + text.slice(at + 1);
  }
  const [start, end] = placeIn(text.length, mutation);
  const part = text.slice(start, end);
  const instead = {
    cut: () => '',
    double: () => part + part,
    reverse: () => [...part].reverse().join(''),
    repeat: () => part.repeat('times' in mutation ? mutation.times : 1),
  };
  return text.slice(0, start) + instead[mutation.kind]() + text.slice(end);
}

/** A text as it came to be from one of these: cut, doubled, its marks exchanged, treacherous characters in it. */
export const mutatedText = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.array(textMutation, { maxLength: 6 }))
    .map(([text, mutations]) => mutations.reduce(mutateText, text));

/** Bytes of which some were overwritten, lost or doubled, or that end too early. */
export const mutatedBytes = (bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      bytes,
      fc.array(
        fc.record({
          kind: fc.constantFrom('overwrite', 'cut', 'insert', 'end'),
          where: stretch,
          bytes: fc.uint8Array({ maxLength: 12 }),
        }),
        { maxLength: 4 },
      ),
    )
    .map(([whole, mutations]) =>
      mutations.reduce((before, { kind, where, bytes: other }) => {
        const [start, end] = placeIn(before.length, where);
        if (kind === 'end') return before.slice(0, start);
        const behind = kind === 'cut' ? end : kind === 'insert' ? start : start + other.length;
        return Uint8Array.from([
          ...before.subarray(0, start),
          ...(kind === 'cut' ? [] : other),
          ...before.subarray(behind),
        ]);
      }, whole),
    );

/** What no program expects where it expects something else. */
export const JUNK: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e300, -1e300, 2 ** 31, 2 ** 53, '', ' ', '0', '\0', '\ud83d', '../..'],
  ...['__proto__', 'constructor', 'toString', 'file:///', 'file:', '%', '%ff', '**', '{', '(?:a+)+'],
  ...[[], [null], [[]], {}, { toString: 1 }, { length: -1 }, 'و'.repeat(2000)],
];

/** Any value that JSON can hold. */
export const anyJson = fc.oneof(fc.constantFrom(...JUNK), fc.jsonValue());

/** A value as JSON holds it, in which some parts are gone, doubled or of another kind. */
export const mutatedJson = (values: fc.Arbitrary<unknown>, most = 3): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.array(fc.tuple(fc.nat(), fc.option(anyJson, { nil: undefined })), { maxLength: most }))
    .map(([value, mutations]) =>
      mutations.reduce<unknown>((before, [nth, instead]) => {
        const places = countParts(before);
        let at = nth % places;
        return replacePart(before, () => at-- === 0, instead);
      }, value),
    );

const isParent = (value: unknown): value is object => typeof value === 'object' && value !== null;

const countParts = (value: unknown): number =>
  isParent(value) ? Object.values(value).reduce<number>((sum, part) => sum + countParts(part), 1) : 1;

/** A copy with the part that is asked for replaced; undefined takes it away. Parts are asked from the whole inwards. */
function replacePart(value: unknown, isIt: () => boolean, instead: unknown): unknown {
  if (isIt()) return instead;
  if (Array.isArray(value))
    return value
      .map((part: unknown) => replacePart(part, isIt, instead))
      .filter((part) => part !== undefined);
  if (!isParent(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, replacePart(part, isIt, instead)] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}
