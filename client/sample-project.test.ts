import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStore } from '../core/annotations/store.ts';
import { statusOf } from '../core/annotations/status.ts';
import { parseProject } from '../core/labels/project.ts';
import {
  annotationPath,
  annotationsAt,
  articlePath,
  freeName,
  SAMPLE_ARTICLES,
  SAMPLE_PROJECT_FILE,
  SAMPLES,
} from './sample-project.ts';

const read = (path: string) => readFileSync(`${SAMPLES}/${path}`, 'utf8');

describe('the sample project', () => {
  it('has every article of the samples', () => {
    expect(SAMPLE_ARTICLES.map(({ name }) => name).sort()).toEqual(readdirSync(`${SAMPLES}/articles`).sort());
  });

  it('has a project file without mistakes that shows labels, keys, attributes, relations and facts of articles', () => {
    const { project, problems } = parseProject(read(SAMPLE_PROJECT_FILE));
    expect(problems).toEqual([]);
    for (const part of [
      project.labels.add,
      project.attributes,
      project.relations,
      project.article.attributes,
    ])
      expect(part.length).toBeGreaterThan(0);
    expect(project.labels.add.some(({ key }) => key !== '')).toBe(true);
    expect(project.annotator).toBe('hashiya');
  });

  it.each(SAMPLE_ARTICLES.filter(({ status }) => status !== 'new'))(
    'has $name with the annotations and the status that go with $status',
    (article) => {
      const whole = read(annotationPath(article));
      const { header, annotations, problems } = parseStore(
        annotationsAt(article.status, whole),
        read(articlePath(article)),
      );
      expect(problems).toEqual([]);
      expect(statusOf({ header, annotations })).toBe(article.status);
      const all = parseStore(whole, read(articlePath(article))).annotations.length;
      expect(annotations.length).toBe(article.status === 'in-work' ? Math.ceil(all / 2) : all);
    },
  );
});

describe('the folder of a new project', () => {
  it.each([
    [[], 'hashiya-sample'],
    [['articles'], 'hashiya-sample'],
    [['hashiya-sample'], 'hashiya-sample-2'],
    [['hashiya-sample', 'hashiya-sample-2', 'hashiya-sample-4'], 'hashiya-sample-3'],
    // Some disks do not tell case apart.
    [['Hashiya-Sample'], 'hashiya-sample-2'],
  ])('beside %j is %s', (taken, expected) => expect(freeName('hashiya-sample', taken)).toBe(expected));
});
