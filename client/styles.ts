import { isArticleClass, LINE_CLASSES } from '../core/labels/line-classes.ts';
import { FAMILY_TITLES, labelByCode, TAG_LABELS } from '../core/labels/scheme.ts';
import type { ThemeColours } from '../core/labels/scheme-label.ts';
import type { Family } from './items.ts';
import type { Bilingual } from './settings.ts';

/** Colours that themes and settings may change: a line, and the grounds behind the words of marks and annotations. */
export interface ColourSpec {
  readonly id: string;
  readonly title: Bilingual;
  readonly line: ThemeColours;
  readonly ground: ThemeColours;
  readonly accepted: ThemeColours;
}

const ARTICLE_CLASSES: readonly string[] = LINE_CLASSES.filter(isArticleClass);

/** The classes of line share two colours, boilerplate's and that of the article's own lines; the rest have one each. */
const colourName = (family: Family, label: string): string =>
  family !== 'boilerplate'
    ? `${family}.${label}`
    : ARTICLE_CLASSES.includes(label)
      ? 'boilerplate.article'
      : 'boilerplate';

/** How dense the grounds are, from 0 to 1; high contrast themes have none. */
interface Density {
  readonly light: number;
  readonly dark: number;
}

const DENSITY: Readonly<Record<Family, { readonly mark: Density; readonly accepted: Density }>> = {
  entity: { mark: { light: 0.07, dark: 0.11 }, accepted: { light: 0.14, dark: 0.21 } },
  quotation: { mark: { light: 0.05, dark: 0.06 }, accepted: { light: 0.11, dark: 0.13 } },
  boilerplate: { mark: { light: 0.05, dark: 0.06 }, accepted: { light: 0.13, dark: 0.15 } },
};

const OTHER: ThemeColours = {
  light: '#5f6b7a',
  dark: '#93a1b3',
  highContrast: '#b4c2d6',
  highContrastLight: '#465160',
};

/** The grounds that go with a colour (#rrggbb) that is the same in every theme. */
export const groundsOf = (
  colour: string,
  family: Family,
  state: 'mark' | 'accepted',
): { readonly light: string; readonly dark: string } => ({
  light: withAlpha(colour, DENSITY[family][state].light),
  dark: withAlpha(colour, DENSITY[family][state].dark),
});

const groundOf = (line: ThemeColours, { light, dark }: Density): ThemeColours => ({
  light: withAlpha(line.light, light),
  dark: withAlpha(line.dark, dark),
  highContrast: withAlpha(line.highContrast, 0),
  highContrastLight: withAlpha(line.highContrastLight, 0),
});

const spec = (family: Family, name: string, title: Bilingual, line: ThemeColours): ColourSpec => ({
  id: `hashiya.${name}`,
  title,
  line,
  ground: groundOf(line, DENSITY[family].mark),
  accepted: groundOf(line, DENSITY[family].accepted),
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

/** The ids of a label's colours; a label that the scheme does not know has those of its family. */
export function coloursOf(family: Family, label: string): Record<'line' | 'ground' | 'accepted', string> {
  const own = `hashiya.${colourName(family, label)}`;
  const line = KNOWN.has(own)
    ? own
    : family === 'quotation'
      ? 'hashiya.quotation.direct'
      : 'hashiya.entity.other';
  return { line, ground: `${line}.background`, accepted: `${line}.acceptedBackground` };
}
