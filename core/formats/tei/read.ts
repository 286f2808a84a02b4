import type { DatasetContext } from '../../dataset/context.ts';
import { SPLITS } from '../../dataset/document.ts';
import type { DatasetLine } from '../../dataset/document.ts';
import type { Span } from '../../text/span.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem } from '../format.ts';
import { spansOfGraph } from '../graph.ts';
import type { ReadNode, ReadRelation } from '../graph.ts';
import { parseJson, readDetails } from '../span-details.ts';
import { elementsOf, parseXml, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { placedText } from './read-text.ts';

type Tell = (element: XmlElement, message: string) => void;

/**
 * Reads TEI documents and corpora: spans of <standOff> (or of the text) by what they point to, and names, dates and
 * quotations that stand as elements in the text, as other programs have them.
 */
export function parse(files: readonly DatasetFile[], context: Pick<DatasetContext, 'layerOf'>): ReadDataset {
  const problems: ReadProblem[] = [];
  const documents = files
    .filter(({ path }) => path === '' || /\.(?:xml|tei)$/i.test(path))
    .flatMap(({ path, content }) => {
      const root = parseXml(textOfFile(content));
      if ('error' in root) {
        problems.push({ path, line: root.line, message: `the file is no XML: ${root.error}` });
        return [];
      }
      const tell: Tell = ({ line }, message) => problems.push({ path, line, message });
      const texts = documentsIn(root);
      if (texts.length === 0) tell(root, `the root is <${root.name}>, not <TEI>`);
      return texts.map((text) => readDocument(text, path, context, tell));
    });
  return { documents, problems };
}

const documentsIn = (root: XmlElement): XmlElement[] =>
  root.name === 'TEI' ? [root] : root.name === 'teiCorpus' ? elementsOf(root).flatMap(documentsIn) : [];

/** Every element of a name below one. */
const deep = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...deep(child, name)]);

function readDocument(
  tei: XmlElement,
  path: string,
  context: Pick<DatasetContext, 'layerOf'>,
  tell: Tell,
): ReadDocument {
  const header = elementsOf(tei, 'teiHeader');
  const idno = header.flatMap((one) => deep(one, 'idno')).find((one) => one.attributes['type'] === 'file');
  const source = header.flatMap((one) => deep(one, 'sourceDesc'));
  const dated = source.flatMap((one) => deep(one, 'date'))[0]?.attributes['when'];
  const split = header
    .flatMap((one) => deep(one, 'classCode'))
    .find((one) => one.attributes['scheme'] === 'split');
  const labels = new Map(
    header
      .flatMap((one) => deep(one, 'category'))
      .map(({ attributes }) => [attributes['xml:id'], attributes['n']]),
  );
  const names = new Map(
    header
      .flatMap((one) => deep(one, 'respStmt'))
      .map((one) => [one.attributes['xml:id'], elementsOf(one, 'name').map(textOf).join(' ')]),
  );
  const { text, elements } = placedText(
    elementsOf(tei, 'text').flatMap((one) => elementsOf(one, 'body'))[0] ?? { ...tei, children: [] },
  );
  const places = new Map<string, Span>();
  for (const { element, span } of elements) {
    const id = element.attributes['xml:id'];
    if (id !== undefined) places.set(id, span);
  }
  const labelOf = ({ attributes }: XmlElement): string | undefined =>
    pointers(attributes['ana']).flatMap((id) => labels.get(id) ?? [])[0] ?? attributes['type'];
  const spans = deep(tei, 'span').flatMap((span) => nodeOf(span, places, labelOf, names, tell));
  const inline = elements.flatMap(({ element, span }): ReadNode<string>[] => {
    const label = INLINE[element.name] ?? (isNamed(element) ? element.attributes['type'] : undefined);
    if (label === undefined || span.start === span.end) return [];
    return [{ ...span, label, key: element.attributes['xml:id'] ?? '' }];
  });
  const links = deep(tei, 'link').flatMap(({ attributes }): ReadRelation<string>[] => {
    const [from, to] = pointers(attributes['target']);
    return from !== undefined && to !== undefined ? [{ type: attributes['type'] ?? '', from, to }] : [];
  });
  return {
    file: idno ? textOf(idno) : path === '' ? null : path.replace(/\.(?:xml|tei)$/i, ''),
    text,
    published: dated !== undefined && /^\d{4}-\d\d-\d\d$/.test(dated) ? dated : null,
    split: SPLITS.find((one) => split && one === textOf(split)) ?? null,
    lines: elements.flatMap(({ element, span }) => lineOf(element, span, labelOf(element)) ?? []),
    spans: spansOfGraph([...spans, ...inline], links, context),
  };
}

/** The ids that a list of pointers names. */
const pointers = (data: string | undefined): string[] =>
  (data ?? '').split(/\s+/).flatMap((one) => (one.startsWith('#') ? one.slice(1) : []));

/** Elements in the text that mark what others mark with spans, by the labels of the default scheme. */
const INLINE: Readonly<Record<string, string>> = {
  persName: 'PER',
  orgName: 'ORG',
  placeName: 'GPE',
  geogName: 'LOC',
  date: 'DATE',
  time: 'TIME',
  quote: 'direct',
  q: 'direct',
  said: 'direct',
};

const isNamed = ({ name }: XmlElement): boolean => name === 'name' || name === 'rs';

function nodeOf(
  element: XmlElement,
  places: ReadonlyMap<string, Span>,
  labelOf: (element: XmlElement) => string | undefined,
  names: ReadonlyMap<string | undefined, string>,
  tell: Tell,
): ReadNode<string>[] {
  const { attributes } = element;
  const [from] = pointers(attributes['from']);
  const ids = from === undefined ? pointers(attributes['target']) : [from, ...pointers(attributes['to'])];
  const found = ids.map((id) => places.get(id));
  const label = labelOf(element);
  if (label === undefined || found.length === 0 || found.some((one) => !one)) {
    const missing = ids.find((_, i) => !found[i]);
    tell(
      element,
      label === undefined
        ? 'the <span> has neither @ana nor @type to say what it is'
        : missing === undefined
          ? 'the <span> has neither @from nor @target'
          : `the <span> points to #${missing}, which no element of the text has as @xml:id`,
    );
    return [];
  }
  const known = found.filter((one) => one !== undefined);
  const notes = Object.fromEntries(
    elementsOf(element, 'note').map((note) => [note.attributes['type'] ?? '', textOf(note)]),
  );
  const json = (name: string): unknown => {
    const parsed = notes[name] === undefined ? null : parseJson(notes[name]);
    return parsed && 'data' in parsed ? parsed.data : undefined;
  };
  const { subtype } = attributes;
  const [resp] = pointers(attributes['resp']);
  return [
    {
      ...readDetails({ ...notes, value: json('value'), attributes: json('attributes') }),
      ...(subtype === 'silver' || subtype === 'decided' ? { silver: subtype === 'silver' } : {}),
      ...(resp === undefined ? {} : { annotator: names.get(resp) ?? resp }),
      start: Math.min(...known.map(({ start }) => start)),
      end: Math.max(...known.map(({ end }) => end)),
      label,
      key: attributes['xml:id'] ?? '',
    },
  ];
}

function lineOf({ name, attributes }: XmlElement, span: Span, label: string | undefined): DatasetLine | null {
  const number = Number(attributes['n']);
  if (name !== 'ab' || label === undefined || !Number.isInteger(number) || number < 1) return null;
  return { ...span, number, class: label, silver: attributes['subtype'] !== 'decided' };
}
