import { NO_FACTS } from '../../core/annotations/annotation.ts';
import path from 'node:path';
import { marksOfProject } from '../../core/annotations/marks-of-project.ts';
import { withProjectMarks } from '../../core/annotations/project-marks.ts';
import { NO_NAMES } from '../../core/annotations/project-names/names.ts';
import { statusOf } from '../../core/annotations/status.ts';
import { marksPath, parseStore } from '../../core/annotations/store.ts';
import type { StoredAnnotations } from '../../core/annotations/store.ts';
import type { BuiltDocument } from '../../core/dataset/build-document.ts';
import { collectArticle } from '../../core/dataset/collect.ts';
import type { CollectedArticles } from '../../core/dataset/collect.ts';
import { hashOfContent } from '../../core/dataset/lock.ts';
import type { DatasetOptions, HashedFile, LockedArticle } from '../../core/dataset/lock.ts';
import type { ComparedArticle } from '../../core/dataset/near-duplicates/own-sentences.ts';
import { chooseVersion } from '../../core/dataset/selection.ts';
import type { SplitArticle } from '../../core/dataset/splits/splits.ts';
import { familyLookup } from '../../core/labels/project-labels.ts';
import { storedWords } from '../describe-finding.ts';
import type { EngineData } from '../engine.ts';
import { loadEngine } from '../engine.ts';
import { readArticleFile } from '../files.ts';
import { startProgress } from '../progress.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { readProjectNames } from '../project-names.ts';
import { countRecurrence } from '../recurrence.ts';
import { complain, EXIT, failWith } from '../commands/command.ts';

/** What the articles of a project give for a dataset, and what that was made of. */
export interface Collected extends CollectedArticles {
  /** Every article that could be read; `split` is not known yet. */
  readonly articles: readonly LockedArticle[];
}

/**
 * Reads and analyses a project's articles, takes of each the version that the options ask for, and makes its document.
 * What is wrong with a file is told, and the program ends with status 1.
 */
export async function collect(
  { folder, project, articles, stores }: Pick<ProjectFolder, 'folder' | 'project' | 'articles' | 'stores'>,
  options: DatasetOptions,
  engineData: EngineData,
): Promise<Collected> {
  const engine = loadEngine(engineData);
  const inProject = marksOfProject(project);
  const familyOf = familyLookup(project);
  // Without marks nothing of it would be exported.
  const names = options.marks ? await readProjectNames({ folder, stores }, options.annotators) : NO_NAMES;
  const own = new Map<string, { readonly annotator: string; readonly path: string }[]>();
  for (const annotator of options.annotators)
    for (const store of stores.filter((one) => one.annotator === annotator))
      own.set(store.article, [...(own.get(store.article) ?? []), store]);
  const known = new Set(articles);
  for (const [article, its] of own)
    for (const { path: store } of known.has(article) ? [] : its) {
      complain(
        path.join(folder, store),
        `the project has no article ${article}; its annotations are not exported`,
      );
      failWith(EXIT.found);
    }
  const encoding = options.encoding ?? undefined;
  const recurrenceOf = await countRecurrence(
    articles.map((article) => path.join(folder, article)),
    encoding,
  );
  const found = {
    built: [] as BuiltDocument[],
    articles: [] as LockedArticle[],
    toSplit: [] as SplitArticle[],
    compared: [] as ComparedArticle[],
  };
  const progress = startProgress(articles.length);
  for (const file of articles) {
    progress.step(file);
    const read = await readArticleFile(path.join(folder, file), encoding);
    if ('error' in read) {
      complain(path.join(folder, file), read.error);
      failWith(EXIT.found);
      continue;
    }
    const { text } = read;
    const versions = [];
    const its = own.get(file) ?? [];
    for (const { annotator, path: store } of its) {
      const version = await readAnnotations(folder, store, text);
      if (version) versions.push({ annotator, status: statusOf(version.stored), ...version });
    }
    // Without what cannot be read it would be another article than the one that was annotated.
    if (versions.length < its.length) continue;
    const chosen = chooseVersion(versions, options);
    const locked = { file, sha256: hashOfContent(text), split: null };
    if (typeof chosen === 'string') {
      found.articles.push({ ...locked, annotations: null, marks: null, leftOut: chosen });
      continue;
    }
    const imported = await readAnnotations(folder, marksPath(file), text, true);
    found.articles.push({
      ...locked,
      annotations: chosen.version?.source ?? null,
      marks: imported?.source ?? null,
      leftOut: null,
    });
    const analysis = engine.analyse(text, recurrenceOf(path.join(folder, file), text));
    const { built, toSplit, compared } = collectArticle(
      file,
      inProject(
        withProjectMarks(analysis, { names, imported: imported?.stored.annotations ?? [], familyOf }),
      ),
      {
        annotations: chosen.version?.stored.annotations ?? [],
        facts: chosen.version?.stored.header?.facts ?? NO_FACTS,
      },
      chosen.marks,
      options,
      project.labels.overlap,
    );
    found.built.push(built);
    found.toSplit.push(toSplit);
    found.compared.push(compared);
  }
  progress.end();
  return found;
}

/** Reads an annotation file and hashes it; what is wrong with it is told. Null where it cannot be read. */
async function readAnnotations(
  folder: string,
  file: string,
  text: string,
  mayBeMissing = false,
): Promise<{ readonly stored: StoredAnnotations; readonly source: HashedFile } | null> {
  const read = await readArticleFile(path.join(folder, file), undefined);
  if ('error' in read) {
    if (mayBeMissing && read.error === MISSING) return null;
    complain(path.join(folder, file), read.error);
    failWith(EXIT.found);
    return null;
  }
  const stored = parseStore(read.text, text);
  for (const problem of stored.problems) {
    complain(`${path.join(folder, file)}:${problem.line}`, storedWords(problem));
    failWith(EXIT.found);
  }
  return { stored, source: { path: file, sha256: hashOfContent(read.text) } };
}

const MISSING = 'there is no such file';
