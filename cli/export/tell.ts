import path from 'node:path';
import { LOSS_REASONS, SPLITS } from '../../core/dataset/document.ts';
import type { Loss } from '../../core/dataset/document.ts';
import type { DatasetOptions } from '../../core/dataset/lock.ts';
import { articleOf } from '../../core/dataset/sentences.ts';
import type { SplitArticles } from '../../core/dataset/splits/split-articles.ts';
import type { DatasetFormat } from '../../core/formats/format.ts';
import { describeLoss } from '../../core/formats/losses.ts';
import type { ProvenDataset } from '../../core/formats/write-dataset.ts';
import { counted } from '../counted.ts';
import type { MadeDataset } from './make.ts';
import { leftoverFiles, leftoverSplits } from './write.ts';

/** As many of one kind are told one by one; thousands would hide everything else. */
const SHOWN = 10;

/** Says something on stderr: the dataset itself may be on stdout. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** What was made and written: losses first, the sum last. `beside` are other files that were asked for. */
export function tell(
  made: MadeDataset,
  options: DatasetOptions,
  format: DatasetFormat,
  output: string,
  { folder, beside }: { readonly folder: string; readonly beside: readonly string[] },
): void {
  const { dataset, collected, split } = made;
  tellLosses(dataset.losses, folder, options.sentences);
  tellLimits(dataset, format);
  const leftOut = (why: string): number =>
    collected.articles.filter((article) => article.leftOut === why).length;
  if (leftOut('not-annotated') > 0)
    say(
      `${counted(leftOut('not-annotated'), 'article')} without annotations left out; --marks takes them in.`,
    );
  if (leftOut('status') > 0)
    say(
      `${counted(leftOut('status'), 'article')} left out: the status is not ${options.status.join(' or ')}.`,
    );
  if (split) tellSplit(split, options);
  if (split && !format.ownSplits)
    for (const file of leftoverSplits(dataset, format, output))
      say(`${file} is left from an earlier dataset, and no part of this one.`);
  if (output !== '-' && format.suffix === '') tellLeftovers(dataset, output, beside);
  say(offsetsOf(format));
  const articles = counted(collected.built.length, 'article');
  const what = options.sentences ? `${counted(dataset.articles, 'sentence')} of ${articles}` : articles;
  const silver = dataset.silver > 0 ? ` (${dataset.silver} silver)` : '';
  const where = output === '-' ? '' : ` to ${output}`;
  say(
    `Wrote ${what} with ${counted(dataset.spans, 'span')}${silver}${where}; ${dataset.losses.length} lost or changed.`,
  );
}

function tellLeftovers(dataset: ProvenDataset, output: string, beside: readonly string[]): void {
  const asked = new Set(beside.map((file) => path.resolve(file)));
  const left = leftoverFiles(dataset, output).filter((file) => !asked.has(path.resolve(output, file)));
  if (left.length > 0)
    say(
      `${output} has ${counted(left.length, 'file')} that ${left.length === 1 ? 'is' : 'are'} no part of this dataset: ${someOf(left)}.`,
    );
}

/** Where a loss is, as a path from the current folder, which terminals and editors make a link of: the article, also of a sentence "a.txt#3". */
const placeOf = ({ file }: Loss, folder: string, sentences: boolean): string =>
  path.join(folder, sentences ? articleOf(file) : file);

function tellLosses(losses: readonly Loss[], folder: string, sentences: boolean): void {
  for (const ofReason of LOSS_REASONS.map((reason) => losses.filter((loss) => loss.reason === reason))) {
    for (const loss of ofReason.slice(0, SHOWN))
      say(describeLoss({ ...loss, file: placeOf(loss, folder, sentences) }).en);
    if (ofReason.length > SHOWN)
      say(`… and ${ofReason.length - SHOWN} more of this kind; --losses writes them all.`);
  }
}

function tellLimits(dataset: ProvenDataset, format: DatasetFormat): void {
  for (const { layer, count } of dataset.omitted)
    say(`${format.id} has no ${layer}: ${count} of them left out.`);
  for (const { detail, count } of dataset.omittedDetails)
    say(`${format.id} cannot hold the ${detail} of a span: ${count} of them left out.`);
  if (dataset.silver > 0 && !format.carries.includes('silver'))
    say(
      `${format.id} cannot tell silver from decided: ${dataset.silver} spans are the engine's suggestions alone.`,
    );
  if (dataset.leftOut > 0)
    say(`${counted(dataset.leftOut, 'annotation')} in boilerplate left out with it; --boilerplate keeps it.`);
}

function tellSplit(
  { counts, moved, undecided, groups, across }: SplitArticles,
  options: DatasetOptions,
): void {
  const by = options.split?.by ?? '';
  tellSome(
    moved,
    'more',
    ({ file, from, to }) => `${file}: with its near-duplicates to ${to}, not to ${from}.`,
  );
  if (undecided.length > 0)
    say(
      by === 'date'
        ? `${counted(undecided.length, 'article')} without a date of publication went to train: ${someOf(undecided)}.`
        : `${counted(undecided.length, 'article')} in no folder of a split went to train: ${someOf(undecided)}.`,
    );
  if (groups.length > 0) {
    const together = groups.reduce((sum, { length }) => sum + length, 0);
    say(`${counted(groups.length, 'group')} of near-duplicates (${together} articles) kept together.`);
  }
  tellSome(
    across,
    'more pairs that report the same statement in two splits',
    ({ files: [a, b] }) =>
      `${a} and ${b} report the same statement, in two splits; \`hashiya duplicates\` shows it.`,
  );
  const asked = SPLITS.filter((split) => counts[split] > 0 || isAsked(options, split));
  const seed = by === 'ratio' || by === 'outlet' ? `, seed ${options.split?.seed ?? ''}` : '';
  say(`Split by ${by}${seed}: ${asked.map((split) => `${split} ${counts[split]}`).join(', ')}.`);
  const empty = asked.filter((split) => counts[split] === 0);
  if (empty.length > 0)
    say(
      `Nothing went to ${empty.join(' and ')}${by === 'ratio' ? ': of few articles shares hold on average only; another --seed may do' : ''}.`,
    );
}

function isAsked({ split }: DatasetOptions, name: (typeof SPLITS)[number]): boolean {
  if (split?.by === 'folder') return false;
  if (split?.dates.length) return name !== 'validation' || split.dates.length > 1;
  const shares = (split?.ratio ?? '').split('/').map(Number);
  const [train = 0, second = 0, third] = shares;
  return { train, validation: third === undefined ? 0 : second, test: third ?? second }[name] > 0;
}

function tellSome<T>(all: readonly T[], rest: string, describe: (one: T) => string): void {
  for (const one of all.slice(0, SHOWN)) say(describe(one));
  if (all.length > SHOWN) say(`… and ${all.length - SHOWN} ${rest}.`);
}

const someOf = (files: readonly string[]): string =>
  files.length > 3 ? `${files.slice(0, 3).join(', ')} …` : files.join(', ');

const UNITS = {
  codepoint: 'Unicode code points',
  utf16: 'UTF-16 code units',
  byte: 'bytes of UTF-8',
} as const;

/** What the offsets of a format count. */
export const offsetsOf = ({ id, offsets }: DatasetFormat): string =>
  offsets === 'token'
    ? `${id} has tokens and no offsets.`
    : `Offsets of ${id} count ${UNITS[offsets]}, ends exclusive.`;
