import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText, articleText } from '../../test/unit/arbitrary-annotations.ts';
import { makeAnchor } from './anchors.ts';
import { NOTHING_ADDED } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { sortAnnotations } from './order.ts';
import { annotatorOf, folderName, parseStore, serialiseStore, storePath, textHash } from './store.ts';

const text = 'زار 😀 بوتين موسكو وقال: "نعم".';
const start = text.indexOf('بوتين');
const annotation: Annotation = {
  id: '0b5c1d52-7d0b-4c61-9f0a-0a7b9c3d2e11',
  family: 'entity',
  label: 'PER',
  decision: 'accepted',
  anchor: makeAnchor(text, { start, end: start + 5 }),
  speaker: null,
  cue: null,
  canonical: 'فلاديمير بوتين',
  provenance: {
    annotator: 'huda',
    created: '2026-01-02T03:04:05Z',
    modified: '2026-01-02T03:04:05Z',
    source: 'list/person',
  },
  ...NOTHING_ADDED,
};

describe('textHash', () => {
  // The vectors of FIPS 180-4's examples, and a text beyond ASCII as computed by sha256sum.
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['حاشية', 'c91082ead4c24fc3656f62dcc906ed88c750ab30eeba4a627619a38c11adf194'],
  ])('of "%s"', (of, expected) => expect(textHash(of)).toBe(expected));
});

describe('an annotation file', () => {
  test('counts positions in code points', () => {
    const [, line = ''] = serialiseStore(text, 'articles/x.txt', '0.1.0', [annotation]).split('\n');
    const written = JSON.parse(line) as { target: { selector: { start: number; end: number }[] } };
    expect(written.target.selector[0]).toEqual({ type: 'TextPositionSelector', start: 6, end: 11 });
    expect([...text].slice(6, 11).join('')).toBe('بوتين');
  });

  test('is a W3C Web Annotation a line', () => {
    const [header = '', line = ''] = serialiseStore(text, 'articles/خبر عاجل.txt', '0.1.0', [
      annotation,
    ]).split('\n');
    expect(JSON.parse(header)).toMatchObject({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { hashiya: 'urn:hashiya:' }],
      'hashiya:schema': 1,
      source: 'articles/خبر%20عاجل.txt',
    });
    expect(JSON.parse(line)).toEqual({
      id: `urn:uuid:${annotation.id}`,
      type: 'Annotation',
      motivation: 'tagging',
      creator: { type: 'Person', name: 'huda' },
      created: '2026-01-02T03:04:05Z',
      modified: '2026-01-02T03:04:05Z',
      body: { type: 'TextualBody', purpose: 'tagging', value: 'PER' },
      target: {
        source: 'articles/خبر%20عاجل.txt',
        selector: [
          { type: 'TextPositionSelector', start: 6, end: 11 },
          { type: 'TextQuoteSelector', exact: 'بوتين', prefix: 'زار 😀 ', suffix: ' موسكو وقال: "نعم".' },
        ],
      },
      'hashiya:family': 'entity',
      'hashiya:decision': 'accepted',
      'hashiya:basis': 'list/person',
      'hashiya:canonical': 'فلاديمير بوتين',
    });
    expect(parseStore(`${header}\n${line}\n`, text).header?.source).toBe('articles/خبر عاجل.txt');
  });

  test('what was written is read back the same, for any text and annotations', () => {
    fc.assert(
      fc.property(annotatedText, ([article, annotations]) => {
        const read = parseStore(serialiseStore(article, 'a.txt', '0.1.0', annotations), article);
        expect(read.annotations).toEqual(sortAnnotations(annotations));
        expect(read.problems).toEqual([]);
        expect(read.textChanged).toBe(false);
      }),
    );
  });

  test('the order in which annotations were made leaves no trace', () => {
    fc.assert(
      fc.property(annotatedText, ([article, annotations]) => {
        expect(serialiseStore(article, 'a.txt', '0.1.0', annotations.toReversed())).toBe(
          serialiseStore(article, 'a.txt', '0.1.0', annotations),
        );
      }),
    );
  });

  test('orphans are written and read back', () => {
    const orphan = { ...annotation, anchor: { ...annotation.anchor, span: null, exact: 'يلتسين' } };
    const content = serialiseStore(text, 'a.txt', '0.1.0', [orphan]);
    expect(content).not.toContain('TextPositionSelector');
    expect(parseStore(content, text).annotations).toEqual([orphan]);
  });

  test('never throws, whatever it reads', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => json + '\n{'),
        ),
        articleText,
        (content, article) => {
          expect(parseStore(content, article).annotations).toEqual([]);
        },
      ),
    );
  });

  test('a line that cannot be read is kept as it stands, and written back', () => {
    const content = serialiseStore(text, 'a.txt', '0.1.0', [annotation]);
    const broken = content + '{"id": "cut sho\n{"id":"urn:uuid:x","type":"Annotation"}\n';
    const read = parseStore(broken, text);
    expect(read.annotations).toEqual([annotation]);
    expect(read.problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'unreadable-line 3',
      'unreadable-line 4',
    ]);
    expect(serialiseStore(text, 'a.txt', '0.1.0', read.annotations, read.unreadable)).toBe(broken);
  });

  test('a line nested so deeply that it could not be written again is kept as it stands', () => {
    const content = serialiseStore(text, 'a.txt', '0.1.0', [annotation]);
    const nested = (levels: number): string =>
      content.replace(/\}\n$/, `,"x":${'['.repeat(levels)}${']'.repeat(levels)}}\n`);
    expect(parseStore(nested(90), text).problems).toEqual([]);
    const read = parseStore(nested(100_000), text);
    expect(read.problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['unreadable-line 2']);
    expect(serialiseStore(text, 'a.txt', '0.1.0', read.annotations, read.unreadable)).toBe(nested(100_000));
  });

  test('of a git conflict both sides are read, and the later version of an annotation counts', () => {
    const later = {
      ...annotation,
      label: 'ORG',
      provenance: { ...annotation.provenance, modified: '2026-02-02T03:04:05Z' },
    };
    const [header, ours] = serialiseStore(text, 'a.txt', '0.1.0', [annotation]).split('\n');
    const [, theirs] = serialiseStore(text, 'a.txt', '0.1.0', [later]).split('\n');
    const conflict = [header, '<<<<<<< HEAD', ours, '=======', theirs, '>>>>>>> other', ''].join('\n');
    const read = parseStore(conflict, text);
    expect(read.annotations).toEqual([later]);
    expect(read.problems.map(({ code }) => code)).toEqual(['git-conflict', 'duplicate-id']);
    expect(read.unreadable).toEqual([]);
  });

  test('a changed text is noticed and the annotation found in it', () => {
    const content = serialiseStore(text, 'a.txt', '0.1.0', [annotation]);
    const read = parseStore(content, 'مقدمة طويلة.\n' + text);
    expect(read.textChanged).toBe(true);
    expect(read.annotations[0]?.anchor.span?.start).toBe(start + 13);
  });

  test('a file of a newer schema is read but not to be written', () => {
    const content = serialiseStore(text, 'a.txt', '9.0.0', [annotation]).replace(
      '"hashiya:schema":1',
      '"hashiya:schema":2',
    );
    const read = parseStore(content, text);
    expect(read.writable).toBe(false);
    expect(read.problems.map(({ code }) => code)).toEqual(['newer-schema']);
  });

  test('line ends of Windows and a byte order mark do no harm', () => {
    const content = '\ufeff' + serialiseStore(text, 'a.txt', '0.1.0', [annotation]).replaceAll('\n', '\r\n');
    expect(parseStore(content, text)).toMatchObject({ annotations: [annotation], problems: [] });
  });
});

describe('the path of an annotation file', () => {
  test('has one folder an annotator', () => {
    expect(storePath('huda', 'articles/x.txt')).toBe('annotations/huda/articles/x.txt.jsonl');
    expect(storePath('سلمى', 'x.txt')).toBe('annotations/سلمى/x.txt.jsonl');
    expect(storePath('a/b', 'x.txt')).toBe('annotations/a%2fb/x.txt.jsonl');
    expect(storePath('.huda', 'x.txt')).toBe('annotations/%2ehuda/x.txt.jsonl');
    expect(storePath('..', 'x.txt')).toBe('annotations/%2e%2e/x.txt.jsonl');
  });

  test('any annotator’s name is one folder, and found again in it', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const folder = folderName(name);
        expect(folder).not.toMatch(/[/\\:]|^\.|^$/);
        expect(annotatorOf(folder)).toBe(name);
      }),
    );
  });
});
