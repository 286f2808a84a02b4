import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each([
  ['قال الوزير إن الخط يفتح في مايو', 'rtl'],
  ['CNN: قالت الوزارة إن الخط يفتح', 'rtl'],
  ['Read more at example.com', 'ltr'],
  ['تاريخ النشر: 12th, September 2023 GMT', 'rtl'],
  ['Follow us on حسابنا', 'ltr'],
  ['12:30 – 2024/05/01', 'rtl'],
  ['', 'rtl'],
])('«%s» goes %s', (line, direction) => expect(directionOf(line)).toBe(direction));
