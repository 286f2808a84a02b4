import type { Paragraphs } from './paragraphs.ts';

/**
 * Keeps a text as it is. It is editable to the browser, so that it has a caret that goes through Arabic as in any field,
 * selections by keyboard and mouse, and what screen readers know of fields; everything that would change it is refused,
 * and what cannot be refused, such as the first letters of an input method, is put back before it is seen.
 */
export function guardText({ root, restore }: Paragraphs): {
  readonly changing: (change: () => void) => void;
} {
  const refuse = (event: Event): void => event.preventDefault();
  for (const kind of ['beforeinput', 'drop', 'dragstart', 'paste', 'cut'] as const)
    root.addEventListener(kind, refuse);
  root.addEventListener('compositionstart', () => {
    // The browser ends the composition when the text is no field any more.
    root.contentEditable = 'false';
    queueMicrotask(() => {
      root.contentEditable = 'true';
      root.focus({ preventScroll: true });
    });
  });
  const observer = new MutationObserver(() => changing(restore));
  const watch = () => observer.observe(root, { childList: true, characterData: true, subtree: true });
  function changing(change: () => void): void {
    observer.disconnect();
    change();
    watch();
  }
  watch();
  return { changing };
}
