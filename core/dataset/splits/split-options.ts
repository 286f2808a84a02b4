import type { Bilingual } from '../../labels/problems.ts';
import { articleFilter } from '../../labels/project-files.ts';
import type { Project } from '../../labels/project.ts';
import { SPLITS } from '../document.ts';
import type { Split } from '../document.ts';
import { parseCuts, parseRatio, SPLIT_WAYS, splitOfFolders } from './split-plan.ts';
import type { SplitPlan, SplitWay } from './split-plan.ts';

/** How a dataset is split, as people say it. Plain JSON. */
export interface SplitOptions {
  readonly by: SplitWay;
  /** Shares such as "80/10/10"; "" where dates or folders say how. */
  readonly ratio: string;
  readonly dates: readonly string[];
  readonly folders: Readonly<Record<Split, readonly string[]>>;
  readonly seed: string;
}

/** A split where nobody says how. */
export const DEFAULT_SPLIT: SplitOptions = {
  by: 'ratio',
  ratio: '80/10/10',
  dates: [],
  folders: { train: [], validation: [], test: [] },
  seed: '',
};

/** How hashiya.json asks for a split; null where it asks for none, or for a way that there is not. */
export function splitOptionsOf({
  split,
  splitBy,
  splitDates,
  splitFolders,
  seed,
}: Project['export']): SplitOptions | null {
  const by = SPLIT_WAYS.find((way) => way === splitBy);
  const dates = by === 'date' ? splitDates : [];
  if (by === undefined || (split === '' && dates.length === 0 && by !== 'folder')) return null;
  return { by, ratio: by === 'folder' ? '' : split, dates, folders: splitFolders, seed };
}

/** The plan that options of a split ask for, or what is wrong with them. */
export function planOf({
  by,
  ratio,
  dates,
  folders,
  seed,
}: SplitOptions): SplitPlan | { readonly error: Bilingual } {
  if (by === 'folder') return { by, splitOf: splitOfGlobs(folders) };
  if (by === 'date' && dates.length > 0)
    return withError(parseCuts(dates), (cuts) => ({ by, ...cuts }), {
      en: `"${dates.join(',')}" are no days to cut at; one or two, in order: 2024-01-01,2024-02-01`,
      ar: `«${dates.join('،')}» ليست أيامًا يُقسم عندها؛ يوم أو يومان بالترتيب: 2024-01-01,2024-02-01`,
    });
  return withError(
    parseRatio(ratio),
    (shares) => (by === 'date' ? { by, ratio: shares } : { by, ratio: shares, seed }),
    {
      en: `"${ratio}" are no shares; say train/validation/test as 80/10/10, or train/test as 80/20`,
      ar: `«${ratio}» ليست حصصًا؛ اكتب train/validation/test هكذا: 80/10/10، أو train/test هكذا: 80/20`,
    },
  );
}

const withError = <T>(
  read: T | null,
  plan: (read: T) => SplitPlan,
  error: Bilingual,
): SplitPlan | { readonly error: Bilingual } => (read === null ? { error } : plan(read));

function splitOfGlobs(folders: SplitOptions['folders']): (SplitPlan & { by: 'folder' })['splitOf'] {
  if (SPLITS.every((split) => folders[split].length === 0)) return splitOfFolders;
  const tests = SPLITS.map((split) => ({
    split,
    matches:
      folders[split].length > 0 ? articleFilter({ include: folders[split], exclude: [] }) : () => false,
  }));
  return (file) => tests.find(({ matches }) => matches(file))?.split ?? null;
}
