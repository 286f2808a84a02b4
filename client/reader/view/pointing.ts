import type { ArticleItem } from '../../../server/protocol.ts';
import type { Place } from '../../items.ts';
import type { Card } from './card.ts';
import type { Paragraphs } from './paragraphs.ts';

/** How long the mouse rests before a card comes, in milliseconds; as in the text editor. */
const REST = 400;

export interface Pointing {
  /** Explains what is at a place, if anything is. */
  explain(place: Place): void;
  /** Shows what was asked for, unless the person has gone on since. */
  answer(ask: number, markdown: string | null): void;
}

export interface PointingOptions {
  readonly itemsAt: (place: Place) => readonly ArticleItem[];
  readonly ask: (ask: number, place: Place) => void;
}

/** Shows the card when the mouse rests on something, and takes it away again. */
export function createPointing(
  paragraphs: Paragraphs,
  card: Card,
  { itemsAt, ask }: PointingOptions,
): Pointing {
  let asked = 0;
  let at: Place | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** What the card that is open tells of. */
  let shown = '';

  const hide = () => {
    clearTimeout(waiting);
    asked++;
    shown = '';
    card.hide();
  };
  const explain = (place: Place) => {
    clearTimeout(waiting);
    at = place;
    ask(++asked, place);
  };
  const placeUnder = ({ clientX, clientY }: MouseEvent): Place | undefined => {
    const found = document.caretPositionFromPoint(clientX, clientY);
    const place = found?.offsetNode && paragraphs.placeOf(found.offsetNode, found.offset);
    if (!place) return undefined;
    // Beside the end of a line the nearest letter is found, but nothing is pointed at.
    const box = letterBox(paragraphs, place);
    const isOn = box && clientX >= box.left - 20 && clientX <= box.right + 20;
    return isOn ? place : undefined;
  };

  paragraphs.root.addEventListener('mousemove', (event) => {
    if (event.buttons !== 0) return hide();
    const place = placeUnder(event);
    const items = place ? itemsAt(place) : [];
    const key = items.map(({ id }) => id).join(' ');
    if (card.isOpen() && key === shown && key) return;
    if (card.isOpen()) hide();
    clearTimeout(waiting);
    if (!place || items.length === 0) return;
    waiting = setTimeout(() => {
      shown = key;
      explain(place);
    }, REST);
  });
  paragraphs.root.addEventListener('mouseleave', (event) => {
    clearTimeout(waiting);
    // Somebody who goes onto the card reads or copies it.
    if (!(event.relatedTarget instanceof Node && card.element.contains(event.relatedTarget))) hide();
  });
  card.element.addEventListener('mouseleave', hide);
  window.addEventListener('scroll', hide, { passive: true });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !card.isOpen()) return;
      event.stopPropagation();
      hide();
    },
    true,
  );

  return {
    explain,
    answer(number, markdown) {
      if (number !== asked || !markdown || !at) return;
      const box = letterBox(paragraphs, at);
      if (box) card.show(markdown, box);
    },
  };
}

/** The box of the letter at a place, in pixels of the window. */
function letterBox(paragraphs: Paragraphs, { line, character }: Place): DOMRect | undefined {
  const length = paragraphs.lines[line]?.length ?? 0;
  const start = Math.max(0, Math.min(character, length - 1));
  const from = paragraphs.pointOf({ line, character: start });
  const to = paragraphs.pointOf({ line, character: Math.min(start + 1, length) });
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range.getBoundingClientRect();
}
