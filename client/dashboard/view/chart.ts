import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Bars } from './card.ts';
import { heightOf } from './option.ts';
import type { ChartOption } from './option.ts';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** How wide a saved chart is, in pixels of SVG, and how many pixels of PNG stand for each. */
const SAVED = { width: 760, scale: 2, margin: 20, title: 40 };

/** A chart on the page. */
export interface DrawnChart {
  readonly dispose: () => void;
}

/**
 * Draws a chart as SVG into an element, and keeps it as wide as that is.
 * @param onPick hears of the category that somebody clicks
 */
export function drawChart(
  container: HTMLElement,
  bars: Bars,
  option: ChartOption,
  onPick: (index: number) => void,
): DrawnChart {
  container.style.height = `${heightOf(bars)}px`;
  const chart = init(container, null, { renderer: 'svg' });
  chart.setOption(option);
  chart.on('click', ({ dataIndex }) => onPick(dataIndex));
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(container);
  return {
    dispose() {
      observer.disconnect();
      chart.dispose();
    },
  };
}

/** A chart as a picture of its own: an SVG document with its title and a description for those who do not see it. */
export function svgOf(
  bars: Bars,
  option: ChartOption,
  look: { readonly ground: string; readonly text: string; readonly font: string },
  title: string,
  description: string,
  language: 'en' | 'ar',
): { readonly svg: string; readonly width: number; readonly height: number } {
  const height = heightOf(bars);
  const container = document.createElement('div');
  const chart = init(container, null, { renderer: 'svg', width: SAVED.width, height });
  chart.setOption(option);
  // The elements themselves and not renderToSVGString(), which leaves the quotation marks of fonts' names as they are.
  const drawn = container.querySelector('svg')?.cloneNode(true) as SVGElement | undefined;
  chart.dispose();
  const [width, whole] = [SAVED.width + 2 * SAVED.margin, height + SAVED.title + 2 * SAVED.margin];
  const picture = svgElement('svg', {
    xmlns: SVG,
    width: String(width),
    height: String(whole),
    viewBox: `0 0 ${width} ${whole}`,
    role: 'img',
    'xml:lang': language,
  });
  const isMirrored = language === 'ar';
  picture.append(
    svgElement('title', {}, title),
    svgElement('desc', {}, description),
    svgElement('rect', { width: '100%', height: '100%', fill: look.ground }),
    svgElement(
      'text',
      {
        x: String(isMirrored ? width - SAVED.margin : SAVED.margin),
        y: String(SAVED.margin + 16),
        'text-anchor': isMirrored ? 'end' : 'start',
        'font-family': look.font,
        'font-size': '16',
        'font-weight': '600',
        fill: look.text,
      },
      title,
    ),
  );
  if (drawn) {
    drawn.setAttribute('x', String(SAVED.margin));
    drawn.setAttribute('y', String(SAVED.margin + SAVED.title));
    picture.append(drawn);
  }
  return { svg: new XMLSerializer().serializeToString(picture), width, height: whole };
}

const SVG = 'http://www.w3.org/2000/svg';

function svgElement(name: string, attributes: Readonly<Record<string, string>>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** An SVG picture as PNG, in base64. Rejects where the page cannot draw it. */
export async function pngOf(svg: string, width: number, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${toBase64(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SAVED.scale;
  canvas.height = height * SAVED.scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^.*,/, '');
}

/** A text in UTF-8 and base64. */
export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
