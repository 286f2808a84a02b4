import type { AnnotationProblemCode } from './annotation-problems.ts';
import { colour } from './scheme-label.ts';
import type { LabelText } from './scheme-label.ts';

const PROBLEM = colour('#d83e0b', '#f6784e', '#ff8a63', '#a22f09');

/** Problems of annotations: what each one means. Nobody tags with them, so they have no key. */
export const ANNOTATION_PROBLEM_TEXTS: Readonly<Record<AnnotationProblemCode, Omit<LabelText, 'key'>>> = {
  orphan: {
    title: { en: 'Annotation without its words', ar: 'وسم ضاعت كلماته' },
    description: {
      en: 'The article no longer has the words that were annotated. Select the words that it stands on now and place it there, or drop it; until then it is kept.',
      ar: 'لم تعد الكلمات الموسومة في المقال. حدّد الكلمات التي يخصها الآن وضعه عليها، أو أسقطه؛ وهو محفوظ حتى ذلك.',
    },
    colour: PROBLEM,
  },
  'stray-edge': {
    title: { en: 'Stray character at the edge', ar: 'محرف زائد عند الطرف' },
    description: {
      en: 'An annotation begins or ends with a blank, an invisible character or a punctuation mark that does not belong to it.',
      ar: 'وسم يبدأ أو ينتهي بفراغ أو محرف خفي أو علامة ترقيم ليست منه.',
    },
    colour: PROBLEM,
  },
  'half-word': {
    title: { en: 'Half a word', ar: 'نصف كلمة' },
    description: {
      en: 'An annotation begins or ends within a word, or between a letter and what is written on it. The particles و ف ب ل ك before a word may be left out, and so may a pronoun behind it; the article ال may not.',
      ar: 'وسم يبدأ أو ينتهي داخل كلمة، أو بين حرف وحركته. يجوز أن تبقى خارجه و ف ب ل ك قبل الكلمة والضمير بعدها، ولا يجوز ذلك في ال التعريف.',
    },
    colour: PROBLEM,
  },
  overlap: {
    title: { en: 'Overlapping entities', ar: 'كيانات متداخلة' },
    description: {
      en: 'Two entities share words, and the project keeps entities apart: the longest name counts. A project may let them overlap with "labels": { "overlap": true } in hashiya.json.',
      ar: 'كيانان يشتركان في كلمات، والمشروع لا يسمح بتداخل الكيانات: الاسم الأطول هو المعتد به. ويسمح به "labels": { "overlap": true } في hashiya.json.',
    },
    colour: PROBLEM,
  },
  crossing: {
    title: { en: 'Crossing annotations', ar: 'وسمان متقاطعان' },
    description: {
      en: 'Two annotations of one family overlap and neither holds the other, so that the words between them belong to both by halves.',
      ar: 'وسمان من نوع واحد يتداخلان من غير أن يحوي أحدهما الآخر، فتُنسب الكلمات المشتركة إلى نصفي كل منهما.',
    },
    colour: PROBLEM,
  },
  'two-labels': {
    title: { en: 'One name under two labels', ar: 'اسم واحد بوسمين' },
    description: {
      en: 'An entity has one label here and another elsewhere in the article or the project. That may be right (a building and who works in it); more often it is an oversight.',
      ar: 'لكيان واحد وسم هنا ووسم آخر في موضع آخر من المقال أو المشروع. قد يصح ذلك (مبنى ومن يعمل فيه)، لكنه سهو في الأغلب.',
    },
    colour: PROBLEM,
  },
  'without-speaker': {
    title: { en: 'Quotation without speaker', ar: 'اقتباس بلا قائل' },
    description: {
      en: 'A quotation of somebody’s words for which nobody was named. Set its speaker, or say that the article names none.',
      ar: 'اقتباس لكلام لم يُحدد قائله. حدّد القائل، أو أثبت أن المقال لا يسميه.',
    },
    colour: PROBLEM,
  },
  'missing-attribute': {
    title: { en: 'Required attribute missing', ar: 'سمة مطلوبة ناقصة' },
    description: {
      en: 'The project asks for an attribute of every annotation with this label, and this one does not have it.',
      ar: 'يطلب المشروع سمة في كل وسم من هذا النوع، وليست في هذا الوسم.',
    },
    colour: PROBLEM,
  },
  'against-scheme': {
    title: { en: 'Not in the scheme', ar: 'خارج المخطط' },
    description: {
      en: 'An annotation has a label, attribute, value or relation that the project’s scheme, in hashiya.json, does not have or does not allow there.',
      ar: 'في الوسم نوع أو سمة أو قيمة أو علاقة لا يعرفها مخطط المشروع في hashiya.json أو لا يجيزها هنا.',
    },
    colour: PROBLEM,
  },
};
