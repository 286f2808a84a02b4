/**
 * The key of a command on a Mac: Option with a letter writes there, so Command comes with it.
 * @param key as manifests have it, such as "alt+a alt+s"
 */
export const macKey = (key: string): string =>
  key.replaceAll(/alt\+(?=(?:[a-z]|backspace)(?: |$))/g, 'cmd+alt+');

const MAC_NAMES: Readonly<Record<string, string>> = { alt: '⌥', cmd: '⌘', shift: '⇧' };

/** Apple writes Option, Shift, Command, then the key. */
const APPLE_ORDER = ['⌥', '⇧', '⌘'];
const placeOf = (name: string): number =>
  (APPLE_ORDER.indexOf(name) + APPLE_ORDER.length + 1) % (APPLE_ORDER.length + 1);

const SPELT: Readonly<Record<string, string>> = { pageup: 'PageUp', pagedown: 'PageDown' };
const capital = (name: string): string => SPELT[name] ?? name.charAt(0).toUpperCase() + name.slice(1);

/**
 * The strokes of a key as a person reads them: "alt+a alt+s" as "Alt+A" and "Alt+S", on a Mac "⌥⌘A" and "⌥⌘S".
 * @param key as Linux and Windows have it, with `mac` as the Mac has it (see macKey)
 */
export const strokesOf = (key: string, mac: boolean): string[] =>
  key.split(' ').map((stroke) => {
    const names = stroke.split('+').map((name) => (mac && MAC_NAMES[name]) || capital(name));
    return mac ? names.toSorted((a, b) => placeOf(a) - placeOf(b)).join('') : names.join('+');
  });
