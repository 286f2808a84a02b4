import path from 'node:path';
import { NO_FACTS } from '../../core/annotations/annotation.ts';
import { ARTICLE_STATUSES, statusOf, withStatus } from '../../core/annotations/status.ts';
import type { ArticleStatus } from '../../core/annotations/status.ts';
import { parseStore, serialiseStore, storePath } from '../../core/annotations/store.ts';
import { counted } from '../counted.ts';
import { storedWords } from '../describe-finding.ts';
import { readArticleFile, UsageError, writeInProject } from '../files.ts';
import { chooseAnnotator, readProject, readStore } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { textTable } from '../text-table.ts';
import { VERSION } from '../version.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

interface StatusOptions {
  readonly annotator?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly encoding?: string;
}

/** `hashiya status [FOLDER]`: how far each annotator is with each article; sets it, too. */
export const status: AddCommand = (program) => {
  program
    .command('status')
    .summary('list or set how far each article is')
    .description(
      'Lists for each article and annotator whether it is new, in work, done or checked; or sets it.',
    )
    .argument('[folder]', 'the project: the folder with the articles', '.')
    .option('-a, --annotator <name>', 'of one annotator alone; whose status is set')
    .option('--set <status...>', `a status (${ARTICLE_STATUSES.join(', ')}), then the articles that get it`)
    .option('--json', 'print one JSON object a line, for an article and annotator each')
    .addOption(encodingOption())
    .action(run);
};

async function run(folder: string, options: StatusOptions): Promise<void> {
  const project = await readProject(folder);
  if (options.set) await setStatus(project, options);
  else await listStatus(project, options);
}

async function listStatus(
  project: ProjectFolder,
  { annotator, json, encoding }: StatusOptions,
): Promise<void> {
  const only = annotator === undefined ? null : chooseAnnotator(project, annotator);
  const annotators = [...new Set(project.stores.map((store) => store.annotator))]
    .filter((name) => only === null || name === only)
    .sort();
  const stores = new Map(project.stores.map((store) => [`${store.annotator}\n${store.article}`, store.path]));
  const rows: { file: string; by: Map<string, ArticleStatus> }[] = [];
  for (const file of project.articles) {
    const read = await readArticleFile(path.join(project.folder, file), encoding);
    if ('error' in read) {
      complain(path.join(project.folder, file), read.error);
      failWith(EXIT.found);
      continue;
    }
    const by = new Map<string, ArticleStatus>();
    for (const name of annotators) {
      const store = stores.get(`${name}\n${file}`);
      const stored = store === undefined ? null : await readStore(project.folder, store, read.text);
      if (stored && 'error' in stored) {
        complain(path.join(project.folder, store ?? file), stored.error);
        failWith(EXIT.found);
      } else by.set(name, statusOf(stored));
    }
    rows.push({ file, by });
  }
  if (json) {
    for (const { file, by } of rows)
      for (const [name, one] of by) print(JSON.stringify({ file, annotator: name, status: one }));
    return;
  }
  if (annotators.length === 0) print(`${counted(rows.length, 'article')}; nobody has annotated here yet.`);
  else
    process.stdout.write(
      textTable([
        ['article', ...annotators],
        ...rows.map(({ file, by }) => [file, ...annotators.map((name) => by.get(name) ?? '?')]),
      ]),
    );
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function setStatus(
  project: ProjectFolder,
  { set = [], annotator, encoding }: StatusOptions,
): Promise<void> {
  const [name = '', ...files] = set;
  const wanted = ARTICLE_STATUSES.find((one) => one === name);
  if (!wanted) throw new UsageError(`there is no status "${name}"; there are ${ARTICLE_STATUSES.join(', ')}`);
  if (files.length === 0) throw new UsageError(`say which articles are ${wanted}: --set ${wanted} FILE…`);
  const who = annotator ?? (project.project.annotator || chooseAnnotator(project, undefined));
  if (!who) throw new UsageError('say whose status that is: --annotator NAME');
  const articles = files.map((file) => articleOf(project, file));
  let done = 0;
  for (const article of articles) if (await setOne(project, article, who, wanted, encoding)) done++;
  print(`${counted(done, 'article')} ${wanted} by ${who}.`);
}

/** The article that a path names, from the project's folder or from here. */
function articleOf({ folder, articles }: ProjectFolder, file: string): string {
  const fromHere = path.relative(folder, path.resolve(file)).split(path.sep).join('/');
  const found = [file, fromHere].find((one) => articles.includes(one));
  if (found === undefined) throw new UsageError(`${file}: the project has no such article`);
  return found;
}

/** Whether it could be set; what went wrong is told. */
async function setOne(
  { folder, stores }: ProjectFolder,
  article: string,
  annotator: string,
  wanted: ArticleStatus,
  encoding: string | undefined,
): Promise<boolean> {
  const refuse = (file: string, why: string): false => {
    complain(path.join(folder, file), why);
    failWith(EXIT.found);
    return false;
  };
  const read = await readArticleFile(path.join(folder, article), encoding);
  if ('error' in read) return refuse(article, read.error);
  const known = stores.find((one) => one.article === article && one.annotator === annotator);
  const store = known?.path ?? storePath(annotator, article);
  const before = known ? await readArticleFile(path.join(folder, store), undefined) : { text: '' };
  if ('error' in before) return refuse(store, before.error);
  const stored = parseStore(before.text, read.text);
  if (!stored.writable) return refuse(store, stored.problems.map(storedWords).join('; '));
  const changed = withStatus(before.text, wanted);
  if (changed === null && before.text.trim() !== '')
    return refuse(store, 'its first line is no header; `hashiya check` tells what is wrong');
  const next =
    changed ??
    serialiseStore(read.text, article, `hashiya ${VERSION}`, [], [], { ...NO_FACTS, status: wanted });
  await writeInProject(folder, store, next);
  return true;
}
