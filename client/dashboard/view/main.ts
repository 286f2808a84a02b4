/** The dashboard's page: shows the figures that the extension sends, and says what somebody does with them. */
import type { FromPage, ToPage } from '../messages.ts';
import type { Texts } from '../texts.ts';
import { makeCard } from './card-view.ts';
import type { CardState, DrawnCard } from './card-view.ts';
import { CARDS } from './cards/cards.ts';
import { button, element, fill, isolated, titled } from '../../webview/view/dom.ts';
import { numbersIn } from './numbers.ts';
import './style.css';
import { onThemeChange } from './theme.ts';
import { tilesElement } from './tiles.ts';

interface Editor {
  readonly postMessage: (message: FromPage) => void;
}

declare function acquireVsCodeApi(): Editor;

type Hello = Extract<ToPage, { kind: 'hello' }>;
type Shown = Extract<ToPage, { kind: 'figures' }>;

const editor = acquireVsCodeApi();
const root = document.getElementById('dashboard') ?? document.body;
/** What somebody has chosen, by card. */
const chosen = new Map<string, CardState>();
let hello: Hello | undefined;
let shown: Shown | undefined;
let cards: DrawnCard[] = [];

const heading = element('h1');
const status = element('p', { class: 'status', role: 'status' });
const bar = element('progress', { max: '100', value: '0' });
bar.hidden = true;
const refresh = button('', { class: 'primary' }, () => editor.postMessage({ kind: 'refresh' }));
const cancel = button('', {}, () => editor.postMessage({ kind: 'cancel' }));
cancel.hidden = true;
const page = element('div');

/** Whether figures are being counted now, as far as buttons show it. */
function setBusy(isBusy: boolean): void {
  bar.hidden = !isBusy;
  cancel.hidden = !isBusy;
  refresh.disabled = isBusy;
}

function show(): void {
  for (const card of cards) card.dispose();
  cards = [];
  if (!hello || !shown) return;
  const { texts, language } = hello;
  const { statistics, labels, project, troubles } = shown;
  const numbers = numbersIn(language);
  const figures = { statistics, labels, texts, numbers };
  heading.textContent = fill(texts.title, isolated(project));
  const notes = troubles.length > 0 ? [troubleElement(texts, troubles)] : [];
  if (statistics.dataset.articles === 0) {
    page.replaceChildren(
      ...notes,
      element(
        'div',
        { class: 'empty' },
        element('p', {}, element('strong', {}, texts.noArticles)),
        element('p', {}, texts.noArticlesHelp),
      ),
    );
    return;
  }
  if (statistics.coverage.annotated === 0) notes.push(element('p', { class: 'hint' }, texts.noAnnotations));
  cards = CARDS.flatMap((card) => {
    const made = makeCard(card, {
      figures,
      language,
      state: chosen.get(card.id) ?? {},
      onState: (state) => void chosen.set(card.id, state),
      post: (message) => editor.postMessage(message),
    });
    return made ?? [];
  });
  page.replaceChildren(
    ...notes,
    tilesElement(figures),
    element('div', { class: 'cards' }, ...cards.filter(({ isWide }) => !isWide).map((card) => card.element)),
    ...cards.filter(({ isWide }) => isWide).map((card) => card.element),
  );
  for (const card of cards) card.draw();
}

const troubleElement = (texts: Texts, troubles: readonly string[]): HTMLElement =>
  element(
    'details',
    { class: 'hint' },
    element('summary', {}, titled(texts.unread, String(troubles.length))),
    element('ul', {}, ...troubles.map((trouble) => element('li', { dir: 'auto' }, trouble))),
  );

function receive(message: ToPage): void {
  if (message.kind === 'hello') {
    hello = message;
    refresh.textContent = message.texts.refresh;
    cancel.textContent = message.texts.cancel;
    show();
    return;
  }
  if (!hello) return;
  const { texts } = hello;
  switch (message.kind) {
    case 'progress':
      setBusy(true);
      bar.value = message.percentage;
      status.textContent = fill(texts.counting, isolated(message.article));
      return;
    case 'figures':
      setBusy(false);
      shown = message;
      status.textContent = texts.counted;
      show();
      return;
    case 'cancelled':
      setBusy(false);
      status.textContent = texts.cancelled;
      return;
    case 'failed':
      setBusy(false);
      status.textContent = fill(texts.failed, message.reason);
      return;
    case 'outdated':
      status.textContent = texts.outdated;
  }
}

root.append(
  element(
    'header',
    { class: 'top' },
    heading,
    element('div', { class: 'tools' }, status, bar, cancel, refresh),
  ),
  page,
);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
onThemeChange(() => {
  for (const card of cards) card.draw();
});
editor.postMessage({ kind: 'ready' });
