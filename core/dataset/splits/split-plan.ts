import { SPLITS } from '../document.ts';
import type { Split } from '../document.ts';

/** What decides which part of a dataset an article goes to. */
export const SPLIT_WAYS = ['ratio', 'date', 'outlet', 'folder'] as const;

export type SplitWay = (typeof SPLIT_WAYS)[number];

/** The share of each split; they sum to 1. */
export type SplitRatio = Readonly<Record<Split, number>>;

/** How a dataset is split. */
export type SplitPlan =
  /** By chance, which the seed and the article's path decide. */
  | { readonly by: 'ratio'; readonly ratio: SplitRatio; readonly seed: string }
  /** The oldest to train, the newest to test, in these shares. */
  | { readonly by: 'date'; readonly ratio: SplitRatio }
  /** The same, cut at days (YYYY-MM-DD): before `validation` to train, before `test` to validation, the rest to test. */
  | { readonly by: 'date'; readonly validation: string; readonly test: string }
  /** All articles of an outlet to the same side. */
  | { readonly by: 'outlet'; readonly ratio: SplitRatio; readonly seed: string }
  /** As somebody has laid them out: a test of a path for each split. */
  | { readonly by: 'folder'; readonly splitOf: (file: string) => Split | null };

/**
 * Reads shares: "80/10/10" (train, validation, test), "80/20" (train, test); any numbers, which are taken in proportion.
 * Null for anything else.
 */
export function parseRatio(text: string): SplitRatio | null {
  const parts = text.split('/');
  if (
    (parts.length !== 2 && parts.length !== 3) ||
    !parts.every((part) => /^\d{1,9}(?:\.\d{1,9})?$/.test(part))
  )
    return null;
  const numbers = parts.map(Number);
  const sum = numbers.reduce((a, b) => a + b, 0);
  if (sum === 0) return null;
  const [train = 0, second = 0, third] = numbers.map((number) => number / sum);
  return third === undefined
    ? { train, validation: 0, test: second }
    : { train, validation: second, test: third };
}

/** Reads days to cut at: one (train, test) or two (train, validation, test) in order. Null for anything else. */
export function parseCuts(days: readonly string[]): { validation: string; test: string } | null {
  const [first, second = first] = days;
  if (first === undefined || second === undefined || days.length > 2) return null;
  return days.every(isDay) && first <= second ? { validation: first, test: second } : null;
}

const isDay = (text: string): boolean => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
};

/** The names that folders of a split go by. */
const FOLDER_NAMES: Readonly<Record<Split, readonly string[]>> = {
  train: ['train', 'training'],
  validation: ['validation', 'valid', 'val', 'dev', 'development'],
  test: ['test', 'testing', 'eval'],
};

/** The split whose name one of the folders of a path has, the outermost counting; null where none has. */
export function splitOfFolders(file: string): Split | null {
  for (const folder of file.toLowerCase().split('/').slice(0, -1)) {
    const split = SPLITS.find((name) => FOLDER_NAMES[name].includes(folder));
    if (split) return split;
  }
  return null;
}
