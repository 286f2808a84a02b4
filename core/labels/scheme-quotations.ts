import type { QuotationKind } from './quotation-kinds.ts';
import { colour } from './scheme-label.ts';
import type { LabelText } from './scheme-label.ts';

/** Quotations: what each kind means, after the annotation guidelines; spans leave the quotation marks out. */
export const QUOTATION_TEXTS: Readonly<Record<QuotationKind, LabelText>> = {
  direct: {
    title: { en: 'Direct quotation', ar: 'اقتباس مباشر' },
    description: {
      en: 'Words in quotation marks that somebody said or wrote, a whole sentence or a few words of it. Each paragraph of a long one counts by itself. It has a speaker.',
      ar: 'كلام بين علامتي تنصيص قاله أحد أو كتبه، جملةً كاملة أو بضع كلمات منها. كل فقرة من اقتباس طويل تُحسب وحدها. وله قائل.',
    },
    colour: colour('#178469', '#1fb28d', '#10c195', '#12644f'),
    key: 's',
  },
  term: {
    title: { en: 'Term in quotation marks', ar: 'لفظ بين علامتي تنصيص' },
    description: {
      en: 'Words in quotation marks that are no speech: a name, a title, a coined word, or a word that the writer keeps at a distance.',
      ar: 'ألفاظ بين علامتي تنصيص ليست كلامًا لأحد: اسم أو عنوان أو مصطلح أو لفظ يتحفظ عنه الكاتب.',
    },
    colour: colour('#8b7343', '#b49a64', '#c9a65e', '#675532'),
    key: 'k',
  },
  indirect: {
    title: { en: 'Reported speech', ar: 'كلام منقول' },
    description: {
      en: 'Speech that is told without quotation marks: the clause of content behind إن or أن, or beside a frame such as بحسب. It needs a speaker and a cue, a verb or a frame of saying.',
      ar: 'كلام يُنقل بلا علامتي تنصيص: جملة المضمون بعد «إن» أو «أن»، أو إلى جانب عبارة مثل «بحسب». ولا بد له من قائل ولفظ قول.',
    },
    colour: colour('#2b8282', '#39acac', '#28bdbd', '#216262'),
    key: 'i',
  },
};
