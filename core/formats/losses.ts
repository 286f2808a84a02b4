import type { DatasetDocument, DatasetSpan, Loss, LossReason } from '../dataset/document.ts';
import type { Bilingual } from '../labels/problems.ts';

/** The loss of a span of a document. */
export const lossOf = (document: DatasetDocument, span: DatasetSpan, reason: LossReason): Loss => ({
  file: document.file,
  line: span.line,
  span: { start: span.start, end: span.end },
  layer: span.layer,
  label: span.label,
  text: document.text.slice(span.start, span.end),
  silver: span.silver,
  reason,
});

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
    en: 'its speaker or cue lies in boilerplate that was left out; kept without',
    ar: 'قائله أو لفظ القول في حواشٍ آلية حُذفت؛ بقي من دونه',
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
export function describeLoss({ file, line, label, text, reason }: Loss): Bilingual {
  const words = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  const place = line > 0 ? `${file}:${line}` : file;
  return {
    en: `${place}: ${label} «${words}»: ${REASONS[reason].en}.`,
    ar: `${place}: ${label} «${words}»: ${REASONS[reason].ar}.`,
  };
}
