import { ARTICLE_STATUSES } from '../../core/annotations/status.ts';
import type { DatasetOptions } from '../../core/dataset/lock.ts';
import { planOf } from '../../core/dataset/splits/split-options.ts';
import type { SplitOptions } from '../../core/dataset/splits/split-options.ts';
import { SPLIT_WAYS } from '../../core/dataset/splits/split-plan.ts';
import type { SplitPlan } from '../../core/dataset/splits/split-plan.ts';
import type { DatasetFormat } from '../../core/formats/format.ts';
import { formatById, FORMATS } from '../../core/formats/formats.ts';
import { MARK_FAMILIES } from '../../core/labels/marks.ts';
import { labelsOf } from '../../core/labels/project-labels.ts';
import { UsageError } from '../files.ts';
import { chooseAnnotator, NO_ARTICLES } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';

/** What the command line says of a dataset; what it leaves out, hashiya.json says. */
export interface AskedOptions {
  readonly format?: string;
  readonly marks?: boolean;
  readonly boilerplate?: boolean;
  readonly sentences?: boolean;
  readonly annotator?: readonly string[];
  readonly families?: readonly string[];
  readonly labels?: readonly string[];
  readonly status?: readonly string[];
  readonly split?: string;
  readonly splitBy?: string;
  readonly splitDates?: readonly string[];
  readonly seed?: string;
  readonly encoding?: string;
}

/**
 * All that decides about a dataset, from the command line and from hashiya.json. `name` is what to call the dataset.
 * @throws UsageError if something of it does not make sense, saying what would.
 */
export function settle(project: ProjectFolder, asked: AskedOptions, name: string): DatasetOptions {
  const { export: defaults } = project.project;
  if (project.articles.length === 0 && project.stores.length === 0)
    throw new UsageError(`${project.folder}: ${NO_ARTICLES}`);
  const marks = asked.marks ?? defaults.marks;
  const annotators = chooseAnnotators(project, asked.annotator ?? defaults.annotators);
  if (annotators.length === 0 && !marks)
    throw new UsageError(
      `${project.folder}: nobody has annotated here yet; --marks exports what the engine suggests, as silver`,
    );
  const { format, families, labels, status } = checkChoices(project, asked);
  return {
    format,
    name,
    encoding: asked.encoding ?? null,
    annotators,
    families,
    labels,
    status,
    marks,
    boilerplate: asked.boilerplate ?? defaults.boilerplate,
    sentences: asked.sentences ?? defaults.sentences,
    split: settleSplit(project, asked),
  };
}

function checkChoices(
  { project }: ProjectFolder,
  asked: AskedOptions,
): Pick<DatasetOptions, 'format' | 'families' | 'labels' | 'status'> {
  const { export: defaults } = project;
  return {
    format: formatOf(asked.format ?? defaults.format).id,
    families: known('family', asked.families ?? defaults.families, MARK_FAMILIES),
    labels: known(
      'label',
      asked.labels ?? defaults.labels,
      labelsOf(project).map(({ id }) => id),
    ),
    status: known('status', asked.status ?? defaults.status, ARTICLE_STATUSES),
  };
}

/** What of the project file's "export" makes no sense, in words; null if all of it does. */
export function exportProblem(project: ProjectFolder): string | null {
  try {
    checkChoices(project, {});
    settleSplit(project, {});
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

/** @throws UsageError if there is no such format. */
export function formatOf(id: string): DatasetFormat {
  const format = formatById(id);
  if (!format)
    throw new UsageError(`there is no format "${id}"; there are ${FORMATS.map((one) => one.id).join(', ')}`);
  return format;
}

function chooseAnnotators(project: ProjectFolder, asked: readonly string[]): string[] {
  if (asked.length > 0) return [...new Set(asked)].map((name) => chooseAnnotator(project, name) ?? name);
  const only = chooseAnnotator(project, undefined);
  return only === null ? [] : [only];
}

function known<T extends string>(what: string, given: readonly string[], all: readonly T[]): T[] {
  return [...new Set(given)].map((one) => {
    const found = all.find((each) => each === one);
    if (found === undefined)
      throw new UsageError(`there is no ${what} "${one}"; there are ${all.join(', ')}`);
    return found;
  });
}

function settleSplit({ project }: ProjectFolder, asked: AskedOptions): SplitOptions | null {
  const { export: defaults } = project;
  const [by] = known('way to split', [asked.splitBy ?? defaults.splitBy], SPLIT_WAYS);
  // Dates on the command line come before shares in the file, and the other way round.
  const ratio = asked.split ?? (asked.splitDates ? '' : defaults.split);
  const dates = asked.splitDates ?? (asked.split === undefined ? defaults.splitDates : []);
  const isAsked =
    ratio !== '' || (by === 'date' && dates.length > 0) || (asked.splitBy ?? defaults.splitBy) === 'folder';
  if (!isAsked || by === undefined) {
    if (asked.splitBy !== undefined || asked.splitDates !== undefined)
      throw new UsageError(
        asked.splitBy === 'date'
          ? 'to split by date, say shares (--split 80/10/10) or days (--split-dates 2024-01-01,2024-02-01)'
          : asked.splitDates !== undefined
            ? '--split-dates goes with --split-by date'
            : `to split by ${asked.splitBy ?? ''}, say shares: --split 80/10/10`,
      );
    return null;
  }
  const options: SplitOptions = {
    by,
    ratio: by === 'folder' ? '' : ratio,
    dates: by === 'date' ? dates : [],
    folders: defaults.splitFolders,
    seed: asked.seed ?? defaults.seed,
  };
  splitPlan(options);
  return options;
}

/**
 * The plan that options of a split ask for.
 * @throws UsageError if they do not make sense.
 */
export function splitPlan(options: SplitOptions): SplitPlan {
  const plan = planOf(options);
  if ('error' in plan) throw new UsageError(plan.error.en);
  return plan;
}
