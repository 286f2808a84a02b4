import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeAnchor } from '../../core/annotations/anchors.ts';
import { NO_FACTS, NOTHING_ADDED } from '../../core/annotations/annotation.ts';
import type { Annotation, ArticleFacts } from '../../core/annotations/annotation.ts';
import { serialiseStore, storePath } from '../../core/annotations/store.ts';
import { useHashiya } from './hashiya.ts';

const { run: hashiya, write } = useHashiya();

/** The example of docs/schemes.md. */
const example = (name: string): string =>
  readFileSync(new URL(`../../docs/examples/court-rulings/${name}`, import.meta.url), 'utf8');
const ARTICLE = 'articles/rent.txt';
const TEXT = example(ARTICLE);

let ids = 0;
const tagged = (words: string, label: string, more: Partial<Annotation> = {}): Annotation => {
  const start = TEXT.indexOf(words);
  return {
    ...NOTHING_ADDED,
    id: `0b5c1d52-7d0b-4c61-9f0a-${String(ids++).padStart(12, '0')}`,
    family: 'entity',
    label,
    decision: 'accepted',
    anchor: makeAnchor(TEXT, { start, end: start + words.length }),
    speaker: null,
    cue: null,
    canonical: null,
    provenance: {
      annotator: 'هدى',
      created: '2026-01-02T03:04:05Z',
      modified: '2026-01-02T03:04:05Z',
      source: 'hand',
    },
    ...more,
  };
};

/** The findings of a check, without the number of the line where none is asked. */
function check(
  annotations: readonly Annotation[],
  facts: Partial<ArticleFacts> = {},
  change: (scheme: string) => string = (scheme) => scheme,
) {
  write('hashiya.json', change(example('hashiya.json')));
  write(ARTICLE, TEXT);
  write(
    storePath('هدى', ARTICLE),
    serialiseStore(TEXT, ARTICLE, 'hashiya test', annotations, [], { ...NO_FACTS, ...facts }),
  );
  const { out, err, status } = hashiya('check');
  return { findings: out === '' ? [] : out.trim().split('\n'), err, status };
}

describe('hashiya check holds annotations against the scheme of their project', () => {
  const court = tagged('محكمة الاستئناف في السهل', 'COURT', { attributes: { wikidata: 'Q42' } });

  test('everything as the scheme has it', () => {
    const ruling = tagged('إخلاء مسكن', 'RULING', {
      attributes: { outcome: 'نقض' },
      relations: [{ type: 'issued-by', to: court.id }],
    });
    expect(check([court, ruling], { status: 'done', attributes: { field: 'مدني' } })).toEqual({
      findings: [],
      err: '2 annotations in 1 file: 0 errors, 0 warnings.\n',
      status: 0,
    });
  });

  test('tells attributes, values and relations that are wrong, each at its annotation', () => {
    const { findings, status } = check([
      court,
      tagged('المستأجرة نوال الحقلي', 'PARTY', { attributes: { role: 'شاهد', outcome: 'نقض', size: '1' } }),
      tagged('المادة 18', 'STATUTE', {
        relations: [
          { type: 'issued-by', to: court.id },
          { type: 'cites', to: court.id },
        ],
      }),
      tagged('أجرة ستة أشهر', 'MONEY'),
      tagged('سعيد البستاني', 'PARTY', { relations: [{ type: 'concerns', to: 'gone' }] }),
    ]);
    expect(status).toBe(1);
    expect(findings).toEqual([
      'articles/rent.txt:2: error: PARTY «المستأجرة نوال الحقلي» by هدى: the attribute “outcome” is only for RULING',
      'articles/rent.txt:2: error: PARTY «المستأجرة نوال الحقلي» by هدى: “شاهد” is no value of “role”; choose one of: مدّعٍ, مدّعى عليه, متهم',
      'articles/rent.txt:2: error: PARTY «المستأجرة نوال الحقلي» by هدى: the project’s scheme has no attribute “size”; it says “1” here',
      'articles/rent.txt:3: error: STATUTE «المادة 18» by هدى: the relation “issued-by” does not go out from STATUTE, only from RULING, reasoning',
      'articles/rent.txt:3: error: STATUTE «المادة 18» by هدى: the project’s scheme has no relation “cites”',
      'articles/rent.txt:4: error: PARTY «سعيد البستاني» by هدى: the relation “concerns” leads to no annotation: it was removed or rejected',
      "articles/rent.txt:4: error: the project's scheme has no label MONEY for entities: MONEY «أجرة ستة أشهر» by هدى",
    ]);
  });

  test('warns of what is required and missing, of the article where it is done', () => {
    const ruling = tagged('إخلاء مسكن', 'RULING');
    expect(check([ruling], { status: 'done' })).toEqual({
      findings: [
        'articles/rent.txt: warning: the article as a whole, by هدى: the attribute “field” is required and missing',
        'articles/rent.txt:1: warning: RULING «إخلاء مسكن» by هدى: the attribute “outcome” is required and missing',
      ],
      err: '1 annotation in 1 file: 0 errors, 2 warnings.\n',
      status: 0,
    });
    expect(check([ruling], { status: 'in-work' }).findings).toHaveLength(1);
  });

  test('overlap is an error where the project does not allow it', () => {
    const nested = tagged('السهل', 'PARTY');
    expect(check([court, nested]).findings).toEqual([]);
    const strict = check([court, nested], {}, (scheme) =>
      scheme.replace('"overlap": true', '"overlap": false'),
    );
    expect(strict.findings).toEqual([
      'articles/rent.txt:1: error: PARTY «السهل» overlaps COURT «محكمة الاستئناف في السهل», both by هدى',
    ]);
  });

  test('a mistake in the scheme is told at its place', () => {
    const { findings } = check([court], {}, (scheme) =>
      scheme.replace('"labels": ["RULING"],', '"labels": ["RULLING"],'),
    );
    expect(findings).toEqual([
      expect.stringMatching(/^hashiya\.json:\d+:\d+: error: The project's scheme has no label "RULLING"\.$/),
    ]);
  });
});

test('what the engine suggests under labels that the project does not have is neither exported nor counted', () => {
  write('hashiya.json', example('hashiya.json'));
  write(ARTICLE, `${TEXT}جميع الحقوق محفوظة\n`);
  const { out } = hashiya('export', '--marks', '-f', 'hashiya-jsonl', '-o', '-', '.');
  const { text, entities, quotations, boilerplate } = JSON.parse(out) as {
    text: string;
    entities: { label: string }[];
    quotations: object[];
    boilerplate: object[];
  };
  expect(new Set(entities.map(({ label }) => label))).toEqual(new Set(['DATE']));
  expect([quotations, boilerplate]).toEqual([[], []]);
  expect(text).toContain('جميع الحقوق محفوظة');
  const counted = hashiya('stats', '.', '--json').out;
  expect(counted).toContain('"DATE"');
  expect(counted).not.toMatch(/"(?:ORG|PER|OCC|direct|legal)"/);
});
