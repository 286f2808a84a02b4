import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument } from '../../dataset/document.ts';
import type { Graph, GraphNode } from '../graph.ts';

/** The groups of labels: the layers of spans, speakers and cues, the classes of lines. Each is a taxonomy. */
export const GROUPS = ['entities', 'quotations', 'boilerplate', 'parts', 'lines'] as const;

export type Group = (typeof GROUPS)[number];

/** A label that an article has, as a category of a taxonomy. */
export interface Category {
  readonly group: Group;
  readonly label: string;
  /** Its xml:id. */
  readonly id: string;
  readonly meaning: { readonly title: string; readonly description: string } | null;
}

/** What an xml:id may hold behind its first character: letters, digits and marks of any script (XML 1.0, 2.3). */
const NAME = /^[-.\w\u{b7}\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{37d}\u{37f}-\u{1fff}\u{203f}\u{2040}]+$/u;

export const groupOf = ({ span }: GraphNode): Group => span?.layer ?? 'parts';

/** The labels that an article uses, group by group; labels that no xml:id can hold have a number in theirs. */
export function categoriesOf(
  { lines }: DatasetDocument,
  { nodes }: Graph,
  { labels }: DatasetContext,
): Category[] {
  const used: readonly { readonly group: Group; readonly label: string }[] = [
    ...nodes.map((node) => ({ group: groupOf(node), label: node.label })),
    ...lines.map((line) => ({ group: 'lines' as const, label: line.class })),
  ];
  return GROUPS.flatMap((group) => {
    const own = [...new Set(used.filter((one) => one.group === group).map(({ label }) => label))].sort();
    return own.map((label, i): Category => {
      const layer = group === 'lines' ? 'boilerplate' : group;
      const known = labels.find((one) => one.layer === layer && one.label === label);
      return {
        group,
        label,
        id: `${group}.${NAME.test(label) ? label : `-${i}`}`,
        meaning: known ? { title: known.title.en, description: known.description.en } : null,
      };
    });
  });
}

/** What a @type may be: no blanks (teidata.enumerated, teidata.word). */
const WORD = /^[\p{L}\p{N}\p{P}\p{S}]+$/u;

/** The attributes that say a label: a pointer to its category, and the label itself where @type can hold it. */
export function labelAttributes(categories: readonly Category[], group: Group, label: string): string {
  const category = categories.find((one) => one.group === group && one.label === label);
  return `${WORD.test(label) ? ` type="${escaped(label)}"` : ''} ana="#${category?.id ?? ''}"`;
}

const escaped = (label: string): string =>
  label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
