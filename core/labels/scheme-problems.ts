import type { ProblemCode } from './problems.ts';
import { colour } from './scheme-label.ts';
import type { LabelText } from './scheme-label.ts';

const PROBLEM = colour('#d83e0b', '#f6784e', '#ff8a63', '#a22f09');

/** Problems: what each one means. They are not labels: nobody tags with them, so they have no key. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, Omit<LabelText, 'key'>>> = {
  'unbalanced-quotation': {
    title: { en: 'Quotation mark without partner', ar: 'علامة تنصيص بلا قرينتها' },
    description: {
      en: 'A quotation mark opens or closes a quotation and its partner is missing, so that it is unclear where the quotation ends.',
      ar: 'علامة تنصيص تفتح اقتباسًا أو تغلقه وقرينتها مفقودة، فلا يُعرف حد الاقتباس.',
    },
    colour: PROBLEM,
  },
  'quotation-without-speaker': {
    title: { en: 'Quotation without speaker', ar: 'اقتباس بلا قائل' },
    description: {
      en: 'A direct quotation for which the article names no speaker that could be found.',
      ar: 'اقتباس مباشر لم يُعثر في المقال على قائله.',
    },
    colour: PROBLEM,
  },
  'glued-words': {
    title: { en: 'Words run together', ar: 'كلمات ملتصقة' },
    description: {
      en: 'Two words stand without the blank between them, as happens where a link was taken out of the page.',
      ar: 'كلمتان سقط ما بينهما من فراغ، كما يحدث حين يُنزع رابط من الصفحة.',
    },
    colour: PROBLEM,
  },
  'persian-letters': {
    title: { en: 'Persian letter in an Arabic word', ar: 'حرف فارسي في كلمة عربية' },
    description: {
      en: 'A Persian keyboard’s ک or ی stands for ك or ي, so that searches and lists miss the word.',
      ar: 'حرف من لوحة مفاتيح فارسية (ک أو ی) حلّ محل ك أو ي، فيفوت الكلمةَ البحثُ والقوائم.',
    },
    colour: PROBLEM,
  },
  'bidi-control': {
    title: { en: 'Stray direction control', ar: 'محرف اتجاه زائد' },
    description: {
      en: 'An invisible character that changes the direction of writing, left over where nothing needs it; it hides in words and breaks searches.',
      ar: 'محرف خفي يغيّر اتجاه الكتابة بقي حيث لا حاجة إليه، فيختبئ في الكلمات ويفسد البحث.',
    },
    colour: PROBLEM,
  },
};
