import { expect, test } from 'vitest';
import { foldTitle } from './fold-title.ts';

test.each([
  [2, ['اقرأ أيضا'], 'ar', 'سطران: اقرأ أيضا'],
  [7, ['اقرأ أيضا', 'مواد ذات صلة'], 'ar', '٧ أسطر: اقرأ أيضا، مواد ذات صلة'],
  [25, ['مشاركة'], 'ar', '٢٥ سطرًا: مشاركة'],
  [1200, ['مقال ملحق'], 'ar', '١٬٢٠٠ سطر: مقال ملحق'],
  [7, ['Read also', 'Advertisement'], 'en', '7 lines: Read also, Advertisement'],
] as const)('%i lines of %j are «%s»', (count, titles, language, expected) =>
  expect(foldTitle(count, titles, language)).toBe(expected),
);
