import type { DatasetDocument } from '../../dataset/document.ts';
import type { Span } from '../../text/span.ts';
import { annotationsOf } from '../cas/annotations.ts';
import type { CasAnnotation } from '../cas/annotations.ts';
import {
  ANNOTATION,
  BOILERPLATE,
  FS_ARRAY,
  LINE,
  MENTION,
  NAMED_ENTITY,
  QUOTATION,
  QUOTATION_PART,
  typeOf,
} from '../cas/types.ts';
import { escapeText, escapeValue } from './escape.ts';
import { firstBehind, unitsOf } from './units.ts';
import type { Unit, Units } from './units.ts';

/** The layers in the order of the reference: those with links come last. */
const LAYERS = [NAMED_ENTITY, MENTION, BOILERPLATE, LINE, QUOTATION_PART, QUOTATION];

/**
 * Features without a column: what only other programs fill, and what would stand beside every word of a line though
 * hardly anybody looks at it.
 */
const WITHOUT_COLUMN = new Set(['identifier', 'annotationId', 'source']);

interface Column {
  readonly declaration: string;
  readonly cell: (annotation: CasAnnotation, names: Names) => string;
}

interface Names {
  /** "[n]" of annotations that need one to be told apart, else "". */
  readonly suffixOf: (annotation: CasAnnotation) => string;
  /** What a link writes of its target. */
  readonly targetOf: (key: number) => string;
}

/** A document as WebAnno TSV 3.3. Layers that have no annotation are not declared. */
export function writeTsv(document: DatasetDocument): string {
  const tokens = document.sentences.flat();
  const annotations = annotationsOf(document).map((annotation) =>
    annotation.type === LINE ? ofTokens(annotation, tokens) : annotation,
  );
  const units = unitsOf(document, annotations);
  const layers = LAYERS.filter((layer) => annotations.some(({ type }) => type === layer)).map((layer) => ({
    layer,
    columns: columnsOf(layer),
  }));
  const names = namesOf(annotations, units);
  const cells = (unit: Unit): string[] =>
    layers.flatMap(({ layer, columns }) => {
      const own = unit.annotations.get(layer);
      return columns.map(({ cell }) => (own ? own.map((one) => cell(one, names)).join('|') : '_'));
    });
  // The reference writes words as they are; readers do not look at them, but at lines and tabs.
  const row = (unit: Unit): string =>
    [
      unit.id,
      `${unit.start}-${unit.end}`,
      document.text.slice(unit.start, unit.end).replace(/[\t\n\r]/g, escapeText),
      ...cells(unit),
      '',
    ].join('\t') + '\n';
  const sentences = units.sentences.map(
    ({ text, tokens }) =>
      '\n' +
      text
        .split('\n')
        .map((line) => `#Text=${escapeText(line)}\n`)
        .join('') +
      tokens.map((token) => row(token) + token.parts.map(row).join('')).join(''),
  );
  const header = layers.map(
    ({ layer, columns }) => `#T_SP=${[layer, ...columns.map(({ declaration }) => declaration)].join('|')}\n`,
  );
  return `#FORMAT=WebAnno TSV 3.3\n${header.join('')}\n${sentences.join('')}`;
}

/** A line without the blanks at its ends, which would be tokens else. */
function ofTokens(line: CasAnnotation, tokens: readonly Span[]): CasAnnotation {
  const first = tokens[firstBehind(tokens, line.start)];
  const last = tokens[firstBehind(tokens, line.end) - 1];
  return first && last && first.start >= line.start && last.end > first.start && last.end <= line.end
    ? { ...line, start: first.start, end: last.end }
    : line;
}

/** A layer's columns: its features by name, each a column, and links two (the role, the target). */
function columnsOf(layer: string): Column[] {
  const features = typeOf(layer)
    .features.filter(({ name }) => !WITHOUT_COLUMN.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return features.flatMap(({ name, range, elementType }): Column[] => {
    if (range !== FS_ARRAY)
      return [
        {
          declaration: name,
          cell: (annotation, { suffixOf }) => {
            const value = annotation.features[name];
            return (value === undefined ? '*' : escapeValue(String(value))) + suffixOf(annotation);
          },
        },
      ];
    return [
      {
        declaration: `ROLE_${layer}:${name}_${elementType ?? ''}`,
        cell: (annotation, { suffixOf }) =>
          (annotation.links.map(({ role }) => escapeValue(role)).join(';') || '_') + suffixOf(annotation),
      },
      {
        declaration: ANNOTATION,
        cell: ({ links }, { targetOf }) => links.map(({ target }) => targetOf(target)).join(';') || '*',
      },
    ];
  });
}

/**
 * Numbers the annotations that a row by itself does not tell apart: of several rows, stacked with others of their
 * layer, and the targets of links, since these may be of any layer.
 */
function namesOf(annotations: readonly CasAnnotation[], { unitsOf: rowsOf }: Units): Names {
  const targets = new Set(annotations.flatMap(({ links }) => links.map(({ target }) => target)));
  const numbered = annotations.filter((annotation) => {
    const rows = rowsOf.get(annotation) ?? [];
    return (
      rows.length > 1 ||
      targets.has(annotation.key) ||
      rows.some((row) => (row.annotations.get(annotation.type)?.length ?? 0) > 1)
    );
  });
  const numbers = new Map(numbered.map((annotation, i) => [annotation.key, i + 1]));
  const byKey = new Map(annotations.map((annotation) => [annotation.key, annotation]));
  const suffix = (key: number): string => (numbers.has(key) ? `[${numbers.get(key) ?? 0}]` : '');
  return {
    suffixOf: ({ key }) => suffix(key),
    targetOf: (key) => {
      const target = byKey.get(key);
      return `${(target && rowsOf.get(target)?.[0]?.id) ?? ''}${suffix(key)}`;
    },
  };
}
