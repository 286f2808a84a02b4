import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { serialiseStore } from '../../core/annotations/store.ts';
import type { LayerAgreement } from '../../core/dataset/agreement/agreement.ts';
import { LEFT_OUT_REASONS } from '../../core/dataset/agreement/compared.ts';
import { DISAGREEMENT_KINDS } from '../../core/dataset/agreement/kinds.ts';
import { AGREEMENT_LAYERS } from '../../core/dataset/agreement/layers.ts';
import { MEASURE_IDS } from '../../core/dataset/agreement/measures.ts';
import { useHashiya } from './hashiya.ts';
import { version } from '../unit/versions.ts';
import type { Decision } from '../unit/versions.ts';

const hashiya = useHashiya();

const VISIT = 'زار وزير الخارجية الأردني بغداد أمس.\nقال الوزير: سنعود غدا\n\nإعلان\n';
const ARTICLE = 'articles/visit.txt';

/** Writes what an annotator decided in an article, and the article. */
function annotated(annotator: string, decisions: readonly Decision[], article = ARTICLE, text = VISIT): void {
  hashiya.write(article, text);
  hashiya.write(
    `annotations/${annotator}/${article}.jsonl`,
    serialiseStore(text, article, '0.1.0', version(annotator, text, decisions).annotations),
  );
}

/** Half of the entities alike, one line class against none. */
function twoAnnotators(): void {
  annotated('huda', [
    ['GPE', 'بغداد'],
    ['OCC', 'وزير الخارجية'],
    ['DATE', 'أمس'],
    ['ad', 'إعلان'],
  ]);
  annotated('salma', [
    ['GPE', 'بغداد'],
    ['OCC', 'وزير الخارجية الأردني'],
    ['TIME', 'أمس'],
    ['headline', 'زار…أمس.'],
    ['ad', 'إعلان'],
  ]);
}

interface Figures {
  readonly annotators: readonly string[];
  readonly layers: readonly LayerAgreement[];
  readonly leftOut: readonly { readonly reason: string }[];
  readonly minimum?: readonly { readonly layer: string; readonly reached: boolean }[];
  readonly disagreements?: readonly {
    readonly line: number;
    readonly kinds: readonly string[];
    readonly start: number;
    readonly end: number;
    readonly sides: readonly { readonly annotations: readonly { readonly id: string }[] }[];
  }[];
}

const figures = (...args: string[]): Figures =>
  JSON.parse(hashiya.run('agree', ...args, '--json').out) as Figures;

describe('agree', () => {
  test('prints a table for each layer, by measure and by label, and what was left out', () => {
    twoAnnotators();
    annotated('huda', [['GPE', 'بغداد']], 'articles/alone.txt');
    const run = hashiya.run('agree');
    expect([run.status, run.err]).toEqual([0, '']);
    expect(run.out).toMatch(/^huda, salma: 1 article that at least two of them annotated, 3 disagreements/);
    expect(run.out).toContain('entities: 1 article; 13 tokens, 5 of them labelled; spans: huda 3, salma 3\n');
    expect(run.out).toMatch(/^ {2}F1 strict +0\.333$/m);
    expect(run.out).toMatch(/^ {2}F1 overlap +0\.667$/m);
    expect(run.out).toMatch(/^ {2}DATE +1 +0 +0\.000 /m);
    expect(run.out).toContain('lines: 1 article; 3 lines, 2 of them labelled; spans: huda 1, salma 2\n');
    expect(run.out).toContain(
      'Left out:\n  huda: 1 article that no other of them annotated (articles/alone.txt)\n',
    );
  });

  test('the columns of a table end at one place', () => {
    twoAnnotators();
    const [, rows = ''] =
      /\n( {2}label[\s\S]*?)\n(?:\n|$)/.exec(hashiya.run('agree', '--layer', 'entities').out) ?? [];
    const lengths = rows.split('\n').map((row) => row.length);
    expect(lengths.length).toBe(5);
    expect(new Set(lengths).size).toBe(1);
  });

  test('--json has every figure unrounded, and says null for what is undefined', () => {
    twoAnnotators();
    const { annotators, layers } = figures();
    expect(annotators).toEqual(['huda', 'salma']);
    expect(layers.map(({ layer }) => layer)).toEqual(['entities', 'lines']);
    expect(layers[0]?.figures.f1).toBe(1 / 3);
    annotated('huda', [['GPE', 'بغداد']]);
    annotated('salma', [['GPE', 'بغداد']]);
    expect(figures().layers[0]?.figures).toMatchObject({ f1: 1, 'kappa-labelled': null });
  });

  test('--disagreements lists each place as file:line, with what each side has', () => {
    twoAnnotators();
    const { out } = hashiya.run('agree', '--disagreements');
    expect(out.split('\n').slice(0, 4)).toEqual([
      'articles/visit.txt:1: warning: salma has headline «زار وزير الخارجية الأردني بغداد أمس.», huda has nothing there',
      'articles/visit.txt:1: warning: huda has OCC «وزير الخارجية», salma has OCC «وزير الخارجية الأردني»',
      'articles/visit.txt:1: warning: huda has DATE «أمس», salma has TIME «أمس»',
      '',
    ]);
  });

  test('--disagreements --json has the ids of each side, and offsets in code points', () => {
    const text = `😀${VISIT}`;
    annotated('huda', [['OCC', 'وزير الخارجية']], ARTICLE, text);
    annotated('salma', [['OCC', 'وزير']], ARTICLE, text);
    const [one] = figures('--disagreements').disagreements ?? [];
    expect(one).toMatchObject({ line: 1, kinds: ['edges'], start: 5, end: 18 });
    expect(one?.sides.map(({ annotations }) => annotations.map(({ id }) => id))).toEqual([
      ['huda 0'],
      ['salma 0'],
    ]);
  });

  test('speakers are told apart from quotations', () => {
    annotated('huda', [['direct', 'سنعود غدا', { speaker: 'الوزير' }]]);
    annotated('salma', [['direct', 'سنعود غدا', { speaker: 'وزير الخارجية' }]]);
    expect(figures().layers.map(({ layer, figures: { f1 } }) => [layer, f1])).toEqual([
      ['quotations', 1],
      ['speakers', 0],
    ]);
    expect(hashiya.run('agree', '--disagreements').out).toContain(
      'articles/visit.txt:2: warning: huda has direct «سنعود غدا» with the speaker «الوزير», salma has direct «سنعود غدا» with the speaker «وزير الخارجية»',
    );
    expect(hashiya.run('agree', '--disagreements', '--layer', 'quotations').out).not.toContain('warning');
  });

  const held: readonly [args: string[], status: number, told: string][] = [
    [['--min', '0.3'], 0, ''],
    [['--min', '0.8'], 1, 'hashiya: entities: F1 strict is 0.333, below 0.8\n'],
    [['--min', '0.65', '--measure', 'f1-overlap'], 0, ''],
    [['--min', '0.8', '--layer', 'lines'], 1, 'hashiya: lines: F1 strict is 0.667, below 0.8\n'],
    [['--min', '0.667', '--layer', 'lines'], 1, `hashiya: lines: F1 strict is ${2 / 3}, below 0.667\n`],
    [['--min', '0.8', '--labels', 'GPE'], 0, ''],
    [
      ['--min', '0.8', '--labels', 'MONEY'],
      0,
      'hashiya: entities: F1 strict is undefined, so that --min says nothing of it\n',
    ],
    [['--min', '0.3', '--json'], 0, ''],
    [['--min', '0.8', '--json'], 1, 'hashiya: entities: F1 strict is 0.333, below 0.8\n'],
  ];
  test.each(held)('%j ends with %i', (args, status, told) => {
    twoAnnotators();
    expect(hashiya.run('agree', ...args)).toMatchObject({ status, err: told });
  });

  test('--format github writes workflow commands, escaped, and an error where agreement is below', () => {
    const text = 'بلغت النسبة 50% أمس.\n';
    annotated('a,b:c', [['PERCENT', '50%']], 'in/50%, a.txt', text);
    annotated('salma', [['QUANTITY', '50%']], 'in/50%, a.txt', text);
    hashiya.write('hashiya.json', '{ "include": ["in/*.txt"] }');
    const { status, out } = hashiya.run('agree', '--disagreements', '--format', 'github', '--min', '0.8');
    expect(status).toBe(1);
    const commands = out.split('\n').filter((line) => line.startsWith('::'));
    expect(commands).toEqual([
      '::warning file=in/50%25%2C a.txt,line=1,title=hashiya%3A disagreement (label)::a,b:c has PERCENT «50%25», salma has QUANTITY «50%25»',
      '::error title=hashiya%3A agreement::entities: F1 strict is 0.000, below 0.8',
    ]);
  });

  test('a line that cannot be read is told, for the figures are without it', () => {
    twoAnnotators();
    const store = `annotations/huda/${ARTICLE}.jsonl`;
    hashiya.write(store, hashiya.read(store).trimEnd().slice(0, -40));
    const run = hashiya.run('agree');
    expect(run.err).toContain(`hashiya: ${path.normalize(store)}:`);
    expect(run.err).toContain('the line cannot be read');
    expect(run.status).toBe(1);
  });

  test('what gold settled is no annotator’s own work, unless asked for', () => {
    twoAnnotators();
    annotated('gold', [['GPE', 'بغداد']]);
    expect(figures().annotators).toEqual(['huda', 'salma']);
    expect(figures('--annotators', 'gold, huda').annotators).toEqual(['gold', 'huda']);
  });

  const nothing: readonly [what: string, make: () => void, words: string][] = [
    [
      'nobody annotated',
      () => void hashiya.write('articles/a.txt', 'خبر.'),
      'Nobody has annotated here: there is nothing to compare.',
    ],
    ['one annotated', () => annotated('huda', []), 'Nobody but huda has annotated here'],
    [
      'two annotated other articles',
      () => {
        annotated('huda', []);
        annotated('salma', [], 'articles/other.txt');
      },
      'No article was annotated by two of huda, salma',
    ],
  ];
  test.each(nothing)('%s: there is nothing to compare, and nothing is below', (_what, make, words) => {
    make();
    const run = hashiya.run('agree', '--min', '0.8');
    expect(run.status).toBe(0);
    expect(run.out).toContain(words);
    expect(figures().layers).toEqual([]);
  });

  test('articles that changed since are left out, and said', () => {
    twoAnnotators();
    hashiya.write(ARTICLE, `${VISIT}تصحيح\n`);
    const run = hashiya.run('agree');
    expect(run.out).toContain(
      'salma: 1 article whose text is no longer the one that was annotated (articles/visit.txt)',
    );
    rmSync(path.join(hashiya.folder(), ARTICLE));
    expect(figures().leftOut.map(({ reason }) => reason)).toEqual(['no-article', 'no-article']);
  });

  const wrong: readonly [args: string[], message: string][] = [
    [['--annotators', 'omar'], 'there are no annotations by "omar"; there are some by huda, salma'],
    [['--annotators', 'huda'], 'agreement takes two annotators or more'],
    [['--layer', 'names'], 'There are entities, quotations, speakers, lines.'],
    [['--labels', 'PERSON'], 'the project has no label "PERSON"'],
    [['--min', '80'], 'A number from -1 to 1'],
    [['--measure', 'rand'], 'Allowed choices are f1, f1-overlap, kappa'],
    [['--min', '0.8', '--layer', 'lines', '--measure', 'u-alpha'], 'lines have no Krippendorff uα'],
    [['--json', '--format', 'github'], 'cannot be used with'],
    [['no-such-folder'], 'there is no such folder'],
  ];
  test.each(wrong)('%j ends with 2 and says why', (args, message) => {
    twoAnnotators();
    const run = hashiya.run('agree', ...args);
    expect([run.status, run.out]).toEqual([2, '']);
    expect(run.err).toContain(message);
  });
});

describe('check', () => {
  test('--format github puts each finding at its line, with the path from the repository', () => {
    twoAnnotators();
    hashiya.write('hashiya.json', '{ "includes": [] }');
    const { out } = hashiya.run('check', '--format', 'github');
    expect(out.split('\n')).toContain(
      '::warning file=hashiya.json,line=1,col=3,title=hashiya%3A project::There is no field "includes".',
    );
    expect(out).toContain(
      '::warning file=articles/visit.txt,line=1,title=hashiya%3A disagreement::huda has DATE «أمس», salma has TIME «أمس»\n',
    );
  });

  test('--format jsonl prints an object a line', () => {
    twoAnnotators();
    const rows = hashiya.run('check', '--format', 'jsonl').out.trim().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { code: string }).code)).toEqual(
      Array(3).fill('disagreement'),
    );
  });

  test('names files from where it runs, so that they are links', () => {
    twoAnnotators();
    const name = path.basename(hashiya.folder());
    const { out } = hashiya.run('check', path.join('..', name));
    expect(out).toContain(`../${name}/articles/visit.txt:1: warning: `);
  });

  test('what gold decided is settled, place by place', () => {
    twoAnnotators();
    hashiya.write('hashiya.json', '{ "annotators": ["huda", "salma"] }');
    annotated('gold', [
      ['OCC', 'وزير الخارجية'],
      ['OCC', 'وزير الخارجية الأردني', { rejected: true }],
      ['ORDINAL', 'أمس'],
    ]);
    const run = hashiya.run('check', '--strict');
    expect(run.status).toBe(1);
    expect(run.out).toBe(
      'articles/visit.txt:1: warning: salma has headline «زار وزير الخارجية الأردني بغداد أمس.», huda has nothing there\n',
    );
  });

  test('a gold version that is done settles the whole article', () => {
    twoAnnotators();
    expect(hashiya.run('check', '--strict').status).toBe(1);
    annotated('gold', [['GPE', 'بغداد']]);
    expect(hashiya.run('check', '--strict').status).toBe(1);
    hashiya.run('status', '--annotator', 'gold', '--set', 'done', ARTICLE);
    expect(hashiya.run('check', '--strict')).toMatchObject({ status: 0, out: '' });
  });
});

describe('docs/annotation-by-pull-request.md', () => {
  const page = readFileSync(
    path.join(import.meta.dirname, '../../docs/annotation-by-pull-request.md'),
    'utf8',
  );
  const commands = [...page.matchAll(/^.*(node "\$HASHIYA" [^`\n]+)$/gm)].flatMap(
    ([, command = '']) => command,
  );

  test('has a workflow that checks and measures', () => {
    for (const words of ['check --format github', 'agree --min 0.8 --format github', 'check --strict'])
      expect(
        commands.some((command) => command.includes(words)),
        words,
      ).toBe(true);
  });

  test.each(commands)('%s: runs on a project of two who agree', (command) => {
    const decisions: Decision[] = [['GPE', 'بغداد']];
    for (const annotator of ['huda', 'salma', 'gold']) annotated(annotator, decisions);
    const run = spawnSync('bash', ['-c', command], {
      cwd: hashiya.folder(),
      encoding: 'utf8',
      env: { ...process.env, HASHIYA: hashiya.program, GITHUB_WORKSPACE: hashiya.folder() },
    });
    expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining('hashiya:')]);
  });
});

describe('docs/agreement.md', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/agreement.md'), 'utf8');

  test('tells of every layer, measure, kind of disagreement and reason to leave something out', () => {
    const ids = [
      ...AGREEMENT_LAYERS.map(({ id }) => id),
      ...MEASURE_IDS,
      ...DISAGREEMENT_KINDS,
      ...LEFT_OUT_REASONS,
    ];
    for (const id of ids) expect(page, id).toContain(`\`${id}\``);
  });
});
