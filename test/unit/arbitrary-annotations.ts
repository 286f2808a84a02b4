import fc from 'fast-check';
import { makeAnchor } from '../../core/annotations/anchors.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';

/** Texts of the characters that annotation tools stumble over: harakat, joiners, bidi controls, emoji, "\r\n". */
export const articleText = fc
  .array(
    fc.constantFrom(
      'كيم',
      'جونغ',
      'و',
      'محمدٌ',
      'قــال',
      ' ',
      ' ',
      ' ',
      '،',
      '.',
      '"',
      '«',
      '»',
      '\n',
      '\r\n',
      '\u200f',
      '\u200d',
      '😀',
      '👨‍👩‍👧',
      'B52',
      '5',
      '٪',
      '\ufeff',
      'é',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const names = fc.constantFrom('huda', 'سلمى', 'a/b', '..');
const instant = fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(seconds * 1000).toISOString());

const spanIn = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

/** Anchors that span at least one character of a text. */
const anchorIn = (text: string) =>
  spanIn(text)
    .map((span) => makeAnchor(text, span))
    .filter(({ exact }) => exact !== '');

/** A text with annotations that stand in it, each with an id of its own. */
export const annotatedText = articleText
  .filter((text) => text.trim() !== '')
  .chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.uniqueArray(annotationIn(text), { maxLength: 6, selector: ({ id }) => id }),
    ),
  );

function annotationIn(text: string): fc.Arbitrary<Annotation> {
  const record = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(
      { family: 'entity' as const, label: 'PER' },
      { family: 'entity' as const, label: 'مخصص' },
      { family: 'quotation' as const, label: 'direct' },
      { family: 'boilerplate' as const, label: 'ad' },
    ),
    decision: fc.constantFrom('accepted', 'rejected'),
    anchor: anchorIn(text),
    speaker: fc.option(anchorIn(text)),
    cue: fc.option(anchorIn(text)),
    canonical: fc.option(fc.string()),
    provenance: fc.record({
      annotator: names,
      created: instant,
      modified: instant,
      source: fc.constantFrom('hand', 'list/person', 'rule/date'),
    }),
    attributes: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string(), { maxKeys: 3 }),
    relations: fc.array(fc.record({ type: fc.constantFrom('works-for', 'صلة'), to: fc.uuid() }), {
      maxLength: 2,
    }),
    note: fc.string(),
    everywhere: fc.boolean(),
    unattributed: fc.boolean(),
    further: fc.constantFrom({}, { 'other:note': ['x', 1] }),
  });
  return record.map(({ kind, ...rest }) => ({
    ...rest,
    ...kind,
    ...(kind.family === 'quotation' ? {} : { speaker: null, cue: null }),
  }));
}
