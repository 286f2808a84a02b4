import type { Card } from '../card.ts';
import { sumOf } from '../numbers.ts';
import { shown } from './labels.ts';

/** As many speakers has a chart; the table has them all. */
const CHARTED = 12;

export const speakers: Card = {
  id: 'speakers',
  title: (texts) => texts.speakers,
  content(figures) {
    const { texts, statistics } = figures;
    const listed = statistics.dataset.speakers;
    if (listed.length === 0) return null;
    const charted = listed.filter(({ name }) => name !== null).slice(0, CHARTED);
    const series = (kind: 'direct' | 'indirect') => ({
      name: texts[kind],
      colour: shown(figures, 'quotations', kind).colour,
      values: charted.map((one) => sumOf(one[kind])),
    });
    return {
      bars:
        charted.length === 0
          ? null
          : {
              direction: 'across',
              categories: charted.map(({ name, first }) => ({
                text: name ?? '',
                target: { kind: 'place', place: first },
              })),
              series: [series('direct'), { ...series('indirect'), fill: 'striped' }],
            },
      table: {
        columns: [
          { title: texts.speaker, isNumber: false },
          { title: texts.direct, isNumber: true },
          { title: texts.indirect, isNumber: true },
          { title: texts.total, isNumber: true },
          { title: texts.inArticles, isNumber: true },
        ],
        rows: listed.map(({ name, direct, indirect, articles, first }) => [
          { text: name ?? texts.noSpeaker, target: { kind: 'place', place: first } },
          sumOf(direct),
          sumOf(indirect),
          sumOf(direct) + sumOf(indirect),
          articles,
        ]),
      },
    };
  },
};
