import fc from 'fast-check';

/** Any text at all: every code point, lone surrogates included. */
export const anyText = fc
  .array(fc.oneof(fc.nat(0x10ffff), fc.integer({ min: 0x600, max: 0x6ff }), fc.nat(0x7f)), { maxLength: 40 })
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
