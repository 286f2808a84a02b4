import type { ArticleStatus } from '../server/protocol.ts';

/** The folder of the samples in the extension. */
export const SAMPLES = 'samples';

/** The project file among the samples; in a project it is called hashiya.json. */
export const SAMPLE_PROJECT_FILE = 'project-file.jsonc';

/** What git is to know of a project: histories only grow, so that a merge takes the lines of both sides. */
export const GIT_ATTRIBUTES = 'history/** merge=union\n';

/** Whose annotations come with the samples. */
const ANNOTATOR = 'hashiya';

/** An article of the sample project. */
export interface SampleArticle {
  /** The name of its file. */
  readonly name: string;
  /** How far the annotator who comes with it is: `new`, without annotations; `in-work`, with the first half of them. */
  readonly status: ArticleStatus;
}

/** Every article of the sample project; the first is the one that a newcomer begins with. */
export const SAMPLE_ARTICLES: readonly SampleArticle[] = [
  { name: 'volleyball-final.txt', status: 'new' },
  { name: 'strait-bridge.txt', status: 'new' },
  { name: 'heat-wave.txt', status: 'in-work' },
  { name: 'railway-agreement.txt', status: 'in-work' },
  { name: 'chess-school.txt', status: 'done' },
  { name: 'comet.txt', status: 'done' },
  { name: 'date-harvest.txt', status: 'done' },
  { name: 'museum-night.txt', status: 'done' },
  { name: 'book-fair.txt', status: 'checked' },
  { name: 'desalination.txt', status: 'checked' },
];

export const articlePath = ({ name }: SampleArticle): string => `articles/${name}`;

export const annotationPath = (article: SampleArticle): string =>
  `annotations/${ANNOTATOR}/${articlePath(article)}.jsonl`;

/** The annotation file of an article as the sample project has it, made of the whole one. */
export function annotationsAt(status: ArticleStatus, content: string): string {
  const [header = '', ...lines] = content.trimEnd().split('\n');
  const kept = status === 'in-work' ? lines.slice(0, Math.ceil(lines.length / 2)) : lines;
  const told = JSON.stringify({ ...(JSON.parse(header) as object), 'hashiya:status': status });
  return `${[told, ...kept].join('\n')}\n`;
}

/** A name that is not among those that are taken: "hashiya-sample", "hashiya-sample-2" … Case does not tell names apart. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!known.has(name.toLowerCase())) return name;
  }
}
