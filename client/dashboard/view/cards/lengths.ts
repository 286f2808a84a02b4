import type { Bin, Measured } from '../../../../core/dataset/statistics/figures.ts';
import type { Card } from '../card.ts';
import { fill } from '../../../webview/view/dom.ts';
import { palette } from '../theme.ts';

const MEASURED: readonly Measured[] = ['article', 'sentence', 'entity', 'quotation'];

/** A bin of whole numbers as a person reads it: "3", "20–39". */
const binText = ({ from, to }: Bin): string => (to - from === 1 ? String(from) : `${from}–${to - 1}`);

export const lengths: Card = {
  id: 'lengths',
  title: (texts) => texts.lengths,
  choices: ({ texts, statistics }) =>
    MEASURED.filter((measured) => statistics.dataset.lengths[measured]).map((id) => ({
      id,
      title: texts.lengthOf[id],
    })),
  content({ texts, numbers, statistics }, choice) {
    const measured = MEASURED.find((one) => one === choice);
    const distribution = measured && statistics.dataset.lengths[measured];
    if (!distribution) return null;
    const { bins, min, median, mean, max } = distribution;
    return {
      note: fill(
        texts.lengthSummary,
        numbers.count(min),
        numbers.decimal(median),
        numbers.decimal(mean),
        numbers.count(max),
      ),
      bars: {
        direction: 'up',
        categories: bins.map((bin) => ({ text: binText(bin) })),
        series: [
          { name: texts.lengthOf[measured], colour: palette(0), values: bins.map(({ count }) => count) },
        ],
      },
      table: {
        columns: [
          { title: texts.length, isNumber: true },
          { title: texts.number, isNumber: true },
        ],
        rows: bins.map((bin) => [{ text: binText(bin), value: bin.from }, bin.count]),
      },
    };
  },
};
