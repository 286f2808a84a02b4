import { element } from '../../webview/view/dom.ts';
import { blocksOf } from './markdown.ts';

/** A card that explains what is at a place. */
export interface Card {
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
  /** @param at the words, in pixels of the window */
  show(markdown: string, at: DOMRect): void;
  hide(): void;
}

const STYLES = { strong: 'strong', code: 'code', aside: 'em', plain: 'span' } as const;

/** Room between words and card, and between card and window, in pixels. */
const ROOM = 6;

export function createCard(): Card {
  const root = element('div', { class: 'card', id: 'card', role: 'tooltip' });
  root.hidden = true;
  return {
    element: root,
    isOpen: () => !root.hidden,
    show(markdown, at) {
      root.replaceChildren(
        ...blocksOf(markdown).map((block) =>
          block === null
            ? element('hr')
            : element(
                'p',
                { dir: 'auto' },
                ...block.map(({ text, style }) => element(STYLES[style], {}, text)),
              ),
        ),
      );
      root.hidden = false;
      const { width, height } = root.getBoundingClientRect();
      const isBelow = at.bottom + ROOM + height < window.innerHeight || at.top < height + ROOM;
      const left = Math.min(Math.max(ROOM, at.right - width), window.innerWidth - width - ROOM);
      root.style.left = `${Math.max(ROOM, left)}px`;
      root.style.top = `${isBelow ? at.bottom + ROOM : at.top - height - ROOM}px`;
    },
    hide() {
      root.hidden = true;
    },
  };
}
