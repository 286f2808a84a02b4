import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHistory, serialiseRecords, stacksOf } from '../../core/annotations/history.ts';
import type { HistoryRecord } from '../../core/annotations/history.ts';
import { mergeAnnotations } from '../../core/annotations/merge.ts';
import { sortAnnotations } from '../../core/annotations/order.ts';
import { parseStore, serialiseStore } from '../../core/annotations/store.ts';
import { parseLock, serialiseLock } from '../../core/dataset/lock.ts';
import { articleFilter } from '../../core/labels/project-files.ts';
import { labelsOf } from '../../core/labels/project-labels.ts';
import { DEFAULT_PROJECT, parseProject } from '../../core/labels/project.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../server/settings.ts';
import { annotatedText } from '../unit/arbitrary-annotations.ts';
import { anyJson, mutatedBytes, mutatedJson, mutatedText } from './mutations.ts';
import { fuzzedText } from './texts.ts';

/** A file of lines of JSON, spoilt as text, as bytes and as JSON. */
const spoiltLines = (content: string): fc.Arbitrary<string> =>
  fc.oneof(
    mutatedText(fc.constant(content)),
    mutatedBytes(fc.constant(new TextEncoder().encode(content))).map((bytes) =>
      new TextDecoder().decode(bytes),
    ),
    fc
      .array(mutatedJson(fc.constantFrom(...valuesIn(content)), 2), { maxLength: 8 })
      .map((values) => values.map((value) => JSON.stringify(value) ?? '').join('\n')),
  );

const valuesIn = (content: string): unknown[] =>
  content
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

describe('a spoilt annotation file', () => {
  const spoilt = annotatedText.chain(([text, annotations]) =>
    fc.tuple(
      fc.oneof({ arbitrary: fc.constant(text), weight: 3 }, mutatedText(fc.constant(text)), fuzzedText),
      spoiltLines(serialiseStore(text, 'articles/x.txt', '0.1.0', annotations)),
      fc.constant(annotations),
    ),
  );

  it('is read with every span within the text, and what was read of it is written and read again', () => {
    fc.assert(
      fc.property(spoilt, ([text, content]) => {
        const read = parseStore(content, text);
        for (const { anchor, speaker, cue } of read.annotations)
          for (const span of [anchor.span, speaker?.span, cue?.span])
            if (span) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        const facts = read.header?.facts;
        const written = serialiseStore(text, 'a.txt', '0.1.0', read.annotations, read.unreadable, facts);
        const again = parseStore(written, text);
        expect(again.annotations).toEqual(read.annotations);
        expect(again.unreadable).toEqual(read.unreadable);
        expect(again.header?.facts ?? facts).toEqual(facts ?? again.header?.facts);
      }),
    );
  });

  it('merges with what a program has of it, whichever side comes first', () => {
    fc.assert(
      fc.property(spoilt, ([text, content, ours]) => {
        const theirs = parseStore(content, text).annotations;
        const { annotations } = mergeAnnotations([], ours, theirs);
        expect(mergeAnnotations([], theirs, ours).annotations).toEqual(annotations);
        expect(mergeAnnotations(ours, ours, theirs).annotations).toEqual(sortAnnotations(theirs));
      }),
    );
  });
});

it('a spoilt history is read with what can still be read, and that is written and read again', () => {
  const spoilt = annotatedText.chain(([text, annotations]) => {
    const about = { at: '2026-01-02T03:04:05Z', by: 'huda' };
    const records: HistoryRecord[] = [
      {
        kind: 'step',
        step: { id: 'a', ...about, action: 'tag', group: null, before: [], after: annotations, facts: null },
      },
      {
        kind: 'step',
        step: {
          id: 'b',
          ...about,
          action: 'remove',
          group: 'g',
          before: annotations,
          after: [],
          facts: null,
        },
      },
      { kind: 'undo', id: 'c', ...about, of: 'b' },
      { kind: 'redo', id: 'd', ...about, of: 'b' },
    ];
    return fc.tuple(fc.constant(text), spoiltLines(serialiseRecords(records, 'x.txt', text)));
  });
  fc.assert(
    fc.property(spoilt, ([text, content]) => {
      const read = parseHistory(content, text);
      stacksOf(read);
      expect(parseHistory(serialiseRecords(read, 'x.txt', text), text)).toEqual(read);
    }),
  );
});

describe('a spoilt hashiya.json', () => {
  const example = readFileSync(new URL('../../samples/hashiya.json', import.meta.url), 'utf8');
  const whole = {
    include: ['articles/**/*.txt'],
    exclude: ['**/old/**'],
    annotator: 'huda',
    annotators: ['huda', 'salma'],
    labels: {
      default: true,
      only: ['PER', 'GPE', 'VIRUS'],
      add: [{ id: 'VIRUS', family: 'entity', title: 'Virus', description: '', colour: '#aa0000', key: 'v' }],
      colours: { PER: '#123456' },
      keys: { PER: 'p' },
      overlap: true,
    },
    attributes: [{ name: 'gender', type: 'choice', values: ['f', 'm'], labels: ['PER'], required: true }],
    relations: [{ name: 'works-for', from: ['PER'], to: ['ORG'] }],
    article: { attributes: [{ name: 'topic', type: 'text' }] },
    export: {
      format: 'conll',
      split: '80/10/10',
      splitBy: 'ratio',
      marks: true,
      seed: 'a',
      status: ['done'],
    },
  };

  it('gives a whole project, and tells each problem at its place', () => {
    const content = fc.oneof(
      mutatedText(fc.constantFrom(example, JSON.stringify(whole, null, 1))),
      mutatedJson(fc.constant(whole), 6).map((value) => JSON.stringify(value) ?? ''),
      anyJson.map((value) => JSON.stringify(value) ?? ''),
    );
    fc.assert(
      fc.property(content, (text) => {
        const { project, problems } = parseProject(text);
        expect(Object.keys(project)).toEqual(Object.keys(DEFAULT_PROJECT));
        for (const { start, end, message } of problems) {
          expect(0 <= start && start <= end && end <= text.length, `${message.en} at ${start}–${end}`).toBe(
            true,
          );
          expect(message.en).toMatch(/\S/);
          expect(message.ar).toMatch(/\S/);
        }
        // What is made of it takes whatever it says.
        labelsOf(project);
        articleFilter(project)('articles/2023/خبر.txt');
      }),
    );
  });
});

it('a spoilt lock file is read as it is, or an error says why not', () => {
  const lock = {
    ...{ 'hashiya:lock': 1, tool: 'hashiya 0.1.0', engine: 'e', labels: 'l', project: '.', output: 'out' },
    options: {
      ...{ format: 'conll', name: 'x', encoding: null, annotators: ['huda'], families: ['entity'] },
      ...{ labels: [], status: ['done'], marks: false, boilerplate: false, sentences: true, split: null },
    },
    articles: [{ file: 'a.txt', sha256: 's', annotations: null, marks: null, split: null, leftOut: null }],
    counts: { PER: 1 },
    files: [{ path: '', sha256: 's' }],
  };
  const content = fc.oneof(
    mutatedText(fc.constant(JSON.stringify(lock))),
    mutatedJson(fc.constant(lock)).map((value) => JSON.stringify(value) ?? ''),
    anyJson.map((value) => JSON.stringify(value) ?? ''),
  );
  expect(parseLock(JSON.stringify(lock))).toHaveProperty('lock');
  fc.assert(
    fc.property(content, (text) => {
      const read = parseLock(text);
      if ('error' in read) expect(read.error).toMatch(/\S/);
      else expect(parseLock(serialiseLock(read.lock))).toEqual(read);
    }),
  );
});

it('spoilt settings are settings', () => {
  fc.assert(
    fc.property(fc.oneof(anyJson, mutatedJson(fc.constant(DEFAULT_SETTINGS))), (value) => {
      const settings = readSettings(value);
      expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
      expect(Object.keys(settings.severity)).toEqual(Object.keys(DEFAULT_SETTINGS.severity));
    }),
  );
});
