import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import type { Problem, TextFix } from '../labels/problems.ts';
import { readLine } from '../lexicon/article.ts';
import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import { findTextProblems } from './text-problems.ts';

const find = (line: string): readonly Problem[] => findTextProblems(readLine(line, lexicon));

function apply(line: string, fix: TextFix | undefined): string {
  let text = line;
  for (const edit of [...(fix?.edits ?? [])].sort((a, b) => b.start - a.start))
    text = text.slice(0, edit.start) + edit.replacement + text.slice(edit.end);
  return text;
}

/** The line with the first fix of each of its problems. */
const mend = (line: string): string =>
  find(line).reduceRight((text, problem) => apply(text, problem.fixes[0]), line);

describe('findTextProblems: words glued together', () => {
  const cases: [line: string, mended: string][] = [
    ['أسلحة قويةبما فيها الصواريخ', 'أسلحة قوية بما فيها الصواريخ'],
    ['في أوكرانياالذي يمنع', 'في أوكرانيا الذي يمنع'],
    ['وصل إلىبغداد أمس', 'وصل إلى بغداد أمس'],
    ['كان كبيراًفكر فيه', 'كان كبيراً فكر فيه'],
    ['صوت أعضاءاللجنة عليه', 'صوت أعضاء اللجنة عليه'],
    ['قال المغربالذي انتظر', 'قال المغرب الذي انتظر'],
    ['في المغربالتي تنظم', 'في المغرب التي تنظم'],
    ['يوليو 5, 2024آخر تحديث', 'يوليو 5, 2024 آخر تحديث'],
    ['إعلانويتناقض العقد مع الالتزام', 'إعلان ويتناقض العقد مع الالتزام'],
    ['مدرسةٌجديدة', 'مدرسةٌ جديدة'],
  ];
  it.each(cases)('%s', (line, mended) => {
    expect(find(line).map(({ code }) => code)).toEqual(['glued-words']);
    expect(mend(line)).toBe(mended);
  });

  it.each([
    'قراءة الإجراءات وجاءت النتائج',
    'المسألة شيء آخر، ورأى أنه هيّأها',
    'إعلانات الشركة وإعلانها الأخير وإعلانان آخران',
    'بطول 25م في سنة 1445هـ و20 دولة',
    'استقبالها لاعبي المنتخب واستقالتي وباستقالتي',
    'العلماء والفقهاء واالله أعلم',
  ])('nothing in: %s', (line) => {
    expect(find(line).map(({ start, end }) => line.slice(start, end))).toEqual([]);
  });
});

describe('findTextProblems: letters of a Persian keyboard in Arabic words', () => {
  const cases: [line: string, word: string, mended: string[]][] = [
    ['زار کوریا أمس', 'کوریا', ['زار كوريا أمس']],
    ['الشمالیة والجنوبية', 'الشمالیة', ['الشمالية والجنوبية']],
    ['وصل إلی بغداد', 'إلی', ['وصل إلى بغداد']],
    ['أمر الوزیر به', 'الوزیر', ['أمر الوزير به']],
    ['في الكویتی', 'الكویتی', ['في الكويتي']],
    ['شركة گوگل', 'گوگل', ['شركة غوغل', 'شركة جوجل', 'شركة كوكل']],
    ['قرأ کِتَاباً', 'کِتَاباً', ['قرأ كِتَاباً']],
  ];
  it.each(cases)('%s', (line, word, mended) => {
    const problems = find(line);
    expect(problems.map(({ code, start, end }) => [code, line.slice(start, end)])).toEqual([
      ['persian-letters', word],
    ]);
    expect(problems[0]?.fixes.map((fix) => apply(line, fix))).toEqual(mended);
  });

  it.each(['این کتاب را برای خود خریده است', 'یہ خبر آج کی ہے اور یہاں سے ملی', 'رئيس الوزراء يزور كوريا'])(
    'nothing in: %s',
    (line) => {
      expect(find(line)).toEqual([]);
    },
  );
});

describe('findTextProblems: bidi controls to no purpose', () => {
  const cases: [what: string, line: string, mended: string][] = [
    ['a mark at the start of the line', '\u200fقال الوزير', 'قال الوزير'],
    ['a mark within a word', 'الو\u200fزير', 'الوزير'],
    ['an embedding never closed', 'قال \u202bالوزير', 'قال الوزير'],
    ['a closing control never opened', 'قال الوزير\u202c', 'قال الوزير'],
    ['an override', 'قال \u202eالوزير\u202c', 'قال الوزير'],
    ['several at one place', 'قال \u202d\u202dالوزير', 'قال الوزير'],
  ];
  it.each(cases)('%s', (_, line, mended) => {
    expect(new Set(find(line).map(({ code }) => code))).toEqual(new Set(['bidi-control']));
    expect(mend(line)).toBe(mended);
  });

  it.each([
    ['a mark beside punctuation', 'فاز (2-1)\u200f في الرياض'],
    ['an isolate that is closed', 'شركة \u2066Apple Inc.\u2069 الأمريكية'],
    ['an embedding that is closed', 'شركة \u202aC++\u202c للبرمجة'],
    ['joiners', 'می\u200cخواهم'],
  ])('nothing for %s', (_, line) => {
    expect(find(line).filter(({ code }) => code === 'bidi-control')).toEqual([]);
  });
});

describe('findTextProblems on any line', () => {
  const piece = fc.constantFrom(
    'قويةبما',
    'أوكرانياالذي',
    'کوریا',
    'گوگل',
    'إعلانوقال',
    'ک\u064f\u0651',
    '\u200f',
    '\u202b',
    '\u202e',
    '\u202c',
    '\u2067',
    '\u2069',
    '\u200d',
    '👩‍🚀',
    '2024',
    'آخر',
    'ى',
    'ة',
    ' ',
    '. ',
  );
  const anyLine = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 100 }).map((s) => s.replaceAll('\n', ' ')),
  );

  it('finds spans in order that cut no grapheme, and fixes whose edits lie apart within the line', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const problems = find(line);
        expect([...problems].sort((a, b) => a.start - b.start)).toEqual(problems);
        for (const problem of problems) {
          expect(problem.start).toBeLessThan(problem.end);
          expect(graphemeStart(line, problem.start), problem.code).toBe(problem.start);
          expect(graphemeEnd(line, problem.end), problem.code).toBe(problem.end);
          for (const fix of problem.fixes) {
            let last = 0;
            for (const edit of fix.edits) {
              expect(edit.start).toBeGreaterThanOrEqual(last);
              expect(edit.end).toBeLessThanOrEqual(line.length);
              last = edit.end;
            }
            expect(apply(line, fix)).not.toBe(line);
          }
        }
      }),
    );
  });
});
