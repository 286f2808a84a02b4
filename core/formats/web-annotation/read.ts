import { textHash } from '../../annotations/store.ts';
import { LAYER_OF } from '../../dataset/context.ts';
import type { DatasetContext } from '../../dataset/context.ts';
import { SPLITS } from '../../dataset/document.ts';
import { MARK_FAMILIES } from '../../labels/marks.ts';
import { isValue } from '../../labels/values.ts';
import type { Value } from '../../labels/values.ts';
import { textOfFile, verbatimText } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem, ReadSpan } from '../format.ts';
import { asText, isFields, listOf, parseJson, readDetails } from '../span-details.ts';
import type { Fields } from '../span-details.ts';
import { idOfIri, pathOfIri } from './iri.ts';
import { placerIn, selectedBy } from './place.ts';
import type { Placer, Selected } from './place.ts';

/** A page, a list of annotations or a single one, as a file has it. */
interface Page {
  readonly path: string;
  readonly fields: Fields;
  readonly items: readonly Fields[];
}

type Context = Pick<DatasetContext, 'layerOf'>;

/**
 * Reads pages of annotations, lists of them (as Recogito and Annotorious give them) and single ones. The text of each
 * is looked for among the other files: by the target's source, else by the page's own name, else the only one.
 */
export function parse(files: readonly DatasetFile[], context: Context): ReadDataset {
  const isJson = ({ path }: DatasetFile): boolean => /(?:^|\.json(?:ld)?)$/i.test(path);
  const texts = files.filter((file) => !isJson(file));
  const problems: ReadProblem[] = [];
  const documents = files.filter(isJson).flatMap(({ path, content }) => {
    const tell = (message: string): void => void problems.push({ path, line: 0, message });
    const json = parseJson(textOfFile(content));
    if ('error' in json) {
      tell(`the file is no JSON: ${json.error}`);
      return [];
    }
    return pagesIn(path, json.data).flatMap((page) => documentsOf(page, texts, context, tell));
  });
  return { documents, problems };
}

/** The pages in a file: of a collection those that stand in it; a collection that points to them has none. */
function pagesIn(path: string, data: unknown): Page[] {
  if (Array.isArray(data)) return [{ path, fields: {}, items: listOf(data).filter(isFields) }];
  if (!isFields(data)) return [];
  if (data['type'] === 'AnnotationCollection') return pagesIn(path, data['first']);
  if (data['type'] === 'Annotation') return [{ path, fields: {}, items: [data] }];
  return [{ path, fields: data, items: listOf(data['items']).filter(isFields) }];
}

function documentsOf(
  { path, fields, items }: Page,
  texts: readonly DatasetFile[],
  context: Context,
  tell: (message: string) => void,
): ReadDocument[] {
  const bySource = new Map<DatasetFile, Fields[]>();
  const own = beside(texts, path);
  // A page without annotations is a text without annotations.
  if (own) bySource.set(own, []);
  for (const item of items) {
    if (isLink(item)) continue;
    const source = targetsOf(item).flatMap((target) => sourceOf(target) ?? [])[0];
    const text =
      source === undefined
        ? own
        : (texts.find((one) => one.path === pathOfIri(path, source)) ??
          own ??
          texts.find((one) => one.path.split('/').at(-1) === pathOfIri('', source).split('/').at(-1)));
    if (text) bySource.set(text, [...(bySource.get(text) ?? []), item]);
    else
      tell(
        `there is no text for the annotation ${asText(item['id'])}: put ${source ?? `${path}.txt`} as a file beside it`,
      );
  }
  return [...bySource].map(([file, own]): ReadDocument => {
    const text = textOf(file, fields['hashiya:sha256']);
    const targets = own.flatMap((item) => targetsOf(item).map(selectedBy));
    const place = placerIn(text, targets);
    const source = fields['hashiya:source'];
    const published = fields['hashiya:published'];
    const spans = own.flatMap((item) => spansOf(item, place, context, tell));
    return {
      file: typeof source === 'string' ? source : file.path,
      text,
      published: typeof published === 'string' ? published : null,
      split: SPLITS.find((one) => one === fields['hashiya:split']) ?? null,
      articleAttributes: readDetails({ attributes: jsonOf(fields['hashiya:attributes']) }).attributes ?? {},
      spans: linked(spans, items.filter(isLink)),
    };
  });
}

function beside(texts: readonly DatasetFile[], path: string): DatasetFile | undefined {
  const stem = path.replace(/\.json(?:ld)?$/i, '');
  return (
    texts.find((one) => one.path === stem || one.path === `${stem}.txt`) ??
    (texts.length === 1 ? texts[0] : undefined)
  );
}

/** A text with a mark at its start if the page counts it. */
function textOf({ content }: DatasetFile, sha256: unknown): string {
  const whole = verbatimText(content);
  return textHash(whole) === sha256 ? whole : textOfFile(content);
}

const listed = (data: unknown): readonly unknown[] =>
  Array.isArray(data) ? listOf(data) : data === undefined ? [] : [data];

const targetsOf = (item: Fields): readonly unknown[] => listed(item['target']);

function sourceOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (!isFields(target)) return undefined;
  const source = target['source'] ?? target['id'];
  if (typeof source === 'string') return source;
  return isFields(source) && typeof source['id'] === 'string' ? source['id'] : undefined;
}

/** Whether an annotation ties others together, as Recogito's relations do: its targets are annotations. */
const isLink = (item: Fields): boolean => item['motivation'] === 'linking' && targetsOf(item).length === 2;

function linked(spans: readonly ReadSpan[], links: readonly Fields[]): ReadSpan[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const parts = new Map<ReadSpan, Partial<ReadSpan>>();
  for (const link of links) {
    const [from, to] = targetsOf(link).map((target) => byId.get(idOfIri(sourceOf(target) ?? '')));
    const type = labelsOf(link)[0]?.toLowerCase();
    if (from && to && (type === 'speaker' || type === 'cue'))
      parts.set(from, { ...parts.get(from), [type]: { start: to.start, end: to.end } });
  }
  return spans.map((span) => ({ ...span, ...parts.get(span) }));
}

/** The tags of an annotation: bodies for tagging or classifying, or a body of text alone. */
function labelsOf(item: Fields): string[] {
  if (typeof item['bodyValue'] === 'string') return [item['bodyValue']];
  const bodies = listed(item['body']).filter(isFields);
  const purposes = ['tagging', 'classifying', undefined];
  const purpose = purposes.find((one) => bodies.some((body) => body['purpose'] === one));
  return bodies
    .filter((body) => body['purpose'] === purpose)
    .flatMap((body) => {
      const source = isFields(body['source']) ? body['source'] : body;
      const label = body['value'] ?? source['label'];
      return typeof label === 'string' ? [label] : [];
    });
}

function spansOf(
  item: Fields,
  place: Placer,
  { layerOf }: Context,
  tell: (message: string) => void,
): ReadSpan[] {
  const labels = labelsOf(item);
  const name = typeof item['id'] === 'string' ? item['id'] : JSON.stringify(item['target']);
  if (labels.length === 0)
    tell(`the annotation ${name} has no tag: give it a body with "purpose": "tagging"`);
  const family = MARK_FAMILIES.find((known) => known === item['hashiya:family']);
  const part = (field: 'speaker' | 'cue') => {
    const target = item[`hashiya:${field}`];
    return target === undefined ? (family === 'quotation' ? null : undefined) : place(selectedBy(target));
  };
  const [speaker, cue] = [part('speaker'), part('cue')];
  return targetsOf(item).flatMap((target) => {
    const selected: Selected = selectedBy(target);
    const span = place(selected);
    if (!span) {
      tell(
        `the annotation ${name} has no place in its text: its words are ${selected.quote ? `«${selected.quote.exact}»` : 'not told, nor its position'}`,
      );
      return [];
    }
    return labels.map((label) => ({
      ...detailsIn(item, family !== undefined),
      ...(speaker === undefined ? {} : { speaker }),
      ...(cue === undefined ? {} : { cue }),
      ...span,
      layer: family ? LAYER_OF[family] : layerOf(label),
      label,
    }));
  });
}

/** What an annotation says beyond place and label. `isOurs`: what it leaves out is null, not unknown. */
function detailsIn(item: Fields, isOurs: boolean): Partial<ReadSpan> {
  const text = (name: string): string | undefined =>
    typeof item[name] === 'string' ? item[name] : undefined;
  const canonical = text('hashiya:canonical') ?? (isOurs ? null : undefined);
  const annotator = nameOf(item['creator']) ?? (isOurs ? null : undefined);
  const value = valueOf(item['hashiya:value']) ?? (isOurs ? null : undefined);
  const source = text('hashiya:basis');
  const id = text('id');
  return {
    ...(id === undefined ? {} : { id: idOfIri(id) }),
    ...(isOurs ? { silver: item['hashiya:silver'] === true } : {}),
    ...(source === undefined ? {} : { source }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(annotator === undefined ? {} : { annotator }),
    ...(value === undefined ? {} : { value }),
    ...readDetails({
      attributes: jsonOf(item['hashiya:attributes']),
      relations: jsonOf(item['hashiya:relations']),
      note: listed(item['body'])
        .filter(isFields)
        .find(({ purpose }) => purpose === 'commenting')?.['value'],
    }),
  };
}

/** The data of a JSON literal. */
const jsonOf = (data: unknown): unknown => (isFields(data) ? data['@value'] : undefined);

const valueOf = (data: unknown): Value | undefined => {
  const value = isFields(data) ? data['@value'] : undefined;
  return isValue(value) ? value : undefined;
};

/** The name of a creator: of an agent, or a plain name as other programs write it. */
function nameOf(creator: unknown): string | undefined {
  const name = isFields(creator) ? (creator['name'] ?? creator['id']) : creator;
  return typeof name === 'string' ? name : undefined;
}
