import type { EntityLabel } from './entity-labels.ts';
import { colour } from './scheme-label.ts';
import type { LabelText } from './scheme-label.ts';

/** Entities: what each label means, after the annotation guidelines; spans leave attached prepositions out. */
export const ENTITY_TEXTS: Readonly<Record<EntityLabel, LabelText>> = {
  PER: {
    title: { en: 'Person', ar: 'شخص' },
    description: {
      en: 'A person’s name, whole or in part, or a nickname. The title before it is no part of the name.',
      ar: 'اسم شخص كاملًا أو جزءًا منه أو لقب يُعرف به. أما الوصف الوظيفي الذي يسبقه فليس من الاسم.',
    },
    colour: colour('#1a72ec', '#619df2', '#70acff', '#0f54b6'),
    key: 'p',
  },
  ORG: {
    title: { en: 'Organisation', ar: 'مؤسسة' },
    description: {
      en: 'An organisation that acts: a ministry, a government named as a body, a council, party, army, company, newsroom, club or alliance. A bare common noun (the ministry, the party) is none.',
      ar: 'جهة تتصرف باسمها: وزارة أو حكومة مسماة أو مجلس أو حزب أو جيش أو شركة أو وسيلة إعلام أو نادٍ أو حلف. الاسم العام وحده (الوزارة، الحزب) لا يُعلَّم.',
    },
    colour: colour('#a24bdf', '#bf83e9', '#cd92f6', '#8223c5'),
    key: 'o',
  },
  GPE: {
    title: { en: 'Country or city', ar: 'دولة أو مدينة' },
    description: {
      en: 'A place with a government: a country, state, province, city or town, also where it stands for its government. The word “city of” before it stays outside.',
      ar: 'مكان له إدارة تحكمه: دولة أو ولاية أو محافظة أو مدينة أو بلدة، ولو ذُكر بمعنى حكومته. كلمة «مدينة» قبل الاسم تبقى خارجه.',
    },
    colour: colour('#13884e', '#1ab567', '#0ac467', '#0e6439'),
    key: 'g',
  },
  LOC: {
    title: { en: 'Place', ar: 'موقع' },
    description: {
      en: 'A named place without a government of its own: a continent, sea, mountain, region, quarter, camp, or the West as a part of the world.',
      ar: 'مكان مسمى لا حكومة له: قارة أو بحر أو جبل أو إقليم أو حي أو مخيم، أو الغرب بوصفه جزءًا من العالم.',
    },
    colour: colour('#48851c', '#5fb125', '#5dc115', '#356315'),
    key: 'l',
  },
  FAC: {
    title: { en: 'Facility', ar: 'منشأة' },
    description: {
      en: 'Something built that has a name: a building, bridge, square, street, airport, base, dam or launch site.',
      ar: 'ما شُيِّد وله اسم: مبنى أو جسر أو ميدان أو شارع أو مطار أو قاعدة أو سد أو موقع إطلاق.',
    },
    colour: colour('#ae6319', '#e1872d', '#f49331', '#844b13'),
    key: 'f',
  },
  NORP: {
    title: { en: 'Nationality or group', ar: 'جنسية أو جماعة' },
    description: {
      en: 'An adjective or noun of nationality, people, religion or political camp that is not part of another name. A nationality of two words is one span.',
      ar: 'صفة أو اسم لجنسية أو قوم أو دين أو تيار سياسي، خارج أي اسم آخر. الجنسية المؤلفة من كلمتين مدى واحد.',
    },
    colour: colour('#df2080', '#eb75b0', '#f883be', '#a71860'),
    key: 'n',
  },
  OCC: {
    title: { en: 'Title or post', ar: 'منصب أو لقب' },
    description: {
      en: 'The title or post of one particular holder, without the person and without an entity that has a label of its own. Unnamed people in the plural are not marked.',
      ar: 'منصب أو لقب لصاحب بعينه، من دون اسمه ومن دون كيان له وسمه. أما الجمع الذي لا يُسمى أصحابه فلا يُعلَّم.',
    },
    colour: colour('#118197', '#16acca', '#06b9dd', '#0c6070'),
    key: 'j',
  },
  EVENT: {
    title: { en: 'Event', ar: 'حدث' },
    description: {
      en: 'An event with a name of its own: a named war, summit, forum, championship, campaign or programme. “The summit” alone is none.',
      ar: 'حدث له اسم خاص: حرب أو قمة أو منتدى أو بطولة أو حملة أو برنامج مسمى. «القمة» وحدها ليست حدثًا.',
    },
    colour: colour('#e12d2d', '#ec7b7b', '#f98b8b', '#ae1919'),
    key: 'e',
  },
  PRODUCT: {
    title: { en: 'Product or work', ar: 'منتج أو عمل' },
    description: {
      en: 'A product, weapon, vehicle, vessel, flight, app used as a tool, prize, or work of art with a name or model number.',
      ar: 'منتج أو سلاح أو مركبة أو سفينة أو رحلة أو تطبيق يُستعمل أداةً أو جائزة أو عمل فني له اسم أو طراز.',
    },
    colour: colour('#c631c6', '#dd76dd', '#ed82ed', '#952595'),
    key: 'r',
  },
  LAW: {
    title: { en: 'Law or agreement', ar: 'قانون أو اتفاق' },
    description: {
      en: 'A named law, code, treaty or agreement, an article of one, or a numbered resolution.',
      ar: 'قانون أو معاهدة أو اتفاق مسمى، أو مادة منه، أو قرار ذو رقم.',
    },
    colour: colour('#7066d9', '#9a93e4', '#a8a1f2', '#4d41d0'),
    key: 'w',
  },
  DATE: {
    title: { en: 'Date', ar: 'تاريخ' },
    description: {
      en: 'A day or a longer time: a date, weekday, month, year, age, a length in days or more, or a time told from today (yesterday, last week). Vague words such as “recently” are not marked.',
      ar: 'يوم أو مدة أطول: تاريخ أو يوم من الأسبوع أو شهر أو سنة أو عمر أو مدة بالأيام فأكثر، أو زمن يُقاس إلى اليوم (أمس، الأسبوع الماضي). الكلمات المبهمة مثل «مؤخرًا» لا تُعلَّم.',
    },
    colour: colour('#92710c', '#c49710', '#d9a300', '#6f5509'),
    key: 'd',
  },
  TIME: {
    title: { en: 'Time', ar: 'وقت' },
    description: {
      en: 'A time shorter than a day: a clock time, hours or minutes, or a part of the day, together with its day where it stands beside it.',
      ar: 'وقت أقصر من يوم: ساعة معينة أو ساعات أو دقائق أو جزء من النهار، مع يومه إن ذُكر معه.',
    },
    colour: colour('#7c780e', '#a5a012', '#b5b005', '#5e5b0a'),
    key: 't',
  },
  MONEY: {
    title: { en: 'Money', ar: 'مبلغ' },
    description: {
      en: 'An amount with its currency, prices and exchange rates included.',
      ar: 'مبلغ مع عملته، ومنه الأسعار وأسعار الصرف.',
    },
    colour: colour('#288828', '#34b434', '#23c523', '#1d651d'),
    key: 'm',
  },
  PERCENT: {
    title: { en: 'Percentage', ar: 'نسبة مئوية' },
    description: {
      en: 'A number of hundredths, in digits or words, with its sign or the words for it.',
      ar: 'نسبة من المئة بالأرقام أو بالكلمات، مع علامتها أو لفظها.',
    },
    colour: colour('#1f8372', '#2caf9a', '#1bc0a4', '#186256'),
    key: '5',
  },
  QUANTITY: {
    title: { en: 'Quantity', ar: 'كمية' },
    description: {
      en: 'A measure with its unit: length, area, weight, volume, speed, heat, calibre.',
      ar: 'مقدار مع وحدته: طول أو مساحة أو وزن أو حجم أو سرعة أو حرارة أو عيار.',
    },
    colour: colour('#668017', '#86a91e', '#8eb80f', '#4c5f11'),
    key: 'q',
  },
  ORDINAL: {
    title: { en: 'Ordinal', ar: 'عدد ترتيبي' },
    description: {
      en: 'A number that gives a rank (first, the third). The markers of a list (firstly, secondly) are none.',
      ar: 'عدد يدل على الرتبة (الأولى، ثالث). علامات التعداد مثل «أولًا» و«ثانيًا» لا تُعلَّم.',
    },
    colour: colour('#6471b4', '#919aca', '#9da8de', '#475494'),
    key: '1',
  },
  CARDINAL: {
    title: { en: 'Number', ar: 'عدد' },
    description: {
      en: 'Any other count, in digits or words, fractions included. Vague counts (dozens) and “one of” are not marked.',
      ar: 'أي عدد آخر بالأرقام أو بالكلمات، ومنه الكسور. الأعداد المبهمة (عشرات) و«أحد» بمعنى واحد من لا تُعلَّم.',
    },
    colour: colour('#527b98', '#7ea1b9', '#83b0d0', '#3e5c72'),
    key: 'c',
  },
  URL: {
    title: { en: 'Address', ar: 'عنوان إلكتروني' },
    description: {
      en: 'An address on the web, a mail address, an account’s handle or a hashtag that is no name.',
      ar: 'عنوان على الشبكة أو بريد إلكتروني أو اسم حساب أو وسم ليس اسمًا في ذاته.',
    },
    colour: colour('#057cb8', '#06a5f4', '#1fb4ff', '#045e8b'),
    key: 'u',
  },
};
