import type { DatasetContext } from '../../dataset/context.ts';
import { LAYERS } from '../../dataset/document.ts';
import type { DatasetDocument, Layer } from '../../dataset/document.ts';
import { PART_LABELS } from '../graph.ts';
import { elementsOf, escapeXml, parseXml } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

/** The name of the text in the configuration, and the field of a task's data that holds it. */
export const TEXT_NAME = 'text';

/** The name of the field for the full name of an entity or speaker. */
export const CANONICAL_NAME = 'canonical';

/**
 * The labelling interface (https://labelstud.io/tags): labels by layer, named as the layer, in the project's colours,
 * with the titles as hints; the relations of quotations and of the scheme; a field for the full name; the text from right to left.
 */
export function labellingConfiguration(
  documents: readonly DatasetDocument[],
  { labels }: DatasetContext,
): string {
  const known = new Set(labels.map(({ layer, label }) => `${layer}\n${label}`));
  const spans = documents.flatMap((document) => document.spans);
  const ties = [...new Set(spans.flatMap(({ relations }) => relations.map(({ type }) => type)))].sort();
  const lines = ['<View>', `  <Header value="$file"/>`];
  for (const layer of LAYERS) {
    const own = labels
      .filter((one) => one.layer === layer)
      .map(({ label, title, colour }) => {
        const hint = [title.en, title.ar].filter((part) => part !== '').join(' · ');
        return `    <Label value="${escapeXml(label)}"${hint === '' ? '' : ` hint="${escapeXml(hint)}"`} background="${colour}"/>`;
      });
    const others = [
      ...new Set(
        spans
          .filter((span) => span.layer === layer && !known.has(`${layer}\n${span.label}`))
          .map(({ label }) => label),
      ),
    ]
      .sort()
      .map((label) => `    <Label value="${escapeXml(label)}"/>`);
    const parts =
      layer === 'quotations'
        ? Object.values(PART_LABELS).map((label) => `    <Label value="${label}"/>`)
        : [];
    if (own.length + others.length + parts.length > 0)
      lines.push(
        `  <Labels name="${layer}" toName="${TEXT_NAME}">`,
        ...own,
        ...others,
        ...parts,
        '  </Labels>',
      );
  }
  lines.push(
    '  <Relations>',
    ...[...Object.keys(PART_LABELS), ...ties].map((type) => `    <Relation value="${escapeXml(type)}"/>`),
    '  </Relations>',
    '  <View style="direction: rtl; text-align: right">',
    `    <Text name="${TEXT_NAME}" value="$${TEXT_NAME}" granularity="symbol"/>`,
    '  </View>',
    `  <TextArea name="${CANONICAL_NAME}" toName="${TEXT_NAME}" perRegion="true" maxSubmissions="1" editable="true" placeholder="canonical"/>`,
    '</View>',
  );
  return lines.join('\n') + '\n';
}

/** What a configuration says of texts and labels. */
export interface LabellingConfiguration {
  /** The field of a task's data by the name of its text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads a labelling configuration; what it says wrongly it does not say. */
export function readConfiguration(content: string): LabellingConfiguration {
  const texts = new Map<string, string>();
  const root = parseXml(content);
  const visit = (element: XmlElement): void => {
    const { name, value } = element.attributes;
    if (/^(?:Hyper)?Text$/.test(element.name) && name !== undefined && value?.startsWith('$'))
      texts.set(name, value.slice(1));
    for (const child of elementsOf(element)) visit(child);
  };
  if ('name' in root) visit(root);
  return { texts };
}

/** The layer of labels that a control of our own configuration gives. */
export const layerOfControl = (name: unknown): Layer | undefined => LAYERS.find((layer) => layer === name);
