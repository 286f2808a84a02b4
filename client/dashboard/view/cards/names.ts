import type { Card } from '../card.ts';
import { sumOf } from '../numbers.ts';
import { NEUTRAL } from '../theme.ts';
import { shown } from './labels.ts';

/** As many names has a chart; the table has them all. */
const CHARTED = 12;

/** Labels that name something come first: who looks for names looks for these. */
const FIRST = ['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'EVENT', 'PRODUCT', 'LAW', 'OCC'];

export const names: Card = {
  id: 'names',
  title: (texts) => texts.names,
  choices(figures) {
    const present = [...new Set(figures.statistics.dataset.names.map(({ label }) => label))];
    const rank = (label: string): number =>
      FIRST.includes(label) ? FIRST.indexOf(label) : FIRST.length + present.indexOf(label);
    return present
      .sort((a, b) => rank(a) - rank(b))
      .map((id) => ({ id, title: shown(figures, 'entities', id).title }));
  },
  content(figures, label) {
    const { texts, statistics } = figures;
    const listed = statistics.dataset.names.filter((one) => one.label === label);
    if (listed.length === 0) return null;
    const { colour } = shown(figures, 'entities', label);
    const charted = listed.slice(0, CHARTED);
    return {
      bars: {
        direction: 'across',
        categories: charted.map(({ name, first }) => ({
          text: name,
          colour,
          target: { kind: 'place', place: first },
        })),
        series: [
          { name: texts.decided, colour: NEUTRAL, values: charted.map(({ decided }) => decided) },
          {
            name: texts.silver,
            colour: NEUTRAL,
            fill: 'outline',
            values: charted.map(({ silver }) => silver),
          },
        ],
      },
      table: {
        columns: [
          { title: texts.name, isNumber: false },
          { title: texts.decided, isNumber: true },
          { title: texts.silver, isNumber: true },
          { title: texts.total, isNumber: true },
          { title: texts.inArticles, isNumber: true },
        ],
        rows: listed.map((one) => [
          { text: one.name, target: { kind: 'place', place: one.first } },
          one.decided,
          one.silver,
          sumOf(one),
          one.articles,
        ]),
      },
    };
  },
};
