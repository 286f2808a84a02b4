import type { Bilingual } from './settings.ts';

/** A button of a step: a command, VS Code's or ours. */
interface Button {
  readonly title: Bilingual;
  readonly command: string;
}

/** A step of the walkthrough. */
export interface Step {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** In the order in which they stand below the description. */
  readonly buttons: readonly Button[];
  /** The picture beside it: an SVG in the colours of the theme, in media/walkthrough. */
  readonly picture: string;
  /** What the picture shows. */
  readonly shows: Bilingual;
  /** What ends the step, as VS Code writes it: "onCommand:…", "onContext:…". */
  readonly done: readonly string[];
}

const onCommands = (...ids: readonly string[]): string[] => ids.map((id) => `onCommand:${id}`);

/** What a newcomer does in the first five minutes, in this order. */
export const STEPS: readonly Step[] = [
  {
    id: 'sample',
    title: { en: 'Create a sample project', ar: 'أنشئ مشروعًا نموذجيًا' },
    description: {
      en: 'Ten short articles of ours, most of them annotated, two untouched. Or open a folder of your own: Arabic text files become articles by themselves. Articles are never written; annotations lie in files beside them.',
      ar: 'عشرة مقالات قصيرة من عندنا، معظمها موسوم واثنان لم يُمسّا. أو افتح مجلدك أنت، فالملفات النصية العربية تصير مقالات من تلقاء نفسها. لا يُكتب في المقالات شيء، فالوسوم تُحفظ في ملفات إلى جانبها.',
    },
    buttons: [
      {
        title: { en: 'Create Sample Project…', ar: 'إنشاء مشروع نموذجي…' },
        command: 'hashiya.createSampleProject',
      },
      { title: { en: 'Open Folder…', ar: 'فتح مجلد…' }, command: 'vscode.openFolder' },
    ],
    picture: 'project',
    shows: {
      en: 'The list of articles with a sign for each status: new, in work, done, checked.',
      ar: 'قائمة المقالات مع علامة لكل حالة: جديد، قيد العمل، منجز، مدقَّق.',
    },
    done: ['onContext:hashiya.views.article', ...onCommands('hashiya.createSampleProject')],
  },
  {
    id: 'decide',
    title: { en: 'Go from mark to mark, accept or reject', ar: 'انتقل من علامة إلى علامة، واقبل أو ارفض' },
    description: {
      en: 'Dotted lines are marks: what Hashiya suggests. F9 goes to the next one, Alt+Enter accepts it and goes on, Alt+Backspace rejects it (on a Mac ⌥⌘⌫). Alt+A Alt+Z takes the last step back.',
      ar: 'الخطوط المنقّطة علامات يقترحها البرنامج. المفتاح F9 ينقلك إلى التالية، وAlt+Enter يقبلها ويمضي إلى ما بعدها، وAlt+Backspace يرفضها (على ماك ⌥⌘⌫). أما Alt+A ثم Alt+Z فيتراجع عن آخر خطوة.',
    },
    buttons: [{ title: { en: 'Go to Next Mark', ar: 'العلامة التالية' }, command: 'hashiya.next' }],
    picture: 'decide',
    shows: {
      en: 'A mark has a dotted line; accepted it has a solid one on a denser ground; rejected it is gone.',
      ar: 'للعلامة خط منقّط، فإذا قُبلت صار متصلًا على خلفية أغمق، وإذا رُفضت زالت.',
    },
    done: onCommands('hashiya.accept', 'hashiya.reject'),
  },
  {
    id: 'tag',
    title: { en: 'Tag what was missed', ar: 'سِم ما فات' },
    description: {
      en: 'Alt+A and a letter tags the word at the caret or every selection, such as Alt+A P for a person. Alt+A Alt+A shows all labels with their letters.',
      ar: 'اضغط Alt+A ثم حرفًا لوسم الكلمة عند المؤشر أو كل تحديد، مثل Alt+A ثم P للأشخاص. أما Alt+A ثم Alt+A فيعرض الوسوم كلها مع حروفها.',
    },
    buttons: [{ title: { en: 'Tag…', ar: 'وسم…' }, command: 'hashiya.tag' }],
    picture: 'tag',
    shows: {
      en: 'Two words become a person with Alt+A and P.',
      ar: 'كلمتان تصيران شخصًا بالضغط على Alt+A ثم P.',
    },
    done: onCommands(
      'hashiya.tag',
      'hashiya.tagWithKey',
      ...['PER', 'ORG', 'GPE', 'LOC', 'EVENT'].map((label) => `hashiya.tag.${label}`),
    ),
  },
  {
    id: 'speaker',
    title: { en: 'Say who speaks', ar: 'بيّن من المتكلم' },
    description: {
      en: 'Most quotations find their speaker by themselves. Where one is wrong or missing, put the caret into the quotation and press Alt+A Alt+S: choose a name, or select it in the text before.',
      ar: 'معظم الاقتباسات تجد قائلها من تلقاء نفسها. فإن أخطأت أو نقص، فضع المؤشر في الاقتباس واضغط Alt+A ثم Alt+S: اختر اسمًا، أو حدّده في النص قبل ذلك.',
    },
    buttons: [{ title: { en: 'Set Speaker…', ar: 'تعيين القائل…' }, command: 'hashiya.setSpeaker' }],
    picture: 'speaker',
    shows: {
      en: 'A quotation and an arrow from it to the name of its speaker.',
      ar: 'اقتباس وسهم منه إلى اسم قائله.',
    },
    done: onCommands('hashiya.setSpeaker'),
  },
  {
    id: 'read',
    title: { en: 'Read it as Arabic is set', ar: 'اقرأه كما تُصفّ العربية' },
    description: {
      en: 'The reading view sets the article from right to left, with labels in the margin. Every key of the text works there, too. Alt+A Alt+R goes there and back.',
      ar: 'عرض القراءة يصفّ المقال من اليمين إلى اليسار والوسوم في الحاشية، وكل مفاتيح النص تعمل فيه كذلك. ينقلك Alt+A ثم Alt+R إليه ومنه.',
    },
    buttons: [{ title: { en: 'Open Reading View', ar: 'فتح عرض القراءة' }, command: 'hashiya.read' }],
    picture: 'read',
    shows: {
      en: 'A page set from right to left, with labels in its margin.',
      ar: 'صفحة مصفوفة من اليمين إلى اليسار، والوسوم في هامشها.',
    },
    done: onCommands('hashiya.read', 'hashiya.readBeside'),
  },
  {
    id: 'export',
    title: { en: 'Export a dataset', ar: 'صدّر مجموعة بيانات' },
    description: {
      en: 'Choose a format and a place. What the format cannot express is listed, not dropped in silence.',
      ar: 'اختر الصيغة والمكان. ما لا تتسع له الصيغة يُسرد ولا يسقط بصمت.',
    },
    buttons: [
      { title: { en: 'Export Dataset…', ar: 'تصدير مجموعة بيانات…' }, command: 'hashiya.export' },
      { title: { en: 'Show Dashboard', ar: 'عرض لوحة الإحصاءات' }, command: 'hashiya.dashboard' },
    ],
    picture: 'export',
    shows: {
      en: 'Articles with annotations become one file of a dataset.',
      ar: 'مقالات موسومة تصير ملفًا واحدًا من مجموعة بيانات.',
    },
    done: onCommands('hashiya.export'),
  },
];
