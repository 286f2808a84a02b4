import type { ShownAnnotation, ShownDispute } from '../../../server/protocol.ts';
import { button, element, fill, isolated } from '../../webview/view/dom.ts';
import type { Texts } from '../texts.ts';
import { isTaken } from './disputes.ts';
import type { Column } from './disputes.ts';
import { differences } from './differences.ts';
import type { Action } from './keys.ts';
import { colourIn, directionOf, markedText } from './marked-text.ts';
import type { Colours } from './marked-text.ts';

export interface DisputeContext {
  readonly texts: Texts;
  readonly colours: Colours;
  /** The dispute's number, from 1, and how many there are. */
  readonly number: number;
  readonly all: number;
  readonly isMirrored: boolean;
  readonly onAction: (action: Action) => void;
}

/** A dispute in full: what differs, each side's version of the lines, and what can be done. */
export function disputeElement(
  dispute: ShownDispute,
  columns: readonly Column[],
  context: DisputeContext,
): HTMLElement {
  const { texts, number, all, onAction } = context;
  const isNeither = Array.isArray(dispute.taken) && !columns.some((column) => isTaken(column, dispute));
  const some = columns.filter(({ annotations }) => annotations.length > 0).length;
  const isPair = columns.length === 2;
  const settled = isNeither ? texts.isNeither : dispute.taken === 'own' ? texts.isOwn : null;
  return element(
    'section',
    { class: 'dispute', 'aria-labelledby': 'dispute-title' },
    element(
      'header',
      {},
      element(
        'h2',
        { id: 'dispute-title' },
        `${fill(texts.place, number, all)} · ${fill(texts.line, dispute.line)}`,
      ),
      element(
        'p',
        { class: 'kinds' },
        element('span', { class: 'family' }, texts.families[dispute.family]),
        ...differences(dispute, columns, texts).map((words) => element('span', {}, words)),
      ),
    ),
    ...(settled === null ? [] : [element('p', { class: 'hint' }, settled)]),
    element(
      'div',
      { class: 'columns' },
      ...columns.map((column, index) => columnElement(dispute, columns, column, index, context)),
    ),
    element(
      'div',
      { class: 'tools actions' },
      ...(dispute.canKeepAll
        ? [
            keyed(isPair ? texts.keepBoth : texts.keepAll, ['B'], { id: 'both' }, () =>
              onAction({ kind: 'both' }),
            ),
          ]
        : []),
      // Where one side has nothing, keeping that side is the same.
      ...(some === columns.length
        ? [
            keyed(isPair ? texts.neither : texts.noneOfThem, ['N'], { id: 'neither' }, () =>
              onAction({ kind: 'neither' }),
            ),
          ]
        : []),
      keyed(texts.open, ['⏎'], { id: 'open', class: 'quiet' }, () => onAction({ kind: 'open' })),
    ),
  );
}

function columnElement(
  dispute: ShownDispute,
  columns: readonly Column[],
  column: Column,
  index: number,
  { texts, colours, isMirrored, onAction }: DisputeContext,
): HTMLElement {
  const { annotators, annotations, rejects } = column;
  const others = columns.filter((other) => other !== column);
  const taken = isTaken(column, dispute);
  const id = `side-${index}`;
  const arrow = columns.length === 2 ? ((index === 0) === isMirrored ? '→' : '←') : '';
  const text = markedText(dispute, column, others, colours, texts);
  text.tabIndex = 0;
  return element(
    'article',
    { class: taken ? 'side taken' : 'side', 'aria-labelledby': id },
    element(
      'header',
      {},
      element(
        'h3',
        { id },
        ...annotators.flatMap((name, i) => [i > 0 ? ' · ' : '', element('bdi', {}, name)]),
      ),
      ...(taken ? [element('span', { class: 'badge' }, `✓ ${texts.kept}`)] : []),
    ),
    text,
    annotations.length > 0
      ? element(
          'ul',
          { class: 'annotations' },
          ...annotations.map((one) => annotationElement(dispute, one, texts, colours)),
        )
      : element('p', { class: 'note' }, rejects ? texts.rejected : texts.nothing),
    keyed(
      annotations.length > 0 ? texts.keep : texts.keepNothing,
      arrow === '' ? [`${index + 1}`] : [`${index + 1}`, arrow],
      {
        id: `keep-${index}`,
        class: 'primary keep',
        'aria-pressed': String(taken),
        'aria-describedby': id,
      },
      () => onAction({ kind: 'keep', column: index }),
    ),
  );
}

/** An annotation in words: its label, its words, and the details that it has or that others have there. */
function annotationElement(
  { family, kinds }: ShownDispute,
  { title, label, words, speaker, cue, canonical }: ShownAnnotation,
  texts: Texts,
  colours: Colours,
): HTMLElement {
  const detail = (kind: string, name: string, value: string | undefined): HTMLElement[] =>
    value === undefined && !kinds.includes(kind)
      ? []
      : [
          element(
            'div',
            { class: kinds.includes(kind) ? 'differs' : '' },
            element('dt', {}, name),
            element('dd', {}, element('bdi', {}, value ?? texts.none)),
          ),
        ];
  const isQuotation = family === 'quotation';
  const head = element(
    'p',
    { class: kinds.includes('label') ? 'label otherwise' : 'label' },
    colourIn(element('span', { class: 'dot', 'aria-hidden': 'true' }), colours, family, label),
    element('strong', { dir: 'auto' }, title),
    element('code', {}, label),
    element('span', { class: 'words', dir: directionOf(words), lang: 'ar' }, words),
  );
  return element(
    'li',
    {},
    head,
    element(
      'dl',
      {},
      ...(isQuotation ? detail('speaker', texts.speaker, speaker?.words) : []),
      ...(isQuotation ? detail('cue', texts.cue, cue?.words) : []),
      ...detail('name', texts.name, canonical ?? undefined),
    ),
  );
}

/** A button that shows its keys. */
function keyed(
  words: string,
  keys: readonly string[],
  attributes: Readonly<Record<string, string>>,
  onClick: () => void,
): HTMLButtonElement {
  const made = button('', attributes, onClick);
  made.append(
    element('span', {}, words),
    element('span', { class: 'keys', 'aria-hidden': 'true' }, ...keys.map((key) => element('kbd', {}, key))),
  );
  return made;
}

export const namesOf = ({ annotators }: Column): string => annotators.map(isolated).join(' · ');
