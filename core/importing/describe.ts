import type { Bilingual } from '../labels/problems.ts';
import type { ImportLoss, ImportLossReason } from './import-document.ts';

const REASONS: Readonly<Record<ImportLossReason, Bilingual>> = {
  'not-found': {
    en: 'no article of the project has these words there; left out',
    ar: 'ليس في المشروع مقال فيه هذه الكلمات في هذا الموضع؛ لم يُستورد',
  },
  'unknown-label': {
    en: 'the project has no such label in this layer; left out',
    ar: 'ليس في المشروع وسم بهذا الاسم في هذه الطبقة؛ لم يُستورد',
  },
  silver: {
    en: 'nobody had decided on it; left out of the annotations',
    ar: 'لم يبتّ فيه أحد؛ لم يُستورد مع الوسوم',
  },
  decided: {
    en: 'the annotator decided otherwise there; left as it is',
    ar: 'للواسم قرار آخر في هذا الموضع؛ بقي كما هو',
  },
  'part-not-found': {
    en: 'the article does not have the words of its speaker or cue; taken without',
    ar: 'ليس في المقال كلمات القائل أو لفظ القول؛ استُورد من دونها',
  },
};

/** A loss as a sentence that names file, line, label and words. */
export function describeImportLoss({ file, line, label, text, reason }: ImportLoss): Bilingual {
  const words = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return {
    en: `${file}:${line}: ${label} «${words}»: ${REASONS[reason].en}.`,
    ar: `${file}:${line}: ${label} «${words}»: ${REASONS[reason].ar}.`,
  };
}
