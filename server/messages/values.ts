import type { Value } from '../../core/labels/values.ts';

/** Digits are ASCII in both languages; groups of three are parted by a narrow blank, as ISO 80000-1 has it. */
const grouped = (number: number): string =>
  number.toLocaleString('en-US', { maximumFractionDigits: 6 }).replaceAll(',', '\u202f');

/** A normalised value in its standard form: ISO 8601, ISO 4217 code, CLDR unit. */
export function valueInWords(value: Value, language: 'en' | 'ar'): string {
  switch (value.type) {
    case 'date':
    case 'time':
    case 'duration':
      return value.iso;
    case 'number':
      return grouped(value.number);
    case 'ordinal':
      return language === 'ar' ? `الرتبة ${value.number}` : `rank ${value.number}`;
    case 'percent':
      return language === 'ar' ? `${value.number}٪` : `${value.number} %`;
    case 'money':
      return `${grouped(value.amount)} ${value.currency}`;
    case 'quantity':
      return `${grouped(value.amount)} ${value.unit}`;
    case 'url':
      return value.url;
  }
}
