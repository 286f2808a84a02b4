import type { LineClass } from '../../labels/line-classes.ts';
import type { Grounds } from '../../labels/marks.ts';
import type { LineShape } from '../lines/shape.ts';
import type { Sighting } from '../lines/sighting.ts';
import type { PhraseClass } from '../phrases.ts';

/** The class that a line was given, and why. */
interface Decision extends Grounds {
  readonly class: LineClass;
}

/** The non-blank lines of an article, what each looks like by itself, and what has been decided of it. */
export interface Page {
  readonly lines: readonly LineShape[];
  readonly sightings: readonly (Sighting | null)[];
  readonly decisions: (Decision | null)[];
}

/** A page with nothing decided. */
export const openPage = (lines: readonly LineShape[], sightings: readonly (Sighting | null)[]): Page => ({
  lines,
  sightings,
  decisions: lines.map(() => null),
});

/** Decides the class of line `i`, if nothing was decided before. */
export function decide(
  page: Page,
  i: number,
  lineClass: LineClass,
  confidence: number,
  source: string,
): void {
  page.decisions[i] ??= { class: lineClass, confidence, source };
}

/** Where a line stands: over the headline, between headline and text, in or behind the text. */
export type Place = 'above' | 'top' | 'below';

const BY_PLACE: Readonly<Record<Exclude<PhraseClass, LineClass>, Readonly<Record<Place, LineClass>>>> = {
  agency: { above: 'crawl-header', top: 'byline', below: 'source' },
  masthead: { above: 'crawl-header', top: 'byline', below: 'legal' },
  about: { above: 'share', top: 'byline', below: 'subscribe' },
};

/**
 * Decides line `i` as it looks by itself; what has no class of its own gets one from its place. The word "comments"
 * above the text is a counter or a link; a label that leads elsewhere with a headline behind it makes a related line.
 */
export function decideAsSighted(page: Page, i: number, place: Place): void {
  const found = page.sightings[i];
  if (!found) return;
  const { class: seen, confidence, source } = found;
  if (seen === 'comments' && found.opens && place !== 'below') {
    decide(page, i, 'share', confidence, source);
    return;
  }
  if (seen === 'read-also' && !found.opens) {
    decide(page, i, 'related', confidence, source);
    return;
  }
  const lineClass =
    seen === 'agency' || seen === 'masthead' || seen === 'about' ? BY_PLACE[seen][place] : seen;
  decide(page, i, lineClass, confidence, source);
}
