import vm from 'node:vm';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { regularExpressionsIn, worstTexts } from './regular-expressions.ts';

const { expressions, made } = regularExpressionsIn(['core', 'server', 'cli', 'client']);

/**
 * How long the worst texts are, in UTF-16 code units: more than the longest line of news by far, and so long that what
 * looks at it from every character on takes several times PATIENCE, also on a fast machine: that is 5 × 10⁹ steps.
 */
const LENGTH = 100_000;
/**
 * So long may an expression look through such a text, in milliseconds, on a machine that does much else meanwhile. One
 * pass takes some fifteen at most.
 */
const PATIENCE = 1000;

const context = vm.createContext({ expression: /x/, text: '' });
const search = new vm.Script("text.replace(expression, '')");

/** Looks for all matches of an expression in a text; stops, and says so, where that takes too long. */
function isQuick(expression: RegExp, text: string): boolean {
  const flags = expression.flags.includes('g') ? expression.flags : `${expression.flags}g`;
  Object.assign(context, { expression: new RegExp(expression.source, flags), text });
  try {
    search.runInContext(context, { timeout: PATIENCE });
    return true;
  } catch {
    return false;
  }
}

/** Files that make an expression of a list or of another expression: one class of characters each, which cannot backtrack. */
const CLASSES_OF_LISTS = [
  'core/analysis/problems/persian-letters.ts',
  'core/formats/xml.ts',
  'core/quotations/glyphs.ts',
];

describe('the regular expressions of the program', () => {
  it('are written as such, so that the lint and this test see them', () => {
    expect(expressions.length).toBeGreaterThan(100);
    expect(made.map((where) => where.replace(/:\d+$/, ''))).toEqual(CLASSES_OF_LISTS);
  });

  it('look through their worst texts in one pass', () => {
    const slow = expressions.flatMap(({ where, expression }) => {
      for (const text of worstTexts(expression, LENGTH))
        if (!isQuick(expression, text))
          return [`${where} ${String(expression)} on ${JSON.stringify(text.slice(0, 20))}…`];
      return [];
    });
    expect(slow).toEqual([]);
  });
});

describe('expressions that backtrack badly', () => {
  const bad: readonly (readonly [what: string, written: string])[] = [
    ['exponentially', String.raw`/^(?:a+)+$/`],
    ['with the square', String.raw`/\s+$/`],
    ['with the square, over a class', String.raw`/^[\s،]*\s*؛/`],
  ];

  it.each(bad)('are found by their worst texts: %s', (_what, written) => {
    const [, body = ''] = /^\/(.*)\/$/.exec(written) ?? [];
    const expression = new RegExp(body);
    expect(worstTexts(expression, LENGTH).every((text) => isQuick(expression, text))).toBe(false);
  });

  it.each(bad)('are refused by the lint: %s', async (_what, written) => {
    const [result] = await new ESLint().lintText(`export const found = ${written}.test('');\n`, {
      filePath: 'core/text/made-up.ts',
    });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^regexp\/no-super-linear-(?:backtracking|move)$/)]),
    );
  });
});
