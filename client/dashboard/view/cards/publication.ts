import type { ProjectStatistics } from '../../../../core/dataset/statistics/figures.ts';
import type { Card } from '../card.ts';
import { palette } from '../theme.ts';

type MonthCount = ProjectStatistics['dataset']['months'][number];

/** More months than these are shown without those of no article. */
const MONTHS = 60;

/** The months with those between them in which nothing was published, so that time runs evenly. */
function withEmptyMonths(counts: readonly MonthCount[]): readonly MonthCount[] {
  const known = counts.flatMap(({ month }) => month ?? []);
  const [first = '', last = ''] = [known[0], known[known.length - 1]];
  const every: string[] = [];
  for (let month = first; month <= last && every.length <= MONTHS; month = nextMonth(month))
    every.push(month);
  if (every.length > MONTHS) return counts;
  return [
    ...every.map((month) => counts.find((count) => count.month === month) ?? { month, articles: 0 }),
    ...counts.filter(({ month }) => month === null),
  ];
}

/** The month behind a month, both YYYY-MM. */
function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}

export const months: Card = {
  id: 'months',
  title: (texts) => texts.months,
  content({ texts, statistics }) {
    const counts = statistics.dataset.months;
    if (counts.every(({ month }) => month === null)) return null;
    const categories = counts.map(({ month }) => ({ text: month ?? texts.unknown }));
    const charted = withEmptyMonths(counts);
    return {
      bars: {
        direction: 'up',
        categories: charted.map(({ month }) => ({ text: month ?? texts.unknown })),
        series: [
          { name: texts.articles, colour: palette(0), values: charted.map(({ articles }) => articles) },
        ],
      },
      table: {
        columns: [
          { title: texts.month, isNumber: false },
          { title: texts.articles, isNumber: true },
        ],
        rows: counts.map(({ articles }, index) => [categories[index] ?? { text: '' }, articles]),
      },
    };
  },
};

export const outlets: Card = {
  id: 'outlets',
  title: (texts) => texts.outlets,
  content({ texts, statistics }) {
    const counts = statistics.dataset.outlets;
    if (counts.every(({ outlet }) => outlet === null)) return null;
    const categories = counts.map(({ outlet }) => ({ text: outlet ?? texts.unknown }));
    return {
      bars: {
        direction: 'across',
        categories: categories.slice(0, 15),
        series: [
          {
            name: texts.articles,
            colour: palette(0),
            values: counts.slice(0, 15).map(({ articles }) => articles),
          },
        ],
      },
      table: {
        columns: [
          { title: texts.outlet, isNumber: false },
          { title: texts.articles, isNumber: true },
        ],
        rows: counts.map(({ articles }, index) => [categories[index] ?? { text: '' }, articles]),
      },
    };
  },
};
