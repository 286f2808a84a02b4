/**
 * How fast articles are read from nothing, by what ours does on the way and by programs of others, in megabytes of UTF-8 a
 * second of processor time. Each reads in a process of its own: once, as it comes from its start, and once more, when its
 * code is compiled; an article at a time, so that none has to know how to read long texts.
 */
import { OWN_READERS } from '../lib/ours.mjs';
import { openReadings, upTo } from '../lib/readings.mjs';
import { repeatedArticles } from '../lib/seeds.mjs';
import { rounded } from '../lib/tables.mjs';
import { bytesOf, newsArticles } from '../lib/texts.mjs';
import { englishArticles } from '../peers/english.mjs';
import { installPeers } from '../peers/install.mjs';
import { PEERS } from '../peers/peers.mjs';

const REPEATED = 10e6;

/** As much as the slowest peer is given, for ours. */
const LITTLE = 5e4;

const WHOLE = OWN_READERS.at(-1)?.name ?? '';

const speed = (/** @type {number} */ bytes, /** @type {number | undefined} */ time = Number.NaN) => {
  const rate = bytes / 1e3 / time;
  return rounded(rate, rate < 1 ? 3 : rate < 100 ? 1 : 0);
};

/** Thousands of words in a megabyte of some texts. */
const wordsOf = (/** @type {readonly string[]} */ texts) =>
  rounded((texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) * 1e3) / bytesOf(texts), 0);

/** Ours by step, over raw news and over the seeds. */
async function ownTable(
  /** @type {Awaited<ReturnType<typeof openReadings>>} */ { read },
  /** @type {readonly string[]} */ news,
) {
  const { name, texts } = repeatedArticles(REPEATED);
  const rows = [];
  for (const { name: reader, does } of OWN_READERS) {
    const row = [reader, does];
    for (const articles of [news, texts]) {
      const reading = await read(reader, articles);
      if ('failed' in reading) row.push(reading.failed, '');
      else row.push(...reading.times.map((time) => speed(reading.bytes, time)));
    }
    rows.push(row);
  }
  return {
    caption: `Ours, MB a second of processor time: ${news.length} articles of news, and the ${name} repeated to 10 MB`,
    columns: ['', 'what it does', 'news, first pass', 'again', `${name}, first pass`, 'again'],
    rows,
  };
}

/** Peers, and ours over the same. */
async function peersTable(
  /** @type {Awaited<ReturnType<typeof openReadings>>} */ { read },
  /** @type {readonly string[]} */ news,
) {
  const speeches = englishArticles(Math.max(...PEERS.map(({ bytes }) => bytes)));
  const readers = [
    ...OWN_READERS.slice(-2).map((own) => ({ ...own, language: 'arabic', bytes: Infinity })),
    { name: WHOLE, does: 'the same, of little text', language: 'arabic', bytes: LITTLE },
    ...PEERS,
  ];
  let whole = Number.NaN;
  const rows = [];
  for (const { name, does, language, bytes: most } of readers) {
    const texts = upTo(language === 'arabic' ? news : speeches, most);
    const reading = await read(name, texts);
    const row = [name, does, language === 'arabic' ? 'Arabic' : 'English', speed(reading.bytes, 1e3)];
    if ('failed' in reading) rows.push([...row, '', reading.failed, '', '']);
    else {
      const { bytes, ready, times } = reading;
      const again = (times[1] ?? Number.NaN) / bytes;
      if (Number.isNaN(whole) && name === WHOLE) whole = again;
      rows.push([
        ...row,
        rounded(ready, 0),
        ...times.map((time) => speed(bytes, time)),
        Number.isNaN(whole) ? '' : rounded(again / whole, 2),
      ]);
    }
  }
  return {
    caption: 'Beside others',
    columns: [
      'program',
      'what it does',
      'text',
      'MB',
      'loading, ms',
      'first pass, MB/s',
      'again, MB/s',
      'time for a MB, × ours',
    ],
    rows,
    notes: [
      `The last column compares second passes: above 1 takes longer for a megabyte than the whole of Hashiya. It compares tasks that differ and, where the text is English, texts that differ: a megabyte of the news has ${wordsOf(news)} thousand words, one of the speeches ${wordsOf(speeches)}.`,
      'LanguageTool, which has Arabic, is neither in npm nor in Debian, so it is missing here.',
    ],
  };
}

/** @returns {Promise<import('../lib/tables.mjs').Table[]>} */
export async function run() {
  const news = newsArticles() ?? repeatedArticles(2e6).texts;
  const readings = await openReadings();
  try {
    const tables = [await ownTable(readings, news)];
    if (await installPeers()) tables.push(await peersTable(readings, news));
    return tables;
  } finally {
    readings.close();
  }
}
