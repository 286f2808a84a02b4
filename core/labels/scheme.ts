/**
 * The default scheme: every label that an article can be annotated with, and every problem, with what it is called,
 * means, looks like and is tagged with. Hovers, pickers, colours, commands, keys and the pages of docs/codes are made
 * from these lists.
 */
import { ANNOTATION_PROBLEM_CODES } from './annotation-problems.ts';
import { ENTITY_LABELS } from './entity-labels.ts';
import { LINE_CLASSES } from './line-classes.ts';
import type { MarkFamily } from './marks.ts';
import { PROBLEM_CODES } from './problems.ts';
import type { Bilingual } from './problems.ts';
import { QUOTATION_KINDS } from './quotation-kinds.ts';
import { ANNOTATION_PROBLEM_TEXTS } from './scheme-annotation-problems.ts';
import { ENTITY_TEXTS } from './scheme-entities.ts';
import type { LabelText } from './scheme-label.ts';
import { LINE_TEXTS } from './scheme-lines.ts';
import { PROBLEM_TEXTS } from './scheme-problems.ts';
import { QUOTATION_TEXTS } from './scheme-quotations.ts';

/** A label of the scheme. Family and id together are the code of its diagnostics: "entity/PER". */
export interface SchemeLabel extends LabelText {
  readonly family: MarkFamily | 'problem' | 'annotation';
  /** The entity label, quotation kind, line class or problem code. */
  readonly id: string;
}

/** What the families are called, each also a word for "all of its labels". */
export const FAMILY_TITLES: Readonly<Record<SchemeLabel['family'], Bilingual>> = {
  entity: { en: 'Entities', ar: 'الكيانات' },
  quotation: { en: 'Quotations', ar: 'الاقتباسات' },
  boilerplate: { en: 'Boilerplate', ar: 'الحواشي الآلية' },
  problem: { en: 'Problems of the text', ar: 'مشكلات النص' },
  annotation: { en: 'Problems of annotations', ar: 'مشكلات الوسوم' },
};

/** Every label a person can tag with, in the order in which pickers and pages show them. */
export const TAG_LABELS: readonly (SchemeLabel & { readonly family: MarkFamily })[] = [
  ...ENTITY_LABELS.map((id) => ({ family: 'entity' as const, id, ...ENTITY_TEXTS[id] })),
  ...QUOTATION_KINDS.map((id) => ({ family: 'quotation' as const, id, ...QUOTATION_TEXTS[id] })),
  ...LINE_CLASSES.map((id) => ({ family: 'boilerplate' as const, id, ...LINE_TEXTS[id] })),
];

/** Every label and every problem: each has a diagnostic code and a page. */
export const SCHEME: readonly SchemeLabel[] = [
  ...TAG_LABELS,
  ...PROBLEM_CODES.map((id) => ({ family: 'problem' as const, id, key: '', ...PROBLEM_TEXTS[id] })),
  ...ANNOTATION_PROBLEM_CODES.map((id) => ({
    family: 'annotation' as const,
    id,
    key: '',
    ...ANNOTATION_PROBLEM_TEXTS[id],
  })),
];

const BY_CODE: ReadonlyMap<string, SchemeLabel> = new Map(
  SCHEME.map((label) => [codeOf(label.family, label.id), label]),
);

/** The diagnostic code of a label or problem: "entity/PER", "problem/glued-words". */
export function codeOf(family: SchemeLabel['family'], id: string): string {
  return `${family}/${id}`;
}

/** The label with a code, or undefined where the default scheme has none such (a project may add its own). */
export const labelByCode = (code: string): SchemeLabel | undefined => BY_CODE.get(code);
