import type { Card } from '../card.ts';
import { palette } from '../theme.ts';

export const annotators: Card = {
  id: 'annotators',
  title: (texts) => texts.annotators,
  content({ texts, statistics }) {
    const people = statistics.coverage.annotators;
    if (people.length === 0) return null;
    return {
      bars: {
        direction: 'across',
        categories: people.map(({ annotator }, index) => ({
          text: annotator,
          colour: palette(index),
          target: { kind: 'annotator', annotator },
        })),
        series: [
          {
            name: texts.articles,
            colour: palette(0),
            values: people.map(({ articles }) => articles),
          },
        ],
      },
      table: {
        columns: [
          { title: texts.annotator, isNumber: false },
          { title: texts.articles, isNumber: true },
          { title: texts.accepted, isNumber: true },
          { title: texts.rejected, isNumber: true },
          { title: texts.orphans, isNumber: true },
          { title: texts.lastDay, isNumber: false },
        ],
        rows: people.map(({ annotator, articles, accepted, rejected, orphans, until }) => [
          { text: annotator, target: { kind: 'annotator', annotator } },
          articles,
          accepted,
          rejected,
          orphans,
          { text: until ?? '–' },
        ]),
      },
    };
  },
};
