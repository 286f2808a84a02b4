import { element } from '../../webview/view/dom.ts';
import { changeOfLine, spliced } from '../splice.ts';
import type { Splice } from '../splice.ts';
import type { Place } from '../../items.ts';
import { directionOf } from './direction.ts';

/** The text as the page shows it: a paragraph for each line, with one text node that holds exactly the line's letters. */
export interface Paragraphs {
  readonly root: HTMLElement;
  readonly lines: readonly string[];
  readonly elements: readonly HTMLElement[];
  /**
   * Takes over a change of the text: what did not change is not touched, nor are ranges in it.
   * @returns the paragraphs that are gone
   */
  apply(splice: Splice<string>): readonly HTMLElement[];
  /** Puts everything back where something else than `apply` has changed it. */
  restore(): void;
  /** The line of a node in the text; -1 for others. */
  lineOf(node: Node): number;
  /** The node and offset of a place, for ranges and selections. */
  pointOf(place: Place): { readonly node: Node; readonly offset: number } | undefined;
  /** The place of a node and offset of a selection; undefined where that lies outside of the text. */
  placeOf(node: Node, offset: number): Place | undefined;
}

/** @param root what holds the paragraphs; nothing else is in it */
export function createParagraphs(root: HTMLElement): Paragraphs {
  let lines: readonly string[] = [];
  let elements: readonly HTMLElement[] = [];

  const textOf = (paragraph: HTMLElement): Text | undefined =>
    paragraph.firstChild instanceof Text ? paragraph.firstChild : undefined;

  const fill = (paragraph: HTMLElement, line: string) => {
    paragraph.dir = directionOf(line);
    paragraph.classList.toggle('blank', line.trim() === '');
    // Without a line break an empty paragraph has no place for a caret.
    paragraph.replaceChildren(line === '' ? element('br') : document.createTextNode(line));
  };

  /** Ranges in the paragraph stay at their words: they follow the letters that are put in and taken out. */
  const change = (paragraph: HTMLElement, line: string) => {
    const text = textOf(paragraph);
    if (!text || line === '') return fill(paragraph, line);
    const { start, removed, inserted } = changeOfLine(text.data, line);
    if (removed > 0 || inserted.length > 0) text.replaceData(start, removed, inserted.join(''));
    paragraph.dir = directionOf(line);
    paragraph.classList.toggle('blank', line.trim() === '');
  };

  const made = (line: string): HTMLElement => {
    const paragraph = element('p');
    fill(paragraph, line);
    return paragraph;
  };

  const lineOf = (node: Node): number => {
    const paragraph = node instanceof Element ? node.closest('p') : node.parentElement?.closest('p');
    return paragraph ? elements.indexOf(paragraph) : -1;
  };

  return {
    root,
    get lines() {
      return lines;
    },
    get elements() {
      return elements;
    },
    apply(splice) {
      const { start, removed, inserted } = splice;
      const kept = Math.min(removed, inserted.length);
      inserted.slice(0, kept).forEach((line, i) => {
        const paragraph = elements[start + i];
        if (paragraph) change(paragraph, line);
      });
      const gone = elements.slice(start + kept, start + removed);
      for (const one of gone) one.remove();
      const added = inserted.slice(kept).map(made);
      const next = elements[start + removed] ?? null;
      const fragment = document.createDocumentFragment();
      fragment.append(...added);
      root.insertBefore(fragment, next);
      lines = spliced(lines, splice);
      elements = [...elements.slice(0, start + kept), ...added, ...elements.slice(start + removed)];
      return gone;
    },
    restore() {
      const isWhole =
        root.childNodes.length === elements.length && elements.every((one, i) => root.childNodes[i] === one);
      if (!isWhole) root.replaceChildren(...elements);
      elements.forEach((paragraph, i) => {
        const line = lines[i] ?? '';
        const isRight = line === '' ? paragraph.textContent === '' : textOf(paragraph)?.data === line;
        if (!isRight || paragraph.childNodes.length !== 1) fill(paragraph, line);
      });
    },
    lineOf,
    pointOf({ line, character }) {
      const paragraph = elements[line];
      const text = paragraph && textOf(paragraph);
      if (text) return { node: text, offset: Math.min(character, text.length) };
      return paragraph && { node: paragraph, offset: 0 };
    },
    placeOf(node, offset) {
      if (node === root) {
        const line = Math.min(offset, elements.length - 1);
        if (line < 0) return undefined;
        return { line, character: offset < elements.length ? 0 : (lines[line]?.length ?? 0) };
      }
      const line = lineOf(node);
      if (line < 0) return undefined;
      const length = lines[line]?.length ?? 0;
      const character = node instanceof Text ? Math.min(offset, length) : offset === 0 ? 0 : length;
      return { line, character };
    },
  };
}
