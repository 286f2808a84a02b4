import type { Bilingual } from '../labels/problems.ts';
import type { SchemeFault } from './scheme-rules.ts';

/** What is wrong by the scheme, in a sentence that names the attribute or relation but not the annotation. */
export function wordsOfFault(fault: SchemeFault): Bilingual {
  switch (fault.code) {
    case 'unknown-label':
      return { en: 'The project’s scheme has no such label.', ar: 'لا يوجد هذا الوسم في مخطط المشروع.' };
    case 'unknown-attribute':
      return {
        en: `The project’s scheme has no attribute “${fault.name}”; it says “${fault.value}” here.`,
        ar: `لا توجد سمة «${fault.name}» في مخطط المشروع، وقيمتها هنا «${fault.value}».`,
      };
    case 'attribute-of-others':
      return {
        en: `The attribute “${fault.name}” is only for ${fault.attribute.labels.join(', ')}.`,
        ar: `السمة «${fault.name}» خاصة بما يأتي: ${fault.attribute.labels.join('، ')}.`,
      };
    case 'wrong-value': {
      const { name, value, attribute } = fault;
      if (attribute.type === 'choice')
        return {
          en: `“${value}” is no value of “${name}”; choose one of: ${attribute.values.join(', ')}.`,
          ar: `«${value}» ليست من قيم السمة «${name}»، وهي: ${attribute.values.join('، ')}.`,
        };
      return attribute.type === 'link'
        ? {
            en: `“${value}” is no id for “${name}”: an id has no blanks.`,
            ar: `«${value}» ليس معرّفًا للسمة «${name}»، فالمعرّف بلا فراغات.`,
          }
        : { en: `The attribute “${name}” is blank.`, ar: `السمة «${name}» فارغة.` };
    }
    case 'missing-attribute':
      return {
        en: `The attribute “${fault.name}” is required and missing.`,
        ar: `السمة «${fault.name}» مطلوبة وغير موجودة.`,
      };
    case 'unknown-relation':
      return {
        en: `The project’s scheme has no relation “${fault.relation.type}”.`,
        ar: `لا توجد علاقة «${fault.relation.type}» في مخطط المشروع.`,
      };
    case 'lost-relation':
      return {
        en: `The relation “${fault.relation.type}” leads to no annotation: it was removed or rejected.`,
        ar: `العلاقة «${fault.relation.type}» لا تؤدي إلى وسم، فقد أُزيل أو رُفض.`,
      };
    case 'self-relation':
      return {
        en: `The relation “${fault.relation.type}” leads back to the annotation itself.`,
        ar: `العلاقة «${fault.relation.type}» تعود إلى الوسم نفسه.`,
      };
    case 'relation-from':
      return {
        en: `The relation “${fault.relation.type}” does not go out from ${fault.label}, only from ${fault.labels.join(', ')}.`,
        ar: `لا تخرج العلاقة «${fault.relation.type}» من ${fault.label}، بل مما يأتي: ${fault.labels.join('، ')}.`,
      };
    case 'relation-to':
      return {
        en: `The relation “${fault.relation.type}” does not lead to ${fault.label}, only to ${fault.labels.join(', ')}.`,
        ar: `لا تؤدي العلاقة «${fault.relation.type}» إلى ${fault.label}، بل إلى ما يأتي: ${fault.labels.join('، ')}.`,
      };
  }
}
