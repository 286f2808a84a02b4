import { isFor } from '../core/labels/scheme-parts.ts';
import type { ArticleItem, AttributeChoice } from '../server/protocol.ts';

type Holder = Pick<ArticleItem, 'family' | 'label' | 'attributes'>;

/** Whether some of the items lack a value that the scheme asks for. */
const isMissing = (attribute: AttributeChoice, items: readonly Pick<Holder, 'attributes'>[]): boolean =>
  attribute.required && items.some(({ attributes }) => !attributes[attribute.name]);

/**
 * The attributes that every one of some items can have, those first that the scheme asks for and an item lacks, then in
 * the order of the scheme.
 */
export const attributesFor = (
  attributes: readonly AttributeChoice[],
  items: readonly Holder[],
): AttributeChoice[] =>
  missingFirst(
    attributes.filter(({ labels }) =>
      items.every(({ family, label }) => isFor(labels, { family, id: label })),
    ),
    items,
  );

/** Attributes in order, those first that are asked for and missing. */
export const missingFirst = (
  attributes: readonly AttributeChoice[],
  items: readonly Pick<Holder, 'attributes'>[],
): AttributeChoice[] =>
  attributes.toSorted((a, b) => Number(isMissing(b, items)) - Number(isMissing(a, items)));

/** The attributes that are asked for and that some of the items lack. */
export const missingAttributes = (
  attributes: readonly AttributeChoice[],
  items: readonly Pick<Holder, 'attributes'>[],
): AttributeChoice[] => attributes.filter((attribute) => isMissing(attribute, items));

/** The value that all of some items have; null where they differ or have none. */
export function commonValue(name: string, items: readonly Pick<Holder, 'attributes'>[]): string | null {
  const [first, ...others] = items.map(({ attributes }) => attributes[name] ?? null);
  return first !== undefined && others.every((value) => value === first) ? first : null;
}

const PLACE = '{id}';

/** The page of an id in a knowledge base; null where the attribute names none. */
export const pageOf = ({ url }: AttributeChoice, id: string): string | null =>
  url.includes(PLACE) && id !== '' ? url.replace(PLACE, encodeURIComponent(id)) : null;

/** An id as typed or pasted: where it is the address of its page, the id in it. */
export function idFrom({ url }: AttributeChoice, typed: string): string {
  const text = typed.trim();
  const [before = '', behind = ''] = url.split(PLACE);
  const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?/, '');
  if (!url.includes(PLACE) || !bare(text).startsWith(bare(before)) || bare(before) === '') return text;
  const rest = bare(text).slice(bare(before).length).split(/[?#]/)[0] ?? '';
  return decoded(behind !== '' && rest.endsWith(behind) ? rest.slice(0, -behind.length) : rest);
}

/** An address's part in its letters; as it stands where it is none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether ids of an attribute are Wikidata's: a Q (a thing), P (a property) or L (a lexeme) and a number. */
export const isOfWikidata = ({ url }: AttributeChoice): boolean =>
  /^https?:\/\/(?:www\.|m\.)?wikidata\.org\//.test(url);

/** What is wrong with an id: "blank" within it, or no number of Wikidata where it should be one; null: nothing. */
export function faultOf(attribute: AttributeChoice, id: string): 'blank' | 'wikidata' | null {
  if (isOfWikidata(attribute) && !/^[QPL][1-9]\d*$/.test(id)) return 'wikidata';
  return /\s/.test(id) ? 'blank' : null;
}

/** The page on which Wikidata is searched for a name. */
export const wikidataSearch = (name: string): string =>
  `https://www.wikidata.org/w/index.php?search=${encodeURIComponent(name)}`;
