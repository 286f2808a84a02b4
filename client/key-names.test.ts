import { describe, expect, it } from 'vitest';
import { macKey, strokesOf } from './key-names.ts';

describe('a key as a person reads it', () => {
  it.each<[key: string, elsewhere: string, mac: string]>([
    ['f9', 'F9', 'F9'],
    ['shift+f2', 'Shift+F2', '⇧F2'],
    ['alt+enter', 'Alt+Enter', '⌥Enter'],
    ['alt+backspace', 'Alt+Backspace', '⌥⌘Backspace'],
    ['alt+a alt+s', 'Alt+A Alt+S', '⌥⌘A ⌥⌘S'],
    ['alt+a shift+l', 'Alt+A Shift+L', '⌥⌘A ⇧L'],
    ['alt+a alt+pagedown', 'Alt+A Alt+PageDown', '⌥⌘A ⌥PageDown'],
  ])('%s → %s, on a Mac %s', (key, elsewhere, mac) => {
    expect(strokesOf(key, false).join(' ')).toBe(elsewhere);
    expect(strokesOf(macKey(key), true).join(' ')).toBe(mac);
  });
});
