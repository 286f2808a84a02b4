/** `hashiya analyze` over many articles: as a filter, on several threads, killed and gone on with. */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { AnalysisReport } from '../../core/analysis/report.ts';
import { useHashiya } from './hashiya.ts';

const { runOn, run: hashiya, write: file, read: content, folder, program } = useHashiya();

type Report = AnalysisReport & { readonly meta: Readonly<Record<string, unknown>> };
const reports = (out: string): Report[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Report);

const TOWNS = ['حلب', 'بيروت', 'صنعاء', 'تونس', 'الرباط', 'عمان', 'الخرطوم', 'طرابلس'];
const PITCH = 'نرافق أهل السهل في أفراحهم وأحزانهم ونحمل همومهم إلى كل بيت في البلاد.';

/** An article of our own, as long as `n` tells. */
function article(n: number): string {
  const town = TOWNS[n % TOWNS.length] ?? '';
  const paragraphs = Array.from(
    { length: 1 + (n % 5) },
    (_, i) => `وأضاف محافظ ${town} سامي الراوي أن كلفة المرحلة ${i + 1} بلغت ${n + 5} ملايين دينار.`,
  );
  return [`افتتاح المدرسة ${n} في ${town}`, ...paragraphs, PITCH].join('\n');
}

/** A folder of articles, one of which cannot be read. */
function articles(count: number): void {
  for (let n = 0; n < count; n++) file(`news/${String(n).padStart(4, '0')}.txt`, article(n));
  file('news/0003.txt', Uint8Array.of(0xc7, 0xe1));
}

/** The same as JSON Lines, with a line that cannot be read. */
const records = (count: number): string =>
  Array.from({ length: count }, (_, n) =>
    n === 3 ? '{"broken' : JSON.stringify({ id: n, text: article(n), outlet: 'السهل' }),
  ).join('\n') + '\n';

describe('analyze --jsonl', () => {
  test('gives a report a line, with the other fields under "meta", in the order of the input', () => {
    const run = runOn(records(3), 'analyze', '--jsonl');
    expect(run).toMatchObject({ status: 0, err: '' });
    expect(reports(run.out).map(({ meta }) => meta)).toEqual(
      [0, 1, 2].map((id) => ({ id, outlet: 'السهل' })),
    );
    expect(reports(run.out).map(({ file: name }) => name)).toEqual(['-', '-', '-']);
  });

  test('the report is that of the same text in a file', () => {
    for (let n = 0; n < 4; n++) file(`${n}.txt`, article(n));
    const names = [0, 1, 2, 3].map((n) => `${n}.txt`);
    const lines = names.map((name) => JSON.stringify({ file: name, text: content(name) })).join('\n');
    const fromLines = hashiya('analyze', '--weak', '--jsonl', file('in.jsonl', lines));
    const fromFiles = hashiya('analyze', '--weak', ...names);
    expect(fromLines.out.replaceAll(',"meta":{}}\n', '}\n')).toBe(fromFiles.out);
  });

  test('CRLF, a byte order mark, empty lines and a last line without newline are no matter', () => {
    const plain = runOn(records(2), 'analyze', '--jsonl');
    const [first = '', second = ''] = records(2).trim().split('\n');
    const odd = runOn(`\ufeff\r\n${first}\r\n\r\n  \r\n${second}`, 'analyze', '--jsonl', '-');
    expect(odd).toEqual(plain);
  });

  test('bad lines are told with their number, the others go on, and the status is 1', () => {
    const good = JSON.stringify({ text: article(0) });
    const lines = [good, '{"text":', '[]', '{"title":"x"}', '{"text":1}', '', good];
    const run = hashiya('analyze', '--jsonl', file('in.jsonl', lines.join('\n')), 'missing.jsonl');
    expect(run.status).toBe(1);
    expect(reports(run.out)).toHaveLength(2);
    expect(run.err.trim().split('\n')).toEqual([
      expect.stringMatching(/^hashiya: in\.jsonl:2: this is not JSON/),
      'hashiya: in.jsonl:3: this is no JSON object',
      'hashiya: in.jsonl:4: there is no field "text"; say with --text-field which one has the article',
      'hashiya: in.jsonl:5: the field "text" is no string',
      'hashiya: missing.jsonl: there is no such file',
    ]);
  });

  test('bad bytes and UTF-16 are told, and are not repaired', () => {
    const wrong = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xc7]), Buffer.from('"}\n')]);
    expect(runOn(wrong, 'analyze', '--jsonl').err).toBe(
      'hashiya: -:1: this is not UTF-8, as JSON Lines are\n',
    );
    const wide = Buffer.from('\ufeff{"text":"خبر"}\n', 'utf16le');
    expect(runOn(wide, 'analyze', '--jsonl').err).toContain('this is UTF-16, and JSON Lines are UTF-8');
  });

  test.each([
    ['codepoint', 1],
    ['utf16', 1],
    ['byte', 3],
  ])('--offsets %s counts a byte order mark in the text as %i, as in a file', (unit, start) => {
    const run = runOn(JSON.stringify({ text: '\ufeffمصر' }), 'analyze', '--jsonl', '--offsets', unit);
    expect(reports(run.out)[0]?.entities.map((entity) => [entity.text, entity.start])).toEqual([
      ['مصر', start],
    ]);
  });

  test('--text-field says where the article is; a very long one is analysed, too', () => {
    const long = `${article(0)}\n`.repeat(2000);
    const run = runOn(JSON.stringify({ body: long, text: 7 }), 'analyze', '--text-field', 'body');
    const [report] = reports(run.out);
    expect(report?.meta).toEqual({ text: 7 });
    expect(report?.lines).toHaveLength(long.trim().split('\n').length);
  });

  test('an endless stream is read no faster than its reports are', async () => {
    const line = `${JSON.stringify({ text: article(1) })}\n`;
    const child = spawn(process.execPath, [program, 'analyze', '--jsonl', '-j', '2'], { cwd: folder() });
    let sent = 0;
    child.stdin.on('error', () => undefined);
    const feed = (): void => {
      while (!child.stdin.destroyed && child.stdin.write(line.repeat(50))) sent += 50;
      sent += 50;
    };
    child.stdin.on('drain', feed);
    feed();
    // Nobody takes its output: what it reads, too, comes to a stop.
    await new Promise((resolve) => child.stdout.once('readable', () => resolve(undefined)));
    let before = -1;
    for (let waits = 0; before !== sent && waits < 60; waits++) {
      before = sent;
      await setTimeout(1500);
    }
    expect(sent).toBe(before);
    child.kill('SIGKILL');
  });
});

describe('analyze --jobs', () => {
  test('gives the same bytes as one thread does, errors among them', () => {
    articles(60);
    file('in.jsonl', records(60));
    for (const args of [['news'], ['--no-recurrence', '--weak', 'news'], ['--jsonl', 'in.jsonl']]) {
      const one = hashiya('analyze', ...args);
      expect(one.status).toBe(1);
      expect(reports(one.out)).toHaveLength(59);
      expect(hashiya('analyze', '--jobs', '3', ...args), args.join(' ')).toEqual(one);
    }
  });

  test('takes standard input as an article among others', () => {
    file('a.txt', article(1));
    const run = runOn(article(2), 'analyze', '-j', '2', 'a.txt', '-');
    expect(reports(run.out).map(({ file: name }) => name)).toEqual(['a.txt', '-']);
    expect(run.out).toBe(runOn(article(2), 'analyze', 'a.txt', '-').out);
  });
});

/** Runs until there are so many bytes more in the part of its output, and ends it; says by what it ended and what it told. */
async function broken(args: readonly string[], bytes: number, signal: NodeJS.Signals = 'SIGKILL') {
  const size = (): number => statSync(folder('out.jsonl.part'), { throwIfNoEntry: false })?.size ?? 0;
  const enough = size() + bytes;
  const child = spawn(process.execPath, [program, ...args], { cwd: folder() });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const by = new Promise<string | null>((resolve) => child.on('close', (_, ending) => resolve(ending)));
  while (child.exitCode === null && size() < enough) await setTimeout(2);
  child.kill(signal);
  return { by: await by, err };
}

describe('analyze --output --resume', () => {
  const ways: [what: string, args: string[], prepare: () => void][] = [
    ['a folder, in which lines recur', ['news'], () => articles(250)],
    ['a folder on two threads', ['-j', '2', 'news'], () => articles(250)],
    ['JSON Lines on two threads', ['-j', '2', '--jsonl', 'in.jsonl'], () => file('in.jsonl', records(250))],
  ];
  test.each(ways)(
    '%s: killed again and again, the results are those of one run',
    async (_, args, prepare) => {
      prepare();
      const resume = ['analyze', ...args, '-o', 'out.jsonl', '--resume'];
      // As soon as there is something; then each run must live on to get further than the last.
      for (const bytes of [1, 20_000, 20_000])
        expect(await broken(resume, bytes)).toMatchObject({ by: 'SIGKILL' });
      expect(hashiya(...resume).status).toBe(1);
      expect(content('out.jsonl')).toBe(hashiya('analyze', ...args).out);
    },
  );

  test('says what failed before it was taken up again, with status 1', async () => {
    file('in.jsonl', records(250));
    const args = ['analyze', '--jsonl', 'in.jsonl', '-o', 'out.jsonl', '--resume'];
    await broken(args, 20_000);
    const told = 'hashiya: out.jsonl: 1 input could not be read before the run was taken up again\n';
    expect(hashiya(...args)).toMatchObject({ status: 1, err: expect.stringContaining(told) as string });
    expect(hashiya(...args)).toMatchObject({
      status: 0,
      err: expect.stringContaining('through already') as string,
    });
  });

  test('a file that changed since is told, and so is a folder', async () => {
    articles(250);
    const args = ['analyze', 'news', '-o', 'out.jsonl', '--resume'];
    await broken(args, 1000);
    file('news/0249.txt', 'خبر آخر');
    const run = hashiya(...args);
    expect(run.status).toBe(2);
    expect(run.err).toContain('files in the folders were added, removed or changed since');
    expect(hashiya('analyze', 'news', '-o', 'out.jsonl')).toMatchObject({
      status: 2,
      err: expect.stringContaining('go on with it by --resume') as string,
    });
  });
});

describe('a signal that ends the program', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s leaves whole lines, and is what it ends by',
    async (signal) => {
      articles(250);
      const expected = hashiya('analyze', 'news').out;
      const child = spawn(process.execPath, [program, 'analyze', 'news', '-j', '2'], { cwd: folder() });
      const chunks: Buffer[] = [];
      let isSent = false;
      child.stdout.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (!isSent && Buffer.concat(chunks).length > 20_000) isSent = child.kill(signal);
      });
      const by = await new Promise((resolve) => child.on('close', (_, ending) => resolve(ending)));
      const out = Buffer.concat(chunks).toString();
      expect(by).toBe(signal);
      expect(out.endsWith('\n')).toBe(true);
      expect(out.length).toBeLessThan(expected.length);
      expect(expected.startsWith(out)).toBe(true);
    },
  );

  test('says how to go on', async () => {
    file('in.jsonl', records(250));
    const args = ['analyze', '--jsonl', 'in.jsonl', '-o', 'out.jsonl'];
    const { err } = await broken(args, 1, 'SIGINT');
    expect(err).toContain('hashiya: out.jsonl: stopped before the end; --resume goes on with it\n');
    hashiya(...args, '--resume');
    expect(content('out.jsonl')).toBe(hashiya('analyze', '--jsonl', 'in.jsonl').out);
  });
});

const wrong: readonly [args: string[], message: string][] = [
  [['--jobs', '0', 'a.txt'], 'Give a number from 1 on'],
  [['--jobs', 'two', 'a.txt'], 'Give a number from 1 on'],
  [['--resume', 'a.txt'], 'say which with --output'],
  [['--jsonl', '--encoding', 'windows-1256'], "cannot be used with option '--encoding"],
  [['-o', '.', 'a.txt'], 'this is no file'],
];
test.each(wrong)('analyze %j ends with 2 and says why', (args, message) => {
  const run = hashiya('analyze', ...args);
  expect([run.status, run.out]).toEqual([2, '']);
  expect(run.err).toContain(message);
});
