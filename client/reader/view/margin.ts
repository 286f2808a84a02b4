import { button, element } from '../../webview/view/dom.ts';
import type { ReaderLabel, ReaderScheme } from '../messages.ts';
import type { Texts } from '../texts.ts';
import { layNotes } from './note-layout.ts';
import type { NoteEntry, NoteGroup, ParagraphNotes } from './notes.ts';

/** Room between two notes, in pixels. */
const GAP = 6;

/** The notes beside the text: those of the paragraphs in and near the window. */
export interface Margin {
  readonly element: HTMLElement;
  /** Puts notes beside a paragraph, in place of those that stood there. */
  set(paragraph: HTMLElement, line: number, notes: ParagraphNotes): void;
  forget(paragraph: HTMLElement): void;
  forgetAll(): void;
  /** Puts every note to its paragraph's height, as the page is now. */
  lay(): void;
  /** Shows which notes tell of an item. */
  showCurrent(id: string | null): void;
}

export interface MarginOptions {
  readonly texts: () => Texts;
  readonly scheme: () => ReaderScheme;
  readonly labelOf: (family: string, label: string) => ReaderLabel | undefined;
  /** A note was pressed: its next item is to be gone to. */
  readonly onGo: (ids: readonly string[]) => void;
  /** The mouse or the keyboard is at a note; none: it has left. */
  readonly onPoint: (ids: readonly string[]) => void;
}

export function createMargin({ texts, scheme, labelOf, onGo, onPoint }: MarginOptions): Margin {
  const root = element('aside', { class: 'margin' });
  const notes = new Map<HTMLElement, HTMLElement>();
  let current: string | null = null;

  const leads = (made: HTMLElement, ids: readonly string[]): HTMLElement => {
    made.dataset['ids'] = ids.join(' ');
    made.addEventListener('mouseenter', () => onPoint(ids));
    made.addEventListener('mouseleave', () => onPoint([]));
    made.addEventListener('focus', () => onPoint(ids));
    made.addEventListener('blur', () => onPoint([]));
    return made;
  };

  const entryElement = ({ text, state, ids }: NoteEntry): HTMLElement => {
    const made = button(
      text || texts().noSpeaker,
      { class: `entry ${state}`, title: texts().states[state] },
      () => onGo(ids),
    );
    made.dir = 'auto';
    return leads(made, ids);
  };

  const groupElement = (group: NoteGroup): HTMLElement => {
    const label = labelOf(group.family, group.label);
    const made = element('p', { class: `group ${group.family}` });
    made.style.setProperty('--label', label?.colour ?? 'currentColor');
    const title = label?.title ?? group.label;
    const about = label ? { title: label.description } : {};
    // What is said of the line as a whole needs no words of it: the label leads there.
    if (group.family === 'boilerplate')
      for (const { state, ids } of group.entries)
        made.append(
          leads(
            button(title, { class: `title entry ${state}`, ...about }, () => onGo(ids)),
            ids,
          ),
        );
    else {
      made.append(element('span', { class: 'title', ...about }, title));
      for (const entry of group.entries) made.append(' ', entryElement(entry));
    }
    return made;
  };

  const noteElement = (line: number, { groups, remarks }: ParagraphNotes): HTMLElement =>
    element(
      'section',
      { class: 'note', id: `note-${line}` },
      ...groups.map(groupElement),
      ...remarks.map(({ id, of, attribute, text }) => {
        const name = attribute === null ? '' : (scheme().attributes[attribute] ?? attribute);
        const made = button('', { class: attribute === null ? 'remark written' : 'remark', title: of }, () =>
          onGo([id]),
        );
        if (name) made.append(element('span', { class: 'title' }, name), ' ');
        made.append(element('span', { dir: 'auto' }, text));
        return leads(made, [id]);
      }),
    );

  const mark = () => {
    for (const one of root.querySelectorAll<HTMLElement>('[data-ids]'))
      one.classList.toggle(
        'current',
        current !== null && (one.dataset['ids'] ?? '').split(' ').includes(current),
      );
  };

  const forget = (paragraph: HTMLElement) => {
    notes.get(paragraph)?.remove();
    notes.delete(paragraph);
    paragraph.removeAttribute('aria-describedby');
  };

  return {
    element: root,
    set(paragraph, line, of) {
      forget(paragraph);
      if (of.groups.length === 0 && of.remarks.length === 0) return;
      const note = noteElement(line, of);
      paragraph.setAttribute('aria-describedby', note.id);
      notes.set(paragraph, note);
      root.append(note);
    },
    forget,
    forgetAll: () => [...notes.keys()].forEach(forget),
    lay() {
      for (const [paragraph, note] of notes) note.hidden = paragraph.classList.contains('folded');
      // First what is read of the page, then what is written to it: each turn of the two would cost a layout.
      const shown = [...notes].filter(([, note]) => !note.hidden);
      for (const [, note] of shown) note.classList.remove('dense');
      const isDense = shown.map(([paragraph, note]) => note.offsetHeight > paragraph.offsetHeight);
      shown.forEach(([, note], i) => note.classList.toggle('dense', isDense[i]));
      const wanted = shown
        .map(([paragraph, note]) => ({
          note,
          top: paragraph.offsetTop,
          height: note.offsetHeight,
        }))
        .sort((a, b) => a.top - b.top);
      const tops = layNotes(wanted, GAP);
      wanted.forEach(({ note }, i) => (note.style.top = `${tops[i]}px`));
      mark();
    },
    showCurrent(id) {
      current = id;
      mark();
    },
  };
}
