import type { Annotation } from '../core/annotations/annotation.ts';
import type { Disagreement, DisagreementSide } from '../core/dataset/agreement/disagreements.ts';

/** What each annotator has at a place, in words: those who have the same together. */
export function describeDisagreement({ kinds, sides }: Disagreement): string {
  const describe = kinds.some((kind) => kind === 'only' || kind === 'label' || kind === 'edges')
    ? describeSpans
    : describeDetails(kinds);
  const groups = new Map<string, string[]>();
  for (const side of sides) {
    const words = describe(side);
    groups.set(words, [...(groups.get(words) ?? []), side.annotator]);
  }
  // Those who have something first.
  return [...groups]
    .sort(([a], [b]) => Number(a === NOTHING) - Number(b === NOTHING))
    .map(([words, names]) => `${listed(names)} ${names.length > 1 ? 'have' : 'has'} ${words}`)
    .join(', ');
}

const NOTHING = 'nothing there';

function describeSpans({ annotations, rejections }: DisagreementSide): string {
  if (annotations.length > 0)
    return annotations.map(({ label, anchor }) => quoted(label, anchor.exact)).join(' + ');
  const rejected = [...new Set(rejections.map(({ label }) => label))];
  return rejected.length > 0 ? `rejected ${listed(rejected)} there` : NOTHING;
}

/** The same span with the same label: what is said of it. */
const describeDetails =
  (kinds: Disagreement['kinds']) =>
  ({ annotations }: DisagreementSide): string =>
    annotations.map((annotation) => describeAnnotation(annotation, kinds)).join(' + ');

function describeAnnotation(
  { label, anchor, speaker, cue, canonical }: Annotation,
  kinds: Disagreement['kinds'],
): string {
  const details = [
    ...(kinds.includes('speaker') ? [speaker ? `the speaker «${speaker.exact}»` : 'no speaker'] : []),
    ...(kinds.includes('cue') ? [cue ? `the cue «${cue.exact}»` : 'no cue'] : []),
    ...(kinds.includes('name') ? [canonical === null ? 'no name' : `the name «${canonical}»`] : []),
  ];
  return `${quoted(label, anchor.exact)} with ${listed(details)}`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;

/** A label and its words, long ones in short; line breaks within are shown as such. */
export const quoted = (label: string, text: string): string =>
  `${label} «${(text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/\r?\n/g, ' ↵ ')}»`;
