/** What a project's scheme has beside labels: attributes and relations. Both come from hashiya.json alone. */
import type { Bilingual } from './problems.ts';

/** What a value of an attribute is: one of a list, any words, or the id of something in a knowledge base. */
export const ATTRIBUTE_TYPES = ['choice', 'text', 'link'] as const;

export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** An attribute that annotations, or articles as a whole, can have. */
export interface SchemeAttribute {
  readonly name: string;
  readonly type: AttributeType;
  /** The name where the project gives none. */
  readonly title: Bilingual;
  /** "" where the project gives none. */
  readonly description: Bilingual;
  /** Of a choice: what can be chosen, in order. */
  readonly values: readonly string[];
  /** Labels and families that it is for; empty: all. Of articles' attributes always empty. */
  readonly labels: readonly string[];
  readonly required: boolean;
  /** Of a link: the page of an id, with {id} in its place; "" for none. */
  readonly url: string;
}

/** A kind of tie between two annotations of an article. */
export interface SchemeRelation {
  readonly name: string;
  /** The name where the project gives none. */
  readonly title: Bilingual;
  /** "" where the project gives none. */
  readonly description: Bilingual;
  /** Labels and families that it goes out from, and leads to; empty: all. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** The tie that every scheme has: the entity takes the full name of the other. It is kept as that name, not as a tie. */
export const SAME_ENTITY = 'same-entity';

/** Names that relations of a project cannot have: what every scheme has says its own under them. */
export const RESERVED_RELATIONS: readonly string[] = [SAME_ENTITY, 'speaker', 'cue'];

/** Whether a list of labels and families, empty for all, has a label. */
export const isFor = (
  list: readonly string[],
  label: { readonly family: string; readonly id: string },
): boolean => list.length === 0 || list.includes(label.id) || list.includes(label.family);

/** Whether an attribute can have a value: of a choice one of its values, of a link an id without blanks. */
export function takesValue({ type, values }: SchemeAttribute, value: string): boolean {
  if (type === 'choice') return values.includes(value);
  return type === 'link' ? /^\S+$/u.test(value) : value.trim() !== '';
}
