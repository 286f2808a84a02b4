import type { DatasetDocument, Loss, LossReason } from '../dataset/document.ts';
import type { Bilingual } from '../labels/problems.ts';
import { DOCUMENT_DETAILS } from './format.ts';
import type { DocumentDetail } from './format.ts';

/** The loss of something that a document has beside its spans. */
export const documentLoss = (
  { file }: Pick<DatasetDocument, 'file'>,
  reason: 'replaced' | 'changed',
  detail: DocumentDetail,
): Loss => ({ file, line: 0, span: null, layer: null, label: '', text: '', silver: false, reason, detail });

const DETAIL_WORDS: Readonly<Record<DocumentDetail, Bilingual>> = {
  text: { en: 'the text', ar: 'النص' },
  lines: { en: 'the classes of lines', ar: 'أصناف الأسطر' },
  sentences: { en: 'the tokens', ar: 'الوحدات' },
  pieces: { en: 'the map back to the article', ar: 'خريطة الرجوع إلى المقالة' },
  published: { en: 'the date of publication', ar: 'تاريخ النشر' },
  split: { en: 'the split', ar: 'القسم' },
  articleAttributes: { en: 'the attributes of the article', ar: 'سمات المقالة' },
};

const REASONS: Readonly<Record<LossReason, Bilingual>> = {
  orphan: {
    en: 'the text no longer has these words; left out',
    ar: 'لم تعد هذه الكلمات في النص؛ لم يُصدَّر',
  },
  clipped: {
    en: 'part of it lies in boilerplate that was left out; only the rest is kept',
    ar: 'جزء منه في حواشٍ آلية حُذفت؛ بقي الجزء الآخر فقط',
  },
  'speaker-left-out': {
    en: 'its speaker or cue lies in boilerplate that was left out, or in another document; kept without',
    ar: 'قائله أو لفظ القول في حواشٍ آلية حُذفت أو في وثيقة أخرى؛ بقي من دونه',
  },
  'relation-left-out': {
    en: 'an annotation that it is tied to is not in the same document; kept without the relation',
    ar: 'الوسم المرتبط به ليس في الوثيقة نفسها؛ بقي من دون العلاقة',
  },
  'over-sentences': {
    en: 'it runs over several sentences, each of which is a document; left out',
    ar: 'يمتد على عدة جمل، وكل جملة وثيقة؛ لم يُصدَّر',
  },
  widened: {
    en: 'it begins or ends inside a word; widened to whole words',
    ar: 'يبدأ أو ينتهي داخل كلمة؛ وُسِّع إلى كلمات كاملة',
  },
  overlap: {
    en: 'it overlaps another one; left out',
    ar: 'يتداخل مع غيره؛ لم يُصدَّر',
  },
  'without-token': {
    en: 'it holds no word; left out',
    ar: 'لا كلمة فيه؛ لم يُصدَّر',
  },
  trimmed: {
    en: 'it begins or ends with a line break, which no span of the format may; kept without that',
    ar: 'يبدأ أو ينتهي بفاصل أسطر لا تحتمله الصيغة في طرف الامتداد؛ صُدّر من دونه',
  },
  replaced: {
    en: 'the format cannot hold some of its characters; U+FFFD stands for each',
    ar: 'لا تحتمل الصيغة بعض محارفه؛ كُتب U+FFFD مكان كل منها',
  },
  changed: {
    en: 'it did not read back from the written dataset',
    ar: 'لم يُقرأ من المجموعة المكتوبة كما كُتب',
  },
  unexpected: {
    en: 'it reads back from the written dataset though it was not written',
    ar: 'قُرئ من المجموعة المكتوبة مع أنه لم يُكتب',
  },
};

/** A loss as a sentence that names file, line, label and words. */
export function describeLoss({ file, line, layer, label, text, reason, detail }: Loss): Bilingual {
  const known = layer === null && DOCUMENT_DETAILS.find((one) => one === detail);
  if (known)
    return {
      en: `${file}: ${DETAIL_WORDS[known].en}: ${REASONS[reason].en}.`,
      ar: `${file}: ${DETAIL_WORDS[known].ar}: ${REASONS[reason].ar}.`,
    };
  const words = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  const place = line > 0 ? `${file}:${line}` : file;
  return {
    en: `${place}: ${label} «${words}»: ${REASONS[reason].en}${detail === undefined ? '' : ` (${detail})`}.`,
    ar: `${place}: ${label} «${words}»: ${REASONS[reason].ar}${detail === undefined ? '' : ` (${detail})`}.`,
  };
}
