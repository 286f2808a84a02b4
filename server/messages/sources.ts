import { RECURRING } from '../../core/boilerplate/recurrence/recurring-lines.ts';
import { IMPORTED } from '../../core/importing/import-document.ts';
import { said } from './messages.ts';
import type { Messages } from './messages.ts';
import { SOURCE_WORDS } from './source-words.ts';

/** What made a mark, in words. A source without words of its own (another version's, another program's) is quoted. */
export function sourceInWords(source: string, messages: Messages): string {
  const files = source.startsWith(RECURRING) ? Number(source.slice(RECURRING.length)) : NaN;
  if (files > 0) return messages.recurrence(files);
  if (source.startsWith(IMPORTED)) return messages.imported(source.slice(IMPORTED.length));
  const words = Object.hasOwn(SOURCE_WORDS, source) ? SOURCE_WORDS[source] : undefined;
  return words ? said(words, messages) : `“${source}”`;
}
