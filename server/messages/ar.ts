import type { StoreProblem } from '../../core/annotations/store.ts';
import type { OmittedDetail } from '../../core/formats/write-dataset.ts';
import type { Layer } from '../../core/dataset/document.ts';
import { plainPath, quote } from '../quoting.ts';
import type { Messages } from './messages.ts';
import { refusalInArabic } from './refusal-words.ts';

const DETAILS: Readonly<Record<OmittedDetail, string>> = {
  speaker: 'القائل',
  cue: 'لفظ القول',
  canonical: 'الاسم الكامل',
  value: 'القيمة',
};

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
      return 'لا سطر تعريف في أوله؛ تُستخدم الوسوم التي أمكنت قراءتها';
    case 'newer-schema':
      return 'كتبته نسخة أحدث من Hashiya';
    case 'unreadable-line':
      return `تعذرت قراءة السطر ${line} (${detail})`;
    case 'git-conflict':
      return `في السطر ${line} تعارض git لم يُحل؛ يُقرأ الجانبان وتُعتمد النسخة الأحدث من كل وسم، وتُكتب عند التغيير التالي`;
    case 'duplicate-id':
      return 'وسمان مختلفان برقم تعريف واحد؛ يُعتمد الأحدث';
  }
}

const hasUnreadable = (problems: readonly StoreProblem[]): boolean =>
  problems.some(({ code }) => code === 'unreadable-line');

/** What the server says in Arabic. */
export const ARABIC: Messages = {
  language: 'ar',
  name: 'الاسم',
  value: 'القيمة',
  mentions: (count, firstLine) => `عدد مرات الذكر في المقال: ${count}، أولها في السطر ${firstLine}`,
  onlyMention: 'لم يُذكر في المقال إلا هنا',
  speaker: 'القائل',
  noSpeaker: 'لم يُعثر عليه',
  unattributed: 'لم يسمه المقال',
  unknownSpeaker: 'قائل غير معروف',
  cue: 'لفظ القول',
  note: 'ملاحظة',
  sameEntity: 'الكيان نفسه مع',
  relationFrom: (title) => `${title}، من`,
  rejectedAlways: 'هذه الكلمات مرفوضة بهذا الوسم في كل مقالات المشروع',
  lines: (count) => `عدد الأسطر: ${count}`,
  line: (number) => `السطر ${number}`,
  recurrence: (files) => `تكراره في ${files} من ملفات هذا المجلد`,
  imported: (format) => `مجموعة بيانات مستوردة (${format})`,
  suggestedBy: (source, percent) => `اقتراح مصدره ${source}${percent === null ? '' : `، بثقة ${percent}٪`}`,
  weak: (right) => `اقتراح ضعيف: يصح من أمثاله نحو ${right} من 10`,
  acceptedBy: (annotator, when, source) => `علّمه ${annotator} في ${when}؛ المصدر: ${source}`,
  rejectedBy: (annotator, when, source) => `رفضه ${annotator} في ${when}؛ المصدر: ${source}`,
  firstMention: 'أول ذكر',
  partner: 'يتصل بهذا',
  otherAnnotation: 'الوسم الآخر',
  tidyAll: 'تشذيب أطراف الوسوم كلها',
  accept: (label, words) => `قبول: ${label} ${words}`,
  acceptLines: (label, count) => `قبول: ${label} (عدد الأسطر: ${count})`,
  reject: (label) => `رفض: ليس ${label}`,
  acceptEverywhere: (name) => `قبول كل ذكر لـ${name}`,
  relabel: (label) => `تغيير الوسم إلى ${label}`,
  remove: (label, rejected) => (rejected ? `التراجع عن الرفض: ${label}` : `حذف الوسم: ${label}`),
  outdated: 'تغيّر المقال في هذه الأثناء. أعد المحاولة.',
  notOpen: 'هذا المقال غير مفتوح.',
  notReady: 'ما زال تحليل المقال جاريًا. أعد المحاولة بعد لحظة.',
  nothingToUndo: 'لا إجراء يمكن التراجع عنه في هذا المقال.',
  noFormat: (id) => `لا توجد صيغة بيانات باسم «${id}».`,
  nothingToExport: (annotator) =>
    `لا شيء يُصدَّر: ليس في هذا المجلد مقال فيه وسوم من ${quote(annotator)}. سِم مقالًا، أو صدِّر الاقتراحات أيضًا، أو حدد في الإعداد hashiya.annotator صاحب الوسوم المقصودة.`,
  unreadArticle: (path, reason) =>
    `${path}: تعذرت قراءته فلم يُصدَّر: ${reason ?? 'ترميزه ليس UTF-8. أعد فتحه بترميزه واحفظه بترميز UTF-8، أو صدّر من سطر الأوامر مع ‎--encoding'}`,
  untoldSilver: (count) => `لا تميز الصيغة الاقتراحات من القرارات: لم يقرر أحد في ${count} من الوسوم.`,
  damagedFile: (path, problems) => `${path}: ${storedInWords(problems)}`,
  omittedLayer: (layer, count) => `لا تتسع الصيغة لطبقة «${LAYERS[layer]}»: لم يُصدَّر منها ${count}.`,
  omittedDetail: (detail, count) => `لا تتسع الصيغة لـ«${DETAILS[detail]}»: حُذف من ${count}.`,
  datasetInProject: (path) =>
    `لم يُكتب شيء: سيصير ${path} جزءًا من المشروع نفسه. اختر مجلدًا آخر، أو استثنه في hashiya.json ‏("exclude": ["dataset/**"]).`,
  movedArticle: (file, from, to) => `${file}: وُضع مع أشباهه في ${to} لا في ${from}.`,
  relatedAcross: (a, b) => `${a} و${b} ينقلان الكلام نفسه، وهما في قسمين.`,
  nothingToImport: (format) => `لا شيء فيه يُقرأ بصيغة ${format}.`,
  notMended: (path) => `${path}: لم يُستورد إليه شيء لأن بعض أسطره لا تُقرأ. أصلحها أولًا.`,
  disputeGone: 'تغيرت الوسوم في هذه الأثناء؛ انظر من جديد ثم قرر.',
  placesGone: (path, count) =>
    `${path}: تغيّرت مواضع عددها ${count} في هذه الأثناء فتُركت كما هي. ابحث عنها من جديد.`,
  stopped: (articlesLeft) =>
    `توقّف العمل: تُركت مقالات عددها ${articlesLeft} كما هي. والتراجع يلغي ما جرى في غيرها.`,
  undone: 'تم التراجع.',
  nothingToRedo: 'لا إجراء تُراجع عنه ليُعاد في هذا المقال.',
  redone: 'أُعيد الإجراء.',
  changed: (count) => `تغيّر من الوسوم: ${count}`,
  refusal: refusalInArabic,
  trouble(trouble) {
    switch (trouble.code) {
      case 'unsaved-article':
        return 'احفظ المقال أولًا: وسومه تُحفظ إلى جانبه.';
      case 'unreadable':
        return `لم يتغير شيء لأن الوسوم تعذرت قراءتها: ${trouble.reason}. أتح قراءة ${plainPath(trouble.file)} ثم أعد المحاولة.`;
      case 'unwritable':
        return `لم تُحفظ الوسوم: ${trouble.reason}. هي محفوظة في الذاكرة: أتح الكتابة في ${plainPath(trouble.file)} فتُكتب مع الإجراء التالي أو عند حفظ المقال.`;
      case 'conflict':
        return `${plainPath(trouble.file)}: غيّر برنامج آخر ${trouble.count === 1 ? 'وسمًا' : `وسومًا عددها ${trouble.count}`} في الوقت نفسه. يُعتمد الأحدث؛ والآخر في سجلّ المقال، ويعيده التراجع.`;
      case 'unwritable-history':
        return `حُفظت الوسوم ولم يُحفظ سجلّ ما جرى عليها: ${trouble.reason}. اجعل ${plainPath(trouble.file)} قابلا للكتابة؛ وحتى ذلك الحين يبقى السجلّ في الذاكرة.`;
      case 'newer-schema':
        return `كُتب ${plainPath(trouble.file)} بإصدار أحدث من حاشية. حدِّث الإضافة لتغييره.`;
      case 'damaged-lines':
        return `${plainPath(trouble.file)}: ${storedInWords(trouble.problems)}${
          hasUnreadable(trouble.problems)
            ? '. يُستخدم ما أمكنت قراءته؛ وقبل أن يُكتب الملف من جديد يُحفظ كما هو بنهاية ‎.broken'
            : ''
        }`;
      case 'kept-aside':
        return `في ${plainPath(trouble.file)} سطور تعذرت قراءتها فكُتب من جديد بدونها، وهو محفوظ كما كان في ${plainPath(trouble.aside)}.`;
    }
  },
  failed: (reason) => `لم ينجح ذلك: ${reason}`,
};
