import type { LayerAgreement } from '../core/dataset/agreement/agreement.ts';
import type { LeftOut } from '../core/dataset/agreement/compared.ts';
import { MEASURES } from '../core/dataset/agreement/measures.ts';
import type { Measure, MeasureId } from '../core/dataset/agreement/measures.ts';
import { counted } from './counted.ts';
import { textTable } from './text-table.ts';
import type { Row } from './text-table.ts';

/** A figure with three decimals; only what is wholly agreed on is 1. */
export function figure(value: number | null | undefined): string {
  if (value === undefined) return '';
  if (value === null) return 'undefined';
  const rounded = value.toFixed(3);
  if (rounded === '1.000' && value < 1) return '0.999';
  return rounded === '-0.000' ? '0.000' : rounded;
}

/** The figures of a layer as tables for a terminal: every measure, then label by label. */
export function describeLayer(agreement: LayerAgreement): string {
  const { layer, unit, annotators, articles, units, labelledUnits, spans, labels } = agreement;
  const size = [
    counted(articles, 'article'),
    ...(unit === null ? [] : [`${counted(units, unit)}, ${labelledUnits} of them labelled`]),
    `spans: ${annotators.map((annotator, i) => `${annotator} ${spans[i] ?? 0}`).join(', ')}`,
  ];
  const byLabel = MEASURES.filter(
    ({ id, byLabel: isByLabel }) => isByLabel && labels[0]?.figures[id] !== undefined,
  );
  return [
    `${layer}: ${size.join('; ')}\n`,
    textTable(measureRows(agreement)),
    ...(labels.length === 0 ? [] : [textTable(labelRows(agreement, byLabel))]),
  ].join('\n');
}

function measureRows({ figures, pairs, annotators }: LayerAgreement): Row[] {
  const columns = [
    { head: pairs.length > 0 ? 'all' : annotators.join(', '), figures },
    ...pairs.map((pair) => ({ head: pair.annotators.join(', '), figures: pair.figures })),
  ];
  return [
    ['', ...columns.map(({ head }) => head)],
    ...MEASURES.filter(({ id }) => figures[id] !== undefined).map((measure) => [
      measure.title,
      ...columns.map((column) => figure(column.figures[measure.id])),
    ]),
  ];
}

const labelRows = ({ annotators, labels }: LayerAgreement, measures: readonly Measure[]): Row[] => [
  ['label', ...annotators, ...measures.map(({ title }) => title)],
  ...labels.map(({ label, spans, figures }) => [
    label,
    ...spans,
    ...measures.map(({ id }) => figure(figures[id])),
  ]),
];

/** What was not compared, one line each. */
export const describeLeftOut = (leftOut: readonly LeftOut[]): string =>
  leftOut.length === 0
    ? ''
    : `Left out:\n${leftOut.map((one) => `  ${one.annotator}: ${leftOutWords(one)}\n`).join('')}`;

/** As many places are named; the JSON has all. */
const SHOWN = 3;

function leftOutWords({ reason, count, where }: LeftOut): string {
  const more = where.length > SHOWN ? `, … ${where.length - SHOWN} more` : '';
  const places = `(${where.slice(0, SHOWN).join(', ')}${more})`;
  switch (reason) {
    case 'no-article':
      return `${counted(count, 'annotation file')} whose article is gone ${places}`;
    case 'text-changed':
      return `${counted(count, 'article')} whose text is no longer the one that was annotated ${places}`;
    case 'one-annotator':
      return `${counted(count, 'article')} that no other of them annotated ${places}`;
    case 'unreadable':
      return `${counted(count, 'line')} that cannot be read ${places}`;
    case 'orphan':
      return `${counted(count, 'annotation')} whose words the text no longer has ${places}`;
    case 'rejected':
      return `${counted(count, 'rejected suggestion')} ${places}`;
    case 'unknown-label':
      return `${counted(count, 'annotation')} with labels that the project does not have ${places}`;
    case 'no-family':
      return `no ${where.map(familyWords).join(' and no ')} anywhere, so that theirs are not compared`;
  }
}

const familyWords = (family: string): string =>
  family === 'entity' ? 'entities' : family === 'quotation' ? 'quotations' : 'classes of lines';

/** The measures with what they are, for the help text. */
export const describeMeasures = (): string =>
  MEASURES.map(({ id, title, description }) => `  ${id.padEnd(17)}${title}: ${description}`).join('\n');

/** What a measure is called. */
export const titleOf = (id: MeasureId): string => MEASURES.find((one) => one.id === id)?.title ?? id;
