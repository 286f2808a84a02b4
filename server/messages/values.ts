import type { Value } from '../../core/labels/values.ts';

/** A normalised value in its standard form: ISO 8601, ISO 4217 code, CLDR unit. Digits are ASCII in both languages. */
export function valueInWords(value: Value, language: 'en' | 'ar'): string {
  switch (value.type) {
    case 'date':
    case 'time':
    case 'duration':
      return value.iso;
    case 'number':
      return String(value.number);
    case 'ordinal':
      return language === 'ar' ? `الرتبة ${value.number}` : `rank ${value.number}`;
    case 'percent':
      return language === 'ar' ? `${value.number}٪` : `${value.number} %`;
    case 'money':
      return `${value.amount} ${value.currency}`;
    case 'quantity':
      return `${value.amount} ${value.unit}`;
    case 'url':
      return value.url;
  }
}
