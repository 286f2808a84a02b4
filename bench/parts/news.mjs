/**
 * Some 50 MB of raw news, each article read once by the steps of ours, as in a run over a corpus, where that lies beside
 * the project: new words come all the time.
 */
import { OWN_READERS } from '../lib/ours.mjs';
import { openReadings } from '../lib/readings.mjs';
import { rounded } from '../lib/tables.mjs';
import { bytesOf, newsRecords } from '../lib/texts.mjs';

/** Evenly from the whole file. */
const ARTICLES = 16_000;

/** @returns {Promise<import('../lib/tables.mjs').Table[] | null>} */
export async function run() {
  const articles = newsRecords(ARTICLES)?.map((record) => {
    const { title, text } = JSON.parse(record);
    return title ? `${title}\n${text}` : text;
  });
  if (!articles) return null;
  const readings = await openReadings();
  try {
    const rows = [];
    let floor = Number.NaN;
    for (const { name, does } of OWN_READERS) {
      const reading = await readings.read(name, articles, 1);
      if ('failed' in reading) rows.push([name, does, reading.failed, '']);
      else {
        const [time = Number.NaN] = reading.times;
        if (Number.isNaN(floor)) floor = time;
        rows.push([name, does, rounded(reading.bytes / 1e3 / time), rounded(time / floor)]);
      }
    }
    return [
      {
        caption: `${articles.length} articles of news, ${rounded(bytesOf(articles) / 1e6, 0)} MB, each read once`,
        columns: ['', 'what it does', 'MB/s', '× floor'],
        rows,
      },
    ];
  } finally {
    readings.close();
  }
}
