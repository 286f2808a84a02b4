import { expect, it } from 'vitest';
import { lexicon } from '../../../test/unit/lexicon.ts';
import { readLine } from '../../lexicon/article.ts';
import { readShape } from '../lines/shape.ts';
import { isBylineShaped } from './byline.ts';

const isByline = (text: string): boolean => isBylineShaped(readShape(readLine(text, lexicon)));

it.each([
  'بروكسل - نور الدين فريضي',
  'سلمى البقالي – مراكش',
  'بادي البادي ـ جدة',
  'الرياض-الوئام:',
  'عواصم: الوكالات',
  '«الاقتصادية» من الرياض',
  'لندن: «الشرق الأوسط»',
  'الرياض: سعاد الراوي',
  'القاهرة ـ «القدس العربي»:',
])('names an author, a place or an agency: %s', (line) => {
  expect(isByline(line)).toBe(true);
});

it.each([
  'افتتاح طريق جديد بين القريتين',
  'الوزير: الطريق يفتح في نهاية الشهر',
  'فوز المنتخب في المباراة الأخيرة - تفاصيل المباراة كاملة بالصور والفيديو',
  'من فعل هذا؟ - سؤال بلا جواب',
  'عامان من العمل',
])('does not: %s', (line) => {
  expect(isByline(line)).toBe(false);
});
