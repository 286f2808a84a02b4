import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Bars } from './card.ts';
import { element, isolated } from '../../webview/view/dom.ts';
import type { Numbers } from './numbers.ts';
import type { Look } from './theme.ts';

export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** Height of a bar that runs across with the gap to the next, in pixels. */
const ROW = 26;

/** Room for names at the side, in pixels; longer ones are cut and stand whole in the table and on hovering. */
const NAME_WIDTH = 190;

/** Longer names are cut in a legend, in UTF-16 code units. */
const LEGEND_LENGTH = 24;

/** How high a chart wants to be, in pixels. */
export const heightOf = ({ direction, categories, series }: Bars): number =>
  (direction === 'across' ? categories.length * ROW + 12 : 230) + (series.length > 1 ? 34 : 6);

/** A chart of bars in the terms of ECharts. In Arabic it is mirrored: names stand at the right, bars run to the left. */
export function optionOf(bars: Bars, look: Look, numbers: Numbers, language: 'en' | 'ar'): ChartOption {
  const { direction, categories, series } = bars;
  const isMirrored = language === 'ar';
  const isAcross = direction === 'across';
  const hasLegend = series.length > 1;
  const font = { fontFamily: look.font, color: look.text, fontSize: 12.5 };
  const names = {
    type: 'category' as const,
    data: categories.map(({ text }) => isolated(text)),
    inverse: isAcross || isMirrored,
    axisLine: { show: !isAcross, lineStyle: { color: look.grid } },
    axisTick: { show: false },
    axisLabel: isAcross
      ? { ...font, width: NAME_WIDTH, overflow: 'truncate' as const, interval: 0, margin: 10 }
      : { ...font, color: look.faint, fontSize: 11.5, hideOverlap: true },
    ...(isAcross && isMirrored ? { position: 'right' as const } : {}),
  };
  const values = {
    type: 'value' as const,
    minInterval: 1,
    splitNumber: isAcross ? 4 : 3,
    inverse: isAcross && isMirrored,
    splitLine: { show: !isAcross, lineStyle: { color: look.grid } },
    axisLabel: {
      show: !isAcross,
      ...font,
      color: look.faint,
      fontSize: 11.5,
      formatter: (value: number) => numbers.count(value),
    },
    ...(!isAcross && isMirrored ? { position: 'right' as const } : {}),
  };
  const seriesNames = series.map(({ name }) => isolated(name));
  const totals = categories.map((_, index) => series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: font,
    grid: {
      left: 4,
      right: 4,
      top: hasLegend ? 34 : 8,
      bottom: 4,
      // Room for the number at the end of the longest bar.
      ...(isAcross ? (isMirrored ? { left: 44 } : { right: 44 }) : {}),
      outerBoundsMode: 'same',
    },
    legend: {
      show: hasLegend,
      type: 'scroll',
      pageTextStyle: { ...font, color: look.faint },
      pageIconColor: look.text,
      pageIconInactiveColor: look.grid,
      top: 0,
      ...(isMirrored ? { right: 0, align: 'right' as const } : { left: 0 }),
      itemWidth: 12,
      itemHeight: 12,
      itemGap: 18,
      textStyle: { ...font, color: look.faint },
      inactiveColor: look.grid,
      formatter: (name: string) => (name.length > LEGEND_LENGTH ? `${name.slice(0, LEGEND_LENGTH)}…` : name),
      // Laid out from the left, read from the right.
      data: isMirrored ? seriesNames.toReversed() : seriesNames,
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: look.grid, opacity: 0.35 } },
      confine: true,
      transitionDuration: 0,
      backgroundColor: look.hover.ground,
      borderColor: look.hover.border,
      textStyle: { ...font, color: look.hover.text },
      // An element and no string: ECharts would read a string as HTML.
      formatter: (points) => hoverOf(Array.isArray(points) ? points : [points], numbers),
    },
    xAxis: isAcross ? values : names,
    yAxis: isAcross ? names : values,
    series: series.map(({ name, colour, fill, values: own }, at) => ({
      type: 'bar',
      name: isolated(name),
      stack: 'all',
      barMaxWidth: isAcross ? 15 : 44,
      barCategoryGap: isAcross ? '38%' : '18%',
      itemStyle: styleOf(look, colour, fill),
      data: categories.map((category, index) => ({
        value: own[index] ?? 0,
        itemStyle: own[index] ? styleOf(look, category.colour ?? colour, fill) : { borderWidth: 0 },
      })),
      emphasis: { disabled: true },
      cursor: categories.some(({ target }) => target) ? 'pointer' : 'default',
      label: {
        show: isAcross && at === series.length - 1,
        position: isMirrored ? ('left' as const) : ('right' as const),
        ...font,
        color: look.faint,
        formatter: ({ dataIndex }: { dataIndex: number }) => numbers.count(totals[dataIndex] ?? 0),
      },
    })),
  };
}

/** What tells series apart is never colour alone: an outline is what nobody has decided on, stripes the second of two. */
function styleOf(look: Look, css: string, fill: Bars['series'][number]['fill']) {
  const colour = look.colour(css);
  if (fill === 'outline') return { color: 'transparent', borderColor: colour, borderWidth: 1.5 };
  const stripes = {
    symbol: 'rect',
    color: look.ground,
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation: Math.PI / 4,
  };
  return { color: colour, ...(fill === 'striped' && { decal: stripes }) };
}

interface Point {
  readonly name?: string;
  readonly seriesName?: string;
  readonly value?: unknown;
  readonly color?: unknown;
}

function hoverOf(points: readonly Point[], numbers: Numbers): HTMLElement {
  return element(
    'div',
    { class: 'hover' },
    element('strong', { dir: 'auto' }, points[0]?.name ?? ''),
    ...points.map(({ seriesName, value }) =>
      element(
        'div',
        { class: 'hover-row' },
        element('span', { dir: 'auto' }, seriesName ?? ''),
        element('span', { class: 'number' }, numbers.count(Number(value))),
      ),
    ),
  );
}
