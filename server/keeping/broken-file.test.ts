import { describe, expect, it } from 'vitest';
import { parseStore, serialiseStore } from '../../core/annotations/store.ts';
import { annotationOn } from '../../test/unit/annotation-on.ts';
import { decodeStore } from './broken-file.ts';

const TEXT = 'زار بوتين موسكو.\n';
const WHOLE = serialiseStore(TEXT, 'a.txt', 'hashiya test', [
  annotationOn(TEXT, 'بوتين', 'PER'),
  annotationOn(TEXT, 'موسكو', 'GPE'),
]);

describe('decodeStore', () => {
  it('gives the text of a file in UTF-8 as it stands, its byte order mark too', () => {
    for (const text of [WHOLE, `\ufeff${WHOLE}`, ''])
      expect(decodeStore(new TextEncoder().encode(text))).toBe(text);
  });

  it('has a line that is no UTF-8 count as one that cannot be read, and no other', () => {
    const bytes = new TextEncoder().encode(WHOLE);
    const [, firstLine = ''] = WHOLE.split('\n');
    const within = new TextEncoder().encode(
      WHOLE.slice(0, WHOLE.indexOf(firstLine) + firstLine.indexOf('بوتين')),
    );
    bytes[within.length] = 0xff;
    const { annotations, problems } = parseStore(decodeStore(bytes), TEXT);
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['unreadable-line 2']);
    expect(annotations.map(({ anchor }) => anchor.exact)).toEqual(['موسكو']);
  });
});
