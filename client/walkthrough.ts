import type { Bilingual } from './settings.ts';

/** A step of the walkthrough; the command behind its button ends it. */
export interface Step {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly button: Bilingual;
  /** The id of a command, VS Code's or ours. */
  readonly command: string;
}

/** What a newcomer does first, in this order. */
export const STEPS: readonly Step[] = [
  {
    id: 'open',
    title: { en: 'Open a folder of articles', ar: 'افتح مجلد مقالات' },
    description: {
      en: 'Arabic text files become articles by themselves. Dotted lines are marks: what Hashiya suggests. Your files are never written; annotations lie beside them.',
      ar: 'تصير الملفات النصية العربية مقالات من تلقاء نفسها. الخطوط المنقّطة علامات يقترحها البرنامج. لا يُكتب في ملفاتك شيء، فالوسوم تُحفظ إلى جانبها.',
    },
    button: { en: 'Open Folder', ar: 'فتح مجلد' },
    command: 'vscode.openFolder',
  },
  {
    id: 'decide',
    title: { en: 'Decide on the marks', ar: 'ابتّ في العلامات' },
    description: {
      en: 'F9 goes to the next mark, Alt+Enter accepts it and goes on, Alt+Backspace rejects it (on a Mac ⌥⌘Backspace). Alt+A Alt+Z takes the last step back.',
      ar: 'المفتاح F9 ينقلك إلى العلامة التالية، وAlt+Enter يقبلها ويمضي إلى ما بعدها، وAlt+Backspace يرفضها (على ماك ⌥⌘Backspace). أما Alt+A ثم Alt+Z فيتراجع عن آخر خطوة.',
    },
    button: { en: 'Go to Next Mark', ar: 'العلامة التالية' },
    command: 'hashiya.next',
  },
  {
    id: 'tag',
    title: { en: 'Tag what was missed', ar: 'سِم ما فات' },
    description: {
      en: 'Alt+A and a letter tags the word at the caret or every selection, such as Alt+A P for a person. Alt+A Alt+A shows all labels with their letters.',
      ar: 'اضغط Alt+A ثم حرفًا لوسم الكلمة عند المؤشر أو كل تحديد، مثل Alt+A ثم P للأشخاص. أما Alt+A ثم Alt+A فيعرض الوسوم كلها مع حروفها.',
    },
    button: { en: 'Tag…', ar: 'وسم…' },
    command: 'hashiya.tag',
  },
  {
    id: 'export',
    title: { en: 'Export a dataset', ar: 'صدّر مجموعة بيانات' },
    description: {
      en: 'Choose a format and a place. What the format cannot express is listed, not dropped in silence.',
      ar: 'اختر الصيغة والمكان. ما لا تتسع له الصيغة يُسرد ولا يسقط بصمت.',
    },
    button: { en: 'Export Dataset…', ar: 'تصدير مجموعة بيانات…' },
    command: 'hashiya.export',
  },
];
