import type { StoreProblem } from '../../core/annotations/store.ts';
import type { Layer } from '../../core/dataset/document.ts';
import { plainPath, quote } from '../quoting.ts';
import type { Messages } from './messages.ts';

const LAYERS: Readonly<Record<Layer, string>> = {
  entities: 'الكيانات',
  quotations: 'الاقتباسات',
  boilerplate: 'الحواشي الآلية',
};

/** What is wrong with an annotation file; of many things the first three. */
const storedInWords = (problems: readonly StoreProblem[]): string =>
  problems.slice(0, 3).map(inWords).join('؛ ') + (problems.length > 3 ? '؛ …' : '');

function inWords({ code, line, detail }: StoreProblem): string {
  switch (code) {
    case 'no-header':
      return 'لا سطر تعريف في أوله؛ تُستخدم التعليمات التي أمكنت قراءتها';
    case 'newer-schema':
      return 'كتبته نسخة أحدث من Hashiya';
    case 'unreadable-line':
      return `تعذرت قراءة السطر ${line} وأُبقي كما هو (${detail})`;
    case 'git-conflict':
      return `في السطر ${line} تعارض git لم يُحل؛ يُقرأ الجانبان وتُعتمد النسخة الأحدث من كل تعليم، وتُكتب عند التغيير التالي`;
    case 'duplicate-id':
      return 'تعليمان مختلفان برقم تعريف واحد؛ يُعتمد الأحدث';
  }
}

/** What the server says in Arabic. */
export const ARABIC: Messages = {
  language: 'ar',
  name: 'الاسم',
  value: 'القيمة',
  mentions: (count, firstLine) => `عدد مرات الذكر في المقال: ${count}، أولها في السطر ${firstLine}`,
  onlyMention: 'لم يُذكر في المقال إلا هنا',
  speaker: 'القائل',
  noSpeaker: 'لم يُعثر عليه',
  unknownSpeaker: 'قائل غير معروف',
  cue: 'لفظ القول',
  lines: (count) => `عدد الأسطر: ${count}`,
  line: (number) => `السطر ${number}`,
  recurrence: (files) => `تكراره في ${files} من ملفات هذا المجلد`,
  suggestedBy: (source, percent) => `اقتراح مصدره ${source}، بثقة ${percent}٪`,
  weak: (right) => `اقتراح ضعيف: يصح من أمثاله نحو ${right} من 10`,
  acceptedBy: (annotator, when, source) => `علّمه ${annotator} في ${when}؛ المصدر: ${source}`,
  rejectedBy: (annotator, when, source) => `رفضه ${annotator} في ${when}؛ المصدر: ${source}`,
  firstMention: 'أول ذكر',
  partner: 'يتصل بهذا',
  accept: (label, words) => `قبول: ${label} ${words}`,
  acceptLines: (label, count) => `قبول: ${label} (عدد الأسطر: ${count})`,
  reject: (label) => `رفض: ليس ${label}`,
  acceptEverywhere: (name) => `قبول كل ذكر لـ${name}`,
  relabel: (label) => `تغيير الوسم إلى ${label}`,
  remove: (label, rejected) => (rejected ? `التراجع عن الرفض: ${label}` : `حذف التعليم: ${label}`),
  outdated: 'تغيّر المقال في هذه الأثناء. أعد المحاولة.',
  notOpen: 'هذا المقال غير مفتوح.',
  notReady: 'ما زال تحليل المقال جاريًا. أعد المحاولة بعد لحظة.',
  nothingToUndo: 'لا إجراء يمكن التراجع عنه في هذا المقال.',
  noFormat: (id) => `لا توجد صيغة بيانات باسم «${id}».`,
  nothingToExport: (annotator) =>
    `لا شيء يُصدَّر: ليس في هذا المجلد مقال فيه تعليمات من ${quote(annotator)}. علِّم مقالًا، أو صدِّر الاقتراحات أيضًا، أو حدد في الإعداد hashiya.annotator صاحب التعليمات المقصودة.`,
  unreadArticle: (path, reason) =>
    `${path}: تعذرت قراءته فلم يُصدَّر: ${reason ?? 'ترميزه ليس UTF-8. أعد فتحه بترميزه واحفظه بترميز UTF-8، أو صدّر من سطر الأوامر مع ‎--encoding'}`,
  untoldSilver: (count) => `لا تميز الصيغة الاقتراحات من القرارات: لم يقرر أحد في ${count} من التعليمات.`,
  damagedFile: (path, problems) => `${path}: ${storedInWords(problems)}`,
  omittedLayer: (layer, count) => `لا تتسع الصيغة لطبقة «${LAYERS[layer]}»: لم يُصدَّر منها ${count}.`,
  undone: 'تم التراجع.',
  changed: (count) => `عدد التعليمات: ${count}`,
  refusal(refusal) {
    switch (refusal.code) {
      case 'unknown-item':
        return 'لم يعد هذا التعليم موجودًا.';
      case 'unknown-label':
        return `ليس في المشروع وسم «${refusal.label}». وسومه في hashiya.json.`;
      case 'nothing-here':
        return 'لا كلمة هنا لتُوسم.';
      case 'across-lines':
        return 'الكيان والقائل يقعان في سطر واحد. حدِّد نصًا أقصر.';
      case 'overlap':
        return `يتداخل هذا مع ${quote(refusal.text)} (${refusal.label}). احذف ذلك التعليم أولًا.`;
      case 'line-edge':
        return 'لا كلمة أخرى في هذا السطر.';
      case 'nothing-left':
        return 'لا تُضيَّق الكلمة الواحدة. لإزالة التعليم احذفه.';
      case 'not-a-quotation':
        return `القائل للاقتباسات وحدها؛ وهذا ${refusal.label}.`;
      case 'orphan':
        return `لم تعد الكلمات ${quote(refusal.exact)} في المقال. أعدها، أو احذف التعليم.`;
      case 'no-change':
        return 'لا شيء يتغير: هو كذلك من قبل.';
    }
  },
  trouble(trouble) {
    switch (trouble.code) {
      case 'unsaved-article':
        return 'احفظ المقال أولًا: تعليماته تُحفظ إلى جانبه.';
      case 'unreadable':
        return `لم يتغير شيء لأن التعليمات تعذرت قراءتها: ${trouble.reason}. أتح قراءة ${plainPath(trouble.file)} ثم أعد المحاولة.`;
      case 'unwritable':
        return `لم تُحفظ التعليمات: ${trouble.reason}. هي محفوظة في الذاكرة: أتح الكتابة في ${plainPath(trouble.file)} فتُكتب مع الإجراء التالي أو عند حفظ المقال.`;
      case 'newer-schema':
        return `كُتب ${plainPath(trouble.file)} بإصدار أحدث من حاشية. حدِّث الإضافة لتغييره.`;
      case 'damaged-lines':
        return `${plainPath(trouble.file)}: ${storedInWords(trouble.problems)}`;
    }
  },
  failed: (reason) => `لم ينجح ذلك: ${reason}`,
};
