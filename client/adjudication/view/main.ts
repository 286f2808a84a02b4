/** The page of adjudication: shows what annotators disagree on, one place at a time, and says what somebody keeps. */
import type { AdjudicationState, ShownDispute } from '../../../server/protocol.ts';
import { button, element, fill, isolated } from '../../webview/view/dom.ts';
import type { FromPage, ToPage } from '../messages.ts';
import { disputeElement, namesOf } from './dispute-view.ts';
import { columnsOf, isOpen, neighbour, nextOpen, placeIn, takenOfAll } from './disputes.ts';
import type { Column } from './disputes.ts';
import { helpElement } from './help.ts';
import { actionOf } from './keys.ts';
import type { Action } from './keys.ts';
import { listElement } from './list.ts';
import { coloursOf } from './marked-text.ts';
import './style.css';
import { summaryElement } from './summary.ts';

interface Editor {
  readonly postMessage: (message: FromPage) => void;
}

declare function acquireVsCodeApi(): Editor;

type Hello = Extract<ToPage, { kind: 'hello' }>;
type Shown = Extract<ToPage, { kind: 'state' }>;

const editor = acquireVsCodeApi();
const root = document.getElementById('adjudication') ?? document.body;
let hello: Hello | undefined;
let shown: Shown | undefined;
/** What was decided and is not answered yet, by dispute: the next one can be decided meanwhile. */
const pending = new Map<string, readonly string[]>();
/** The dispute that is shown. */
let current: ShownDispute | null = null;

const status = element('p', { class: 'said', role: 'status' });
const alert = element('p', { class: 'alert', role: 'alert' });
alert.hidden = true;
const page = element('div', { class: 'page' });
let help: HTMLDialogElement | undefined;

const disputes = (): ShownDispute[] =>
  (shown?.state.disputes ?? []).map((dispute) => {
    const taken = pending.get(dispute.id);
    return taken ? { ...dispute, taken } : dispute;
  });

/** Draws everything anew, and puts the keyboard where it was. */
function draw(): void {
  if (!hello || !shown) return;
  const { texts } = hello;
  const { state, labels } = shown;
  const all = disputes();
  const id = placeIn(all, current);
  const isElsewhere = id !== current?.id;
  current = all.find((dispute) => dispute.id === id) ?? null;
  const focused = document.activeElement?.id ?? '';
  const scrolled = document.getElementById('list')?.scrollTop ?? 0;
  const colours = coloursOf(labels);
  const summary = summaryElement(state, all, texts, {
    takeAgreed: () => act({ kind: 'agreed' }),
    another: () => editor.postMessage({ kind: 'another' }),
    help: () => act({ kind: 'help' }),
  });
  if (!current) {
    page.replaceChildren(summary, emptyElement(state, hello));
  } else {
    const columns = columnsOf(current);
    page.replaceChildren(
      summary,
      ...(all.some(isOpen) ? [] : [allSettledElement(hello)]),
      element(
        'div',
        { class: 'panes' },
        listElement(all, current.id, texts, colours, go),
        disputeElement(current, columns, {
          texts,
          colours,
          number: all.indexOf(current) + 1,
          all: all.length,
          isMirrored: hello.language === 'ar',
          onAction: act,
        }),
      ),
    );
  }
  const list = document.getElementById('list');
  if (list) list.scrollTop = scrolled;
  document.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  for (const context of document.querySelectorAll<HTMLElement>('.context')) {
    const mark = context.querySelector<HTMLElement>('.annotation, .elsewhere');
    if (mark) context.scrollTop = mark.offsetTop - context.clientHeight / 3;
  }
  // A button that is there again keeps the keyboard; of another dispute too, where it does the same.
  (document.getElementById(focused) ?? list)?.focus({ preventScroll: !isElsewhere });
}

const emptyElement = ({ annotators }: AdjudicationState, { texts }: Hello): HTMLElement =>
  element(
    'div',
    { class: 'empty' },
    element('p', {}, element('strong', {}, annotators.length < 2 ? texts.fewAnnotators : texts.noDisputes)),
    ...(annotators.length < 2 ? [element('p', {}, texts.fewAnnotatorsHelp)] : []),
    element(
      'p',
      {},
      button(texts.another, { class: 'primary', id: 'another-here' }, () =>
        editor.postMessage({ kind: 'another' }),
      ),
    ),
  );

const allSettledElement = ({ texts }: Hello): HTMLElement =>
  element(
    'div',
    { class: 'hint done' },
    element('p', {}, element('strong', {}, `✓ ${texts.allSettled}`), ` ${texts.allSettledHelp}`),
    button(texts.another, { class: 'primary', id: 'another-here' }, () =>
      editor.postMessage({ kind: 'another' }),
    ),
  );

function say(words: string): void {
  status.textContent = words;
}

function complain(words: string): void {
  alert.textContent = words;
  alert.hidden = words === '';
}

function go(id: string | null): void {
  current = disputes().find((dispute) => dispute.id === id) ?? current;
  draw();
}

/** Settles the dispute that is shown, and goes on to the next that is open. */
function decide(dispute: ShownDispute, taken: readonly string[], words: string, texts: Hello['texts']): void {
  complain('');
  pending.set(dispute.id, taken);
  editor.postMessage({ kind: 'decide', id: dispute.id, taken });
  const all = disputes();
  const next = all.find(({ id }) => id === nextOpen(all, dispute.id));
  say([words, next ? fill(texts.saidNext, next.line) : texts.allSettled].join(' '));
  go(next?.id ?? dispute.id);
}

function act(action: Action): void {
  if (!hello || !shown) return;
  const { texts } = hello;
  const all = disputes();
  switch (action.kind) {
    case 'help':
      help?.showModal();
      return;
    case 'agreed':
      if (shown.state.agreedLeft > 0) editor.postMessage({ kind: 'takeAgreed' });
      return;
    case 'next':
      return go(neighbour(all, current?.id ?? null, 1));
    case 'previous':
      return go(neighbour(all, current?.id ?? null, -1));
    case 'nextOpen':
      return go(nextOpen(all, current?.id ?? null));
  }
  if (!current) return;
  const columns = columnsOf(current);
  const keep = (kept: readonly Column[]): string => fill(texts.saidKept, kept.map(namesOf).join(' · '));
  switch (action.kind) {
    case 'open':
      editor.postMessage({ kind: 'open', id: current.id });
      return;
    case 'neither':
      return decide(current, [], texts.saidNeither, texts);
    case 'both': {
      const kept = columns.filter(({ annotations }) => annotations.length > 0);
      if (!current.canKeepAll) return say(kept.length > 1 ? texts.cannotKeepAll : texts.onlyOneSide);
      return decide(current, takenOfAll(columns), keep(kept), texts);
    }
    case 'keep': {
      const column = columns[action.column];
      if (column) decide(current, column.annotators, keep([column]), texts);
    }
  }
}

function receive(message: ToPage): void {
  if (message.kind === 'hello') {
    hello = message;
    help?.remove();
    help = helpElement(message.texts);
    root.append(help);
    return draw();
  }
  if (!hello) return;
  const { texts } = hello;
  switch (message.kind) {
    case 'state': {
      const isOther = shown?.state.uri !== message.state.uri;
      if (isOther) {
        current = null;
        pending.clear();
        say('');
      }
      // The same again: what somebody is reading stays as it is.
      if (!isOther && JSON.stringify(shown) === JSON.stringify(message)) return;
      complain('');
      shown = message;
      return draw();
    }
    case 'answer': {
      const { id, refused } = message;
      if (id !== null) pending.delete(id);
      else if (refused === null) say(texts.agreedTaken);
      if (refused === null) return draw();
      complain(refused);
      return go(id);
    }
    case 'failed':
      complain(fill(texts.failed, isolated(message.reason)));
  }
}

document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (help?.open || !(target instanceof Element)) return;
  const action = actionOf(event, current ? columnsOf(current).length : 0, hello?.language === 'ar');
  if (!action) return;
  const isStep = action.kind === 'next' || action.kind === 'previous' || action.kind === 'nextOpen';
  // A key held down steps on, but decides once.
  if (event.repeat && !isStep) return;
  // Buttons have their own Enter, and a long text its own arrows.
  if (event.key === 'Enter' && target.closest('button')) return;
  const text = target.closest('.context');
  if (text && text.scrollHeight > text.clientHeight && event.key.startsWith('Arrow')) return;
  event.preventDefault();
  act(action);
});
// The editor gives the keyboard to the page as a whole.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) document.getElementById('list')?.focus();
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
root.append(page, element('footer', {}, status, alert));
editor.postMessage({ kind: 'ready' });
