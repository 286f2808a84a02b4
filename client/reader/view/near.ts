import type { Paragraphs } from './paragraphs.ts';

/** How far from the window a paragraph counts as near, in pixels: what is scrolled to is drawn already. */
const REACH = 1200;

/**
 * The paragraphs (of the class "near") that are in the window or near it. These alone have marks and notes, however long the article is; those
 * that are folded away are not near.
 */
export interface Near {
  readonly elements: ReadonlySet<HTMLElement>;
  /** Looks which paragraphs are near now. */
  update(): void;
  /** A paragraph is gone. */
  forget(paragraph: HTMLElement): void;
  /** Paragraphs were put in, taken out, folded or opened. */
  changed(): void;
}

export function createNear(
  paragraphs: Paragraphs,
  onEnter: (paragraph: HTMLElement) => void,
  onLeave: (paragraph: HTMLElement) => void,
): Near {
  const elements = new Set<HTMLElement>();
  /** All that have a place on the page, from above; undefined: to be found anew. */
  let standing: readonly HTMLElement[] | undefined;

  const firstBelow = (list: readonly HTMLElement[], top: number): number => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = list[middle];
      if (one && one.offsetTop + one.offsetHeight < top) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    elements,
    update() {
      standing ??= paragraphs.elements.filter(
        ({ classList }) => !classList.contains('folded') || classList.contains('fold-head'),
      );
      const top = window.scrollY - REACH;
      const bottom = window.scrollY + window.innerHeight + REACH;
      const now = new Set<HTMLElement>();
      for (let i = firstBelow(standing, top); i < standing.length; i++) {
        const one = standing[i];
        if (!one || one.offsetTop > bottom) break;
        now.add(one);
      }
      for (const one of [...elements]) {
        if (now.has(one)) continue;
        elements.delete(one);
        one.classList.remove('near');
        onLeave(one);
      }
      for (const one of now) {
        if (elements.has(one)) continue;
        elements.add(one);
        one.classList.add('near');
        onEnter(one);
      }
    },
    forget(paragraph) {
      elements.delete(paragraph);
      onLeave(paragraph);
    },
    changed() {
      standing = undefined;
    },
  };
}
