import type { DatasetContext } from '../../dataset/context.ts';
import { SPLITS } from '../../dataset/document.ts';
import type { ReadDocument, ReadProblem } from '../format.ts';
import type { CasAnnotation } from './annotations.ts';
import type { FeatureStructure } from './feature-structures.ts';
import { linesOfAnnotations, spansOfAnnotations } from './spans.ts';
import { ARTICLE, SOFA } from './types.ts';

/** A feature structure as it was read; of other programs' types, lists may stand behind a reference to an array. */
export interface ReadStructure extends Omit<FeatureStructure, 'isMember'> {
  /** What an array holds. */
  readonly elements?: readonly number[];
}

/** A document, or null where the CAS has no text. */
export interface CasDocument {
  readonly document: ReadDocument | null;
  readonly problems: readonly ReadProblem[];
}

const INITIAL_VIEW = '_InitialView';

/**
 * The document that a CAS stands for: its first view, or that called "_InitialView". Annotations that lie outside the text are told and left out.
 */
export function documentOfCas(
  structures: readonly ReadStructure[],
  path: string,
  suffix: string,
  context: Pick<DatasetContext, 'layerOf'>,
): CasDocument {
  const problems: ReadProblem[] = [];
  const tell = (message: string): void => void problems.push({ path, line: 0, message });
  const sofas = structures.filter(
    ({ type, features }) => type === SOFA && typeof features['sofaString'] === 'string',
  );
  const sofa = sofas.find(({ features }) => features['sofaID'] === INITIAL_VIEW) ?? sofas[0];
  if (!sofa) {
    tell('this CAS has no text: a Sofa with a "sofaString" is missing');
    return { document: null, problems };
  }
  if (sofas.length > 1)
    tell(
      `of the ${sofas.length} views of this CAS only "${String(sofa.features['sofaID'])}" is read; export the others by themselves`,
    );
  const article = structures.find(({ type }) => type === ARTICLE)?.features ?? {};
  const text = String(sofa.features['sofaString']);
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const isInText = ({ start, end }: CasAnnotation): boolean =>
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
  const annotations = structures.flatMap((structure): CasAnnotation[] => {
    const { begin, end, ...features } = structure.features;
    if (begin === undefined || end === undefined || structure.references['sofa'] !== sofa.id) return [];
    const annotation = {
      key: structure.id,
      type: structure.type,
      start: Number(begin),
      end: Number(end),
      features,
      links: linksOf(structure, byId),
    };
    if (isInText(annotation)) return [annotation];
    tell(
      `the ${structure.type} with id ${structure.id} spans ${String(begin)} to ${String(end)}, which is outside the text of ${text.length} UTF-16 code units; left out`,
    );
    return [];
  });
  const { spans, problems: omitted } = spansOfAnnotations(annotations, context);
  omitted.forEach(tell);
  const name = path.endsWith(suffix) ? path.slice(0, -suffix.length) : path;
  const { file, published, split } = article;
  return {
    document: {
      file: typeof file === 'string' ? file : name === '' ? null : name,
      text,
      ...(article['tool'] === undefined
        ? {}
        : {
            published: published === undefined ? null : String(published),
            split: SPLITS.find((one) => one === split) ?? null,
            lines: linesOfAnnotations(annotations),
          }),
      spans,
    },
    problems,
  };
}

/** What a structure links to: the links of its lists, whether their ids stand in it or in an array of their own. */
function linksOf(
  { lists, references }: ReadStructure,
  byId: ReadonlyMap<number, ReadStructure>,
): CasAnnotation['links'] {
  const ids = [...Object.values(lists).flat(), ...Object.values(references)].flatMap(
    (id) => byId.get(id)?.elements ?? [id],
  );
  return ids.flatMap((id) => {
    const link = byId.get(id);
    const target = link?.references['target'];
    return link && target !== undefined ? [{ role: String(link.features['role'] ?? ''), target }] : [];
  });
}
