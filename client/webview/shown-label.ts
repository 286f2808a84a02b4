/** A label as a page shows it. */
export interface ShownLabel {
  readonly family: 'entity' | 'quotation' | 'boilerplate';
  readonly id: string;
  readonly title: string;
  /** A colour of CSS: the theme's own for the label, or the one that the project gives it. */
  readonly colour: string;
}
