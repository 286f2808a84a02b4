import { expect, test } from 'vitest';
import { blocksOf } from './markdown.ts';

const plain = (text: string) => ({ text, style: 'plain' });

test.each([
  ['**شخص** · `PER`', [[{ text: 'شخص', style: 'strong' }, plain(' · '), { text: 'PER', style: 'code' }]]],
  [
    'الاسم: «ريم»\n\n---\n\n_اقترحه المحرك_',
    [[plain('الاسم: «ريم»')], null, [{ text: 'اقترحه المحرك', style: 'aside' }]],
  ],
  ['\\<script\\>alert\\(1\\)\\<\\/script\\>', [[plain('<script>alert(1)</script>')]]],
  ['\\_ليس\\_ \\*\\*هذا\\*\\*', [[plain('_ليس_ **هذا**')]]],
  ['[نص](command:x)', [[plain('[نص](command:x)')]]],
  ['**لم يُغلق', [[{ text: 'لم يُغلق', style: 'strong' }]]],
  ['', []],
])('%j', (markdown, blocks) => expect(blocksOf(markdown)).toEqual(blocks));
