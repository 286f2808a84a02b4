import { SaxesParser } from 'saxes';

/** An element of an XML document. Text is what stands between tags, entities resolved. */
export interface XmlElement {
  /** With its prefix, as it is written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** The line on which its start tag ends, counted from 1. */
  readonly line: number;
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Reads an XML document: its root element, or what is wrong with it and on which line (counted from 1). */
export function parseXml(content: string): XmlElement | { readonly error: string; readonly line: number } {
  const parser = new SaxesParser({ position: true, xmlns: false });
  let root: XmlElement | null = null;
  const open: OpenElement[] = [];
  let failure: { readonly error: string; readonly line: number } | null = null;
  parser.on('error', (error) => {
    failure ??= { error: error.message.replace(/^\d+:\d+: /, ''), line: parser.line };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = { name, attributes, children: [], line: parser.line };
    open[open.length - 1]?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string): void => void open[open.length - 1]?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  parser.write(content.replace(/^\ufeff/, '')).close();
  return failure ?? root ?? { error: 'no element', line: 1 };
}

/** All text in an element and below it. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The elements directly in one, of one name where that is given. */
export const elementsOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/**
 * Text as it stands between tags or in a double-quoted attribute. Newlines, tabs and carriage returns become character
 * references, since a reader turns them into blanks in attributes and "\r\n" into "\n" in text (XML 1.0, 2.11 and
 * 3.3.3).
 */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that no XML 1.0 document can hold, not even as references (XML 1.0, 2.2): controls, lone surrogates. */
export const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** A text with U+FFFD for each UTF-16 code unit that no XML document can hold: of the same length. */
export const replaceNotInXml = (text: string): string => text.replace(new RegExp(NOT_IN_XML, 'gu'), '\ufffd');
