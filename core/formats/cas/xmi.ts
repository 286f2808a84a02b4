import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument } from '../../dataset/document.ts';
import { elementsOf, escapeXml, replaceNotInXml } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { featureStructuresOf } from './feature-structures.ts';
import type { FeatureStructure } from './feature-structures.ts';
import type { ReadStructure } from './read-cas.ts';
import { TYPES } from './types.ts';

const XMI = 'http://www.omg.org/XMI';

/** A type's package as an XMI namespace: "uima.cas" is "http:///uima/cas.ecore". */
const namespaceOf = (packageName: string): string => `http:///${packageName.replaceAll('.', '/')}.ecore`;

/** The prefixes of the packages: their last part, numbered where another one has it. */
const PREFIXES = prefixesOf(['uima.cas', ...TYPES.map(({ name }) => name.slice(0, name.lastIndexOf('.')))]);

function prefixesOf(packages: readonly string[]): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const name of new Set(packages)) {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const count = (counts.get(last) ?? 0) + 1;
    counts.set(last, count);
    prefixes.set(name, count === 1 ? last : `${last}${count}`);
  }
  return prefixes;
}

/** A document as XMI. Of a character that XML cannot hold U+FFFD is left, so that offsets stay. */
export function writeXmi(document: DatasetDocument, context: Pick<DatasetContext, 'tool'>): string {
  const structures = featureStructuresOf(document, context);
  const namespaces = [...PREFIXES]
    .map(([name, prefix]) => ` xmlns:${prefix}="${namespaceOf(name)}"`)
    .join('');
  const members = structures.filter(({ isMember }) => isMember).map(({ id }) => id);
  return `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="${XMI}"${namespaces} xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${structures.map((structure) => `${elementOf(structure)}\n`).join('')}<cas:View sofa="1" members="${members.join(' ')}"/>
</xmi:XMI>
`;
}

function elementOf({ id, type, features, references, lists }: FeatureStructure): string {
  const dot = type.lastIndexOf('.');
  const attributes: Readonly<Record<string, string | number | boolean>> = {
    'xmi:id': id,
    ...references,
    ...features,
    ...Object.fromEntries(Object.entries(lists).map(([name, ids]) => [name, ids.join(' ')])),
  };
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeXml(replaceNotInXml(String(value)))}"`,
  );
  return `<${PREFIXES.get(type.slice(0, dot)) ?? ''}:${type.slice(dot + 1)}${written.join('')}/>`;
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The features that hold ids, whatever the type system says: those of annotations, arrays and links. */
const REFERENCES = new Set(['sofa', 'target']);

const IDS = /^\d+(?: \d+)*$/;

/**
 * The feature structures of an XMI document. Which features hold ids a type system would tell; what is asked of a
 * quotation's parts and of an array's elements needs none.
 */
export function structuresOfXmi(root: XmlElement): ReadStructure[] {
  const packages = new Map(
    Object.entries(root.attributes).flatMap(([name, value]): [string, string][] =>
      name.startsWith('xmlns:') && value.startsWith('http:///')
        ? [
            [
              name.slice('xmlns:'.length),
              value
                .slice('http:///'.length)
                .replace(/\.ecore$/, '')
                .replaceAll('/', '.'),
            ],
          ]
        : [],
    ),
  );
  return elementsOf(root).flatMap((element): ReadStructure[] => {
    const packageName = packages.get(element.name.slice(0, element.name.indexOf(':')));
    const id = Number(element.attributes['xmi:id']);
    if (packageName === undefined || !(id > 0)) return [];
    const features: Record<string, string> = {};
    const references: Record<string, number> = {};
    const lists: Record<string, readonly number[]> = {};
    let elements: readonly number[] | undefined;
    for (const [name, value] of Object.entries(element.attributes)) {
      if (name === 'xmi:id') continue;
      if (REFERENCES.has(name)) references[name] = Number(value);
      else if (name === 'elements' && IDS.test(value)) elements = value.split(' ').map(Number);
      else if (name === 'parts' && IDS.test(value)) lists[name] = value.split(' ').map(Number);
      else features[name] = value;
    }
    const local = localName(element.name);
    const type = packageName === 'uima.noNamespace' ? local : `${packageName}.${local}`;
    return [{ id, type, features, references, lists, ...(elements ? { elements } : {}) }];
  });
}
