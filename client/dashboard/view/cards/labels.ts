import type { ProjectStatistics } from '../../../../core/dataset/statistics/figures.ts';
import type { ShownLabel } from '../../../webview/shown-label.ts';
import type { Texts } from '../../texts.ts';
import type { Card, Figures } from '../card.ts';
import { sumOf } from '../numbers.ts';
import { NEUTRAL } from '../theme.ts';

type Layer = ProjectStatistics['dataset']['labels'][number]['layer'];

const FAMILY_OF: Readonly<Record<Layer, ShownLabel['family']>> = {
  entities: 'entity',
  quotations: 'quotation',
  boilerplate: 'boilerplate',
};

/** What a label is called and which colour it has; one that the scheme lacks is called by its id. */
export const shown = ({ labels }: Figures, layer: Layer, id: string): { title: string; colour: string } =>
  labels.find((label) => label.family === FAMILY_OF[layer] && label.id === id) ?? {
    title: id,
    colour: NEUTRAL,
  };

const labelsCard = (layer: Layer, title: (texts: Texts) => string): Card => ({
  id: layer,
  title,
  content(figures) {
    const { texts, statistics } = figures;
    const counts = statistics.dataset.labels.filter((one) => one.layer === layer);
    if (counts.length === 0) return null;
    const categories = counts.map(({ label }) => {
      const { title: text, colour } = shown(figures, layer, label);
      return { text, colour };
    });
    return {
      bars: {
        direction: 'across',
        categories,
        series: [
          { name: texts.decided, colour: NEUTRAL, values: counts.map(({ decided }) => decided) },
          {
            name: texts.silver,
            colour: NEUTRAL,
            fill: 'outline',
            values: counts.map(({ silver }) => silver),
          },
        ],
      },
      table: {
        columns: [
          { title: texts.label, isNumber: false },
          { title: texts.decided, isNumber: true },
          { title: texts.silver, isNumber: true },
          { title: texts.total, isNumber: true },
        ],
        rows: counts.map((count, index) => [
          categories[index] ?? { text: count.label },
          count.decided,
          count.silver,
          sumOf(count),
        ]),
      },
    };
  },
});

export const entities = labelsCard('entities', (texts) => texts.entities);
export const quotations = labelsCard('quotations', (texts) => texts.quotations);
export const boilerplate = labelsCard('boilerplate', (texts) => texts.boilerplate);
