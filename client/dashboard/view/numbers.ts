import type { Count } from '../../../core/dataset/statistics/figures.ts';

/** Numbers as the page writes them. */
export interface Numbers {
  readonly count: (value: number) => string;
  /** With at most one decimal. */
  readonly decimal: (value: number) => string;
  /** A part of a whole; 0 of nothing. */
  readonly percent: (part: number, whole: number) => string;
  /** The same with one decimal always, so that a column of them lines up. */
  readonly percentInColumn: (part: number, whole: number) => string;
}

/** Numbers in the editor's language, in the digits that the editor itself uses. */
export function numbersIn(language: 'en' | 'ar'): Numbers {
  const locale = `${language}-u-nu-latn`;
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const percentInColumn = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return {
    count: (value) => whole.format(value),
    decimal: (value) => decimal.format(value),
    percent: (part, all) => percent.format(all === 0 ? 0 : part / all),
    percentInColumn: (part, all) => percentInColumn.format(all === 0 ? 0 : part / all),
  };
}

/** All together, decided or not. */
export const sumOf = ({ decided, silver }: Count): number => decided + silver;
