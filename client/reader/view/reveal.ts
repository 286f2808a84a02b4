import type { Stretch } from '../../items.ts';
import type { Paragraphs } from './paragraphs.ts';

/** How close to the edge of the window something may stand and count as seen, in pixels. */
const EDGE = 48;

/** How often the place is looked at again: paragraphs that come into sight get their true heights. */
const LOOKS = 6;

/** Gives what scrolls to a stretch of the text, where it is not in sight: into the middle of the window. */
export function revealer(paragraphs: Paragraphs): (stretch: Stretch) => void {
  let wanted = 0;
  return ({ start }) => {
    const mine = ++wanted;
    const look = (left: number) => {
      const point = paragraphs.pointOf(start);
      if (!point || left === 0 || mine !== wanted) return;
      // A page that is not shown yet has no size, and every line a height that it will not have.
      if (window.innerHeight < 2 * EDGE || window.innerWidth < 2 * EDGE) {
        window.addEventListener('resize', () => look(left), { once: true });
        return;
      }
      const range = document.createRange();
      range.setStart(point.node, point.offset);
      const paragraph = paragraphs.elements[start.line];
      const [first] = range.getClientRects();
      const rect = first ?? paragraph?.getBoundingClientRect();
      if (!rect) return;
      const isSeen = rect.top >= EDGE && rect.bottom <= window.innerHeight - EDGE;
      const room = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
      const by = rect.top - window.innerHeight * 0.4;
      const isAtEnd = (by < 0 && window.scrollY <= 0) || (by > 0 && room <= 1);
      if (isSeen || isAtEnd) return;
      window.scrollBy({ top: by, behavior: 'instant' });
      requestAnimationFrame(() => look(left - 1));
    };
    look(LOOKS);
  };
}
