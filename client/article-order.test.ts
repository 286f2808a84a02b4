import { describe, expect, it } from 'vitest';
import type { ArticleOverview, ArticleStatus } from '../server/protocol.ts';
import { neighbour } from './article-order.ts';

const articles = (told: string): ArticleOverview[] =>
  told.split(' ').map((one) => {
    const [name = '', status] = one.split('/') as [string, ArticleStatus];
    return { uri: name, path: name, status, accepted: 0, rejected: 0, left: null };
  });

describe('the next article that is not done', () => {
  const PROJECT = 'a/done b/new c/checked d/in-work e/new';
  it.each<
    [
      what: string,
      project: string,
      from: string | null,
      forward: string | undefined,
      backward: string | undefined,
    ]
  >([
    ['between', PROJECT, 'c', 'd', 'b'],
    ['round the end', PROJECT, 'e', 'b', 'd'],
    ['round the start', PROJECT, 'b', 'd', 'e'],
    ['from outside', PROJECT, null, 'b', 'e'],
    ['never the one that is left', 'a/done b/new', 'b', undefined, undefined],
    ['all done', 'a/done b/checked', 'a', undefined, undefined],
  ])('%s', (_, project, from, forward, backward) => {
    expect(neighbour(articles(project), from, 'forward')?.uri).toBe(forward);
    expect(neighbour(articles(project), from, 'backward')?.uri).toBe(backward);
  });
});
