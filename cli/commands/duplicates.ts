import path from 'node:path';
import { findBoilerplate } from '../../core/boilerplate/boilerplate.ts';
import { findNearDuplicates } from '../../core/dataset/near-duplicates/near-duplicates.ts';
import type { DuplicateLink, NearDuplicates } from '../../core/dataset/near-duplicates/near-duplicates.ts';
import { ownSentences } from '../../core/dataset/near-duplicates/own-sentences.ts';
import type { ComparedArticle } from '../../core/dataset/near-duplicates/own-sentences.ts';
import { findRelated } from '../../core/dataset/near-duplicates/related.ts';
import type { RelatedPair } from '../../core/dataset/near-duplicates/related.ts';
import { readArticle, readLine } from '../../core/lexicon/article.ts';
import { counted } from '../counted.ts';
import { loadEngine } from '../engine.ts';
import { readArticleFile } from '../files.ts';
import { startProgress } from '../progress.ts';
import { readProject } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { countRecurrence } from '../recurrence.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

interface DuplicatesOptions {
  readonly json?: boolean;
  readonly encoding?: string;
}

/** `hashiya duplicates [FOLDER]`: the articles that splits keep together, and those that are related. */
export const duplicates: AddCommand = (program) => {
  program
    .command('duplicates')
    .summary('show near-duplicates and articles that report the same statement')
    .description(
      'Shows which articles are copies of each other, whole or in part, and which report the same statement in other words.',
    )
    .argument('[folder]', 'the project: the folder with the articles', '.')
    .option('--json', 'print groups and pairs as one JSON object')
    .addOption(encodingOption())
    .action(run);
};

interface ReadArticle extends ComparedArticle {
  readonly text: string;
}

async function run(folder: string, options: DuplicatesOptions): Promise<void> {
  const project = await readProject(folder);
  const articles = await readArticles(project, options.encoding);
  const progress = startProgress(2 * articles.length);
  const found = findNearDuplicates(articles, progress.step);
  const related = findRelated(articles, found, progress.step).sort((a, b) => likeness(b) - likeness(a));
  progress.end();
  const texts = new Map(articles.map(({ file, text }) => [file, text]));
  const quote = ({ files, statements }: RelatedPair): QuotedPair => ({
    files,
    statements: statements.map(({ similarity, sentences }) => ({
      similarity,
      sentences: sentences.map(({ line, start, end }, side) => ({
        line,
        text: (texts.get(files[side] ?? '') ?? '').slice(start, end),
      })),
    })),
  });
  if (options.json) print(JSON.stringify({ ...found, related: related.map(quote) }));
  else {
    printGroups(found, articles.length);
    printRelated(related.map(quote));
  }
}

interface QuotedPair {
  readonly files: readonly [string, string];
  readonly statements: readonly {
    readonly similarity: number;
    readonly sentences: readonly { readonly line: number; readonly text: string }[];
  }[];
}

const likeness = ({ statements }: RelatedPair): number => statements[0]?.similarity ?? 0;

/** Reads the articles and tells their own text from what stands round it, as an export does. */
async function readArticles(
  { folder, articles }: ProjectFolder,
  encoding: string | undefined,
): Promise<ReadArticle[]> {
  const { lexicon } = loadEngine();
  const paths = articles.map((article) => path.join(folder, article));
  const recurrenceOf = await countRecurrence(paths, encoding);
  const progress = startProgress(articles.length);
  const found: ReadArticle[] = [];
  for (const file of articles) {
    progress.step(file);
    const place = path.join(folder, file);
    const read = await readArticleFile(place, encoding);
    if ('error' in read) {
      complain(path.join(folder, file), read.error);
      failWith(EXIT.found);
      continue;
    }
    const article = readArticle(read.text, (line) => readLine(line, lexicon));
    const { classes, marks } = findBoilerplate(article, undefined, recurrenceOf(place, read.text));
    found.push({
      file,
      text: read.text,
      sentences: ownSentences({ article, classes, boilerplate: marks }),
    });
  }
  progress.end();
  return found;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function printGroups({ groups, links }: NearDuplicates, articles: number): void {
  const within = groups.reduce((sum, { length }) => sum + length, 0);
  print(`Near-duplicates: ${counted(groups.length, 'group')}, ${within} of ${counted(articles, 'article')}`);
  const best = new Map<string, DuplicateLink>();
  for (const link of links)
    for (const file of link.files)
      if (link.containment > (best.get(file)?.containment ?? 0)) best.set(file, link);
  for (const group of groups) {
    print('');
    for (const file of group) {
      const link = best.get(file);
      const other = link?.files.find((one) => one !== file) ?? '';
      print(`  ${file}  ${shareOf(link?.containment ?? 0)} shared with ${other}`);
    }
  }
}

/** A share in per cent, as it is meant: of the shorter article's runs of five words. */
const shareOf = (share: number): string => `${Math.round(100 * share)}%`;

function printRelated(pairs: readonly QuotedPair[]): void {
  print(`\nRelated by a statement that both report: ${counted(pairs.length, 'pair')}`);
  for (const { files, statements } of pairs)
    for (const { similarity, sentences } of statements) {
      print(`\n  ${similarity.toFixed(2)}`);
      for (const [side, { line, text }] of sentences.entries())
        print(`  ${files[side] ?? ''}:${line}  ${text.replace(/\p{Cc}+/gu, ' ')}`);
    }
}
