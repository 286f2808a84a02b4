import type { ReadSpan } from '../format.ts';
import type { ReadRelation } from '../graph.ts';
import { asText, isFields, isOffset, listOf, readDetails } from '../span-details.ts';
import type { Fields } from '../span-details.ts';
import { CANONICAL_NAME } from './config.ts';
import type { Complaints } from './parse.ts';

type Details = Omit<ReadSpan, 'start' | 'end' | 'layer' | 'label'>;

/** A labelled region, in the offsets of its file. */
export interface Region {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** The name of the control that labelled it. */
  readonly control: unknown;
  /** What it says that stands there. */
  readonly words: unknown;
  readonly details: Details;
}

/** What an annotation or prediction says. */
export interface Result {
  readonly regions: readonly Region[];
  readonly relations: readonly ReadRelation<string>[];
  /** What holds of all its regions. */
  readonly details: Details;
}

/** Reads the items of a result: labelled regions, their full names, and relations. */
export function readResult(
  items: readonly unknown[],
  { wrong, passOver }: Complaints,
  details: Details,
): Result {
  const fields = items.filter(isFields);
  const names = new Map(
    fields.flatMap((item) => {
      const name = item['from_name'] === CANONICAL_NAME ? firstText(item['value']) : null;
      return name === null ? [] : [[item['id'], name] as const];
    }),
  );
  const regions: Region[] = [];
  const relations: ReadRelation<string>[] = [];
  for (const item of fields) {
    const { id, type, value, from_name: control } = item;
    if (type === 'relation') relations.push(...relationsIn(item, passOver));
    else if (type === 'labels' && isFields(value) && isOffset(value['start']) && isOffset(value['end'])) {
      const canonical = names.get(id);
      for (const label of listOf(value['labels']))
        if (typeof label === 'string')
          regions.push({
            key: asText(id),
            start: value['start'],
            end: value['end'],
            label,
            control,
            words: value['text'],
            details: {
              ...(isFields(item['meta']) ? { ...readDetails(item['meta']), id: asText(id) } : {}),
              ...(canonical === undefined ? {} : { canonical }),
            },
          });
    } else if (type === 'labels') wrong(`region ${asText(id)} has no "start" and "end"; left out`);
    else if (control !== CANONICAL_NAME) passOver(`a result of the type "${asText(type)}"`);
  }
  return { regions, relations, details };
}

function relationsIn(item: Fields, passOver: (what: string) => void): ReadRelation<string>[] {
  const { from_id: from, to_id: to, direction, labels } = item;
  return (listOf(labels).length > 0 ? listOf(labels) : ['']).flatMap((type) => {
    if (typeof type === 'string' && type !== '')
      return direction === 'left'
        ? [{ type, from: asText(to), to: asText(from) }]
        : [{ type, from: asText(from), to: asText(to) }];
    passOver(`relation "${asText(type)}"`);
    return [];
  });
}

/** The text of a text area: one, or a list. */
function firstText(value: unknown): string | null {
  const text = isFields(value) ? value['text'] : undefined;
  const first: unknown = Array.isArray(text) ? text[0] : text;
  return typeof first === 'string' ? first : null;
}
