import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../server/protocol.ts';
import { BARE_ITEM } from '../test/unit/bare-item.ts';
import { quotationFor, speakerChoices } from './speakers.ts';
import type { Stretch } from './items.ts';

const TEXT = ['قال بوتين إن كيم في موسكو', 'وأضاف الكرملين أن كيم وصل أمس', 'بوتين رحب بضيفه'];

/** The stretch of the words, of their first occurrence in a line. */
function words(line: number, text: string): Stretch {
  const start = (TEXT[line] ?? '').indexOf(text);
  if (start < 0) throw new Error(`"${text}" is not in line ${line}`);
  return { start: { line, character: start }, end: { line, character: start + text.length } };
}

const wordsOf = ({ start, end }: Stretch) => (TEXT[start.line] ?? '').slice(start.character, end.character);

const item = (
  family: ArticleItem['family'],
  label: string,
  range: Stretch,
  canonical: string | null = null,
): ArticleItem => ({
  ...BARE_ITEM,
  id: `${label} ${range.start.line}`,
  family,
  label,
  range,
  canonical,
});

const FIRST = item('quotation', 'indirect', words(0, 'كيم في موسكو'));
const SECOND = item('quotation', 'indirect', words(1, 'كيم وصل أمس'));
const ITEMS = [
  item('entity', 'PER', words(0, 'بوتين'), 'فلاديمير بوتين'),
  FIRST,
  item('entity', 'PER', words(0, 'كيم'), 'كيم'),
  item('entity', 'GPE', words(0, 'موسكو')),
  item('entity', 'ORG', words(1, 'الكرملين')),
  SECOND,
  item('entity', 'DATE', words(1, 'أمس')),
  item('entity', 'PER', words(2, 'بوتين'), 'فلاديمير بوتين'),
];

describe('the quotation whose speaker is set', () => {
  const caretIn = (stretch: Stretch): Stretch => {
    const caret = { ...stretch.start, character: stretch.start.character + 1 };
    return { start: caret, end: caret };
  };

  it.each<[what: string, selection: Stretch, expected: ArticleItem | undefined]>([
    ['the one at the caret', caretIn(words(0, 'موسكو')), FIRST],
    ['none where the caret is in none', caretIn(words(0, 'بوتين')), undefined],
    ['the nearest to the words selected', words(1, 'الكرملين'), SECOND],
    ['the nearest on another line', words(2, 'بوتين'), SECOND],
    ['not the one that the selected words are in', words(0, 'كيم'), SECOND],
  ])('%s', (_, selection, expected) => {
    expect(quotationFor(ITEMS, selection)?.id).toBe(expected?.id);
  });
});

describe('the speakers that are offered', () => {
  it('are persons and bodies outside of the quotation, each once, the nearest first', () => {
    const offered = speakerChoices(ITEMS, SECOND, wordsOf).map(
      ({ range }) => `${range.start.line} ${wordsOf(range)}`,
    );
    expect(offered).toEqual(['1 الكرملين', '0 كيم', '0 بوتين', '0 موسكو']);
  });

  it('leave out what the person has rejected', () => {
    const rejected = ITEMS.map((one) => (one.label === 'ORG' ? { ...one, state: 'rejected' as const } : one));
    expect(speakerChoices(rejected, SECOND, wordsOf).map(({ label }) => label)).not.toContain('ORG');
  });
});
