import type { Bilingual } from '../labels/problems.ts';
import type { TagScheme } from './conll/schemes.ts';
import { readConll } from './conll/read.ts';
import { writeConll } from './conll/write.ts';
import type { DatasetFormat } from './format.ts';

/** The schemes, as ids and people call them. IOB2 is what nearly every program reads, and goes without saying. */
const SCHEMES: readonly (readonly [scheme: TagScheme, id: string, title: string, what: Bilingual])[] = [
  [
    'iob2',
    'conll',
    'IOB2',
    {
      en: 'B- begins each entity; read by nearly every program.',
      ar: 'تبدأ كل كيان بـB-، وتقرأها معظم البرامج.',
    },
  ],
  [
    'iob1',
    'conll-iob1',
    'IOB1',
    {
      en: 'The scheme of the original: B- only between entities of one label that touch.',
      ar: 'صيغة المجموعة الأصلية: لا ترد B- إلا بين كيانين متلاصقين لهما الوسم نفسه.',
    },
  ],
  [
    'bilou',
    'conll-bilou',
    'BILOU',
    {
      en: 'L- ends an entity, U- is one of a single token.',
      ar: 'تختم L- الكيان، وU- كيان من وحدة واحدة.',
    },
  ],
];

/**
 * CoNLL-2003 columns (Tjong Kim Sang and De Meulder 2003): token, part of speech, chunk, entity, parted by one blank;
 * the two middle ones are "_". A blank line ends a sentence, -DOCSTART- begins an article. Entities alone, without
 * overlaps. Of each scheme there are two formats: words as they are written, and particles cut off their words.
 */
export const CONLL_FORMATS: readonly DatasetFormat[] = SCHEMES.flatMap(([scheme, id, title, what]) =>
  [false, true].map((clitics): DatasetFormat => ({
    id: clitics ? `${id}-clitics` : id,
    title: clitics
      ? { en: `CoNLL-2003, ${title}, particles split off`, ar: `CoNLL-2003 بصيغة ${title}، مع فصل الأدوات` }
      : { en: `CoNLL-2003, ${title}, whole words`, ar: `CoNLL-2003 بصيغة ${title}، كلمات كاملة` },
    description: clitics
      ? {
          en: `Entities only. The particles و ف ب ل ك are tokens of their own, so that names keep their edges. ${what.en}`,
          ar: `الكيانات فقط. الأدوات «و ف ب ل ك» وحدات مستقلة، فتبقى حدود الأسماء كما هي. ${what.ar}`,
        }
      : {
          en: `Entities only. A name behind و ف ب ل ك takes in the particle; each such change is told. ${what.en}`,
          ar: `الكيانات فقط. الاسم المسبوق بـ«و ف ب ل ك» تدخل فيه الأداة، ويُذكر كل تغيير من هذا النوع. ${what.ar}`,
        },
    suffix: '.conll',
    offsets: 'token',
    layers: ['entities'],
    carries: [],
    serialise: (documents) => writeConll(documents, { scheme, clitics }),
    parse: readConll,
  })),
);
