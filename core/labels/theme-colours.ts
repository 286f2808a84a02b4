import { colour } from './scheme-label.ts';
import type { ThemeColours } from './scheme-label.ts';

/** Red, green and blue from 0 to 1, in linear light. */
type Light = readonly [red: number, green: number, blue: number];

const WHITE: Light = [1, 1, 1];
const BLACK: Light = [0, 0, 0];

/** How far tones are told apart when one is looked for; closer ones are one as #rrggbb. */
const STEPS = 512;

/**
 * One colour (#rrggbb) for each kind of theme: as it is where it can be told from the theme's ground, else with as much
 * white or black as that needs. The contrast is that of WCAG 2.2, 1.4.3 (4.5 : 1), in high contrast themes 1.4.6 (7 : 1).
 */
export const inThemes = (hex: string): ThemeColours =>
  colour(
    tone(hex, '#ffffff', 4.5, BLACK),
    tone(hex, '#1f1f1f', 4.5, WHITE),
    tone(hex, '#000000', 7, WHITE),
    tone(hex, '#ffffff', 7, BLACK),
  );

/** The colour with the least of `towards` in it that stands out so much from the ground. */
function tone(hex: string, ground: string, least: number, towards: Light): string {
  const own = lightOf(hex);
  for (let step = 0; step < STEPS; step++) {
    const share = step / STEPS;
    const mixed = own.map((value, channel) => value + ((towards[channel] ?? 0) - value) * share);
    const toned = step === 0 ? hex : hexOf(mixed);
    if (contrast(toned, ground) >= least) return toned;
  }
  return hexOf(towards);
}

/** The contrast of two colours, #rrggbb, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red, green, blue] = lightOf(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of sRGB as #rrggbb. */
function lightOf(hex: string): Light {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const hexOf = (light: readonly number[]): string =>
  `#${light
    .map((value) => {
      const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
      return Math.round(encoded * 255)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;
