import type { LineClass } from './line-classes.ts';
import { colour } from './scheme-label.ts';
import type { LabelText } from './scheme-label.ts';

const ARTICLE = colour('#6a7790', '#949db0', '#9cabc9', '#4f586b');
const BOILERPLATE = colour('#767676', '#9d9d9d', '#b8b8b8', '#585858');

const article = (text: Omit<LabelText, 'colour'>): LabelText => ({ ...text, colour: ARTICLE });
const boilerplate = (text: Omit<LabelText, 'colour'>): LabelText => ({ ...text, colour: BOILERPLATE });

/** Line classes: what each means, after the annotation guidelines. Each line that is not blank has exactly one. */
export const LINE_TEXTS: Readonly<Record<LineClass, LabelText>> = {
  headline: article({
    title: { en: 'Headline', ar: 'العنوان' },
    description: {
      en: 'The article’s own headline, where it first appears.',
      ar: 'عنوان المقال نفسه عند أول ظهوره.',
    },
    key: 'h',
  }),
  body: article({
    title: { en: 'Body', ar: 'متن المقال' },
    description: {
      en: 'The article’s own text: paragraphs, leads, subheadings, and posts embedded in it.',
      ar: 'نص المقال نفسه: فقراته ومقدماته وعناوينه الفرعية وما ضُمِّن فيه من منشورات.',
    },
    key: 'b',
  }),
  byline: article({
    title: { en: 'Byline', ar: 'اسم الكاتب' },
    description: {
      en: 'A line that does nothing but name the author, the agency or the outlet; or the place and agency that open a paragraph.',
      ar: 'سطر لا يذكر إلا الكاتب أو الوكالة أو الوسيلة، أو المكان والوكالة في مستهل فقرة.',
    },
    key: '',
  }),
  'crawl-header': boilerplate({
    title: { en: 'Crawl header', ar: 'ترويسة الجمع الآلي' },
    description: {
      en: 'What the crawler or the portal left above the article: the outlet’s name and time, the page’s title and address.',
      ar: 'ما تركه برنامج الجمع أو البوابة فوق المقال: اسم الوسيلة والوقت وعنوان الصفحة ورابطها.',
    },
    key: '',
  }),
  dateline: boilerplate({
    title: { en: 'Date stamp', ar: 'ختم التاريخ' },
    description: {
      en: 'A line that says when the article was published or updated.',
      ar: 'سطر يذكر متى نُشر المقال أو حُدِّث.',
    },
    key: '',
  }),
  'headline-repeat': boilerplate({
    title: { en: 'Headline again', ar: 'تكرار العنوان' },
    description: { en: 'The headline once more.', ar: 'العنوان مرة أخرى.' },
    key: '',
  }),
  source: boilerplate({
    title: { en: 'Source', ar: 'المصدر' },
    description: {
      en: 'A line that names the source, or the agency’s sign-off at the end.',
      ar: 'سطر يذكر المصدر، أو توقيع الوكالة في آخر المقال.',
    },
    key: '',
  }),
  keywords: boilerplate({
    title: { en: 'Keywords', ar: 'كلمات دلالية' },
    description: {
      en: 'A list of tags or topics, or the verdict label of a fact check.',
      ar: 'قائمة وسوم أو موضوعات، أو حكم تدقيق الخبر.',
    },
    key: '',
  }),
  'read-also': boilerplate({
    title: { en: 'Heading of links', ar: 'عنوان روابط' },
    description: {
      en: 'The heading over a block that leads elsewhere, such as “read also”.',
      ar: 'عنوان فوق مجموعة تقود إلى صفحات أخرى، مثل «اقرأ أيضًا».',
    },
    key: '',
  }),
  related: boilerplate({
    title: { en: 'Other headline', ar: 'عنوان مقال آخر' },
    description: {
      en: 'The headline or teaser of another article: an item of a list, a ticker, or run into the text.',
      ar: 'عنوان مقال آخر أو مقتطف منه: في قائمة أو شريط أخبار أو مدسوسًا في النص.',
    },
    key: 'v',
  }),
  'appended-article': boilerplate({
    title: { en: 'Appended article', ar: 'مقال ملحق' },
    description: {
      en: 'The text of another article that follows this one: its headline, paragraphs and subheadings.',
      ar: 'نص مقال آخر يلي هذا المقال: عنوانه وفقراته وعناوينه الفرعية.',
    },
    key: 'a',
  }),
  ad: boilerplate({
    title: { en: 'Advertisement', ar: 'إعلان' },
    description: {
      en: 'The marker of an advertisement, alone on its line or glued to a word.',
      ar: 'علامة إعلان وحدها في السطر أو ملتصقة بكلمة.',
    },
    key: 'x',
  }),
  caption: boilerplate({
    title: { en: 'Caption', ar: 'تعليق صورة' },
    description: {
      en: 'The caption or the credit of a picture or a video.',
      ar: 'تعليق على صورة أو مقطع أو ذكر مصدرهما.',
    },
    key: 'z',
  }),
  share: boilerplate({
    title: { en: 'Page controls', ar: 'أدوات الصفحة' },
    description: {
      en: 'Buttons of the page: share, print, follow, navigate, sections, counters, aids for reading.',
      ar: 'أزرار الصفحة: المشاركة والطباعة والمتابعة والتنقل والأقسام والعدادات وأدوات القراءة.',
    },
    key: '',
  }),
  subscribe: boilerplate({
    title: { en: 'Subscription pitch', ar: 'دعوة إلى الاشتراك' },
    description: {
      en: 'A pitch for a subscription, newsletter, app or channel, or a poll.',
      ar: 'دعوة إلى اشتراك أو نشرة أو تطبيق أو قناة، أو استطلاع رأي.',
    },
    key: '',
  }),
  comments: boilerplate({
    title: { en: 'Comments', ar: 'تعليقات' },
    description: {
      en: 'An invitation to comment or to get in touch.',
      ar: 'دعوة إلى التعليق أو التواصل.',
    },
    key: '',
  }),
  legal: boilerplate({
    title: { en: 'Legal notice', ar: 'إشعار قانوني' },
    description: {
      en: 'Copyright, cookies, terms of use.',
      ar: 'حقوق النشر وملفات الارتباط وشروط الاستخدام.',
    },
    key: '',
  }),
};
