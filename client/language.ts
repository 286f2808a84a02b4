import { env } from 'vscode';
import { asLabel } from './foreign-text.ts';

/** The language that the editor's texts are in, of those that we have. */
export const language = (): 'en' | 'ar' => (env.language.startsWith('ar') ? 'ar' : 'en');

/**
 * What stands behind an entry of a list. A left-to-right mark keeps it from running into an Arabic entry: the editor
 * sets both in one line.
 */
export const besides = (...parts: readonly string[]): string => `\u200e${asLabel(parts.join('  ·  '))}`;
