/** The page of the reading view: shows an article as Arabic is set, and says where its caret and selection are. */
import type { ArticleItem } from '../../../server/protocol.ts';
import { element, titled } from '../../webview/view/dom.ts';
import { itemAt, samePlace } from '../../items.ts';
import type { Focus, Place, Stretch } from '../../items.ts';
import { carried, spliced } from '../splice.ts';
import type { FromPage, ReaderLabel, ReaderScheme, ToPage } from '../messages.ts';
import { createCard } from './card.ts';
import { createFoldView } from './fold-view.ts';
import { boilerplateOf, foldsOf } from './folds.ts';
import { guardText } from './guard.ts';
import { createHighlights } from './highlights.ts';
import { createMargin } from './margin.ts';
import { createNear } from './near.ts';
import { notesOf } from './notes.ts';
import { createOverlay } from './overlay.ts';
import type { Tie } from './overlay.ts';
import { createParagraphs } from './paragraphs.ts';
import { createPointing } from './pointing.ts';
import { revealer } from './reveal.ts';
import { segmentsByLine } from './segments.ts';
import type { Segment } from './segments.ts';
import { createSelection } from './selection.ts';
import './style.css';

interface Editor {
  readonly postMessage: (message: FromPage) => void;
}

declare function acquireVsCodeApi(): Editor;

type Hello = Extract<ToPage, { kind: 'hello' }>;

const editor = acquireVsCodeApi();
const root = document.getElementById('reader') ?? document.body;
let hello: Hello | undefined;
let scheme: ReaderScheme = { labels: [], attributes: {}, relations: {} };
let labels: ReadonlyMap<string, ReaderLabel> = new Map();
let items: readonly ArticleItem[] = [];
let byId: ReadonlyMap<string, ArticleItem> = new Map();
let byLine: ReadonlyMap<number, readonly Segment[]> = new Map();
let focus: Focus | null = null;
/** Versions of the text that the lines and the items belong to: in between, what is drawn moves along with the letters. */
let linesVersion = -1;
let itemsVersion = -1;
let headline: number | null = null;
/** Of the last `select` that came. */
let serial = 0;

const text = element('div', {
  class: 'text',
  contenteditable: 'true',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-readonly': 'true',
  dir: 'rtl',
  lang: 'ar',
  spellcheck: 'false',
  autocorrect: 'off',
  inputmode: 'none',
  translate: 'no',
  'data-vscode-context': '{"preventDefaultContextMenuItems":true}',
});
const sheet = element('div', { class: 'sheet', dir: 'rtl' }, text);
const said = element('p', { class: 'said', role: 'status' });
const paragraphs = createParagraphs(text);
const guard = guardText(paragraphs);
const highlights = createHighlights(paragraphs);
const overlay = createOverlay(sheet, paragraphs);
const card = createCard();
const labelOf = (family: string, label: string) => labels.get(`${family}/${label}`);
const textsOf = () => {
  if (!hello) throw new Error('The page was not greeted.');
  return hello.texts;
};

const margin = createMargin({
  texts: textsOf,
  scheme: () => scheme,
  labelOf,
  onGo: (ids) => {
    const at = ids.indexOf(current()?.id ?? '');
    const item = byId.get(ids[(at + 1) % ids.length] ?? '');
    if (item) goTo(item);
  },
  onPoint: (ids) =>
    highlights.point(
      'pointed',
      ids.flatMap((id) => byId.get(id)?.range ?? []),
    ),
});
const folds = createFoldView(paragraphs, {
  texts: textsOf,
  language: () => hello?.language ?? 'en',
  titleOf: (label) => labelOf('boilerplate', label)?.title ?? label,
  onChange(heads) {
    // What is in a run is drawn once it is seen.
    heads.forEach(near.forget);
    near.changed();
    layOut();
  },
});
const near = createNear(
  paragraphs,
  (paragraph) => {
    const line = paragraphs.lineOf(paragraph);
    if (hello && isFresh() && line >= 0) drawParagraph(paragraph, line);
  },
  (paragraph) => {
    highlights.forget(paragraph);
    margin.forget(paragraph);
  },
);

const isFresh = (): boolean => linesVersion === itemsVersion;

/** What the next key would decide on. */
function current(): ArticleItem | undefined {
  const { anchor, active } = selection.now();
  return samePlace(anchor, active) && isFresh() ? itemAt(items, active, focus) : undefined;
}

const wordsOf = ({ start, end }: Stretch): string => {
  const first = paragraphs.lines[start.line] ?? '';
  if (start.line === end.line) return first.slice(start.character, end.character);
  return `${first.slice(start.character)} ${(paragraphs.lines[end.line] ?? '').slice(0, end.character)}`;
};

function drawParagraph(paragraph: HTMLElement, line: number): void {
  if (paragraph.classList.contains('folded')) return;
  const segments = byLine.get(line) ?? [];
  const words = paragraphs.lines[line] ?? '';
  const boilerplate = boilerplateOf(words, segments);
  paragraph.classList.toggle('boilerplate', boilerplate !== undefined);
  highlights.draw(
    paragraph,
    line,
    segments.filter(({ item, start, end }) => item.family !== 'boilerplate' || !isWhole(words, start, end)),
  );
  const beginning = segments.filter(({ item }) => item.range.start.line === line).map(({ item }) => item);
  margin.set(paragraph, line, notesOf(beginning, wordsOf));
}

/** Whether a segment is all words of its line. */
const isWhole = (line: string, start: number, end: number): boolean =>
  line.slice(0, start).trim() === '' && line.slice(end).trim() === '';

function drawNear(): void {
  if (!hello || !isFresh()) return;
  for (const paragraph of near.elements) {
    const line = paragraphs.lineOf(paragraph);
    if (line >= 0) drawParagraph(paragraph, line);
  }
  layOut();
}

/** Everything anew that follows from the items. */
function take(): void {
  byId = new Map(items.map((item) => [item.id, item]));
  byLine = segmentsByLine(items, paragraphs.lines);
  if (!hello || !isFresh()) return;
  folds.set(foldsOf(paragraphs.lines, byLine));
  drawNear();
  drawCurrent();
}

let isLaying = false;
/** Puts notes, folds and the ring to their places, once a frame at most. */
function layOut(): void {
  if (isLaying) return;
  isLaying = true;
  requestAnimationFrame(() => {
    isLaying = false;
    near.update();
    folds.lay(near.elements);
    margin.lay();
    drawRing();
  });
}

function drawRing(): void {
  const item = current();
  overlay.draw(item?.range ?? null, item ? tiesOf(item) : []);
}

/** Where the item leads: a quotation to its speaker, any to what it is related to. */
function tiesOf(item: ArticleItem): Tie[] {
  const related = item.relations.flatMap(({ type, to }) => {
    const other = byId.get(to);
    return other ? [{ to: other.range, name: scheme.relations[type] ?? type }] : [];
  });
  // Who speaks is plain; other relations are told by their name.
  return item.speaker ? [{ to: item.speaker, name: '' }, ...related] : related;
}

let announced = '';
function drawCurrent(): void {
  const item = current();
  highlights.point('speaker', item?.speaker ? [item.speaker] : []);
  highlights.point('cue', item?.cue ? [item.cue] : []);
  margin.showCurrent(item?.id ?? null);
  drawRing();
  const words = item ? announcement(item) : '';
  if (words !== announced) said.textContent = announced = words;
}

/** An item in words, for those who do not see it. */
function announcement(item: ArticleItem): string {
  const { states, weak, isSpeaker } = textsOf();
  const title = labelOf(item.family, item.label)?.title ?? item.label;
  const name = item.canonical ?? wordsOf(item.range);
  return [
    titled(title, name),
    item.weak ? weak : item.state === 'orphan' ? '' : states[item.state],
    item.speaker ? titled(isSpeaker, wordsOf(item.speaker)) : '',
    ...Object.entries(item.attributes).map(([key, value]) => titled(scheme.attributes[key] ?? key, value)),
    item.note,
  ]
    .filter(Boolean)
    .join(hello?.language === 'ar' ? '، ' : ', ');
}

const selection = createSelection(paragraphs, () => {
  card.hide();
  const { anchor, active } = selection.now();
  // Where somebody has gone on their own, the item that a step went to is no longer meant.
  if (focus && !samePlace(active, focus.range.start)) focus = itemAt(items, active, focus) ? focus : null;
  editor.postMessage({ kind: 'selected', serial, anchor, active, focus });
  drawCurrent();
});

const reveal = revealer(paragraphs);

function show(stretch: Stretch): void {
  folds.open(stretch.start.line);
  reveal(stretch);
}

function goTo(item: ArticleItem): void {
  const { start } = item.range;
  focus = { id: item.id, range: item.range };
  folds.open(start.line);
  selection.set(start, start);
  editor.postMessage({ kind: 'selected', serial, anchor: start, active: start, focus });
  reveal(item.range);
  selection.focus();
  drawCurrent();
}

const pointing = createPointing(paragraphs, card, {
  itemsAt: (place) =>
    (byLine.get(place.line) ?? [])
      .filter(({ start, end }) => start <= place.character && place.character < end)
      .map(({ item }) => item),
  ask: (ask, place) => editor.postMessage({ kind: 'explain', ask, place }),
});

function applyLines({ version, splice }: Extract<ToPage, { kind: 'lines' }>): void {
  const { anchor, active } = selection.now();
  const before = paragraphs.lines;
  const keep = (place: Place): Place => carried(place, before, splice);
  guard.changing(() => paragraphs.apply(splice).forEach(near.forget));
  near.changed();
  linesVersion = version;
  if (before.length > 0) selection.set(keep(anchor), keep(active));
  setHeadline(headline);
  layOut();
}

function setHeadline(line: number | null): void {
  headline = line;
  for (const one of text.querySelectorAll('.headline')) one.classList.remove('headline');
  if (line !== null) paragraphs.elements[line]?.classList.add('headline');
}

function receive(message: ToPage): void {
  switch (message.kind) {
    case 'hello':
      hello = message;
      text.setAttribute('aria-label', message.texts.article);
      margin.element.setAttribute('aria-label', message.texts.margin);
      root.replaceChildren(sheet, card.element, said);
      sheet.append(margin.element, folds.element, overlay.element);
      if (document.hasFocus()) selection.focus();
      return take();
    case 'scheme':
      scheme = message.scheme;
      labels = new Map(scheme.labels.map((label) => [`${label.family}/${label.id}`, label]));
      highlights.setLabels(scheme.labels);
      return take();
    case 'lines':
      return applyLines(message);
    case 'items':
      items = spliced(items, message.splice);
      itemsVersion = message.version;
      return take();
    case 'headline':
      setHeadline(message.line);
      return layOut();
    case 'select':
      serial = message.serial;
      folds.open(message.active.line);
      selection.set(message.anchor, message.active);
      return drawCurrent();
    case 'reveal':
      return show(message.range);
    case 'focus':
      focus = message.focus;
      return drawCurrent();
    case 'zoom':
      root.style.setProperty('--reader-zoom', String(message.zoom));
      return layOut();
    case 'explained':
      return pointing.answer(message.ask, message.markdown);
    case 'wish':
      if (message.wish === 'folds') return folds.toggleAll();
      pointing.explain(selection.now().active);
  }
}

window.addEventListener('scroll', layOut, { passive: true });
new ResizeObserver(layOut).observe(text);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
const sayKeyboard = () => editor.postMessage({ kind: 'keyboard', has: document.hasFocus() });
window.addEventListener('focus', sayKeyboard);
window.addEventListener('blur', sayKeyboard);
editor.postMessage({ kind: 'ready' });
sayKeyboard();
