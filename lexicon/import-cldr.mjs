/**
 * Writes the rows that Unicode CLDR gives for months, weekdays, currencies and units into lexicon/*.tsv:
 * `node lexicon/import-cldr.mjs`, after raising the cldr-*-full packages. In each list only the block between
 * "# --- import-cldr: begin" and "# --- import-cldr: end" is written; the rows round it are a person's.
 */
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reads a JSON file of a package. @type {(file: string) => any} */
const load = createRequire(import.meta.url);
const FOLDER = path.dirname(fileURLToPath(import.meta.url));
const BEGIN = '# --- import-cldr: begin\n';
const END = '# --- import-cldr: end\n';

/** The locales whose month names differ: common, Algeria and Tunisia, Morocco, Mauritania, the Levant and Iraq. */
const MONTH_LOCALES = ['ar', 'ar-DZ', 'ar-MA', 'ar-MR', 'ar-SY'];

/** Months that are a verb, a name or another common word too. */
const AMBIGUOUS_MONTHS = new Set(['مارس', 'ماي', 'جوان', 'أوت', 'آب', 'نيسان']);

/**
 * The nouns of money: plural, gender, and the code meant where no country is named, or XXX (ISO 4217: no currency)
 * where several countries' money has the name. CLDR has no inflected forms for most, so they are made by rule.
 * @type {Readonly<Record<string, { plural: string, feminine?: true, code: string }>>}
 */
const MONEY_NOUNS = {
  دولار: { plural: 'دولارات', code: 'USD' },
  يورو: { plural: 'يوروهات', code: 'EUR' },
  ريال: { plural: 'ريالات', code: 'XXX' },
  درهم: { plural: 'دراهم', code: 'XXX' },
  دينار: { plural: 'دنانير', code: 'XXX' },
  جنيه: { plural: 'جنيهات', code: 'XXX' },
  ليرة: { plural: 'ليرات', feminine: true, code: 'XXX' },
  فرنك: { plural: 'فرنكات', code: 'XXX' },
  روبل: { plural: 'روبلات', code: 'RUB' },
  روبية: { plural: 'روبيات', feminine: true, code: 'XXX' },
  كرونة: { plural: 'كرونات', feminine: true, code: 'XXX' },
  شلن: { plural: 'شلنات', code: 'XXX' },
  بيزو: { plural: 'بيزوات', code: 'XXX' },
  شيكل: { plural: 'شواكل', code: 'ILS' },
  يوان: { plural: 'يوانات', code: 'CNY' },
  ين: { plural: 'ينات', code: 'JPY' },
  وون: { plural: 'وونات', code: 'KRW' },
  راند: { plural: 'راندات', code: 'ZAR' },
  زلوتي: { plural: 'زلوتيات', code: 'PLN' },
  أوقية: { plural: 'أوقيات', feminine: true, code: 'MRU' },
  مارك: { plural: 'ماركات', code: 'DEM' },
};

/** Units of CLDR that newspapers use, without the time units (those are dates and times) and kitchen measures. */
const UNIT_CATEGORIES = /^(?:area|length|mass|speed|digital|energy|power|frequency|pressure|temperature)-/;
const UNIT_EXCEPTIONS = new Set([
  ...[
    'length-point',
    'length-furlong',
    'length-fathom',
    'length-rod',
    'length-chain',
    'mass-stone',
    'mass-grain',
  ],
  ...['length-earth-radius', 'length-solar-radius', 'pressure-gasoline-energy-density', 'pressure-ofhg'],
  ...[
    'temperature-generic',
    'temperature-rankine',
    'mass-slug',
    'speed-light-speed',
    'speed-beaufort',
    'mass-fun',
  ],
  ...['energy-gray', 'energy-foodcalorie', 'energy-calorie-it', 'energy-british-thermal-unit-it', 'mass-ton'],
]);
const FURTHER_UNITS = new Set([
  'volume-cubic-kilometer',
  'volume-cubic-meter',
  'volume-cubic-centimeter',
  'volume-cubic-foot',
  'volume-liter',
  'volume-milliliter',
  'volume-gallon',
  'volume-barrel',
  'electric-ampere',
  'electric-volt',
  'force-newton',
]);

const clean = (/** @type {string} */ text) =>
  text
    .replace(/[\u064b-\u065f\u200e\u200f]/g, '')
    .replace('{0}', '')
    .trim();

function monthRows() {
  return MONTH_LOCALES.flatMap((locale) => {
    const file = load(`cldr-dates-full/main/${locale}/ca-gregorian.json`);
    const { wide } = file.main[locale].dates.calendars.gregorian.months.format;
    return Object.entries(wide).map(
      ([number, name]) => `${name}\t${number}${AMBIGUOUS_MONTHS.has(name) ? '?' : ''}`,
    );
  });
}

function weekdayRows() {
  const { wide } = load('cldr-dates-full/main/ar/ca-gregorian.json').main.ar.dates.calendars.gregorian.days
    .format;
  return ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day, i) => `${wide[day]}\t${i + 1}`);
}

/** The forms of a noun: singular and accusative, dual in two cases, plural. */
function nounForms(/** @type {string} */ noun, /** @type {{ plural: string, feminine?: true }} */ entry) {
  const stem = entry.feminine ? noun.slice(0, -1) + 'ت' : noun;
  const one = entry.feminine || /[وا]$/.test(noun) ? [noun] : [noun, noun + 'ا'];
  return { one, two: [stem + 'ان', stem + 'ين'], few: [entry.plural] };
}

function currencyRows() {
  const { currencies } = load('cldr-numbers-full/main/ar/currencies.json').main.ar.numbers;
  const rows = Object.entries(MONEY_NOUNS).flatMap(([noun, entry]) =>
    Object.values(nounForms(noun, entry))
      .flat()
      .map((form) => `${form}\t${entry.code}`),
  );
  for (const [code, { displayName }] of Object.entries(currencies)) {
    const name = clean(displayName);
    if (
      /[\d\u0660-\u0669()-]/.test(name) ||
      /قديم|تحويل|مالي$|فضي/.test(name) ||
      /^X(?!AF|OF|PF|CD)/.test(code)
    )
      continue;
    const [noun = '', ...rest] = name.split(' ');
    const entry = MONEY_NOUNS[noun];
    const country = rest.join(' ');
    rows.push(`${name}\t${code}`, `${code.toLowerCase()}\t${code}`);
    if (!entry || country === '') continue;
    const { one, two, few } = nounForms(noun, entry);
    if (!/[يى]ة?$/.test(country) || rest.length > 1) {
      for (const form of [...one, ...two, ...few]) rows.push(`${form} ${country}\t${code}`);
      continue;
    }
    const adjective = country.replace(/ة$/, '');
    const [singular, dual] = entry.feminine
      ? [[adjective + 'ة'], [adjective + 'تان', adjective + 'تين']]
      : [
          [adjective, adjective + 'ا'],
          [adjective + 'ان', adjective + 'ين'],
        ];
    for (const form of one) for (const word of singular) rows.push(`${form} ${word}\t${code}`);
    for (const form of two) for (const word of dual) rows.push(`${form} ${word}\t${code}`);
    for (const form of few) rows.push(`${form} ${adjective}ة\t${code}`);
  }
  // Both spellings of the countries that newsrooms write in two ways.
  return rows.flatMap((row) => [row, row.replace('أمريكي', 'أميركي')]);
}

function unitRows() {
  const { long, short } = load('cldr-units-full/main/ar/units.json').main.ar.units;
  return Object.keys(long)
    .filter((id) => (UNIT_CATEGORIES.test(id) && !UNIT_EXCEPTIONS.has(id)) || FURTHER_UNITS.has(id))
    .flatMap((id) => {
      const names = [long[id], short[id]].flatMap((width) =>
        Object.entries(width)
          .filter(([key]) => key === 'displayName' || key.startsWith('unitPattern-count'))
          .map(([, name]) => clean(name)),
      );
      const unit = id.slice(id.indexOf('-') + 1);
      // Names with a slash or full stops are read by the grammar, which knows "per".
      return names.filter((name) => !/[./[\]A-Z°²³]/i.test(name)).map((name) => `${name}\t${unit}`);
    });
}

/** Writes rows into the block of a list, each once, sorted as they came. */
function writeBlock(/** @type {string} */ list, /** @type {readonly string[]} */ rows) {
  const file = path.join(FOLDER, `${list}.tsv`);
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`lexicon/${list}.tsv has no import-cldr block.`);
  const block = [...new Set(rows)].map((row) => row + '\n').join('');
  writeFileSync(file, text.slice(0, from) + BEGIN + block + text.slice(to));
  console.log(`lexicon/${list}.tsv: ${new Set(rows).size} rows`);
}

writeBlock('month', monthRows());
writeBlock('weekday', weekdayRows());
writeBlock('currency', currencyRows());
writeBlock('unit', unitRows());
