import type { Node } from 'jsonc-parser';
import { MARK_FAMILIES } from './marks.ts';
import type { Bilingual } from './problems.ts';
import type { EntryFieldType } from './project-fields.ts';
import { ATTRIBUTE_TYPES } from './scheme-parts.ts';

/** What is wrong with a value, in both languages. */
export type Words = readonly [en: string, ar: string];

/** Tells what is wrong at a node; the value does not count then. */
export type Refuse = (at: Node, words: Words) => undefined;

/** Names stand in files, tables and pickers: longer ones are no names. */
const LONGEST_NAME = 64;

export const WRONG_COLOUR: Words = ['A colour is written #rrggbb.', 'يُكتب اللون هكذا: #rrggbb.'];
export const WRONG_KEY: Words = [
  'A key is one small letter or digit.',
  'المفتاح حرف لاتيني صغير واحد أو رقم.',
];
export const isColour = (text: string): boolean => /^#[\da-f]{6}$/i.test(text);
export const isKey = (text: string): boolean => /^[a-z\d]$/.test(text);

const NOT_A_TEXT: Words = ['This takes a text in quotation marks.', 'القيمة هنا نص بين علامتي اقتباس.'];
const NOT_A_LIST: Words = ['This takes a list: [ … ].', 'القيمة هنا قائمة: [ … ].'];

/** The value of a text node, undefined (and told) for any other. */
const textOf = (node: Node, refuse: Refuse, words: Words = NOT_A_TEXT): string | undefined =>
  node.type === 'string' ? (node.value as string) : refuse(node, words);

const oneOf =
  (choices: readonly string[]) =>
  (node: Node, refuse: Refuse): string | undefined =>
    choices.find((choice) => node.type === 'string' && choice === node.value) ??
    refuse(node, [`This is one of: ${choices.join(', ')}.`, `القيمة هنا واحدة من: ${choices.join(', ')}.`]);

const matching =
  (holds: (text: string) => boolean, words: Words) =>
  (node: Node, refuse: Refuse): string | undefined => {
    const text = textOf(node, refuse, words);
    return text === undefined || holds(text) ? text : refuse(node, words);
  };

/** Each text of a list that nothing is wrong with. */
function textsOf(
  node: Node,
  refuse: Refuse,
  wrong: (text: string, before: readonly string[]) => Words | null,
) {
  if (node.type !== 'array') return refuse(node, NOT_A_LIST);
  const texts: string[] = [];
  for (const item of node.children ?? []) {
    const text = textOf(item, refuse);
    const words = text === undefined ? null : wrong(text, texts);
    if (words) refuse(item, words);
    else if (text !== undefined) texts.push(text);
  }
  return texts;
}

function wrongName(text: string): Words | null {
  if (text.length > LONGEST_NAME)
    return [
      `A name has ${LONGEST_NAME} characters at most; "title" may say more.`,
      `لا يزيد الاسم على ${LONGEST_NAME} محرفًا، ويمكن أن يكون "title" أطول.`,
    ];
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u.test(text))
    return [
      'A name begins with a letter or digit and has letters, digits, "-", "_" and "." alone; "title" may have blanks.',
      'يبدأ الاسم بحرف أو رقم، ولا يحوي إلا حروفًا وأرقامًا و"-" و"_" و"."، أما "title" فقد تكون فيه فراغات.',
    ];
  // Values are kept by these names in plain objects, where such a name would seem to be there always.
  if (text in Object.prototype)
    return [
      `The name "${text}" cannot be used; choose another.`,
      `لا يمكن استعمال الاسم "${text}"، فاختر غيره.`,
    ];
  return null;
}

const wrongChoice = (text: string, before: readonly string[]): Words | null => {
  if (text.trim() === '' || text.trim() !== text || /\p{Cc}/u.test(text))
    return [
      'A value is a text of one line, without blanks at its ends.',
      'قيمة الاختيار نص من سطر واحد بلا فراغ في طرفيه.',
    ];
  return before.includes(text) ? [`"${text}" stands here twice.`, `"${text}" مكرر هنا.`] : null;
};

/** A text for people: one for both languages, or { "en": …, "ar": … }, of which one will do. */
function wordsOf(node: Node, refuse: Refuse): Bilingual | undefined {
  const takes: Words = [
    'This takes a text, or one for each language: { "en": …, "ar": … }.',
    'القيمة هنا نص، أو نص لكل لغة: { "en": …, "ar": … }.',
  ];
  if (node.type === 'string') return { en: node.value as string, ar: node.value as string };
  if (node.type !== 'object') return refuse(node, takes);
  const texts: { en?: string; ar?: string } = {};
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? [];
    if (!name || !value) continue;
    const language = (['en', 'ar'] as const).find((known) => known === name.value);
    if (value.type === 'string' && language) texts[language] = value.value as string;
    else refuse(value.type === 'string' ? name : value, takes);
  }
  const { en, ar } = texts;
  return { en: en ?? ar ?? '', ar: ar ?? en ?? '' };
}

/** Reads the value of a field of an entry: undefined, and told, where it is not of the field's type. */
export const ENTRY_READERS: Readonly<Record<EntryFieldType, (node: Node, refuse: Refuse) => unknown>> = {
  name(node, refuse) {
    const text = textOf(node, refuse);
    const wrong = text === undefined ? null : wrongName(text);
    return wrong ? refuse(node, wrong) : text;
  },
  family: oneOf(MARK_FAMILIES),
  'attribute-type': oneOf(ATTRIBUTE_TYPES),
  words: wordsOf,
  choices: (node, refuse) => textsOf(node, refuse, wrongChoice),
  // Whether there are such labels is told when all labels are known.
  labels: (node, refuse) => textsOf(node, refuse, () => null),
  boolean: (node, refuse) =>
    node.type === 'boolean'
      ? node.value
      : refuse(node, ['This takes true or false.', 'القيمة هنا true أو false.']),
  colour: matching(isColour, WRONG_COLOUR),
  key: matching(isKey, WRONG_KEY),
  page: matching(
    (text) => /^https?:\/\/\S+$/.test(text) && text.includes('{id}'),
    [
      'This takes the address of a page with {id} where the id belongs: "https://www.wikidata.org/wiki/{id}".',
      'القيمة هنا عنوان صفحة فيه {id} في موضع المعرّف: "https://www.wikidata.org/wiki/{id}".',
    ],
  ),
};
