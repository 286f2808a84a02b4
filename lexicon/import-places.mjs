/**
 * Writes lexicon/country.tsv from the Unicode CLDR and i18n-iso-countries, and lexicon/city.tsv from the lists of cities
 * and regions in ../shared/data. Names that are mostly ordinary words or persons are left out. Run: node lexicon/import-places.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA, readUsage, ROOT } from './usage.mjs';

const usage = await readUsage();
const json = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
const sorted = (/** @type {Map<string, string>} */ rows) =>
  [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}\t${value}\n`.replace('\t\n', '\n'))
    .join('');

const countries = new Map();
const territories = json(path.join(ROOT, 'node_modules/cldr-localenames-full/main/ar/territories.json'));
for (const [code, name] of Object.entries(territories.main.ar.localeDisplayNames.territories))
  if (/^[A-Z]{2}(?:-alt|$)/.test(code) && !/^(?:EU|EZ|UN|QO|XA|XB|ZZ)/.test(code))
    countries.set(name.replace(/ - .*/, ''), code.slice(0, 2));
for (const [code, names] of Object.entries(
  json(path.join(DATA, 'gazetteer/i18n-iso-countries-ar.json')).countries,
))
  for (const name of [names].flat()) if (!countries.has(name)) countries.set(name, code);
for (const name of [...countries.keys()])
  if (/[(:،]/.test(name) || usage.key(name).length < 3) countries.delete(name);
writeFileSync(
  path.join(ROOT, 'lexicon/country.tsv'),
  `# Countries and territories. Value: ISO 3166-1 alpha-2.
# source: Unicode CLDR ${json(path.join(ROOT, 'node_modules/cldr-localenames-full/package.json')).version} (cldr-localenames-full), Unicode-3.0; i18n-iso-countries, MIT.
# Written by lexicon/import-places.mjs; further spellings and former names are in place.tsv.
${sorted(countries)}`,
);

/** The name proper: without the classifier in front, without what stands in brackets. */
const bare = (/** @type {string} */ name) =>
  name
    .replace(/\([^()]*\)/g, '')
    .replace(/^(?:مدينة|محافظة|ولاية|مقاطعة|إقليم|منطقة|بلدية|قضاء|إمارة|مديرية|ناحية|دائرة) /, '')
    .replace(/ (?:أوبلاست|كراي)$/, '')
    .trim();

const cities = new Map();
const add = (/** @type {unknown} */ raw, /** @type {boolean} */ known) => {
  if (typeof raw !== 'string') return;
  const name = bare(raw);
  const key = usage.key(name);
  if (!/^[\u0621-\u06d3 \-]+$/u.test(name) || key.length < 3 || key.split(' ').length > 4) return;
  const words = key.split(' ');
  // Single words are kept where running text uses them as place names, or does not know them as anything else.
  if (words.length === 1) {
    const asName = usage.named(key, 'GPE alone');
    const otherwise = usage.plain(key) + usage.named(key, 'PER') + usage.named(key, 'ORG');
    if (otherwise > asName) return;
    if (asName === 0 && usage.count(key) > (known ? 4000 : 60)) return;
    if (key.length < 4 && asName === 0) return;
  } else if (words.every((word) => usage.plain(word) > 3 * usage.named(word))) return;
  if (
    /^(?:قبر|حي|قصر|معبد|شارع|سجن|قلعة|كنيسة|مسجد|الشرق الأوسط|آسيا|أوروبا|أفريقيا|إفريقيا|شمال|جنوب|غرب|شرق|وسط|نادي|جامعة|مطار|حزب|دوري|كأس|تاريخ|الدولة|مملكة|الإمبراطورية|سلطنة|خلافة|دولة|معركة|حرب|الدوري)/.test(
      name,
    )
  )
    return;
  if (!countries.has(name)) cities.set(name, '');
};
for (const row of readFileSync(path.join(DATA, 'gazetteer/cities.tsv'), 'utf8').split('\n').slice(1))
  add(row.split('\t')[3], true);
const wiki = path.join(DATA, 'gazetteer/arwikicats');
for (const file of ['cities/cities_full', 'geography/P17_PP', 'geography/New_Keys'])
  for (const name of Object.values(json(path.join(wiki, `${file}.json`)))) add(name, false);
for (const file of ['regions', 'regions2'])
  for (const group of Object.values(json(path.join(wiki, `geography/${file}.json`))))
    for (const name of Object.values(group)) add(name, true);
writeFileSync(
  path.join(ROOT, 'lexicon/city.tsv'),
  `# Cities, towns, provinces and states, without the classifier ("محافظة") in front.
# source: ArWikiCats, MIT; world-cities-translations by jamsshhayd, CC BY 4.0. Written by lexicon/import-places.mjs.
${sorted(cities)}`,
);
console.log(`${countries.size} countries, ${cities.size} cities and regions`);
