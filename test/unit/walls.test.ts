import { ESLint } from 'eslint';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/** Plants an import in a file that need not exist and returns what the linter says of it. */
describe('the walls between the folders', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({ cwd: root });
  });
  const complaints = async (file: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
    return (result?.messages ?? [])
      .filter(({ ruleId }) => ruleId === 'no-restricted-imports' || ruleId === 'no-restricted-syntax')
      .map(({ message }) => message);
  };

  const refused: [file: string, code: string][] = [
    ['core/text/planted.ts', "export { findEntities } from '../entities/entities.ts';"],
    ['core/text/planted.ts', "export type { Label } from '../labels/entity-labels.ts';"],
    ['core/entities/dates/planted.ts', "export { analyse } from '../../analysis/analysis.ts';"],
    ['core/quotations/planted.ts', "export { findBoilerplate } from '../boilerplate/boilerplate.ts';"],
    ['core/annotations/planted.ts', "export { spacy } from '../formats/spacy.ts';"],
    ['core/analysis/planted.ts', "export * from 'node:fs';"],
    ['core/analysis/planted.ts', "export * from 'fs';"],
    ['core/analysis/planted.ts', "export * from 'vscode';"],
    ['core/analysis/planted.ts', "export * from 'vscode-languageserver';"],
    ['core/analysis/planted.ts', "export * from '../../server/protocol.ts';"],
    ['core/analysis/planted.ts', "export const fs = import('node:fs');"],
    ['core/annotations/planted.ts', 'export const now = Date.now();'],
    ['core/annotations/planted.ts', 'export const now = new Date();'],
    ['core/annotations/planted.ts', 'export const id = Math.random();'],
    ['server/features/planted.ts', "export * from 'vscode';"],
    ['server/features/planted.ts', "export * from 'node:fs';"],
    ['server/features/planted.ts', "export * from '../../client/extension.ts';"],
    ['server/protocol.ts', "export * from './server.ts';"],
    ['cli/planted.ts', "export * from '../server/server.ts';"],
    ['client/planted.ts', "export * from '../server/server.ts';"],
    ['client/planted.ts', "export * from '../core/analysis/analysis.ts';"],
  ];
  it.each(refused)('refuse, in %s: %s', async (file, code) => {
    expect(await complaints(file, code)).not.toEqual([]);
  });

  const allowed: [file: string, code: string][] = [
    ['core/entities/dates/planted.ts', "export type { LineReading } from '../../lexicon/article.ts';"],
    ['core/entities/dates/planted.ts', "export { readNumber } from '../numbers/words.ts';"],
    ['core/formats/planted.ts', "export type { Analysis } from '../analysis/analysis.ts';"],
    ['server/node/planted.ts', "export * from 'node:fs';"],
    ['client/planted.ts', "export * from 'vscode';"],
    ['client/planted.ts', "export * from '../server/protocol.ts';"],
  ];
  it.each(allowed)('let through, in %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});
