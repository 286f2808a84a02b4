import { readConlluPlus } from './conllu/read.ts';
import { writeConlluPlus } from './conllu/write.ts';
import { DETAILS } from './format.ts';
import type { DatasetFormat } from './format.ts';

/**
 * CoNLL-U Plus (https://universaldependencies.org/ext-format.html): the ten columns of CoNLL-U, of which ID, FORM and
 * MISC are filled, and a column for each layer and for speakers and cues. Spans are numbered through the document and
 * written as PARSEME writes expressions: "3:PER" on the first word, "3" on those behind, parted by ";" where they
 * overlap, "*" where there is none. A speaker's or cue's words have the number of their quotation. What else is known of
 * a span is JSON in the comment "json_hashiya" of the sentence that it begins in. Everything is in NFC; MISC has what
 * brings the text back to the letter: OriginalForm, and UDPipe's SpacesAfter and SpacesBefore.
 */
export const conlluPlus: DatasetFormat = {
  id: 'conllu-plus',
  title: { en: 'CoNLL-U Plus', ar: 'CoNLL-U Plus' },
  description: {
    en: 'Words and particles with entities, quotations, speakers and boilerplate in columns of their own; the text can be restored to the letter.',
    ar: 'الكلمات والأدوات، مع أعمدة للكيانات والاقتباسات والقائلين والحواشي الآلية؛ ويُستعاد النص حرفا بحرف.',
  },
  suffix: '.conllup',
  offsets: 'token',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: ['text', 'published', 'pieces'],
  serialise: writeConlluPlus,
  parse: readConlluPlus,
};
