/**
 * Texts that nobody writes, each of one kind of thing alone: what costs more than news does, or grows faster than its
 * length, shows in them. Plain functions of a size in bytes, and of news where they are made of it.
 */

/** One thing over and over. */
const fill = (/** @type {string} */ piece) => (/** @type {number} */ bytes) =>
  piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)));

/** Pieces by chance, the same in each run (Park and Miller's generator). */
const byChance =
  (/** @type {(below: (limit: number) => number) => string} */ make) => (/** @type {number} */ bytes) => {
    let state = 7;
    const below = (/** @type {number} */ limit) => (state = (state * 48_271) % 2_147_483_647) % limit;
    const pieces = [];
    for (let size = 0; size < bytes; size += Buffer.byteLength(pieces.at(-1) ?? '')) pieces.push(make(below));
    return pieces.join('');
  };

const nested = (/** @type {string} */ open, /** @type {string} */ close) => (/** @type {number} */ bytes) => {
  const depth = Math.floor(bytes / Buffer.byteLength(open + close));
  return open.repeat(depth) + close.repeat(depth);
};

const GIVEN = 'محمد أحمد علي حسن حسين خالد سعيد عمر يوسف إبراهيم مصطفى محمود سامي فادي رامي كريم'.split(' ');
const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];

/** A word that no list knows, of three to six letters. */
const strangeWord = (/** @type {(limit: number) => number} */ below) =>
  Array.from({ length: 3 + below(4) }, () => LETTERS[below(LETTERS.length)]).join('');

/** A character from the parts of Unicode that news and pages have, and from all others. */
const anyCharacter = (/** @type {(limit: number) => number} */ below) =>
  String.fromCodePoint(
    [below(0x300), 0x600 + below(0x100), below(0xd800), 0x10000 + below(0x10000)][below(4)] ?? 0,
  );

/** @type {readonly (readonly [name: string, make: (bytes: number, news: string) => string])[]} */
export const WORST_TEXTS = [
  ['news in one line', (_, news) => news.replace(/\s+/g, ' ')],
  ['straight quotation marks', fill('"')],
  ['opening quotation marks', fill('«')],
  ['quotation marks round each word', fill('«كلمة» ')],
  ['all quotation marks in turn', fill('«"“”»\'')],
  ['quotation marks, nested', nested('«', '»')],
  ['brackets, nested', nested('(', ')')],
  ['brackets and quotation marks, nested', nested('(«[', ']»)')],
  ['brackets that stay open', fill('(كلمة ')],
  ['digits without a blank', fill('1234567890')],
  ['numbers', fill('12 345 6 ')],
  ['numbers and slashes', fill('1/2/')],
  ['numbers and points', fill('1.')],
  ['numbers in words', fill('خمسة وعشرون ألف ومئة ')],
  ['dates', fill('12 يناير 2020 و')],
  ['one name, in one line', fill('محمد أحمد علي ')],
  ['one name, a line each', fill('محمد أحمد علي\n')],
  ['names of sons', fill('محمد بن ')],
  ['names that differ', byChance((below) => `${GIVEN[below(GIVEN.length)]} ${strangeWord(below)}، `)],
  [
    'names that speak, a line each',
    byChance(
      (below) => `وقال الرئيس ${GIVEN[below(GIVEN.length)]} ${strangeWord(below)}: «هذا أمر مهم جدا».\n`,
    ),
  ],
  ['one place', fill('القاهرة ')],
  ['verbs of saying', fill('قال إن ')],
  ['colons', fill(':')],
  ['Latin text', fill('The quick brown fox jumps over the lazy dog. ')],
  ['Latin letters without a blank', fill('a')],
  ['addresses', fill('https://example.org/a ')],
  ['random Unicode', byChance(anyCharacter)],
  ['random Arabic characters', byChance((below) => String.fromCodePoint(0x600 + below(0x100)))],
  ['words that no list knows', byChance((below) => `${strangeWord(below)} `)],
  ['emoji of several characters', fill('👩‍👧')],
  ['emoji and blanks', fill('😀 ')],
  ['halves of characters', fill('\ud83d')],
  ['harakat', fill('َ')],
  ['letters with harakat, without a blank', fill('بَِ')],
  ['blank lines', fill('\n')],
  ['blanks', fill(' ')],
  ['one word', fill('كلمة ')],
  ['one word, a line each', fill('كلمة\n')],
  ['one letter without a blank', fill('و')],
  ['one line of boilerplate', fill('إقرأ أيضاً:\n')],
];
