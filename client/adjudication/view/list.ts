import type { ShownDispute } from '../../../server/protocol.ts';
import { element, fill } from '../../webview/view/dom.ts';
import type { Texts } from '../texts.ts';
import { columnsOf, isOpen } from './disputes.ts';
import { differences } from './differences.ts';
import { colourIn, directionOf } from './marked-text.ts';
import type { Colours } from './marked-text.ts';

/** All disputes in the order of the text, as one stop of the keyboard: keys go through it. */
export function listElement(
  disputes: readonly ShownDispute[],
  current: string | null,
  texts: Texts,
  colours: Colours,
  onChoose: (id: string) => void,
): HTMLElement {
  const options = disputes.map((dispute, index) => {
    const columns = columnsOf(dispute);
    const [first] = columns.flatMap(({ annotations }) => annotations);
    const isCurrent = dispute.id === current;
    const state = isOpen(dispute) ? texts.isOpen : texts.isSettled;
    const made = element(
      'li',
      {
        id: `option-${index}`,
        role: 'option',
        'aria-selected': String(isCurrent),
        class: isOpen(dispute) ? 'open' : 'settled',
      },
      element(
        'span',
        { class: 'sign', role: 'img', 'aria-label': state, title: state },
        isOpen(dispute) ? '○' : '✓',
      ),
      element(
        'span',
        { class: 'what' },
        colourIn(
          element(
            'span',
            { class: 'words', dir: directionOf(first?.words ?? ''), lang: 'ar' },
            first?.words ?? '',
          ),
          colours,
          dispute.family,
          first?.label ?? '',
        ),
        element(
          'span',
          { class: 'note' },
          [fill(texts.line, dispute.line), ...differences(dispute, columns, texts)].join(' · '),
        ),
      ),
    );
    made.addEventListener('click', () => onChoose(dispute.id));
    return made;
  });
  const at = disputes.findIndex(({ id }) => id === current);
  return element(
    'ul',
    {
      id: 'list',
      role: 'listbox',
      tabindex: '0',
      'aria-label': texts.disputes,
      ...(at >= 0 && { 'aria-activedescendant': `option-${at}` }),
    },
    ...options,
  );
}
