import type { DatasetContext, DatasetLabel } from '../../dataset/context.ts';
import { LAYERS } from '../../dataset/document.ts';
import type { DatasetDocument, Layer } from '../../dataset/document.ts';
import type { DatasetFile } from '../format.ts';
import { PART_LABELS } from '../graph.ts';
import { bratName } from './names.ts';

/** What brat calls the group of a layer's labels; "!" keeps the group itself from being a label. */
const GROUPS: Readonly<Record<Layer, string>> = {
  entities: 'Entity',
  quotations: 'Quotation',
  boilerplate: 'Boilerplate',
};

/** What brat calls the relations from a quotation to who says it, and to the words that say so. */
const RELATION_NAMES = { speaker: 'Speaker', cue: 'Cue' } as const;

export const relationName = (type: string): string =>
  type === 'speaker' ? RELATION_NAMES.speaker : RELATION_NAMES.cue;

/** The line of annotation.conf that tells the path of an article whose name does not end in ".txt". */
export const renamed = (textFile: string, article: string): string => `# ${textFile} is ${article}`;

/** The articles by their .txt files, as `renamed` tells them. */
export const renamedIn = (configuration: string): Map<string, string> =>
  new Map(
    configuration.split(/\r?\n/).flatMap((line) => {
      const [textFile, article] = line.startsWith('# ') ? line.slice(2).split('.txt is ') : [];
      return textFile !== undefined && article !== undefined ? [[`${textFile}.txt`, article] as const] : [];
    }),
  );

/**
 * The files that tell brat of the labels (https://brat.nlplab.org/configuration.html): annotation.conf what there is,
 * visual.conf how it is shown, in the project's titles and colours and from right to left.
 */
export function bratConfiguration(
  documents: readonly DatasetDocument[],
  { labels, layerOf }: DatasetContext,
  renamings: readonly string[],
): DatasetFile[] {
  const known = new Set(labels.map(({ label }) => label));
  const spans = documents.flatMap((document) => document.spans);
  const others = distinct(spans.map(({ label }) => label).filter((label) => !known.has(label)));
  const annotators = distinct(spans.flatMap(({ annotator }) => (annotator === null ? [] : [annotator])));
  const ties = distinct(spans.flatMap(({ relations }) => relations.map(({ type }) => type)));
  const all = [
    ...labels.map(({ label, layer }) => ({ label, layer })),
    ...others.map((label) => ({ label, layer: layerOf(label) })),
  ];
  const groups = LAYERS.flatMap((layer) => {
    const own = all.filter((one) => one.layer === layer).map(({ label }) => `\t${bratName(label)}`);
    return own.length > 0 ? [`!${GROUPS[layer]}`, ...own] : [];
  });
  const quotations = all.filter(({ layer }) => layer === 'quotations').map(({ label }) => bratName(label));
  const from = quotations.length > 0 ? quotations.join('|') : '<ENTITY>';
  const annotation = [
    ...renamings,
    '[entities]',
    ...groups,
    PART_LABELS.speaker,
    PART_LABELS.cue,
    '',
    '[relations]',
    `${RELATION_NAMES.speaker}\tArg1:${from}, Arg2:<ENTITY>`,
    `${RELATION_NAMES.cue}\tArg1:${from}, Arg2:${PART_LABELS.cue}`,
    ...ties.map((type) => `${bratName(type)}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    '',
    '[attributes]',
    'Silver\tArg:<ENTITY>',
    ...(annotators.length > 0
      ? [`Annotator\tArg:<ENTITY>, Value:${annotators.map(bratName).join('|')}`]
      : []),
  ];
  const visual = [
    '[labels]',
    ...labels.map(shown),
    ...[...others, ...annotators, ...ties].filter((name) => bratName(name) !== name).map(shownAsIs),
    '',
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:#dddddd, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    'ATTRIBUTE_DEFAULT\tglyph:<NONE>',
    ...labels.map(({ label, colour }) => `${bratName(label)}\tfgColor:white, bgColor:${colour}`),
    'Silver\tglyph:<NONE>, dashArray:3-3',
    '',
    '[options]',
    'Text direction:rtl',
  ];
  return [
    { path: 'annotation.conf', content: annotation.join('\n') + '\n' },
    { path: 'visual.conf', content: visual.join('\n') + '\n' },
  ];
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** The name of a label in full and in short; "|", "<" and tabs would end it. */
function shown({ label, title }: DatasetLabel): string {
  const name = plain(title.en) || plain(title.ar) || plain(label);
  return [bratName(label), ...new Set([name, plain(label)])].join(' | ');
}

const shownAsIs = (name: string): string => `${bratName(name)} | ${plain(name) || bratName(name)}`;

const plain = (text: string): string => text.replace(/[|<>\s]+/g, ' ').trim();
