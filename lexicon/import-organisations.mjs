/**
 * Writes lexicon/club.tsv and lexicon/party.tsv from the lists in ../shared/data. Run: node lexicon/import-organisations.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA, readUsage, ROOT } from './usage.mjs';

const usage = await readUsage();
const gazetteer = path.join(DATA, 'gazetteer');

function write(/** @type {string} */ list, /** @type {string} */ head, /** @type {Set<string>} */ names) {
  const text = [...names].sort().map((name) => `${name}\n`);
  writeFileSync(
    path.join(ROOT, `lexicon/${list}.tsv`),
    `${head} Written by lexicon/import-organisations.mjs.\n${text.join('')}`,
  );
  console.log(`${list}: ${names.size}`);
}

/** Whether running text knows some word of the name as no ordinary word. */
const distinct = (/** @type {string} */ name) => {
  const words = usage.key(name).split(' ');
  const [first = ''] = words;
  const rare = words.filter((word) => usage.plain(word) <= usage.named(word) && usage.count(word) < 20_000);
  return words.length === 1
    ? rare.length === 1 &&
        first.length > 3 &&
        usage.plain(first) === 0 &&
        usage.named(first, 'GPE') === 0 &&
        usage.count(first) < 2000
    : rare.length > 0;
};

const clubs = new Set();
for (const raw of Object.values(
  JSON.parse(readFileSync(path.join(gazetteer, 'arwikicats/sports/Clubs_key.json'), 'utf8')),
)) {
  const name = String(raw)
    .replace(/\([^()]*\)/g, '')
    .replace(/^نادي /, '')
    .replace(/ (?:لكرة|لكره) .*$/, '')
    .replace(/ الرياضي$/, '')
    .trim();
  if (
    /^[\u0621-\u06d3 \-]+$/u.test(name) &&
    !/^(?:دوري|الدوري|كأس|بطولة|قائمة|منتخب|طواف|سباق|رابطة|اتحاد|الاتحاد)/.test(name) &&
    distinct(name)
  )
    clubs.add(name);
}
write('club', '# Clubs and teams, without the classifier "نادي".\n# source: ArWikiCats, MIT.', clubs);

const parties = new Set();
for (const row of readFileSync(path.join(gazetteer, 'partyfacts_arabic_script.tsv'), 'utf8')
  .split('\n')
  .slice(1)) {
  const cell = row.split('\t')[3] ?? '';
  for (const run of cell.match(/[\u0621-\u063a\u0641-\u0652][\u0621-\u063a\u0641-\u0652 ]+/gu) ?? []) {
    const name = run.trim();
    if (
      /[پچژگکی]/.test(cell) ||
      !/^(?:حزب|حركة|جبهة|تيار|التجمع|الحزب|الاتحاد|ائتلاف|الجبهة|التيار|الحركة|تجمع|كتلة|تحالف|التحالف|الائتلاف) /.test(
        name,
      )
    )
      continue;
    parties.add(name);
  }
}
write('party', '# Political parties.\n# source: Party Facts (partyfactsdata), MIT.', parties);
