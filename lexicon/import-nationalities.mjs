/**
 * Writes lexicon/nationality.tsv: adjectives of nations, peoples and continents in every form of their inflection, from
 * the ArWikiCats lists in ../shared/data and the adjectives below, which they lack. Run: node lexicon/import-nationalities.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA, loadKeys, ROOT } from './usage.mjs';

const FILES = ['nationalities_data', 'sub_nats', 'sub_nats_with_ar_or_en', 'continents', 'all_nat_as_en'];

/** Spellings and adjectives that the lists lack; behind "|" the broken plurals. */
const FURTHER = `
أمريكي|أمريكان أميركي|أميركان أوروبي أوربي أفريقي|أفارقة آسيوي لاتيني إنجليزي|إنجليز إنكليزي|إنكليز بريطاني هولندي فرنسي ألماني|ألمان إيطالي
إسباني|إسبان روسي|روس تركي|أتراك كردي|أكراد عربي|عرب عبري يهودي|يهود صهيوني|صهاينة مسيحي مسلم|مسلمون|مسلمين إسلامي إسلاموي
سني|سنة شيعي|شيعة علوي درزي|دروز ماروني|موارنة قبطي|أقباط أرثوذكسي كاثوليكي|كاثوليك بروتستانتي إنجيلي بوذي هندوسي|هندوس سيخي|سيخ
حوثي إيزيدي أيزيدي يزيدي صابئي سرياني|سريان آشوري كلداني|كلدان تركماني|تركمان أرمني|أرمن شركسي|شركس أمازيغي|أمازيغ نوبي بربري|بربر
أوكراني أوكرايني بيلاروسي شيشاني شرق@أوسطي خليجي مغاربي شامي غربي أطلسي إيراني فارسي|فرس أفغاني|أفغان باكستاني هندي|هنود بنغالي كشميري
صيني ياباني كوري كوري@جنوبي كوري@شمالي تايواني فيتنامي فلبيني فليبيني إندونيسي ماليزي تايلندي تايلاندي سنغافوري روهينغي|روهينغا|روهينجا
سعودي إماراتي قطري كويتي بحريني عماني يمني يمني@جنوبي عراقي سوري لبناني فلسطيني أردني مصري سوداني ليبي تونسي جزائري مغربي موريتاني صومالي
جيبوتي إريتري أثيوبي حبشي كيني أوغندي رواندي نيجيري نيجري تشادي غاني سنغالي كاميروني إيفواري جنوب@أفريقي كونغولي زيمبابوي
إسرائيلي مقدسي غزي غزاوي حلبي دمشقي بغدادي قاهري موصلي بصراوي سكندري صعيدي نجدي حجازي عسيري حضرمي|حضارم
برازيلي أرجنتيني مكسيكي كولومبي فنزويلي تشيلي شيلي بيروفي كوبي بوليفي كندي أسترالي نيوزيلندي نيوزيلاندي
سويدي نرويجي دنماركي فنلندي آيسلندي أيسلندي بلجيكي سويسري نمساوي برتغالي يوناني بولندي تشيكي سلوفاكي مجري هنغاري روماني بلغاري صربي|صرب
كرواتي|كروات بوسني|بوشناق ألباني|ألبان كوسوفي مقدوني سلوفيني مولدوفي جورجي أرميني أذربيجاني أذري كازاخستاني كازاخي أوزبكي طاجيكي تركمانستاني
قرغيزي|قرغيز إيرلندي أيرلندي آيرلندي اسكتلندي إسكتلندي ويلزي كتالوني باسكي قبرصي مالطي لاتفي ليتواني إستوني
سوفيتي سوفييتي عثماني يوغوسلافي روماني نازي فاشي شيوعي اشتراكي ليبرالي جمهوري ديمقراطي ديموقراطي بعثي ناصري يساري يميني قومي@عربي
سلفي إخواني جهادي داعشي وهابي صوفي خميني أفروأميركي أفروأمريكي إفريقي إفريقي@أمريكي أورومتوسطي أنغلوسكسوني
أممي@! خزاعي@! تكفيري علماني@! إنفصالي@! ليكودي حمساوي فتحاوي كردستاني قوقازي تتري|تتار أوسيتي أبخازي داغستاني تيغراوي|تيغراي أورومي أمهري
زنجي@! غجري|غجر إسكندنافي سلافي جرماني آري@! سامي@! مغولي|مغول إيغوري|إيغور أويغوري|أويغور تيبتي هونغ@كونغي هاييتي جامايكي بنمي كوستاريكي
أوزبكستاني قيرغيزستاني قيرغيزي قرغيزستاني سريلانكي نيبالي مالديفي بورمي ميانماري كمبودي لاوسي منغولي غيني موزمبيقي أنغولي زامبي تنزاني
مدغشقري بوروندي ناميبي بوتسواني غابوني توغولي ليبيري سيراليوني غامبي بوركيني موريشيوسي ترينيدادي باراغوياني أوروغوياني إكوادوري غواتيمالي
نيكاراغوي سلفادوري هندوراسي دومينيكاني
كوردي|كورد بلوشي|بلوش بشتوني|بشتون هزاري|هزارة تاميلي|تاميل سنهالي بنجابي طارقي|طوارق تباوي|تبو فولاني|فولان هوتي|هوتو توتسي صحراوي كاتالوني
فنزويلاني بورتوريكي هيسباني روهينجي نيجرية تشيخي أسكتلندي ايرلندي مورموني|مورمون أميشي بهائي زيدي إباضي أشعري حريدي|حريديم أشكنازي|أشكناز
سفاردي|سفارديم ماركسي لينيني شعبوي ليبرتاري قواتي كتائبي نهضوي بورقيبي تشافيزي بوليفاري ترامبي غولني جنوب@سوداني شمال@أفريقي
`;

/** Faiths and political camps, which make no name of an organ of state; behind "|" the broken plurals. */
const CAMPS = `
يهودي|يهود صهيوني|صهاينة مسيحي إسلامي إسلاموي سني شيعي|شيعة علوي درزي|دروز ماروني|موارنة قبطي|أقباط أرثوذكسي كاثوليكي|كاثوليك
بروتستانتي إنجيلي بوذي هندوسي|هندوس سيخي|سيخ نازي فاشي شيوعي اشتراكي ليبرالي جمهوري ديمقراطي ديموقراطي بعثي ناصري يساري يميني سلفي إخواني
جهادي داعشي وهابي صوفي خميني تكفيري ليكودي حمساوي فتحاوي حوثي إيزيدي أيزيدي يزيدي غربي
`;

/** Abstract nouns that the feminine of a camp's adjective spells as well: democracy, republic. */
const ABSTRACT = new Set(
  'ديمقراطية ديموقراطية جمهورية اشتراكية شيوعية ليبرالية نازية فاشية سنية صوفية يمينية@'.split(' '),
);

/** Words that mean something else far more often (مالي is Malian and financial), or belong to no nation of the day. */
const DROPPED = new Set(
  'مالي بالي ريفي كومي بري نوردي حماري خزري كناري بويبلي كورني بيروني سامي آري غوياني ناوروي كورسي شرقي جنوبي شمالي مارشالي كوكي غاروي لومباردي مانكسي هوكلوي مدني مسلم'.split(
    ' ',
  ),
);

const rows = new Map();
const enter = (/** @type {string} */ name, /** @type {string} */ form) => {
  if (!ABSTRACT.has(name)) rows.set(name.replace(/^ال/, ''), form);
};

/** Every form of an adjective of one word or more; all its words agree. */
function inflect(/** @type {string} */ male, camp = '') {
  const each = (/** @type {string} */ ending) =>
    male
      .split(' ')
      .map((word) => (word.endsWith('ي') ? word + ending : word))
      .join(' ');
  if (!male.endsWith('ي')) return;
  for (const [ending, form] of /** @type {const} */ ([
    ['', 'ms'],
    ['ا', 'ms'],
    ['ة', 'fs'],
    ['ون', 'mp'],
    ['ين', 'mp'],
    ['ات', 'fp'],
    ['ان', 'md'],
    ['تان', 'fd'],
    ['تين', 'fd'],
  ]))
    enter(each(ending), form + camp);
}

for (const file of FILES) {
  const entries = JSON.parse(
    readFileSync(path.join(DATA, `gazetteer/arwikicats/nationalities/${file}.json`), 'utf8'),
  );
  for (const { male, males } of Object.values(entries)) {
    if (!/^[\u0600-\u06ff ]{4,}$/.test(male) || DROPPED.has(male)) continue;
    inflect(male);
    if (males && !/(?:ون|ين)$/.test(males.split(' ')[0])) enter(males, 'mp');
  }
}
for (const item of FURTHER.trim().split(/\s+/)) {
  const [male = '', ...plurals] = item.replaceAll('@', ' ').split('|');
  if (male.endsWith('!')) continue;
  if (male === 'مسلم')
    for (const form of ['مسلم', 'مسلمة', 'مسلما']) enter(form, form === 'مسلمة' ? 'fs' : 'ms');
  inflect(male);
  for (const plural of plurals) enter(plural, 'mp');
}
for (const item of CAMPS.trim().split(/\s+/)) {
  const [male = '', ...plurals] = item.split('|');
  inflect(male, ' camp');
  for (const plural of plurals) enter(plural, 'mp camp');
}
for (const camp of [
  'اليسار',
  'اليمين المتطرف',
  'اليسار المتطرف',
  'أقصى اليمين',
  'اليمين الشعبوي',
  'الملالي',
  'التيار المتشدد',
  'اليمين الديني',
])
  rows.set(camp, 'ms camp');
// Names of countries that an inflected form happens to spell ("أوكرانيا" is "أوكراني" in the accusative as well), and
// words of other meanings.
const { key } = await loadKeys();
const taken = new Set(
  ['country', 'place'].flatMap((list) =>
    readFileSync(path.join(ROOT, `lexicon/${list}.tsv`), 'utf8')
      .split('\n')
      .filter((row) => row && !row.startsWith('#'))
      .map((row) => key((row.split('\t')[0] ?? '').replace(/^ال/, ''))),
  ),
);
const KEPT = new Set(['سورية', 'سعودية', 'الشيشان'].map((name) => key(name)));
for (const name of [...rows.keys()])
  if (
    (taken.has(key(name)) && !KEPT.has(key(name))) ||
    ['سنة', 'فرس', 'بربر', 'ألبان', 'مارا', 'زنجي', 'روس', 'غينيا', 'كردستان'].includes(name)
  )
    rows.delete(name);

const text = [...rows]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  // Where the adjective itself begins like the article (ألماني), its definite form is written out.
  .flatMap(([name, form]) =>
    /^[أإا]ل/.test(name) && !name.startsWith('ال')
      ? [
          [name, form],
          [`ال${name}`, form],
        ]
      : [[name, form]],
  )
  .map(([name, form]) => `${name}\t${form}\n`)
  .join('');
writeFileSync(
  path.join(ROOT, 'lexicon/nationality.tsv'),
  `# Adjectives and group nouns of nations, peoples, faiths and political camps, inflected.
# Value: m or f, then s, p or d: gender and number; then "camp" for faiths and political camps.
# source: ArWikiCats, MIT; supplemented by hand. Written by lexicon/import-nationalities.mjs.
# article: optional
${text}`,
);
console.log(`${rows.size} forms`);
