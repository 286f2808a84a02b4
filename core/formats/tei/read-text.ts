import type { Span } from '../../text/span.ts';
import type { XmlElement } from '../xml.ts';

/** The text of a body, and where its elements stand in it. UTF-16 code units. */
export interface PlacedText {
  readonly text: string;
  /** In the order of their start tags. */
  readonly elements: readonly { readonly element: XmlElement; readonly span: Span }[];
}

/** Elements that stand on lines of their own (TEI P5, model.pLike, model.lLike, model.headLike and the like). */
const BLOCKS = new Set([
  'ab',
  'p',
  'head',
  'l',
  'item',
  'byline',
  'dateline',
  'opener',
  'closer',
  'u',
  'cell',
]);

/** What is no part of the running text. */
const APART = new Set(['note', 'fw', 'standOff', 'teiHeader', 'figDesc', 'gap']);

/**
 * The text in an element. Blocks with xml:space="preserve" hold it character by character; in others runs of blanks
 * count as one, and each is a line of its own.
 */
export function placedText(root: XmlElement): PlacedText {
  const parts: string[] = [];
  const elements: { element: XmlElement; span: Span }[] = [];
  let length = 0;
  let last = '\n';
  const add = (text: string): void => {
    if (text === '') return;
    parts.push(text);
    length += text.length;
    last = text.charAt(text.length - 1);
  };
  const visit = (element: XmlElement, isPreserved: boolean, isInBlock: boolean): void => {
    if (APART.has(element.name)) return;
    const space = element.attributes['xml:space'];
    const preserved = space === 'preserve' || (isPreserved && space !== 'default');
    const isBlock = BLOCKS.has(element.name);
    if ((isBlock && !preserved && last !== '\n') || (element.name === 'lb' && !preserved)) add('\n');
    const start = length;
    const place = { element, span: { start, end: start } };
    elements.push(place);
    const inBlock = isInBlock || isBlock;
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child, preserved, inBlock);
      else if (preserved) add(child);
      else if (inBlock) {
        const words = child.replace(/[ \t\r\n]+/g, ' ');
        add(/\s/.test(last) ? words.replace(/^ /, '') : words);
      }
    }
    place.span = { start, end: length };
  };
  visit(root, false, false);
  return { text: parts.join(''), elements };
}
