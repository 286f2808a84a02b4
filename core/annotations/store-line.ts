import { MARK_FAMILIES } from '../labels/marks.ts';
import type { MarkFamily } from '../labels/marks.ts';
import type { Anchor, Annotation, ArticleFacts, Relation } from './annotation.ts';

/** The first line of an annotation file. */
export interface StoreHeader {
  readonly schema: number;
  /** The version of the program that wrote the file. */
  readonly tool: string;
  /** The article's path in the project, parted by "/". */
  readonly source: string;
  /** SHA-256 of the article's text in UTF-8, hexadecimal, lower case. */
  readonly sha256: string;
  readonly facts: ArticleFacts;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a line that this version knows; all others are kept as they are. */
const KNOWN = new Set([
  'id',
  'type',
  'motivation',
  'creator',
  'created',
  'modified',
  'body',
  'target',
  'hashiya:family',
  'hashiya:decision',
  'hashiya:basis',
  'hashiya:canonical',
  'hashiya:speaker',
  'hashiya:cue',
  'hashiya:attributes',
  'hashiya:relations',
  'hashiya:everywhere',
  'hashiya:unattributed',
]);

/**
 * One annotation as one line of JSON in the W3C Web Annotation model: a tagging body, behind it a commenting one where
 * there is a note, and a target with a TextPositionSelector (code points; an orphan has none) and a TextQuoteSelector.
 */
export function writeLine(
  annotation: Annotation,
  source: string,
  toCodePoints: (offset: number) => number,
): string {
  const { provenance } = annotation;
  const iri = toIri(source);
  const part = (anchor: Anchor | null): object | undefined =>
    anchor ? { source: iri, selector: selectors(anchor, toCodePoints) } : undefined;
  const tagging = { type: 'TextualBody', purpose: 'tagging', value: annotation.label };
  const note = { type: 'TextualBody', purpose: 'commenting', value: annotation.note };
  return JSON.stringify({
    id: urnOf(annotation.id),
    type: 'Annotation',
    motivation: 'tagging',
    creator: { type: 'Person', name: provenance.annotator },
    created: provenance.created,
    modified: provenance.modified,
    body: annotation.note === '' ? tagging : [tagging, note],
    target: part(annotation.anchor),
    'hashiya:family': annotation.family,
    'hashiya:decision': annotation.decision,
    'hashiya:basis': provenance.source,
    'hashiya:canonical': annotation.canonical ?? undefined,
    'hashiya:speaker': part(annotation.speaker),
    'hashiya:cue': part(annotation.cue),
    'hashiya:attributes': orNothing(sortedByName(annotation.attributes)),
    'hashiya:relations':
      annotation.relations.length === 0
        ? undefined
        : annotation.relations.map(({ type, to }) => ({ type, target: urnOf(to) })),
    'hashiya:everywhere': annotation.everywhere || undefined,
    'hashiya:unattributed': annotation.unattributed || undefined,
    ...annotation.further,
  });
}

const urnOf = (id: string): string => (isUuid(id) ? `urn:uuid:${id}` : id);

const idOf = (urn: string): string => urn.replace(/^urn:uuid:(?=[\da-f-]{36}$)/i, '');

/** In the order of their names, so that the same values give the same line. */
export const sortedByName = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Undefined for a record without fields: JSON leaves it out. */
export const orNothing = <T extends object>(values: T): T | undefined =>
  Object.keys(values).length === 0 ? undefined : values;

function selectors(
  { span, exact, prefix, suffix }: Anchor,
  toCodePoints: (offset: number) => number,
): object[] {
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  if (!span) return [quote];
  const position = {
    type: 'TextPositionSelector',
    start: toCodePoints(span.start),
    end: toCodePoints(span.end),
  };
  return [position, quote];
}

/** What a line holds: the header, an annotation, or neither, and why. */
export type ReadLine =
  { readonly header: StoreHeader } | { readonly annotation: Annotation } | { readonly error: string };

/** Reads one line; `toUtf16` turns code points of the text into UTF-16 code units. */
export function readLine(raw: string, toUtf16: (offset: number) => number): ReadLine {
  try {
    return readRecord(JSON.parse(raw), toUtf16);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The same of a line that is parsed already. */
export function readRecord(value: unknown, toUtf16: (offset: number) => number): ReadLine {
  if (!isFields(value)) return { error: 'no JSON object' };
  if (typeof value['hashiya:schema'] === 'number')
    return {
      header: {
        schema: value['hashiya:schema'],
        tool: text(value['hashiya:tool']) ?? '',
        source: fromIri(text(value['source']) ?? ''),
        sha256: text(value['hashiya:sha256']) ?? '',
        facts: {
          status: text(value['hashiya:status']) ?? null,
          attributes: texts(value['hashiya:attributes']),
        },
      },
    };
  return readAnnotation(value, toUtf16);
}

function readAnnotation(fields: Fields, toUtf16: (offset: number) => number): ReadLine {
  const id = text(fields['id']);
  const bodies = [fields['body']].flat().filter(isFields);
  const label = text((bodies.find(({ purpose }) => purpose === 'tagging') ?? bodies[0])?.['value']);
  const note = text(bodies.find(({ purpose }) => purpose === 'commenting')?.['value']);
  const family = MARK_FAMILIES.find((known) => known === fields['hashiya:family']);
  const anchor = readAnchor(fields['target'], toUtf16);
  const decision = fields['hashiya:decision'] ?? 'accepted';
  const missing = [
    !id && 'id',
    !label && 'body.value',
    !family && 'hashiya:family',
    !anchor && 'target.selector with a TextQuoteSelector',
    decision !== 'accepted' && decision !== 'rejected' && 'hashiya:decision',
  ].filter((name) => name !== false);
  for (const name of ['hashiya:speaker', 'hashiya:cue'])
    if (fields[name] !== undefined && !readAnchor(fields[name], toUtf16)) missing.push(name);
  if (missing.length > 0) return { error: `no valid ${missing.join(', ')}` };
  const further = Object.fromEntries(Object.entries(fields).filter(([name]) => !KNOWN.has(name)));
  // It could be read, but not written again: JSON is written by recursion.
  if (isNestedBeyond(MOST_LEVELS, further)) return { error: `more than ${MOST_LEVELS} levels of nesting` };
  const created = text(fields['created']) ?? '';
  return {
    annotation: {
      id: idOf(id as string),
      family: family as MarkFamily,
      label: label as string,
      decision: decision as Annotation['decision'],
      anchor: anchor as Anchor,
      speaker: readAnchor(fields['hashiya:speaker'], toUtf16),
      cue: readAnchor(fields['hashiya:cue'], toUtf16),
      canonical: text(fields['hashiya:canonical']) ?? null,
      provenance: {
        annotator: nameOf(fields['creator']),
        created,
        modified: text(fields['modified']) ?? created,
        source: text(fields['hashiya:basis']) ?? 'hand',
      },
      attributes: texts(fields['hashiya:attributes']),
      relations: [fields['hashiya:relations']].flat().flatMap(readRelation),
      note: note ?? '',
      everywhere: fields['hashiya:everywhere'] === true,
      unattributed: fields['hashiya:unattributed'] === true,
      further,
    },
  };
}

/** How deep the values may be nested of fields that this version does not know: nobody's program nests as deep. */
const MOST_LEVELS = 100;

const isNestedBeyond = (levels: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isNestedBeyond(levels - 1, inner)));

function readRelation(value: unknown): Relation[] {
  if (!isFields(value)) return [];
  const [type, target] = [text(value['type']), text(value['target'])];
  return type && target ? [{ type, to: idOf(target) }] : [];
}

/** The fields of a record that are texts. */
const texts = (value: unknown): Record<string, string> =>
  isFields(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};

/** An anchor from a target's selectors, or null where they have no quote. */
function readAnchor(target: unknown, toUtf16: (offset: number) => number): Anchor | null {
  if (!isFields(target)) return null;
  const given = target['selector'];
  const list = (Array.isArray(given) ? given : [given]).filter(isFields);
  const quote = list.find((selector) => selector['type'] === 'TextQuoteSelector');
  const exact = text(quote?.['exact']);
  if (exact === undefined) return null;
  const position = list.find((selector) => selector['type'] === 'TextPositionSelector');
  const start = offset(position?.['start']);
  const end = offset(position?.['end']);
  return {
    span:
      start !== undefined && end !== undefined && start <= end
        ? { start: toUtf16(start), end: toUtf16(end) }
        : null,
    exact,
    prefix: text(quote?.['prefix']) ?? '',
    suffix: text(quote?.['suffix']) ?? '',
  };
}

/** The name of a creator: of an agent, or a plain name as other programs write it. */
const nameOf = (creator: unknown): string =>
  text(isFields(creator) ? (creator['name'] ?? creator['id']) : creator) ?? '';

/** A path as a relative IRI (RFC 3987): what an IRI cannot hold is percent-encoded, Arabic letters stay. */
export const toIri = (path: string): string =>
  path.replace(/[\s<>"{}|\\^`%?#\p{Cc}]/gu, (character) => encodeURIComponent(character));

/** The path of an IRI that toIri made; as it is where it cannot be decoded. */
function fromIri(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const offset = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;

const isUuid = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);
