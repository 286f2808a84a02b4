import type { Anchor, Annotation } from '../../annotations/annotation.ts';
import type { MarkFamily } from '../../labels/marks.ts';
import { fold } from '../../text/fold.ts';
import type { Line } from '../../text/lines.ts';
import { overlaps, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { Disagreement } from './disagreements.ts';
import { DISAGREEMENT_KINDS } from './kinds.ts';
import type { DisagreementKind } from './kinds.ts';
import { DEFAULT_LINE_CLASS, piecesOf } from './pieces.ts';

/** A labelled span of one annotator, in UTF-16 code units from the start of the article. */
export interface LabelledSpan extends Span {
  readonly label: string;
  /** Of a quotation in the layer `speakers`: who speaks. */
  readonly speaker?: { readonly anchor: Anchor; readonly name: string | null };
}

/** What is compared by itself, with figures of its own. */
export interface AgreementLayer {
  readonly id: 'entities' | 'quotations' | 'speakers' | 'lines';
  readonly family: MarkFamily;
  /** The disagreements that are about it. */
  readonly kinds: readonly DisagreementKind[];
  /** What kappa and alpha count; null: there are only spans to compare. */
  readonly unit: 'token' | 'line' | null;
  /** The category of a unit that nobody labels. */
  readonly nothing: string;
  /** Whether the text is a continuum that annotators cut into units themselves. */
  readonly isContinuum: boolean;
  /** The spans that an accepted annotation stands for. */
  readonly spansOf: (text: string, lines: readonly Line[], annotation: Annotation) => readonly LabelledSpan[];
  /** Whether two spans of one label are the same. */
  readonly isStrict: (a: LabelledSpan, b: LabelledSpan) => boolean;
  /** Whether they are about the same. */
  readonly isLoose: (a: LabelledSpan, b: LabelledSpan) => boolean;
}

const spanOf = ({ anchor: { span }, label }: Annotation): LabelledSpan[] =>
  span ? [{ ...span, label }] : [];

/** Every layer: adding one is an entry here. */
export const AGREEMENT_LAYERS: readonly AgreementLayer[] = [
  {
    id: 'entities',
    family: 'entity',
    kinds: DISAGREEMENT_KINDS,
    unit: 'token',
    nothing: 'O',
    isContinuum: true,
    spansOf: (_text, _lines, annotation) => spanOf(annotation),
    isStrict: sameSpan,
    isLoose: overlaps,
  },
  {
    id: 'quotations',
    family: 'quotation',
    kinds: ['only', 'label', 'edges'],
    unit: 'token',
    nothing: 'O',
    isContinuum: true,
    spansOf: (_text, _lines, annotation) => spanOf(annotation),
    isStrict: sameSpan,
    isLoose: overlaps,
  },
  {
    id: 'speakers',
    family: 'quotation',
    kinds: DISAGREEMENT_KINDS,
    unit: null,
    nothing: '',
    isContinuum: false,
    spansOf: (_text, _lines, annotation) =>
      annotation.speaker === null
        ? []
        : spanOf(annotation).map((span) => ({
            ...span,
            speaker: { anchor: annotation.speaker as Anchor, name: annotation.canonical },
          })),
    isStrict: (a, b) => sameSpan(a, b) && sameSpeaker(a, b, sameSpan),
    isLoose: (a, b) => overlaps(a, b) && (sameSpeaker(a, b, overlaps) || sameName(a, b)),
  },
  {
    id: 'lines',
    family: 'boilerplate',
    kinds: DISAGREEMENT_KINDS,
    unit: 'line',
    nothing: DEFAULT_LINE_CLASS,
    isContinuum: false,
    spansOf: (text, lines, annotation) =>
      piecesOf(text, lines, annotation).filter(({ label }) => label !== DEFAULT_LINE_CLASS),
    isStrict: sameSpan,
    isLoose: overlaps,
  },
];

function sameSpeaker(a: LabelledSpan, b: LabelledSpan, same: (a: Span, b: Span) => boolean): boolean {
  const [one, other] = [a.speaker?.anchor, b.speaker?.anchor];
  return !!one?.span && !!other?.span && same(one.span, other.span);
}

function sameName(a: LabelledSpan, b: LabelledSpan): boolean {
  const [one, other] = [a.speaker?.name, b.speaker?.name];
  return !!one && !!other && fold(one) === fold(other);
}

/** Whether a disagreement is about a layer, and about one of some labels (an empty list: any). */
export const isAbout = (
  { family, kinds }: AgreementLayer,
  disagreement: Disagreement,
  labels: readonly string[],
): boolean =>
  disagreement.family === family &&
  disagreement.kinds.some((kind) => kinds.includes(kind)) &&
  (labels.length === 0 ||
    disagreement.sides.some((side) => side.annotations.some(({ label }) => labels.includes(label))));
