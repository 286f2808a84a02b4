/** What a hover says of what a person added to an annotation: attributes, relations, a note. */
import type { Annotation } from '../../core/annotations/annotation.ts';
import type { SchemeAttribute } from '../../core/labels/scheme-parts.ts';
import { said } from '../messages/messages.ts';
import { SAME_ENTITY } from '../../core/labels/scheme-parts.ts';
import { field, lineOf } from './hover-writing.ts';
import type { Writing } from './hover-writing.ts';

/** A paragraph for each attribute, in the order of the scheme, for each relation at either end, and for the note. */
export const additionsOf = (annotation: Annotation, writing: Writing): string[] => [
  ...attributesOf(annotation, writing),
  ...relationsOf(annotation, writing),
  ...(annotation.note === '' ? [] : [field(writing.messages.note, writing.markup.text(annotation.note))]),
  ...(annotation.everywhere ? [writing.messages.rejectedAlways] : []),
];

function attributesOf({ attributes }: Annotation, writing: Writing): string[] {
  const { markup, messages } = writing;
  const places = writing.attributes.map(({ name }) => name);
  const rank = (name: string) => (places.includes(name) ? places.indexOf(name) : places.length);
  return Object.entries(attributes)
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => {
      const attribute = writing.attributes.find((one) => one.name === name);
      const page = attribute && pageOf(attribute, value);
      const title = attribute ? said(attribute.title, messages) : name;
      return field(markup.text(title), page ? markup.link(value, page) : markup.text(value));
    });
}

/** The page of an id, where the attribute names one on the web: the address comes from the project's file. */
function pageOf({ type, url }: SchemeAttribute, id: string): string | null {
  if (type !== 'link' || !url.includes('{id}')) return null;
  const page = url.replace('{id}', () => encodeURIComponent(id));
  return /^https?:\/\/[^\s<>\\"]+$/.test(page) ? page : null;
}

function relationsOf(annotation: Annotation, writing: Writing): string[] {
  const { article, messages, markup } = writing;
  const told = ({ anchor }: Annotation) =>
    markup.quote(anchor.exact) + (anchor.span ? ` (${messages.line(lineOf(anchor.span, writing))})` : '');
  const titleOf = (type: string) => {
    if (type === SAME_ENTITY) return messages.sameEntity;
    const relation = writing.relations.find(({ name }) => name === type);
    return markup.text(relation ? said(relation.title, messages) : type);
  };
  const outgoing = annotation.relations.flatMap(({ type, to }) =>
    article.annotations.filter(({ id }) => id === to).map((end) => field(titleOf(type), told(end))),
  );
  const incoming = article.annotations.flatMap((from) =>
    from.relations
      .filter(({ to }) => to === annotation.id)
      .map(({ type }) => field(messages.relationFrom(titleOf(type)), told(from))),
  );
  return [...outgoing, ...incoming];
}
