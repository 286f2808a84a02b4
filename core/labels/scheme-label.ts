import type { Bilingual } from './problems.ts';

/** A colour for each kind of theme, as #rrggbb: readable as a border or an underline on that theme's ground. */
export interface ThemeColours {
  readonly light: string;
  readonly dark: string;
  readonly highContrast: string;
  readonly highContrastLight: string;
}

/** What a label is called, means, looks like and is tagged with. */
export interface LabelText {
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly colour: ThemeColours;
  /** The key that tags with it after the tag key; "" where there is none. One letter or digit, lower case. */
  readonly key: string;
}

/** Names the four colours of a label in the order light, dark, high contrast, high contrast light. */
export const colour = (
  light: string,
  dark: string,
  highContrast: string,
  highContrastLight: string,
): ThemeColours => ({ light, dark, highContrast, highContrastLight });
