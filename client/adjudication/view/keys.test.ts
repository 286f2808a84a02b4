import { describe, expect, it, test } from 'vitest';
import { actionOf } from './keys.ts';
import type { Action, Stroke } from './keys.ts';

const stroke = (key: string, code = '', held: Partial<Stroke> = {}): Stroke => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const keep = (column: number): Action => ({ kind: 'keep', column });

describe('what a key means', () => {
  test.each<[key: string, code: string, Action | null]>([
    ['1', 'Digit1', keep(0)],
    ['2', 'Digit2', keep(1)],
    ['٢', 'Digit2', keep(1)],
    ['&', 'Digit1', keep(0)],
    ['3', 'Digit3', null],
    ['0', 'Digit0', null],
    ['b', 'KeyB', { kind: 'both' }],
    ['B', 'KeyB', { kind: 'both' }],
    ['n', 'KeyN', { kind: 'neither' }],
    ['j', 'KeyJ', { kind: 'next' }],
    ['ArrowDown', 'ArrowDown', { kind: 'next' }],
    ['k', 'KeyK', { kind: 'previous' }],
    ['ArrowUp', 'ArrowUp', { kind: 'previous' }],
    ['o', 'KeyO', { kind: 'nextOpen' }],
    ['t', 'KeyT', { kind: 'agreed' }],
    ['Enter', 'Enter', { kind: 'open' }],
    ['?', 'Slash', { kind: 'help' }],
    ['x', 'KeyX', null],
    ['F1', 'F1', null],
    ['Tab', 'Tab', null],
  ])('%s (%s)', (key, code, action) => expect(actionOf(stroke(key, code), 2, false)).toEqual(action));

  test.each<[key: string, code: string, Action]>([
    // What an Arabic keyboard writes at the places of b, n, j and k, and for a question mark.
    ['لا', 'KeyB', { kind: 'both' }],
    ['ى', 'KeyN', { kind: 'neither' }],
    ['ت', 'KeyJ', { kind: 'next' }],
    ['ن', 'KeyK', { kind: 'previous' }],
    ['؟', 'Slash', { kind: 'help' }],
  ])('%s of an Arabic keyboard', (key, code, action) =>
    expect(actionOf(stroke(key, code), 2, false)).toEqual(action),
  );

  it('counts the letter before its place, where a Latin keyboard has it elsewhere', () => {
    expect(actionOf(stroke('n', 'KeyB'), 2, false)).toEqual({ kind: 'neither' });
  });

  test.each([
    ['ArrowLeft', false, keep(0)],
    ['ArrowRight', false, keep(1)],
    ['ArrowRight', true, keep(0)],
    ['ArrowLeft', true, keep(1)],
  ])('%s keeps what stands there, mirrored: %s', (key, isMirrored, action) =>
    expect(actionOf(stroke(key), 2, isMirrored)).toEqual(action),
  );

  it('does not guess which of three is the left one', () => {
    expect(actionOf(stroke('ArrowLeft'), 3, false)).toBeNull();
    expect(actionOf(stroke('3'), 3, false)).toEqual(keep(2));
  });

  test.each(['ctrlKey', 'altKey', 'metaKey'])('leaves keys with %s to the editor', (held) =>
    expect(actionOf(stroke('b', 'KeyB', { [held]: true }), 2, false)).toBeNull(),
  );
});
