import { isArticleClass, LINE_CLASSES } from '../core/labels/line-classes.ts';
import { FAMILY_TITLES, labelByCode, TAG_LABELS } from '../core/labels/scheme.ts';
import type { ThemeColours } from '../core/labels/scheme-label.ts';
import type { Family } from './items.ts';
import type { Bilingual } from './settings.ts';

/** A colour that themes and settings may change. Each has a sibling ".background" for the ground behind the words. */
export interface ColourSpec {
  readonly id: string;
  readonly title: Bilingual;
  readonly line: ThemeColours;
  readonly ground: ThemeColours;
}

const ARTICLE_CLASSES: readonly string[] = LINE_CLASSES.filter(isArticleClass);

/** The classes of line share two colours, boilerplate's and that of the article's own lines; the rest have one each. */
const colourName = (family: Family, label: string): string =>
  family !== 'boilerplate'
    ? `${family}.${label}`
    : ARTICLE_CLASSES.includes(label)
      ? 'boilerplate.article'
      : 'boilerplate';

/** How dense the ground behind the words is, from 0 to 1, by family; high contrast themes have none. */
const DENSITY: Readonly<Record<Family, { readonly light: number; readonly dark: number }>> = {
  entity: { light: 0.11, dark: 0.17 },
  quotation: { light: 0.05, dark: 0.07 },
  boilerplate: { light: 0.1, dark: 0.12 },
};

const OTHER: ThemeColours = {
  light: '#5f6b7a',
  dark: '#93a1b3',
  highContrast: '#b4c2d6',
  highContrastLight: '#465160',
};

const spec = (family: Family, name: string, title: Bilingual, line: ThemeColours): ColourSpec => ({
  id: `hashiya.${name}`,
  title,
  line,
  ground: {
    light: withAlpha(line.light, DENSITY[family].light),
    dark: withAlpha(line.dark, DENSITY[family].dark),
    highContrast: withAlpha(line.highContrast, 0),
    highContrastLight: withAlpha(line.highContrastLight, 0),
  },
});

/** "#rrggbb" and a density from 0 to 1 as "#rrggbbaa". */
const withAlpha = (colour: string, density: number): string =>
  colour +
  Math.round(density * 255)
    .toString(16)
    .padStart(2, '0');

const colourIn = (code: string): ThemeColours => labelByCode(code)?.colour ?? OTHER;

/** Every colour, made from the scheme: one for each label, and one for labels that a project adds. */
export const COLOURS: readonly ColourSpec[] = [
  ...TAG_LABELS.filter(({ family }) => family !== 'boilerplate').map(({ family, id, title, colour }) =>
    spec(family, colourName(family, id), title, colour),
  ),
  spec('boilerplate', 'boilerplate', FAMILY_TITLES.boilerplate, colourIn('boilerplate/ad')),
  spec(
    'boilerplate',
    'boilerplate.article',
    { en: 'Lines of the article', ar: 'أسطر المقال نفسه' },
    colourIn('boilerplate/body'),
  ),
  spec('entity', 'entity.other', { en: 'Labels of the project’s own', ar: 'وسوم المشروع الخاصة' }, OTHER),
];

const KNOWN = new Set(COLOURS.map(({ id }) => id));

/** The ids of the colours of a label's line and ground; a label that the scheme does not know has its family's. */
export function coloursOf(family: Family, label: string): { readonly line: string; readonly ground: string } {
  const own = `hashiya.${colourName(family, label)}`;
  const line = KNOWN.has(own)
    ? own
    : family === 'quotation'
      ? 'hashiya.quotation.direct'
      : 'hashiya.entity.other';
  return { line, ground: `${line}.background` };
}
