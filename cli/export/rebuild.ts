import path from 'node:path';
import { compareLocks, isAnotherDataset } from '../../core/dataset/lock-changes.ts';
import type { LockChange } from '../../core/dataset/lock-changes.ts';
import { parseLock, serialiseLock } from '../../core/dataset/lock.ts';
import type { DatasetLock, HashedFile } from '../../core/dataset/lock.ts';
import { EXIT, failWith } from '../commands/command.ts';
import { counted } from '../counted.ts';
import { readArticleFile, UsageError } from '../files.ts';
import { readProjectFolder } from '../project-folder.ts';
import { makeDataset } from './make.ts';
import type { MadeDataset } from './make.ts';
import { formatOf } from './settings.ts';
import { offsetsOf, say } from './tell.ts';
import { keepOutOfProject, refuseFolderOnStandardOutput, writeFiles, writeTo } from './write.ts';

/** Writes the lock of a dataset that was just made. */
export async function writeLock(
  target: string,
  made: MadeDataset,
  folder: string,
  output: string,
): Promise<void> {
  const from = path.dirname(path.resolve(target));
  const relative = (file: string): string =>
    path.relative(from, path.resolve(file)).split(path.sep).join('/') || '.';
  const { tool, engine, labels, options, articles, counts, files } = made.lock;
  const [project, where] = [relative(folder), relative(output)];
  await writeTo(
    target,
    serialiseLock({ tool, engine, labels, project, output: where, options, counts, articles, files }),
  );
  say(`Locked in ${target}; \`hashiya export --locked ${target}\` makes the same dataset again.`);
}

/**
 * Makes a dataset again as its lock says, of the articles that the lock names, and writes it if it is the same byte for
 * byte. Otherwise it says what changed, writes nothing, and the program ends with status 1.
 */
export async function rebuild(
  file: string,
  folder: string | undefined,
  output: string | undefined,
): Promise<void> {
  const before = await readLock(file);
  const from = path.dirname(file);
  const project = await readProjectFolder(folder ?? path.join(from, before.project));
  const locked = new Set(before.articles.map((article) => article.file));
  const added = project.articles.filter((article) => !locked.has(article));
  const target = output ?? path.join(from, before.output);
  const format = formatOf(before.options.format);
  refuseFolderOnStandardOutput(format, before.options, target);
  const made = await makeDataset(
    {
      ...project,
      articles: project.articles.filter((article) => locked.has(article)),
      stores: project.stores.filter(({ article }) => locked.has(article)),
    },
    before.options,
  );
  const { project: place, output: where } = before;
  const changes = compareLocks(before, { ...made.lock, project: place, output: where });
  for (const change of changes) say(describeChange(change));
  if (isAnotherDataset(changes)) {
    say(`Nothing was written: what comes of it now is not the dataset that ${file} locks.`);
    failWith(EXIT.found);
    return;
  }
  keepOutOfProject(made.dataset, project, target);
  await writeFiles(made.dataset, target);
  if (added.length > 0)
    say(`${counted(added.length, 'article')} came to the project since; the locked dataset is without.`);
  say(offsetsOf(format));
  const what = `${counted(made.collected.built.length, 'article')} with ${counted(made.dataset.spans, 'span')}`;
  say(`Wrote ${what}${target === '-' ? '' : ` to ${target}`}: byte for byte as ${file} has it.`);
}

async function readLock(file: string): Promise<DatasetLock> {
  const read = await readArticleFile(file, undefined);
  const parsed = 'error' in read ? read : parseLock(read.text);
  if ('error' in parsed) throw new UsageError(`${file}: ${parsed.error}`);
  return parsed.lock;
}

function describeChange(change: LockChange): string {
  switch (change.what) {
    case 'tool':
      return `The program is another one: ${change.now}, locked with ${change.before}.`;
    case 'engine':
      return 'The engine has other lists or weights: tokens, boilerplate, near-duplicates and silver may differ.';
    case 'labels':
      return "The project's labels, their words or colours are other ones (hashiya.json, or the program's own).";
    case 'article-gone':
      return `${change.file}: the article is gone, or cannot be read.`;
    case 'text':
      return `${change.file}: the text is another one.`;
    case 'annotations':
    case 'marks':
      return describeFiles(change.file, change.what, change.before, change.now);
    case 'split':
      return `${change.file}: it goes to ${change.now ?? 'no split'} now, and went to ${change.before ?? 'none'}.`;
    case 'left-out':
      return change.now === null
        ? `${change.file}: it was left out (${change.before ?? ''}), and goes in now.`
        : `${change.file}: it is left out now (${change.now}).`;
    case 'output': {
      const name = change.path === '' ? 'the dataset' : change.path;
      if (change.before === null) return `${name}: this file is new.`;
      return change.now === null
        ? `${name}: this file does not come any more.`
        : `${name}: its bytes differ.`;
    }
  }
}

function describeFiles(
  file: string,
  what: 'annotations' | 'marks',
  before: HashedFile | null,
  now: HashedFile | null,
): string {
  if (!before) return `${file}: there were no ${what}, now there are some in ${now?.path ?? ''}.`;
  if (!now) return `${file}: the ${what} of ${before.path} are gone.`;
  return before.path === now.path
    ? `${file}: the ${what} in ${now.path} are other ones.`
    : `${file}: the ${what} come from ${now.path} now, and came from ${before.path}.`;
}
