import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeAnchor } from '../../core/annotations/anchors.ts';
import { NOTHING_ADDED } from '../../core/annotations/annotation.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { serialiseStore } from '../../core/annotations/store.ts';
import type { AnalysisReport } from '../../core/analysis/report.ts';
import { useHashiya } from './hashiya.ts';
import type { Run } from './hashiya.ts';

const { run: hashiya, write: file, read, folder, program } = useHashiya();

const reports = ({ out }: Run): AnalysisReport[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AnalysisReport);

/** An article in which the engine surely finds a country. */
const TEXT = 'زار الرئيس مصر أمس.\n';

describe('analyze', () => {
  test('prints one object a line per file, in the order of the files', () => {
    const run = hashiya('analyze', file('b.txt', TEXT), file('a.txt', ''));
    expect(run).toMatchObject({ status: 0, err: '' });
    expect(reports(run).map(({ file: name }) => name)).toEqual(['b.txt', 'a.txt']);
    expect(reports(run)[0]?.entities.map(({ text }) => text)).toContain('مصر');
  });

  test('with --weak lists what is less sure among the others, flagged; without, nothing of the kind', () => {
    const samples = path.join(import.meta.dirname, '../../samples/articles');
    const names = readdirSync(samples).map((name) => path.join(samples, name));
    const entitiesWith = (...options: string[]) =>
      reports(hashiya('analyze', ...options, ...names)).flatMap(({ entities }) => entities);
    const sure = entitiesWith();
    const all = entitiesWith('--weak');
    expect(sure.filter(({ weak }) => weak !== undefined)).toEqual([]);
    expect(all.filter(({ weak }) => !weak)).toEqual(sure);
    expect(all.length).toBeGreaterThan(sure.length);
    const least = Math.min(...sure.map(({ confidence }) => confidence));
    for (const { text, weak, confidence } of all) if (weak) expect(confidence, text).toBeLessThan(least);
  });

  const units: readonly [unit: string, before: string, start: number][] = [
    ['codepoint', '😀\r\n', 3],
    ['utf16', '😀\r\n', 4],
    ['byte', '😀\r\n', 6],
    ['codepoint', '\ufeff', 1],
    ['utf16', '\ufeff', 1],
    ['byte', '\ufeff', 3],
  ];
  test.each(units)('--offsets %s counts what stands before: %j', (unit, before, start) => {
    const run = hashiya('analyze', '--offsets', unit, file('a.txt', before + 'مصر'));
    const [report] = reports(run);
    expect(report?.offsets).toBe(unit);
    expect(report?.entities.map((entity) => [entity.text, entity.start])).toEqual([['مصر', start]]);
  });

  test('a bad file is told, the others are analysed, and the status is 1', () => {
    const wrongUtf8 = Buffer.concat([Buffer.from('سطر\n'), Buffer.from([0xc7, 0xe1])]);
    const run = hashiya(
      'analyze',
      'missing.txt',
      file('binary.txt', Uint8Array.of(137, 80, 78, 71, 0, 1, 2)),
      file('wrong.txt', wrongUtf8),
      file('plain16.txt', Buffer.from('مصر في القلب', 'utf16le')),
      file('good.txt', TEXT),
    );
    expect(run.status).toBe(1);
    expect(run.err.trim().split('\n')).toEqual([
      'hashiya: missing.txt: there is no such file',
      'hashiya: binary.txt: this is a binary file, no text (byte 4)',
      'hashiya: wrong.txt: this is not UTF-8: byte 7 (0xc7, line 2) fits nowhere; if the file is older Arabic text, say --encoding windows-1256',
      'hashiya: plain16.txt: this looks like UTF-16 without a byte order mark; say --encoding utf-16le',
    ]);
    expect(reports(run).map(({ file: name }) => name)).toEqual(['good.txt']);
  });

  test('of a folder, lines that recur in its files are boilerplate; --no-recurrence looks at each by itself', () => {
    const pitch = 'نرافق أهل السهل في أفراحهم وأحزانهم ونحمل همومهم إلى كل بيت في البلاد.';
    const towns = ['حلب', 'بيروت', 'صنعاء', 'تونس', 'الرباط', 'عمان'];
    for (const [n, town] of towns.entries())
      file(
        `news/${n}.txt`,
        [
          `افتتاح مدرسة جديدة في ${town}`,
          `قال محافظ ${town} إن المدرسة الجديدة ستستقبل تلاميذ ${town} بعد ${n + 2} أشهر من العمل.`,
          `وأضاف أن كلفتها بلغت ${n + 5} ملايين دينار دفعتها ${town} من ميزانيتها.`,
          pitch,
        ].join('\n'),
      );
    file('empty/notes.md', 'x');
    const classes = (...args: string[]): string[][] =>
      reports(hashiya('analyze', ...args)).map(({ lines }) => lines.map((line) => line.class));
    const article = ['headline', 'body', 'body'];
    expect(classes('news')).toEqual(towns.map(() => [...article, 'subscribe']));
    expect(classes('--no-recurrence', 'news')).toEqual(towns.map(() => [...article, 'body']));
    expect(classes('news/0.txt', 'news/1.txt', 'news/2.txt')).toEqual(
      [0, 1, 2].map(() => [...article, 'body']),
    );
    expect(reports(hashiya('analyze', 'news'))[0]?.file).toBe(path.join('news', '0.txt'));
    expect(hashiya('analyze', 'empty')).toEqual({
      status: 1,
      out: '',
      err: 'hashiya: empty: there are no articles here; "include" in hashiya.json says which files are\n',
    });
  });

  test('reads UTF-16 with a byte order mark, and windows-1256 when told', () => {
    const utf16 = Buffer.from('\ufeff' + TEXT, 'utf16le');
    const swapped = Buffer.from(utf16).swap16();
    // زار مصر in windows-1256.
    const older = Uint8Array.of(0xd2, 0xc7, 0xd1, 0x20, 0xe3, 0xd5, 0xd1);
    const run = hashiya('analyze', file('le.txt', utf16), file('be.txt', swapped));
    expect(run).toMatchObject({ status: 0, err: '' });
    const [le, be] = reports(run);
    expect(le?.entities.map(({ text, start }) => [text, start])).toContainEqual(['مصر', TEXT.indexOf('مصر')]);
    expect(be?.entities).toEqual(le?.entities);
    const [report] = reports(hashiya('analyze', '--encoding', 'windows-1256', file('w.txt', older)));
    expect(report?.entities.map(({ text, start, end }) => [text, start, end])).toEqual([['مصر', 4, 7]]);
  });

  test('is silent when its reader has seen enough', async () => {
    const names = Array.from({ length: 60 }, (_, i) => file(`${i}.txt`, TEXT.repeat(200)));
    const child = spawn(process.execPath, [program, 'analyze', ...names], {
      cwd: folder(),
    });
    let err = '';
    child.stderr.on('data', (data) => (err += String(data)));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([err, status]).toEqual(['', 0]);
  });

  test.skipIf(!existsSync('/dev/full'))('says that the disk is full, and ends with status 2', () => {
    const full = openSync('/dev/full', 'w');
    try {
      const run = spawnSync(process.execPath, [program, 'analyze', file('a.txt', TEXT)], {
        cwd: folder(),
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      expect(run.stderr).toMatch(/^hashiya: the output could not be written whole: .*no space left.*\n$/);
      expect(run.status).toBe(2);
    } finally {
      closeSync(full);
    }
  });
});

const annotate = (text: string, words: string, label: string, more: Partial<Annotation> = {}): Annotation => {
  const start = text.indexOf(words);
  return {
    id: crypto.randomUUID(),
    family: 'entity',
    label,
    decision: 'accepted',
    anchor: makeAnchor(text, { start, end: start + words.length }),
    speaker: null,
    cue: null,
    canonical: words,
    provenance: {
      annotator: 'huda',
      created: '2026-01-01T00:00:00Z',
      modified: '2026-01-01T00:00:00Z',
      source: 'hand',
    },
    ...NOTHING_ADDED,
    ...more,
  };
};

/** Writes an article with annotations into the project. */
function annotated(
  article: string,
  text: string,
  annotations: readonly Annotation[],
  annotator = 'huda',
): void {
  file(article, text);
  file(`annotations/${annotator}/${article}.jsonl`, serialiseStore(text, article, '0.1.0', annotations));
}

describe('export', () => {
  const line = 'زار بوتين والكرملين أمس.\n';

  test('writes a dataset of the annotated articles and says what it did', () => {
    annotated('articles/a.txt', line, [annotate(line, 'بوتين', 'PER'), annotate(line, 'الكرملين', 'ORG')]);
    file('articles/b.txt', TEXT);
    const run = hashiya('export', '--format', 'spacy-jsonl', '--boilerplate', '-o', 'out/data.jsonl');
    expect(run).toMatchObject({ status: 0, out: '' });
    expect(run.err).toContain('1 article without annotations left out');
    expect(run.err).toContain('Wrote 1 article with 2 spans to out/data.jsonl; 0 lost or changed.');
    const record = JSON.parse(read('out/data.jsonl')) as {
      text: string;
      entities: [number, number, string][];
    };
    expect(record.text).toBe(line);
    expect(record.entities).toEqual([
      [4, 9, 'PER'],
      [11, 19, 'ORG'],
    ]);
    expect(readdirSync(folder('out'))).toEqual(['data.jsonl']);
  });

  test('--strict ends with 1 where a span is lost or changed, and each is told', () => {
    annotated('a.txt', line, [annotate(line, 'الكرملين', 'ORG')]);
    const whole = hashiya('export', '.', '-f', 'conll', '--boilerplate', '--strict');
    expect(whole.status).toBe(1);
    expect(whole.err).toContain(
      'a.txt:1: ORG «الكرملين»: it begins or ends inside a word; widened to whole words.',
    );
    expect(whole.out).toContain('والكرملين _ _ B-ORG');
    expect(hashiya('export', '.', '-f', 'conll-clitics', '--boilerplate', '--strict').status).toBe(0);
  });

  test('many losses are told in short, and in full in the file asked for', () => {
    const text = 'زار والكرملين. '.repeat(30);
    const annotations = Array.from({ length: 30 }, (_, i) => {
      const start = text.indexOf('الكرملين', i * 15);
      return annotate(text, 'الكرملين', 'ORG', { anchor: makeAnchor(text, { start, end: start + 8 }) });
    });
    annotated('a.txt', text, annotations);
    const run = hashiya(
      'export',
      '-f',
      'conll',
      '--boilerplate',
      '-o',
      'd.conll',
      '--losses',
      'losses.jsonl',
    );
    expect(run.status).toBe(0);
    expect(run.err).toContain('… and 20 more of this kind; --losses writes them all.');
    expect(run.err).toContain('30 lost or changed.');
    const rows = read('losses.jsonl').trim().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { reason: string }).reason)).toEqual(
      Array(30).fill('widened'),
    );
  });

  test('--marks takes in the engine’s suggestions as silver', () => {
    file('a.txt', TEXT);
    const without = hashiya('export');
    expect(without.status).toBe(2);
    expect(without.err).toContain('nobody has annotated here yet; --marks');
    const run = hashiya('export', '--marks', '--boilerplate');
    expect(run.status).toBe(0);
    const record = JSON.parse(run.out) as { meta: { spans: { entities: { silver: boolean }[] } } };
    expect(record.meta.spans.entities.length).toBeGreaterThan(0);
    expect(record.meta.spans.entities.every(({ silver }) => silver)).toBe(true);
  });

  test('the project file says what is not said', () => {
    file('hashiya.json', '{ "include": ["in/*.txt"], "export": { "format": "conll", "boilerplate": true } }');
    annotated('in/a.txt', line, [annotate(line, 'بوتين', 'PER')]);
    expect(hashiya('export').out).toMatch(/^-DOCSTART- -X- -X- O\n\nزار _ _ O\nبوتين _ _ B-PER\n/);
  });

  test('of several annotators one is to be chosen', () => {
    annotated('a.txt', line, [annotate(line, 'بوتين', 'PER')]);
    annotated('a.txt', line, [annotate(line, 'بوتين', 'ORG')], 'salma');
    const undecided = hashiya('export', '-f', 'conll');
    expect(undecided).toMatchObject({ status: 2, out: '' });
    expect(undecided.err).toContain(
      'several people annotated here (huda, salma): choose one with --annotator',
    );
    expect(hashiya('export', '-f', 'conll', '-a', 'salma', '--boilerplate').out).toContain('بوتين _ _ B-ORG');
    expect(hashiya('export', '-a', 'omar').err).toContain('there are no annotations by "omar"');
  });

  test('an article or annotation file that cannot be read is told, and the others are exported', () => {
    annotated('a.txt', line, [annotate(line, 'بوتين', 'PER')]);
    annotated('b.txt', line, [annotate(line, 'بوتين', 'PER')]);
    annotated('c.txt', line, [annotate(line, 'بوتين', 'PER')]);
    file('b.txt', Uint8Array.of(0xc7, 0xe1));
    file('annotations/huda/c.txt.jsonl', Uint8Array.of(0x7b, 0xff));
    const run = hashiya('export', '-f', 'conll', '--boilerplate');
    expect(run.status).toBe(1);
    expect(run.err).toMatch(/^hashiya: b\.txt: this is not UTF-8/m);
    expect(run.err).toMatch(/^hashiya: annotations\/huda\/c\.txt\.jsonl: this is not UTF-8: byte 1/m);
    expect(run.out.match(/-DOCSTART-/g)).toHaveLength(1);
    expect(hashiya('check')).toMatchObject({ status: 1, out: '' });
  });

  test('annotations whose article is gone are told, and the status is 1', () => {
    annotated('a.txt', line, [annotate(line, 'بوتين', 'PER')]);
    rmSync(folder('a.txt'));
    const run = hashiya('export');
    expect(run.status).toBe(1);
    expect(run.err).toContain('annotations/huda/a.txt.jsonl: the project has no article a.txt');
  });
});

describe('check', () => {
  const line = 'زار بوتين موسكو أمس، ثم عاد بوتين.\n';

  test('a sound project has status 0', () => {
    annotated('a.txt', line, [annotate(line, 'بوتين', 'PER')]);
    expect(hashiya('check')).toEqual({
      status: 0,
      out: '',
      err: '1 annotation in 1 file: 0 errors, 0 warnings.\n',
    });
  });

  test('tells each finding with its place, and ends with 1 for errors', () => {
    file('hashiya.json', '{\n  "labels": { "only": ["PERSON"] },\n  "annotators": ["huda"]\n}');
    annotated('a.txt', line, [
      annotate(line, 'بوتين', 'PER'),
      annotate(line, 'بوتين موسكو', 'PER'),
      annotate(line, 'أمس', 'NOSUCH'),
    ]);
    file('a.txt', line.replace('أمس', 'غدا'));
    annotated('gone.txt', line, []);
    rmSync(folder('gone.txt'));
    file('annotations/salma/b.txt.jsonl', '{"broken\n');
    file('b.txt', line);
    const run = hashiya('check');
    expect(run.status).toBe(1);
    expect(run.out.trim().split('\n')).toEqual([
      'hashiya.json:2:24: error: The default scheme has no label "PERSON". Labels of the project\'s own stand in "labels.add".',
      'annotations/huda/a.txt.jsonl: warning: the article has changed since; its annotations were found again, and are written anew at the next change',
      'a.txt:1: error: PER «بوتين» overlaps PER «بوتين موسكو», both by huda',
      expect.stringMatching(/^a\.txt: error: the project's scheme has no label NOSUCH/),
      'a.txt: error: NOSUCH «أمس» by huda is no longer in the text; place it anew or remove it',
      'annotations/huda/gone.txt.jsonl: error: there is no article gone.txt; was it moved or renamed?',
      expect.stringMatching(/^annotations\/salma\/b\.txt\.jsonl:1: error: the file has no header line/),
      expect.stringMatching(/^annotations\/salma\/b\.txt\.jsonl:1: error: the line cannot be read/),
      'annotations/salma/b.txt.jsonl: error: "salma" is not among the "annotators" of hashiya.json',
    ]);
  });

  test.each([
    ['{"export": {"format": "nope"}}', 'there is no format "nope"; there are spacy-jsonl'],
    ['{"export": {"split": "eighty"}}', '80/10/10'],
    ['{"export": {"labels": ["XX"]}}', 'there is no label "XX"'],
  ])('%s: an export that cannot be is told before it is tried', (content, words) => {
    file('a.txt', line);
    file('hashiya.json', content);
    const run = hashiya('check');
    expect(run.status).toBe(1);
    expect(run.out).toMatch(/^hashiya\.json: error: "export": /);
    expect(run.out).toContain(words);
  });

  test('what annotators disagree on, and a name under two labels, are warnings; --strict makes them count', () => {
    const second = line.lastIndexOf('بوتين');
    const again = { anchor: makeAnchor(line, { start: second, end: second + 5 }) };
    annotated('a.txt', line, [annotate(line, 'بوتين', 'PER'), annotate(line, 'بوتين', 'ORG', again)]);
    annotated('a.txt', line, [annotate(line, 'بوتين', 'PER'), annotate(line, 'موسكو', 'GPE')], 'salma');
    const run = hashiya('check');
    expect(run.status).toBe(0);
    const warnings = run.out.trim().split('\n');
    expect(warnings).toContain('a.txt:1: warning: huda has ORG «بوتين», salma has nothing there');
    expect(warnings).toContain('a.txt: warning: «بوتين» has 2 labels: PER ×1 (a.txt:1), ORG ×1 (a.txt:1)');
    expect(hashiya('check', '--strict').status).toBe(1);
  });
});

describe('the program', () => {
  test('helps with every command, and says its version', () => {
    for (const args of [
      ['--help'],
      ['analyze', '--help'],
      ['export', '--help'],
      ['check', '--help'],
      ['help', 'check'],
    ])
      expect(hashiya(...args), args.join(' ')).toMatchObject({
        status: 0,
        err: '',
        out: expect.stringMatching(/^Usage: hashiya/),
      });
    const { version } = JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'),
    ) as { version: string };
    expect(hashiya('--version').out).toBe(`${version}\n`);
  });

  const wrong: readonly [args: string[], message: string][] = [
    [[], 'Usage: hashiya'],
    [['analyse'], "unknown command 'analyse'"],
    [['analyze'], "missing required argument 'file'"],
    [['analyze', '--offsets', 'words', 'x'], 'Allowed choices are codepoint, utf16, byte'],
    [['analyze', '--encoding', 'arabic-9', 'x'], 'windows-1256'],
    [['export', '-f', 'word'], 'Allowed choices are spacy-jsonl'],
    [['export', 'no-such-folder'], 'no-such-folder: there is no such folder'],
    [['check', 'no-such-folder'], 'no-such-folder: there is no such folder'],
  ];
  test.each(wrong)('%j ends with 2 and says why', (args, message) => {
    const run = hashiya(...args);
    expect([run.status, run.out]).toEqual([2, '']);
    expect(run.err).toContain(message);
  });
});
