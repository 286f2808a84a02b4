/** The regular expressions of the program, and the texts that are worst for each. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface FoundExpression {
  /** Where it stands, as "core/text/lines.ts:12". */
  readonly where: string;
  readonly expression: RegExp;
}

/** Every regular expression that is written in these folders, tests left out; and where one is made of strings. */
export function regularExpressionsIn(folders: readonly string[]): {
  readonly expressions: readonly FoundExpression[];
  readonly made: readonly string[];
} {
  const expressions: FoundExpression[] = [];
  const made: string[] = [];
  for (const file of folders.flatMap(sourcesIn)) {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(ROOT, file), 'utf8'),
      ts.ScriptTarget.Latest,
    );
    const visit = (node: ts.Node): void => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (ts.isRegularExpressionLiteral(node)) {
        const [, body = '', flags = ''] = /^\/([\s\S]*)\/([a-z]*)$/.exec(node.text) ?? [];
        expressions.push({ where: `${file}:${line + 1}`, expression: new RegExp(body, flags) });
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'RegExp'
      )
        made.push(`${file}:${line + 1}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { expressions, made };
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();

/** Characters that stand for what the classes of an expression match. */
const OF_CLASSES: readonly (readonly [written: RegExp, characters: string])[] = [
  [/\\s|\[\^/, ' \n\t'],
  [/\\d/, '07'],
  [/\\w|\[\^|\./, 'a_'],
  [/\\p\{L\}|\[\^|\./, 'وa'],
  [/\\p\{M\}/, '\u064e'],
  [/\\p\{N\}/, '٣'],
  [/\\p\{P\}/, '-»'],
];

/** So many of its characters are tried at most. */
const MOST_CHARACTERS = 12;

/** The characters that an expression speaks of: those written in it, and examples of its classes. */
function charactersOf({ source }: RegExp): string[] {
  const written = source.replaceAll(/\\p\{[^}]*\}|\\u\{[\da-f]+\}|\\[a-z]|[\\^$*+?()[\]{}|]/gi, ' ');
  const points = [...source.matchAll(/\\u\{?([\da-f]{4,6})\}?/gi)].map(([, hex = '20']) =>
    String.fromCodePoint(parseInt(hex, 16)),
  );
  const classes = OF_CLASSES.flatMap(([is, characters]) => (is.test(source) ? [...characters] : []));
  return [...new Set([...classes, ...points, ...written])].slice(0, MOST_CHARACTERS);
}

/**
 * Long texts that an expression nearly matches again and again: its own characters, alone and by twos as they follow each
 * other in it, repeated; a beginning in front; something that it cannot match behind.
 * @param length in UTF-16 code units, or some more
 */
export function worstTexts(expression: RegExp, length: number): string[] {
  const characters = charactersOf(expression);
  const first = characters.find((character) => character.trim() !== '') ?? '';
  const units = characters.flatMap((one, i) => [one, one + (characters[i + 1] ?? first)]);
  return [...new Set(units)].flatMap((unit) => {
    const run = unit.repeat(Math.ceil(length / unit.length));
    return [`${run}\u0000`, `${first}${run}\u0000`];
  });
}
