import { CharacterClass, classOf } from '../../text/characters.ts';

/**
 * UDPipe's way of keeping blanks in MISC (https://ufal.mff.cuni.cz/udpipe/1/users-manual, "Preserving spaces"): \s \t \r
 * \n. Everything else that can stand between tokens, or in one that is not in NFC, is written as \uXXXX, a UTF-16 code
 * unit each, so that no reader takes it for a blank, a line end or a letter out of order.
 */
export const escapeSpaces = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => {
    const character = text.charAt(i);
    return NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }).join('');

/** The inverse; "\p" is "|", and what is no escape stays. */
export const unescapeSpaces = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_all, unit: string | undefined, name: string | undefined) =>
    unit !== undefined ? String.fromCharCode(Number.parseInt(unit, 16)) : (PLAIN[name ?? ''] ?? name ?? ''),
  );

const NAMED: Readonly<Record<string, string>> = { ' ': '\\s', '\t': '\\t', '\r': '\\r', '\n': '\\n' };

const PLAIN: Readonly<Record<string, string>> = { s: ' ', t: '\t', r: '\r', n: '\n', p: '|' };

/** Whether there is a blank in a text, as Python sees it, in which most readers of the format are written. */
export const hasBlank = (text: string): boolean =>
  Array.from(text).some((character) => isBlank(character.charCodeAt(0)));

const isBlank = (unit: number): boolean =>
  classOf(unit) === CharacterClass.Blank || (unit >= 0x1c && unit <= 0x1f);

/** JSON on one line that is in NFC, whatever its strings hold: letters out of order become escapes. */
export function jsonInNfc(data: unknown): string {
  const json = JSON.stringify(data);
  const isPlain = json === json.normalize('NFC') && !/[\u0085\u2028\u2029]/.test(json);
  return isPlain
    ? json
    : json.replace(
        /[^\x20-\x7e]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}
