import { fill, titled } from '../../webview/view/dom.ts';

/** "Lines" with a number, by the plural form that each language has for it (CLDR). */
const LINES: Readonly<Record<'en' | 'ar', Partial<Record<Intl.LDMLPluralRule, string>>>> = {
  en: { one: '{0} line', other: '{0} lines' },
  ar: {
    one: 'سطر واحد',
    two: 'سطران',
    few: '{0} أسطر',
    many: '{0} سطرًا',
    other: '{0} سطر',
  },
};

/** How a run of lines is told of: by number, and by the titles of its classes. */
export function foldTitle(count: number, titles: readonly string[], language: 'en' | 'ar'): string {
  const locale = language === 'ar' ? 'ar-u-nu-arab' : 'en';
  const form = LINES[language][new Intl.PluralRules(locale).select(count)] ?? '{0}';
  const number = new Intl.NumberFormat(locale).format(count);
  return titled(fill(form, number), titles.join(language === 'ar' ? '، ' : ', '));
}
