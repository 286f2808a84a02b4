/** Why an action did nothing, and what to do instead, in both languages. */
import type { Refusal } from '../../core/annotations/actions/refusal.ts';
import { quote } from '../quoting.ts';

/** Names of the scheme, isolated, as they may be of either direction. */
const listed = (names: readonly string[], separator: string): string =>
  names.map((name) => `\u2068${name}\u2069`).join(separator);

/** In English. */
export function refusalInEnglish(refusal: Refusal): string {
  switch (refusal.code) {
    case 'unknown-item':
      return 'This mark is no longer there.';
    case 'unknown-label':
      return `The project has no label “${refusal.label}”. Its labels are in hashiya.json.`;
    case 'nothing-here':
      return 'There is no word here to tag.';
    case 'across-lines':
      return 'An entity or a speaker lies within one line. Select less.';
    case 'overlap':
      return `This would overlap ${quote(refusal.text)} (${refusal.label}). Remove that annotation first.`;
    case 'line-edge':
      return 'There is no further word in this line.';
    case 'nothing-left':
      return 'One word cannot get narrower. To take the annotation away, remove it.';
    case 'not-a-quotation':
      return `Only quotations have speakers; this is ${refusal.label}.`;
    case 'orphan':
      return `The words ${quote(refusal.exact)} are no longer in the article. Give the annotation a new place, bring the words back, or remove it.`;
    case 'nothing-to-merge':
      return 'There is only one annotation here. Choose two or more to merge.';
    case 'different-families':
      return 'Entities, quotations and boilerplate do not merge with each other. Choose annotations of one kind.';
    case 'nothing-to-split':
      return 'There is nothing to split here. Put the caret between two words of the annotation.';
    case 'unknown-relation':
      return refusal.names.length === 0
        ? `The project has no relation “${refusal.name}”. Relations are listed in hashiya.json under "relations"; there is none yet.`
        : `The project has no relation “${refusal.name}”. Those of hashiya.json are: ${listed(refusal.names, ', ')}.`;
    case 'self-relation':
      return 'An annotation cannot be tied to itself. Choose another one.';
    case 'not-related':
      return `“${refusal.name}” ${refusal.end === 'from' ? 'goes out from' : 'leads to'} ${listed(refusal.labels, ', ')} alone; this is ${refusal.label}.`;
    case 'not-an-entity':
      return `Only entities can be the same; this is ${refusal.label}.`;
    case 'unknown-attribute':
      return refusal.names.length === 0
        ? `The project has no attribute “${refusal.name}”. Attributes are listed in hashiya.json; there is none of this kind yet.`
        : `The project has no attribute “${refusal.name}”. Those of hashiya.json are: ${listed(refusal.names, ', ')}.`;
    case 'attribute-not-for':
      return `“${refusal.name}” is for ${listed(refusal.labels, ', ')} alone; this is ${refusal.label}.`;
    case 'no-such-value':
      return `${quote(refusal.value)} is no value of “${refusal.name}”. Choose one of: ${listed(refusal.values, ', ')}.`;
    case 'no-id':
      return `${quote(refusal.value)} is no id for “${refusal.name}”: an id has no blank in it.`;
    case 'empty-name':
      return 'A full name has at least one letter.';
    case 'nameless':
      return `Only entities and the speakers of quotations have full names; this is ${refusal.label}.`;
    case 'no-change':
      return 'Nothing to change: it is so already.';
  }
}

/** In Arabic. */
export function refusalInArabic(refusal: Refusal): string {
  switch (refusal.code) {
    case 'unknown-item':
      return 'لم يعد هذا الوسم موجودًا.';
    case 'unknown-label':
      return `ليس في المشروع وسم «${refusal.label}». وسومه في hashiya.json.`;
    case 'nothing-here':
      return 'لا كلمة هنا لتُوسم.';
    case 'across-lines':
      return 'الكيان والقائل يقعان في سطر واحد. حدِّد نصًا أقصر.';
    case 'overlap':
      return `يتداخل هذا مع ${quote(refusal.text)} (${refusal.label}). احذف ذلك الوسم أولًا.`;
    case 'line-edge':
      return 'لا كلمة أخرى في هذا السطر.';
    case 'nothing-left':
      return 'لا تُضيَّق الكلمة الواحدة. لإزالة الوسم احذفه.';
    case 'not-a-quotation':
      return `القائل للاقتباسات وحدها؛ وهذا ${refusal.label}.`;
    case 'orphan':
      return `لم تعد الكلمات ${quote(refusal.exact)} في المقال. حدِّد للوسم موضعًا جديدًا، أو أعد الكلمات، أو احذفه.`;
    case 'nothing-to-merge':
      return 'ليس هنا إلا وسم واحد. اختر اثنين أو أكثر لدمجها.';
    case 'different-families':
      return 'لا تُدمج الكيانات والاقتباسات وما ليس من المقال بعضها في بعض. اختر وسومًا من نوع واحد.';
    case 'nothing-to-split':
      return 'لا شيء هنا يُقسم. ضع المؤشر بين كلمتين من الوسم.';
    case 'unknown-relation':
      return refusal.names.length === 0
        ? `ليس في المشروع علاقة «${refusal.name}». تُذكر العلاقات في hashiya.json تحت "relations"، وليس فيه شيء منها بعد.`
        : `ليس في المشروع علاقة «${refusal.name}». علاقاته في hashiya.json: ${listed(refusal.names, '، ')}.`;
    case 'self-relation':
      return 'لا يُربط الوسم بنفسه. اختر غيره.';
    case 'not-related':
      return refusal.end === 'from'
        ? `لا تنطلق «${refusal.name}» إلا من ${listed(refusal.labels, '، ')}؛ وهذا ${refusal.label}.`
        : `لا تنتهي «${refusal.name}» إلا إلى ${listed(refusal.labels, '، ')}؛ وهذا ${refusal.label}.`;
    case 'not-an-entity':
      return `لا يكون الشيء نفسه إلا كيانًا؛ وهذا ${refusal.label}.`;
    case 'unknown-attribute':
      return refusal.names.length === 0
        ? `ليس في المشروع سمة «${refusal.name}». تُذكر السمات في hashiya.json، وليس فيه شيء من هذا النوع بعد.`
        : `ليس في المشروع سمة «${refusal.name}». سماته في hashiya.json: ${listed(refusal.names, '، ')}.`;
    case 'attribute-not-for':
      return `السمة «${refusal.name}» لـ${listed(refusal.labels, '، ')} وحدها؛ وهذا ${refusal.label}.`;
    case 'no-such-value':
      return `ليست ${quote(refusal.value)} من قيم «${refusal.name}». اختر من: ${listed(refusal.values, '، ')}.`;
    case 'no-id':
      return `لا تصلح ${quote(refusal.value)} معرِّفًا لـ«${refusal.name}»: لا فراغ في المعرِّف.`;
    case 'empty-name':
      return 'في الاسم الكامل حرف واحد على الأقل.';
    case 'nameless':
      return `الاسم الكامل للكيانات ولقائلي الاقتباسات وحدها؛ وهذا ${refusal.label}.`;
    case 'no-change':
      return 'لا شيء يتغير: هو كذلك من قبل.';
  }
}
