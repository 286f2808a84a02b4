import type { Mark } from '../labels/marks.ts';
import type { Label } from './annotation.ts';

/** What a mark says of its span: the entity label, the quotation kind or the line class. */
export function markLabel(mark: Mark): Label {
  switch (mark.family) {
    case 'entity':
      return mark.label;
    case 'quotation':
      return mark.kind;
    case 'boilerplate':
      return mark.class;
  }
}

/**
 * A name for a mark that holds for one version of a text: family, label and span. It is no UUID, so it never equals
 * an annotation's id.
 */
export const markId = (mark: Mark): string => `${mark.family}:${markLabel(mark)}:${mark.start}-${mark.end}`;

/** The full name that a mark knows, or null: boilerplate has none. */
export const markName = (mark: Mark): string | null =>
  mark.family === 'boilerplate' ? null : mark.canonical;
