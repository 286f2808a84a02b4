import fc from 'fast-check';

/**
 * Characters that join with what is beside them (UAX #29): joiners, marks on several scripts, variation selectors and
 * tags, marks of number that are drawn round digits, emoji with skin and flags, Hangul, half a pair; and what they
 * stand beside.
 */
const JOINING = [
  ...[0x200d, 0x200c, 0xfe0f, 0xfe0e, 0x20e3, 0x64e, 0x651, 0x670, 0x300, 0x93f, 0x94d, 0x915, 0xe33, 0xeb3],
  ...[
    0xe0020, 0xe007f, 0xe0100, 0x16fe4, 0x1d165, 0x600, 0x6dd, 0x890, 0x8e2, 0x70f, 0xd4e, 0x110bd, 0x11a84,
  ],
  ...[0x2764, 0x1f525, 0x1f469, 0x1f3fd, 0x1f3f3, 0x1f308, 0x1f1ea, 0x1f1ec, 0xa9, 0x1100, 0x1161, 0x11a8],
  ...[0xd83d, 0xde00, 0x0d, 0x0a, 0x20, 0xa0, 0x200f, 0xfeff, 0x627, 0x640, 0x35, 0x665, 0x41, 0x2e, 0xab],
];

/** Any text at all: every code point, those that join with others often, lone surrogates included. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0x10ffff),
      fc.integer({ min: 0x600, max: 0x6ff }),
      fc.nat(0x7f),
      fc.constantFrom(...JOINING),
    ),
    { maxLength: 40 },
  )
  .map((points) => String.fromCodePoint(...points));

const PIECES = [
  'قال',
  'وأضاف',
  'أن',
  'إن',
  'الرئيس',
  'فلاديمير بوتين',
  'كوريا الشمالية',
  'وزارة الدفاع',
  'يوم الثلاثاء',
  '12',
  'بحسب',
  'إقرأ أيضاً:',
  'المصدر:',
  'إعلان',
  'مُحَمَّد',
  'ﻻ',
  'کیم',
  '2%',
  'خمسة وعشرين',
  'CNN',
  '👩‍👧',
  '\u200f',
  '\u0640',
  '"',
  '“',
  '”',
  '«',
  '»',
  "'",
  '‘',
  '’',
  '(',
  ')',
  ':',
  '،',
  '.',
  '…',
  '-',
  '/',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
] as const;

/** Text made of what news is made of: words, names, marks of quotation, boilerplate, and dirt. */
export const newsText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => pieces.join(''));
