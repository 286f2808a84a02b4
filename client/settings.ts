import type { Settings } from '../server/protocol.ts';

/** A text in the two languages of the manifest. */
export interface Bilingual {
  readonly en: string;
  readonly ar: string;
}

/** A setting: its id stands behind "hashiya.". */
export interface SettingSpec {
  readonly id: string;
  readonly scope: 'resource' | 'window';
  readonly schema:
    | { readonly type: 'boolean' | 'string'; readonly enum?: readonly string[] }
    | { readonly type: 'number'; readonly minimum: number; readonly maximum: number };
  readonly default: boolean | number | string;
  readonly description: Bilingual;
}

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

const DEFAULTS: Settings = {
  annotator: '',
  weakFrom: 0.3,
  severity: {
    entity: 'hint',
    quotation: 'hint',
    boilerplate: 'hint',
    problem: 'warning',
    annotation: 'warning',
  },
};

const severity = (family: keyof Settings['severity'], description: Bilingual): SettingSpec => ({
  id: `severity.${family}`,
  scope: 'resource',
  schema: { type: 'string', enum: SEVERITIES },
  default: DEFAULTS.severity[family],
  description,
});

/** Every setting, in the order in which the settings editor and the README show them. */
export const SETTINGS: readonly SettingSpec[] = [
  {
    id: 'detectArticles',
    scope: 'resource',
    schema: { type: 'boolean' },
    default: true,
    description: {
      en: 'Treat a plain-text file as an article when most of its letters are Arabic. Below a `hashiya.json`, that file alone says which files are articles.',
      ar: 'عدّ الملف النصي مقالًا إذا كان معظم حروفه عربيًا. أما حيث يوجد `hashiya.json` فهو وحده يحدد أي الملفات مقالات.',
    },
  },
  {
    id: 'goOnAfterDecision',
    scope: 'resource',
    schema: { type: 'boolean' },
    default: true,
    description: {
      en: 'After a mark is accepted or rejected, move the caret on to the next undecided mark.',
      ar: 'بعد قبول علامة أو رفضها، انقل المؤشر إلى العلامة التالية التي لم يُبتّ فيها.',
    },
  },
  {
    id: 'annotator',
    scope: 'resource',
    schema: { type: 'string' },
    default: DEFAULTS.annotator,
    description: {
      en: 'The name under which annotations are stored. Empty: as `hashiya.json` says, else the name of the account.',
      ar: 'الاسم الذي تُحفظ الوسوم تحته. إن تُرك فارغًا فكما ينص `hashiya.json`، وإلا فاسم حساب المستخدم.',
    },
  },
  {
    id: 'weakFrom',
    scope: 'resource',
    schema: { type: 'number', minimum: 0.2, maximum: 1 },
    default: DEFAULTS.weakFrom,
    description: {
      en: 'Entities that the engine is not sure of show faintly, as weak suggestions, if they are at least so likely right. `1` shows none.',
      ar: 'الكيانات التي لا يثق بها المحرك تظهر باهتة على أنها اقتراحات ضعيفة، إذا بلغ احتمال صحتها هذا القدر على الأقل. القيمة `1` لا تُظهر شيئًا منها.',
    },
  },
  severity('entity', {
    en: 'How entities show among the problems. `hint` keeps them out of the Problems panel.',
    ar: 'كيف تظهر الكيانات بين المشكلات. القيمة `hint` تبقيها خارج لوحة المشكلات.',
  }),
  severity('quotation', {
    en: 'How quotations show among the problems. `hint` keeps them out of the Problems panel.',
    ar: 'كيف تظهر الاقتباسات بين المشكلات. القيمة `hint` تبقيها خارج لوحة المشكلات.',
  }),
  severity('boilerplate', {
    en: 'How boilerplate shows among the problems: one for each run of lines. `hint` keeps it out of the Problems panel.',
    ar: 'كيف تظهر الحواشي الآلية بين المشكلات: واحدة لكل مجموعة أسطر متتالية. القيمة `hint` تبقيها خارج لوحة المشكلات.',
  }),
  severity('problem', {
    en: 'How problems of the text show, such as a quotation mark without its partner.',
    ar: 'كيف تظهر مشكلات النص، مثل علامة تنصيص بلا قرينة.',
  }),
  severity('annotation', {
    en: 'How problems of annotations show, such as half a word or a quotation without speaker. What may well be meant shows as information at most.',
    ar: 'كيف تظهر مشكلات الوسوم، مثل نصف كلمة أو اقتباس بلا قائل. وما قد يكون مقصودًا لا يتجاوز درجة المعلومة.',
  }),
];
