import { samePlace } from '../../items.ts';
import type { Place } from '../../items.ts';
import type { Paragraphs } from './paragraphs.ts';

/** The caret and selection of the page, as places of the text. */
export interface TextSelection {
  now(): { readonly anchor: Place; readonly active: Place };
  /** Moves it without telling of it. */
  set(anchor: Place, active: Place): void;
  /** Gives the text the keyboard, its caret where it was. */
  focus(): void;
}

const START: Place = { line: 0, character: 0 };

/** @param onMove somebody has moved the caret or the selection */
export function createSelection(paragraphs: Paragraphs, onMove: () => void): TextSelection {
  let known = { anchor: START, active: START };

  const read = (): typeof known | undefined => {
    const found = document.getSelection();
    if (!found?.anchorNode || !found.focusNode) return undefined;
    const anchor = paragraphs.placeOf(found.anchorNode, found.anchorOffset);
    const active = paragraphs.placeOf(found.focusNode, found.focusOffset);
    return anchor && active && { anchor, active };
  };

  const look = () => {
    const next = read();
    if (!next) return;
    if (samePlace(next.anchor, known.anchor) && samePlace(next.active, known.active)) return;
    known = next;
    onMove();
  };
  document.addEventListener('selectionchange', look);
  // The event comes a little later than the caret; a command must not come before it.
  window.addEventListener('keydown', look, true);

  // What is copied is the text of the article, line by line.
  paragraphs.root.addEventListener('copy', (event) => {
    const words = document.getSelection();
    if (!words || words.isCollapsed || !event.clipboardData) return;
    const { anchor, active } = known;
    const [start, end] =
      anchor.line < active.line || (anchor.line === active.line && anchor.character < active.character)
        ? [anchor, active]
        : [active, anchor];
    const lines = paragraphs.lines.slice(start.line, end.line + 1);
    const last = lines.length - 1;
    lines[last] = (lines[last] ?? '').slice(0, end.character);
    lines[0] = (lines[0] ?? '').slice(start.character);
    event.clipboardData.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  });

  const write = () => {
    const from = paragraphs.pointOf(known.anchor);
    const to = paragraphs.pointOf(known.active);
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  };
  const focus = () => {
    paragraphs.root.focus({ preventScroll: true });
    // A field that gets the keyboard for the first time has its caret at the start, or none.
    write();
  };
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body || document.activeElement === paragraphs.root) focus();
  });

  return {
    now: () => known,
    set(anchor, active) {
      known = { anchor, active };
      write();
    },
    focus,
  };
}
