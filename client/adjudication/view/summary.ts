import type { AdjudicationState, ShownDispute } from '../../../server/protocol.ts';
import { button, element, fill, isolated } from '../../webview/view/dom.ts';
import type { Texts } from '../texts.ts';
import { isOpen } from './disputes.ts';

interface Doings {
  readonly takeAgreed: () => void;
  readonly another: () => void;
  readonly help: () => void;
}

/** On top: which article, how far it is, and what all agree on. */
export function summaryElement(
  { path, agreed, agreedLeft }: AdjudicationState,
  disputes: readonly ShownDispute[],
  texts: Texts,
  { takeAgreed, another, help }: Doings,
): HTMLElement {
  const open = disputes.filter(isOpen).length;
  const settled = disputes.length - open;
  const progress = fill(texts.settledOf, settled, disputes.length);
  return element(
    'header',
    { class: 'top' },
    element(
      'div',
      { class: 'article' },
      element('h1', {}, fill(texts.title, isolated(path))),
      ...(disputes.length === 0
        ? []
        : [
            element(
              'p',
              { class: 'progress' },
              element('progress', {
                max: String(disputes.length),
                value: String(settled),
                'aria-label': progress,
              }),
              element('span', {}, progress),
              element('strong', {}, fill(texts.openLeft, open)),
            ),
          ]),
    ),
    element(
      'div',
      { class: 'tools' },
      ...(agreed === 0
        ? []
        : [
            element(
              'span',
              { class: 'note' },
              [
                fill(texts.agreed, agreed),
                ...(agreedLeft > 0 ? [fill(texts.agreedLeft, agreedLeft)] : []),
              ].join(' '),
            ),
          ]),
      ...(agreedLeft > 0
        ? [button(texts.takeAgreed, { id: 'agreed', title: texts.takeAgreedHelp }, takeAgreed)]
        : []),
      button(texts.another, { id: 'another', class: 'quiet' }, another),
      button('?', { id: 'help', class: 'quiet', title: texts.help, 'aria-label': texts.help }, help),
    ),
  );
}
