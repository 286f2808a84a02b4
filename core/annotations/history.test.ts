import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText } from '../../test/unit/arbitrary-annotations.ts';
import { NO_FACTS } from './annotation.ts';
import { parseHistory, serialiseRecords, stacksOf } from './history.ts';
import type { HistoryRecord } from './history.ts';
import type { Step } from './steps.ts';

const step = (id: string, more: Partial<Step> = {}): HistoryRecord => ({
  kind: 'step',
  step: {
    id,
    at: '2026-01-02T03:04:05Z',
    by: 'huda',
    action: 'tag',
    group: null,
    before: [],
    after: [],
    facts: null,
    ...more,
  },
});
const reversal = (kind: 'undo' | 'redo', of: string): HistoryRecord => ({
  kind,
  id: `${kind} ${of}`,
  at: '2026-01-02T03:04:06Z',
  by: 'huda',
  of,
});

/** "a b -b +b": steps a and b, b taken back, b done again. */
const records = (told: string): HistoryRecord[] =>
  told
    .split(' ')
    .filter((word) => word !== '')
    .map((word, i) => {
      const of = word.slice(1);
      const record = word.startsWith('-')
        ? reversal('undo', of)
        : word.startsWith('+')
          ? reversal('redo', of)
          : null;
      return record ? { ...record, id: String(i) } : step(word);
    });
const ids = (steps: readonly Step[]): string => steps.map(({ id }) => id).join(' ');

describe('what can be undone and done again', () => {
  const cases: readonly [what: string, told: string, undoable: string, redoable: string][] = [
    ['nothing where nothing was done', '', '', ''],
    ['each step, the latest last', 'a b c', 'a b c', ''],
    ['a step taken back can be done again', 'a b -b', 'a', 'b'],
    ['steps taken back one after the other', 'a b c -c -b', 'a', 'c b'],
    ['a step done again can be taken back', 'a b -b +b', 'a b', ''],
    ['something new ends what can be done again', 'a b -b c', 'a c', ''],
    ['a step taken back out of turn, of a group', 'a b c -a', 'b c', 'a'],
    ['and done again it is the latest', 'a b c -a +a', 'b c a', ''],
    ['a step of a group is done again though something was done since', 'a b -a c +a', 'b c a', ''],
    ['a reversal of what is unknown says nothing', 'a -x +y', 'a', ''],
    ['a second reversal says nothing', 'a b -b -b', 'a', 'b'],
  ];
  test.each(cases)('%s: %s', (_what, told, undoable, redoable) => {
    const stacks = stacksOf(records(told));
    expect([ids(stacks.undoable), ids(stacks.redoable)]).toEqual([undoable, redoable]);
  });

  test('is what two plain stacks would have', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo')), (gestures) => {
        const [done, back]: [string[], string[]] = [[], []];
        const told: string[] = [];
        for (const [i, gesture] of gestures.entries()) {
          if (gesture === 'do') {
            done.push(`s${i}`);
            told.push(`s${i}`);
            back.length = 0;
          } else {
            const [from, to, sign] = gesture === 'undo' ? [done, back, '-'] : [back, done, '+'];
            const id = from.pop();
            if (id === undefined) continue;
            to.push(id);
            told.push(sign + id);
          }
        }
        const stacks = stacksOf(records(told.join(' ')));
        expect([ids(stacks.undoable), ids(stacks.redoable)]).toEqual([done.join(' '), back.join(' ')]);
      }),
    );
  });
});

describe('a history on disk', () => {
  const facts = { before: NO_FACTS, after: { status: 'done', attributes: { topic: 'سياسة' } } };

  test('says the same when it is read again', () => {
    fc.assert(
      fc.property(annotatedText, fc.nat(), ([text, annotations], n) => {
        const cut = annotations.length === 0 ? 0 : n % (annotations.length + 1);
        const told = [
          step('a', { before: annotations.slice(0, cut), after: annotations.slice(cut), group: 'g' }),
          step('b', { facts }),
          reversal('undo', 'b'),
          reversal('redo', 'b'),
        ];
        const content = serialiseRecords(told, 'articles/خبر.txt', text);
        expect(content.split('\n')).toHaveLength(told.length + 1);
        expect(parseHistory(content, text)).toEqual(told);
      }),
    );
  });

  test('loses at most its last line when it is cut off anywhere', () => {
    fc.assert(
      fc.property(annotatedText, fc.nat(), ([text, annotations], n) => {
        const told = [
          step('a', { after: annotations }),
          step('b', { before: annotations }),
          reversal('undo', 'b'),
        ];
        const content = serialiseRecords(told, 'a.txt', text);
        const cut = content.slice(0, n % (content.length + 1));
        const lines = cut.split('\n').length - 1;
        const read = parseHistory(cut, text);
        // A line of which nothing but the line break is missing is whole.
        expect([lines, lines + 1]).toContain(read.length);
        expect(read).toEqual(told.slice(0, read.length));
        // What comes next begins on a new line, and is read.
        const mended = cut === '' || cut.endsWith('\n') ? cut : `${cut}\n`;
        const next = parseHistory(mended + serialiseRecords([step('c')], 'a.txt', text), text);
        expect(next).toEqual([...read, step('c')]);
      }),
    );
  });

  test('leaves aside what is none of it', () => {
    const whole = serialiseRecords([step('a'), step('b')], 'a.txt', '');
    const [a = '', b = ''] = whole.split('\n');
    const cases = [
      ['blank lines and foreign line breaks', `\n${a}\r\n\n${b}`],
      ['what a conflict in git leaves', `<<<<<<< HEAD\n${a}\n=======\n${b}\n>>>>>>> other\n`],
      ['a line that both sides of a merge have', `${a}\n${b}\n${a}\n`],
      [
        'half a line, other JSON, no JSON',
        `${a.slice(0, 20)}\n[]\nnull\n{"id":1}\n{"id":"x"}\nقال\n${a}\n${b}\n`,
      ],
    ] as const;
    for (const [what, content] of cases)
      expect(parseHistory(content, ''), what).toEqual([step('a'), step('b')]);
  });

  test('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.json(), (text, json) => {
        expect(parseHistory(`${text}\n${json}`, text)).toBeInstanceOf(Array);
      }),
    );
  });
});
