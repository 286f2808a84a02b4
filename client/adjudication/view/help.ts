import { button, element } from '../../webview/view/dom.ts';
import type { Texts } from '../texts.ts';

/** The keys of the page, over it until they are closed. */
export function helpElement(texts: Texts): HTMLDialogElement {
  const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['1', '2', '…'], texts.keyDigit],
    [['←', '→'], texts.keyArrows],
    [['B'], texts.keyBoth],
    [['N'], texts.keyNeither],
    [['J', '↓'], texts.keyNext],
    [['K', '↑'], texts.keyPrevious],
    [['O'], texts.keyNextOpen],
    [['⏎'], texts.keyOpen],
    [['T'], texts.keyAgreed],
    [['?'], texts.keyHelp],
  ];
  const made = element(
    'dialog',
    { 'aria-labelledby': 'help-title' },
    element('h2', { id: 'help-title' }, texts.help),
    element(
      'dl',
      {},
      ...keys.map(([names, what]) =>
        element(
          'div',
          {},
          element('dt', {}, ...names.map((name) => element('kbd', {}, name))),
          element('dd', {}, what),
        ),
      ),
    ),
    button(texts.close, { class: 'primary' }, () => made.close()),
  );
  return made;
}
