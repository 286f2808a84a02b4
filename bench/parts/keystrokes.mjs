/**
 * From a key pressed to the new marks, through the real server over its standard streams: letters typed, a paragraph
 * pasted and taken back, at the start, in the middle and at the end of articles of 10 kB, 100 kB and 1 MB, and in an
 * article that is one line. The client asks behind each edit what VS Code asks: it calls the question for diagnostics off
 * and puts it anew. Every sixth key comes while the server looks at the whole article. When the typing rests, the client
 * waits for the marks of the whole article, the diagnostics, the outline and the folding ranges.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { Explained } from '../../scripts/lib/steps.mjs';
import { ROOT } from '../lib/core.mjs';
import { startLanguageServer } from '../lib/language-server.mjs';
import { percentile, rounded } from '../lib/tables.mjs';
import { newsArticles, sampleArticles } from '../lib/texts.mjs';

const SERVER = path.join(ROOT, 'dist/server.cjs');
const EMPTY = path.join(ROOT, 'bench/lib/empty-server.mjs');

const TYPED = ' وقال وزير الخارجية محمد العلي في القاهرة إن';
const PRACTICE = 24;
const KEYS = 42;
const PASTES = 12;

/** Between two keys, in milliseconds; the longer one is a pause in which the server begins with the whole article. */
const BEAT = 40;
const LONG_BEAT = 160;

/** How many bytes an article has. */
const SIZES = /** @type {const} */ ([
  ['10 kB', 10_000],
  ['100 kB', 100_000],
  ['1 MB', 1_000_000],
]);

const PLACES = /** @type {const} */ ([
  ['start', 0.02],
  ['middle', 0.5],
  ['end', 0.97],
]);

/** @typedef {{ processor: number, wall: number, sent: number, received: number }} Cost what an edit took, in ms and bytes */
/** @typedef {Record<'type' | 'paste' | 'undo', Cost[]> & { rest: Cost[], deaf: number[] }} Costs */

/** An article of so many bytes, whole lines, of other articles one behind the other. */
function articleOf(/** @type {readonly string[]} */ articles, /** @type {number} */ bytes) {
  let text = '';
  let held = 0;
  for (let i = 0; held < bytes; i++)
    for (const line of `${articles[i % articles.length]}\n`.split('\n')) {
      if (held >= bytes) break;
      text += `${line}\n`;
      held += Buffer.byteLength(line) + 1;
    }
  return text;
}

/** An article in the client's editor. */
class OpenArticle {
  version = 1;
  /** @type {{ token: CancellationTokenSource, answer: Promise<unknown> } | null} */
  asked = null;
  /** @type {string | undefined} */
  resultId;
  /** The version whose marks came last, and the last whose marks are those of the whole article. */
  told = 0;
  whole = 0;
  /** @type {(() => void)[]} */
  waiting = [];

  constructor(
    /** @type {import('../lib/language-server.mjs').LanguageServer} */ server,
    /** @type {string} */ uri,
    /** @type {string} */ text,
  ) {
    this.server = server;
    this.uri = uri;
    this.text = text;
    for (const method of ['hashiya/articleChanged', 'hashiya/articleEdited'])
      server.connection.onNotification(method, ({ uri: of, version, provisional }) => {
        if (of !== uri) return;
        this.told = Math.max(this.told, version);
        if (!provisional) this.whole = Math.max(this.whole, version);
        for (const look of this.waiting.splice(0)) look();
      });
  }

  async until(/** @type {() => boolean} */ isSo) {
    const patience = performance.now() + 120_000;
    while (!isSo()) {
      if (performance.now() > patience)
        throw new Error('The server has not told of an edit for two minutes.');
      await new Promise((resolve) => this.waiting.push(() => resolve(undefined)));
    }
  }

  async open() {
    const { uri, version, text } = this;
    await this.server.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'article', version, text },
    });
    this.ask();
    await this.until(() => this.whole >= version);
  }

  /** Asks for diagnostics as VS Code does: the question before is called off. */
  ask() {
    this.asked?.token.cancel();
    const token = new CancellationTokenSource();
    const answer = this.server.connection
      .sendRequest(
        'textDocument/diagnostic',
        { textDocument: { uri: this.uri }, identifier: 'hashiya', previousResultId: this.resultId },
        token.token,
      )
      .then(
        (/** @type {any} */ report) => (this.resultId = report.resultId),
        () => undefined,
      );
    this.asked = { token, answer };
  }

  positionAt(/** @type {number} */ offset) {
    const before = this.text.slice(0, offset);
    return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
  }

  /** Has so many code units give way to others. @returns {Promise<Cost>} what it took until the new marks were there */
  async edit(/** @type {number} */ start, /** @type {number} */ end, /** @type {string} */ text) {
    const { server } = this;
    const range = { start: this.positionAt(start), end: this.positionAt(end) };
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    const version = ++this.version;
    const before = this.#meter();
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version },
      contentChanges: [{ range, text }],
    });
    this.ask();
    await this.until(() => this.told >= version);
    return this.#since(before);
  }

  /** What is asked when the typing rests. @returns {Promise<Cost & { deaf: number }>} with the longest wait for an answer to nothing */
  async rest() {
    const { server, uri, version } = this;
    const before = this.#meter();
    let isOver = false;
    const probing = this.#probe(() => isOver);
    await Promise.all([this.until(() => this.whole >= version), this.asked?.answer]);
    for (const method of ['textDocument/documentSymbol', 'textDocument/foldingRange'])
      await server.connection.sendRequest(method, { textDocument: { uri } }).catch(() => null);
    const cost = this.#since(before);
    isOver = true;
    return { ...cost, deaf: await probing };
  }

  /** Asks nothing every few milliseconds. @returns {Promise<number>} the longest that an answer took, in milliseconds */
  async #probe(/** @type {() => boolean} */ isOver) {
    let longest = 0;
    while (!isOver()) {
      const since = performance.now();
      await this.server.connection.sendRequest('bench/nothing').catch(() => null);
      longest = Math.max(longest, performance.now() - since);
      await pause(3);
    }
    return longest;
  }

  #meter() {
    const { server } = this;
    return [server.processorTime(), performance.now(), server.sent(), server.received()];
  }

  /** @returns {Cost} */
  #since(/** @type {readonly number[]} */ before) {
    const [processor = 0, wall = 0, sent = 0, received = 0] = this.#meter().map(
      (now, i) => now - (before[i] ?? 0),
    );
    return { processor, wall, sent, received };
  }
}

/** The offset behind a word near the middle of a line that is no heading, so far into the article. */
function placeIn(/** @type {string} */ text, /** @type {number} */ share) {
  let offset = Math.floor(text.length * share);
  for (let tries = 0; tries < 50; tries++) {
    const start = text.lastIndexOf('\n', offset) + 1;
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    const blank = text.indexOf(' ', Math.max(offset, start + 30));
    if (blank >= 0 && blank < end) return blank;
    offset = end + 1 < text.length ? end + 1 : 0;
  }
  return text.indexOf(' ');
}

/** Types at a place, key by key; then pastes a paragraph before its line and takes it back, again and again. */
async function editAt(
  /** @type {OpenArticle} */ article,
  /** @type {number} */ share,
  /** @type {{ keys: number, pastes: number }} */ { keys, pastes },
) {
  /** @type {Costs} */
  const costs = { type: [], paste: [], undo: [], rest: [], deaf: [] };
  const rest = async () => {
    const { deaf, ...cost } = await article.rest();
    costs.rest.push(cost);
    costs.deaf.push(deaf);
  };
  let caret = placeIn(article.text, share);
  for (let i = 0; i < keys; i++) {
    costs.type.push(await article.edit(caret, caret, TYPED[i % TYPED.length] ?? ' '));
    caret++;
    await pause(i % 6 === 5 ? LONG_BEAT : BEAT);
  }
  await rest();
  const paragraph = `${PARAGRAPH}\n`;
  const line = article.text.lastIndexOf('\n', caret) + 1;
  for (let i = 0; i < pastes; i++) {
    costs.paste.push(await article.edit(line, line, paragraph));
    await pause(i % 6 === 5 ? LONG_BEAT : BEAT);
    costs.undo.push(await article.edit(line, line + paragraph.length, ''));
    await pause(BEAT);
  }
  await rest();
  return costs;
}

const PARAGRAPH =
  'أعلن وزير الطاقة سامر الحداد، اليوم الأحد في عمّان، أن بلاده وقعت مع شركة الأفق للطاقة اتفاقية قيمتها 120 مليون دولار لبناء محطة شمسية قرب العقبة. وقال الحداد: «ستعمل المحطة في نهاية عام 2027 وتكفي ثلاثين ألف منزل»، مضيفا أن البنك الدولي يمول ثلث المشروع.';

/** @returns {Promise<Costs>} */
async function measure(
  /** @type {string} */ script,
  /** @type {string} */ text,
  /** @type {readonly number[]} */ shares,
  /** @type {{ keys: number, pastes: number }} */ edits,
) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya-keystrokes-'));
  const root = pathToFileURL(folder).href;
  const server = await startLanguageServer(script, root);
  try {
    const article = new OpenArticle(server, `${root}/article.txt`, text);
    await article.open();
    await editAt(article, 0.3, { keys: Math.min(PRACTICE, edits.keys), pastes: Math.min(4, edits.pastes) });
    /** @type {Costs} */
    const all = { type: [], paste: [], undo: [], rest: [], deaf: [] };
    for (const share of shares) {
      const costs = await editAt(article, share, edits);
      all.type.push(...costs.type);
      all.paste.push(...costs.paste);
      all.undo.push(...costs.undo);
      all.rest.push(...costs.rest);
      all.deaf.push(...costs.deaf);
    }
    await server.stop();
    return all;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const of = (
  /** @type {readonly Cost[]} */ costs,
  /** @type {keyof Cost} */ what,
  /** @type {number} */ share,
) =>
  percentile(
    costs.map((cost) => cost[what]),
    share,
  );

const kilobytes = (/** @type {number} */ bytes) => rounded(bytes / 1000);

/** Times in milliseconds; the median and the tail of every place together, and by place where that is another. */
export async function run() {
  if (!existsSync(SERVER)) throw new Explained('The server is not built yet: npm run build.');
  const articles = newsArticles() ?? sampleArticles();
  const edits = /** @type {const} */ (['type', 'paste', 'undo']);
  /** @type {(string | number)[][]} */
  const rows = [];
  /** @type {(string | number)[][]} */
  const rests = [];
  /** @type {Map<string, number>} */
  const smallest = new Map();
  const add = (/** @type {string} */ name, /** @type {string} */ place, /** @type {Costs} */ costs) => {
    for (const edit of edits) {
      const own = costs[edit];
      if (own.length === 0) continue;
      const median = of(own, 'processor', 0.5);
      const key = `${edit} ${place}`;
      const least = smallest.get(key) ?? median;
      smallest.set(key, least);
      rows.push([
        `${name}, ${place}: ${edit}`,
        rounded(median, 2),
        rounded(of(own, 'processor', 0.95), 2),
        rounded(of(own, 'processor', 0.99), 2),
        `× ${rounded(median / least)}`,
        rounded(of(own, 'wall', 0.5), 1),
        rounded(of(own, 'wall', 0.95), 1),
        kilobytes(of(own, 'sent', 0.5)),
        kilobytes(of(own, 'received', 0.5)),
        kilobytes(of(own, 'received', 1)),
      ]);
    }
    rests.push([
      `${name}, ${place}`,
      rounded(of(costs.rest, 'processor', 0.5), 1),
      rounded(of(costs.rest, 'wall', 0.5), 0),
      rounded(percentile(costs.deaf, 1), 1),
      kilobytes(of(costs.rest, 'received', 0.5)),
    ]);
  };
  const empty = await measure(EMPTY, articleOf(articles, 1_000_000), [0.5], { keys: KEYS, pastes: PASTES });
  for (const [name, bytes] of SIZES) {
    const text = articleOf(articles, bytes);
    for (const [place, share] of PLACES)
      add(name, place, await measure(SERVER, text, [share], { keys: KEYS, pastes: PASTES }));
  }
  add('an empty server, 1 MB', 'middle', empty);
  for (const [name, bytes, keys] of /** @type {const} */ ([
    ['10 kB in one line', 10_000, 24],
    ['100 kB in one line', 100_000, 12],
    ['1 MB in one line', 1_000_000, 3],
  ]))
    add(
      name,
      'middle',
      await measure(SERVER, articleOf(articles, bytes).replaceAll('\n', ' ').trim(), [0.5], {
        keys,
        pastes: 0,
      }),
    );
  return [
    {
      caption: 'From an edit to the new marks of its paragraph',
      columns: [
        'article, place: edit',
        'p50 ms',
        'p95',
        'p99',
        'to 10 kB',
        'waited p50 ms',
        'p95',
        'kB to the server',
        'kB back',
        'most',
      ],
      rows,
      notes: [
        'Processor time of the server’s main thread from the moment that the edit is written to the arrival of its new marks; «waited» is what the client’s clock says of the same, the client’s own work and the machine’s other work included. The row of the empty server, which keeps the text alone, tells what of it any server takes.',
      ],
    },
    {
      caption: 'When the typing rests: the whole article looked at again',
      columns: [
        'article, place',
        'ms of processor',
        'ms until all is there',
        'longest without an answer, ms',
        'kB back',
      ],
      rows: rests,
      notes: [
        'From the last edit until the marks of the whole article, diagnostics, outline and folding ranges were there; the pause that tells rest from typing (120 ms) is in the second figure. Meanwhile the client asks something that costs nothing, again and again: the longest wait is how long the server was deaf.',
      ],
    },
  ];
}
