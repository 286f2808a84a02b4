/**
 * Writes lexicon/given-name.tsv, family-name.tsv, foreign-name.tsv and known-person.tsv from the lists of persons in
 * ../shared/data. Names that running text uses mostly as ordinary words are left out. Run: node lexicon/import-persons.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA, readUsage, ROOT } from './usage.mjs';

const usage = await readUsage();
const gazetteer = path.join(DATA, 'gazetteer');
const lines = (/** @type {string} */ file) => readFileSync(path.join(gazetteer, file), 'utf8').split(/\r?\n/);
const ARABIC = /^[\u0621-\u06d3 ]+$/u;

/**
 * How a name token is used: "" mostly as a name, "weak" now as a name and now as a word, null mostly as a word.
 * @returns {'' | 'weak' | null}
 */
function strength(/** @type {string} */ key, /** @type {boolean} */ trusted) {
  const asName = usage.named(key, 'PER');
  const otherwise = usage.plain(key) + usage.named(key, 'ORG') + usage.named(key, 'GPE');
  if (asName + otherwise === 0) return usage.count(key) > (trusted ? 3000 : 150) ? 'weak' : '';
  if (otherwise > 4 * asName) return trusted && asName > 0 ? 'weak' : null;
  return otherwise > asName ? 'weak' : '';
}

/** @returns {Map<string, string>} */
function clean(/** @type {Iterable<string>} */ names, /** @type {boolean} */ trusted) {
  const rows = new Map();
  for (const raw of names) {
    const name = raw.trim();
    const key = usage.key(name);
    if (!ARABIC.test(name) || key.length < 3) continue;
    const how = key.includes(' ') ? '' : strength(key, trusted);
    if (how !== null) rows.set(name, how);
  }
  return rows;
}

function write(
  /** @type {string} */ list,
  /** @type {string} */ head,
  /** @type {Map<string, string>} */ rows,
) {
  const text = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value ? `${name}\t${value}\n` : `${name}\n`));
  writeFileSync(
    path.join(ROOT, `lexicon/${list}.tsv`),
    `${head} Written by lexicon/import-persons.mjs.\n${text.join('')}`,
  );
  console.log(`${list}: ${rows.size}`);
}

const faker = lines('person_names/faker_ar.tsv').map((row) => row.split('\t'));
const fakerNames = (/** @type {RegExp} */ list) =>
  faker.filter(([, of = '']) => list.test(of)).map(([, , name = '']) => name);
const table = lines('person_names/akhateeb_200-Arabic-Names-UTF8.csv')
  .slice(1)
  .map((row) => row.split(','));
write(
  'given-name',
  `# Given names. Value: "weak" where the name is an ordinary word too.
# source: AKhateeb/arabic-names, MIT; Faker, MIT.`,
  clean(
    [
      ...lines('person_names/akhateeb_male-first--names-in-arabic.txt'),
      ...lines('person_names/akhateeb_female-first-names-in-arabic.txt'),
      ...fakerNames(/^first_name/),
      ...table.flatMap(([male = '', female = '']) => [male, female]),
    ],
    true,
  ),
);
write(
  'family-name',
  `# Family names. Value: "weak" where the name is an ordinary word too.
# source: AKhateeb/arabic-names, MIT; Faker, MIT.`,
  clean(
    [
      ...lines('person_names/akhateeb_last-names-in-arabic.txt'),
      ...fakerNames(/^last_name/),
      ...table.map(([, , family = '']) => family),
    ],
    true,
  ),
);
const persons = JSON.parse(readFileSync(path.join(gazetteer, 'arwikicats/people/peoples.json'), 'utf8'));
const full = Object.values(persons)
  .map((name) =>
    String(name)
      .replace(/\(.*?\)/g, '')
      .trim(),
  )
  .filter((name) => !/[.,:،]/.test(name));
write(
  'known-person',
  `# Full names of known persons. Value: "weak" where the name is an ordinary word too.
# source: ArWikiCats, MIT.`,
  clean(
    full.filter(
      (name) => name.includes(' ') && !/ (ملك|ملكة|أمير|إمبراطور|دوق|الأول|الثاني|الثالث) /.test(name),
    ),
    false,
  ),
);
const heard = lines('translit_names.tsv')
  .map((row) => (row.split('\t')[1] ?? '').replaceAll(' ', ''))
  .concat(full.flatMap((name) => (name.includes(' ') ? name.split(/[ -]/) : [])))
  .filter(
    (token) =>
      token.length > 2 && !/^(بن|أبو|عبد|آل|ابن|فان|دي)$/.test(token) && usage.count(usage.key(token)) > 0,
  );
write(
  'foreign-name',
  `# Single words of foreign persons' names in Arabic letters. Value: "weak" where the name is an ordinary word too.
# source: NETransliteration-COLING2018 by steveash, MIT; ArWikiCats, MIT.`,
  clean(heard, false),
);
