import type { ShownDispute } from '../../../server/protocol.ts';
import type { ShownLabel } from '../../webview/shown-label.ts';
import { element, titled } from '../../webview/view/dom.ts';
import type { Texts } from '../texts.ts';
import type { Column } from './disputes.ts';
import { segmentsOf } from './segments.ts';
import type { Layer } from './segments.ts';

/** The direction of words: that of Arabic wherever there is any, as in a line that begins with a Latin name. */
export const directionOf = (words: string): 'rtl' | 'ltr' =>
  /\p{Script=Arabic}/u.test(words) ? 'rtl' : 'ltr';

/** What pages draw labels with. */
export type Colours = ReadonlyMap<string, string>;

export const coloursOf = (labels: readonly ShownLabel[]): Colours =>
  new Map(labels.map(({ family, id, colour }) => [`${family}/${id}`, colour]));

/** Gives an element the colour of a label, for the style sheet to use. */
export function colourIn<E extends HTMLElement>(
  made: E,
  colours: Colours,
  family: ShownDispute['family'],
  label: string,
): E {
  made.style.setProperty('--label', colours.get(`${family}/${label}`) ?? 'var(--vscode-foreground)');
  return made;
}

/**
 * The lines of a dispute as one column has them. Marks have a ground and lines below the words alone: padding, borders
 * and margins inside of a line would cut the joins of Arabic letters.
 * @param others what the other columns have, whose places are shown faintly
 */
export function markedText(
  dispute: ShownDispute,
  column: Column,
  others: readonly Column[],
  colours: Colours,
  texts: Texts,
): HTMLElement {
  const own = column.annotations.flatMap(({ start, end, label, speaker, cue }): Layer[] => [
    { start, end, label, kind: 'annotation' },
    ...(speaker ? [{ ...speaker, label, kind: 'speaker' as const }] : []),
    ...(cue ? [{ ...cue, label, kind: 'cue' as const }] : []),
  ]);
  const elsewhere = others.flatMap(({ annotations }) =>
    annotations.map(({ start, end }): Layer => ({ start, end, kind: 'elsewhere' })),
  );
  const titleOf = (label: string | undefined): string =>
    column.annotations.find((one) => one.label === label)?.title ?? '';
  const layerTitle = (kind: Layer['kind'], label: string): string =>
    kind === 'speaker' ? texts.speaker : kind === 'cue' ? texts.cue : titled(titleOf(label), label);
  const drawn = segmentsOf(dispute.context, [...own, ...elsewhere]).map(({ text, layers }) =>
    layers.toReversed().reduce<Node>((inner, { kind, label }, i) => {
      // What an annotation of one's own covers needs no hint that others have something there too.
      if (kind === 'elsewhere' && layers.some((layer) => layer.kind === 'annotation')) return inner;
      const depth = layers
        .toReversed()
        .slice(0, i)
        .filter((layer) => layer.kind !== 'elsewhere').length;
      const made = element('mark', { class: kind, ...(label && { title: layerTitle(kind, label) }) }, inner);
      made.style.setProperty('--depth', String(depth));
      return label === undefined ? made : colourIn(made, colours, dispute.family, label);
    }, document.createTextNode(text)),
  );
  return element('p', { class: 'context', dir: directionOf(dispute.context), lang: 'ar' }, ...drawn);
}
