import { ColorThemeKind, window } from 'vscode';
import { inThemes } from '../core/labels/theme-colours.ts';

/** A colour that a project gives a label (#rrggbb), as it can be told from the ground of the theme shown now. */
export function ownColour(hex: string): string {
  const { light, dark, highContrast, highContrastLight } = inThemes(hex);
  switch (window.activeColorTheme.kind) {
    case ColorThemeKind.Light:
      return light;
    case ColorThemeKind.Dark:
      return dark;
    case ColorThemeKind.HighContrast:
      return highContrast;
    case ColorThemeKind.HighContrastLight:
      return highContrastLight;
  }
}

/** Whether the theme shown now has grounds behind words. */
export const hasGrounds = (): boolean =>
  window.activeColorTheme.kind === ColorThemeKind.Light ||
  window.activeColorTheme.kind === ColorThemeKind.Dark;
