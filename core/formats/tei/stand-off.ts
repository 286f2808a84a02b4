import type { Graph } from '../graph.ts';
import { escapeXml, replaceNotInXml } from '../xml.ts';
import type { Body } from './body.ts';
import { GROUPS, groupOf, labelAttributes } from './categories.ts';
import type { Category } from './categories.ts';

/** The <standOff> of an article, line by line: spans by layer, and links between them. None where there are no spans. */
export function standOffOf(
  { nodes, relations }: Graph,
  body: Body,
  categories: readonly Category[],
  annotators: readonly string[],
): string[] {
  if (nodes.length === 0) return [];
  const written = nodes.map((node, i) => {
    const { span } = node;
    const group = groupOf(node);
    const notes = span && {
      id: span.id,
      source: span.source,
      canonical: span.canonical,
      value: span.value && JSON.stringify(span.value),
      attributes: Object.keys(span.attributes).length === 0 ? null : JSON.stringify(span.attributes),
      note: span.note === '' ? null : span.note,
    };
    const attributes = [
      ` xml:id="span${i + 1}"`,
      labelAttributes(categories, group, node.label),
      ...(span ? [` subtype="${span.silver ? 'silver' : 'decided'}"`] : []),
      ...(span?.annotator ? [` resp="#annotator${annotators.indexOf(span.annotator) + 1}"`] : []),
      ` from="#${body.from(node.start)}" to="#${body.to(node.end)}"`,
    ].join('');
    const content = Object.entries(notes ?? {})
      .flatMap(([type, words]) =>
        words === null ? [] : `<note type="${type}">${escapeXml(replaceNotInXml(words))}</note>`,
      )
      .join('');
    return { group, xml: `      <span${attributes}${content === '' ? '/>' : `>${content}</span>`}` };
  });
  const groups = GROUPS.flatMap((group) => {
    const own = written.filter((one) => one.group === group);
    if (own.length === 0) return [];
    return [`    <spanGrp type="${group}">`, ...own.map(({ xml }) => xml), '    </spanGrp>'];
  });
  const links = relations.map(
    ({ type, from, to }) =>
      `      <link type="${escapeXml(type)}" target="#span${from + 1} #span${to + 1}"/>`,
  );
  return [
    '  <standOff>',
    ...groups,
    ...(links.length > 0 ? ['    <linkGrp>', ...links, '    </linkGrp>'] : []),
    '  </standOff>',
  ];
}
