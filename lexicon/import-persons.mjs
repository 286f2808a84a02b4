/**
 * Writes lexicon/given-name.tsv, family-name.tsv, foreign-name.tsv and known-person.tsv from the lists of persons in
 * ../shared/data. Names that running text uses mostly as ordinary words are left out. Run: node lexicon/import-persons.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA, readUsage, ROOT } from './usage.mjs';

const usage = await readUsage();
const gazetteer = path.join(DATA, 'gazetteer');
const lines = (/** @type {string} */ file) => readFileSync(path.join(gazetteer, file), 'utf8').split(/\r?\n/);
const ARABIC = /^[\u0621-\u06d3 ]+$/u;

/**
 * How a name token is used: "" mostly as a name, "weak" now as a name and now as a word, null mostly as a word.
 * @returns {'' | 'weak' | null}
 */
function strength(/** @type {string} */ key, /** @type {boolean} */ trusted) {
  const asName = usage.named(key, 'PER');
  const otherwise = usage.plain(key) + usage.named(key, 'ORG') + usage.named(key, 'GPE');
  if (asName + otherwise === 0) return usage.count(key) > (trusted ? 3000 : 150) ? 'weak' : '';
  if (otherwise > 4 * asName) return trusted && asName > 0 ? 'weak' : null;
  return otherwise > asName ? 'weak' : '';
}

/** Words that the tagged text happens to know as names only, or not at all. */
const DROPPED = new Set(
  usage.keys(
    'باسم الأمير الملك الشيخ السيد الرئيس الأسد صورة فجر جمعة أميرة نبيلة أمنة آمنة الجلاد رضا صافي مدني شارات متابعيها عقاري روتين اشرف الصديق ناجم مؤيد بيني ' +
      'نظام حواسيب صاحب بيتي كلثوم عايش سواه ضيف راتب طوبى صحيفة رياض رفعت نور جواهر شكر نزال أين وأين هاي صباح مساء الثاني الأول الهارب الرشيد البايات عينيه',
  ),
);

/** Given names and family names that the lists lack. */
const GIVEN = `عبدالله عبدالعزيز عبدالرحمن عبدالفتاح عبدالملك عبدالكريم عبدالحميد عبدالمجيد عبدالقادر عبدالحكيم عبداللطيف عبدالوهاب عبدالسلام عبدالناصر عبدالرزاق
عبدالحق عبدالإله عبدالمنعم عبدالغني عبدالرحيم عبدالهادي عبدالجبار عبدالمحسن عبدالرؤوف عبدالباسط عبدالخالق عبدالحليم عبدالعظيم عبدالواحد عبدالصمد عبدالمطلب عبدالعالي عبدربه
محمد أحمد محمود مصطفى علي حسن حسين إبراهيم إسماعيل يوسف عمر عثمان خالد سعيد سعد فهد فيصل تركي بندر نايف ماجد سلطان سلمان مشعل متعب مقرن منصور ناصر طلال سعود فواز نواف مساعد
هاني هشام حازم حمدان حمد خليفة راشد زايد جاسم جابر صباح ثامر مبارك مرزوق غانم تميم قاسم كاظم جواد باقر رضا مهدي هادي صادق جعفر عباس حيدر كرار مقتدى عمار ياسر ياسين زياد زيد مروان
رامي سامي شادي فادي هيثم وائل وليد نبيل نجيب نزار نعيم عصام عماد علاء إيهاب أسامة أشرف أيمن أنور أكرم أمجد بلال بسام باسل بدر بشير بشار تامر تيسير توفيق جمال جهاد جلال حاتم حامد حبيب
حسام حسان حمزة خليل داود رائد رشيد رفيق رجب رمضان رياض زكريا زهير سالم سليم سليمان سمير سيف شريف شوقي صالح صلاح ضياء طارق طاهر عادل عارف عاطف عامر عبيد عدنان عدلي عزيز عزت عصمت عطية
عيسى غسان غازي فارس فاروق فتحي فراس فريد فؤاد فوزي قيس كامل كريم كمال لطفي لؤي مازن محسن مختار مراد مرتضى معاذ معتز معمر ممدوح منذر منير موسى مؤيد ميلاد نادر ناجي نضال هلال همام يحيى يعقوب يونس
المنصف الباجي الحبيب الطيب الصادق المهدي الأخضر السعيد البشير المعز راشد حمة شكري حمادي رضا لطفي نورالدين بدرالدين صلاحالدين عمادالدين عزالدين محيالدين شمسالدين
فاطمة عائشة خديجة زينب مريم سارة نورة هند ليلى سلمى منى مها هدى أمل أميرة إيمان أسماء آمال بثينة جميلة حنان حياة دعاء دينا رانيا رنا ريم ريهام زهرة سعاد سميرة سمية سناء سهام سهى شيماء شيرين صفاء عبير عفاف
غادة فاتن فدوى كريمة لبنى لطيفة لمياء ماجدة مايا منال ميساء نادية نادين نانسي نجلاء نجوى نوال نورهان هالة هبة هناء هيفاء وفاء ياسمين يسرا يسرى نايلة ناهد سما رولا رزان لينا لمى جمانة ديما روان
جورج جوزيف إلياس طوني أنطوان ميشال ميشيل بطرس بولس مارون شربل جبران كارلوس ماريو بيار فادي كميل إدمون روبير غابي سيمون
زوينة ندى سلمى منصف مباركة صهيب مطلق بتال عويس هنادي شروق أنيسة أنيس بدرية بشرى بهية تغريد تهاني جواهر حصة حليمة دلال ذكرى رحاب رحمة رغد رقية روضة ريما سامية سحر سعدية سلوى سميحة سهيلة شادية شريفة شهد شهيرة
صفية صابرين ضحى عالية عزة عزيزة علياء غالية غزلان غيداء فاطمة فائزة فتحية فردوس فوزية كوثر كلثم لولوة ليال ليان مارية مباركة محاسن مليكة منيرة موزة ميمونة نادرة نبيهة نجاة نجية نزيهة نسرين نعيمة نعمة نفيسة نوف هاجر هويدا وجدان وداد وردة
إدريس أيوب إلياس آدم أنس أوس إياد براء بهاء توفيق ثابت جبريل جمعة حارث حبيب حذيفة حكيم حميد خلف خلفان خميس داوود ذياب ربيع رشاد رؤوف زاهر سرحان سفيان سلطان سلام سهيل شاكر شعيب شهاب صابر صفوان صلاح ضاحي طلحة ظافر عاصم عايض عاهد
عبدالله عدي عرفان عقيل عكرمة علوان عمران عمرو عوض عيد غالب غزوان فؤاد فضل فهيم قصي قتيبة كنان لقمان ليث ماهر مالك محفوظ محمدو مروان مسعود مسلم مصعب مطر معن مفتاح مفلح مناف مهند موفق ناظم نعمان نوح هارون هزاع هشام هيثم وسام يزن يسري يعرب يقظان
المختار المعطي المكي العربي العيد الهادي الحسين الحسن المصطفى البكاي الشيخ الخليل إدريس بوعلام بوجمعة رابح لخضر مولود مولاي سيدي ولد زهير طه عبدو مامادو عثمان الناجي الأمين الفاضل التيجاني التجاني
رفيق شفيق عفيف وجيه بهيج سميح مجدي يسري حمدي صبري عبده رمزي فكري مكرم ميخائيل شنودة تواضروس عدلي إسحاق إميل نقولا جوني رالف رودولف سليم وديع حنا جرجس مينا كيرلس`;
const FAMILY = `العتيبي القحطاني الغامدي الزهراني الشهري العسيري الحربي المطيري الدوسري الشمري العنزي الرشيدي السبيعي البلوي الجهني القرني الأحمري المالكي السلمي الثقفي اليامي الخالدي الهاجري المري
العجمي الكعبي النعيمي المزروعي الظاهري المنصوري الكتبي الشامسي الفلاسي البلوشي الحوسني السويدي المهيري الرميثي القبيسي الهاشمي الحارثي البوسعيدي الكندي السيابي الرواحي اللواتي
الربيعي الجبوري الدليمي الساعدي الموسوي الحسيني الكربلائي النجفي الأعرجي الخفاجي الزيدي العبيدي الطائي البياتي الحمداني العاني التكريتي السامرائي الخزرجي اللامي الشمري
حداد خوري نصار صليبا فرح طنوس سعادة عازار غانم سلامة كرامي كنعان الجميل شمعون أرسلان حمادة الخطيب الحلبي الشامي التميمي البرغوثي الحسن العلي الأحمد المحمد السيد إبراهيم
بنعلي بنجلون بنعبدالله بنسعيد بنصالح العلوي الفاسي الإدريسي التازي بوعزيز بوزيد بلقاسم بلحاج بنموسى
الخميري البقالي الفقيه النفيعي خيرالله المصري الرحيلي الحجازين العبادلي الخصاونة الروسان العدوان الفايز الكباريتي النسور الطراونة المومني الزعبي الشريدة بركات جنبلاط كرامي ميقاني شقير قباني دبوسي صفير زغيب فرنجية معوض حبيش بعلبكي 
السنوسي المقريف الككلي الورفلي المصراتي الزنتاني الترهوني بلحسن بنحمو بنكيران العثماني أخنوش الوردي الصديقي الزاكي بوريطة لقجع الركراكي تبون شنقريحة بلماضي بوقرة زرواطي بوغالي لعمامرة 
الغنوشي الشابي بودربالة المشيشي الفخفاخ الجملي العريض الجبالي اللوز المرايحي الطبوبي العباسي  الميساوي
الشرقاوي البدوي المنياوي الأسيوطي المنوفي الطنطاوي الدسوقي الشناوي الجندي القاضي الفقي الشافعي الحفناوي العدل الباز أبوالنجا البرعي حجازي
الترابي الميرغني البشير البرهان حميدتي دقلو حمدوك الدقير عرمان مناوي الأصم
المعمري البلوشية الحارثية الكندية الهنائي الشكيلي الخروصي السالمي المعولي الغافري الرحبي العبري الحبسي المحروقي الريامي الجابري المقبالي الشحي العامري المحرزي`;

/** The hand-made names: never dropped. */
const CHOSEN = new Set(usage.keys(`${GIVEN} ${FAMILY}`));

/** @returns {Map<string, string>} */
function clean(/** @type {Iterable<string>} */ names, /** @type {boolean} */ trusted) {
  const rows = new Map();
  for (const raw of names) {
    const name = raw.trim();
    const key = usage.key(name);
    if (!ARABIC.test(name) || key.length < 3 || DROPPED.has(key)) continue;
    const how = key.includes(' ') ? '' : (strength(key, trusted) ?? (CHOSEN.has(key) ? 'weak' : null));
    if (how !== null) rows.set(name, how);
  }
  return rows;
}

function write(
  /** @type {string} */ list,
  /** @type {string} */ head,
  /** @type {Map<string, string>} */ rows,
) {
  const text = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value ? `${name}\t${value}\n` : `${name}\n`));
  writeFileSync(
    path.join(ROOT, `lexicon/${list}.tsv`),
    `${head} Written by lexicon/import-persons.mjs.\n${text.join('')}`,
  );
  console.log(`${list}: ${rows.size}`);
}

const faker = lines('person_names/faker_ar.tsv').map((row) => row.split('\t'));
const fakerNames = (/** @type {RegExp} */ list) =>
  faker.filter(([, of = '']) => list.test(of)).map(([, , name = '']) => name);
const table = lines('person_names/akhateeb_200-Arabic-Names-UTF8.csv')
  .slice(1)
  .map((row) => row.split(','));
write(
  'given-name',
  `# Given names. Value: "weak" where the name is an ordinary word too.
# source: AKhateeb/arabic-names, MIT; Faker, MIT.`,
  clean(
    [
      ...lines('person_names/akhateeb_male-first--names-in-arabic.txt'),
      ...lines('person_names/akhateeb_female-first-names-in-arabic.txt'),
      ...fakerNames(/^first_name/),
      ...table.flatMap(([male = '', female = '']) => [male, female]),
      ...GIVEN.split(/\s+/),
    ],
    true,
  ),
);
write(
  'family-name',
  `# Family names. Value: "weak" where the name is an ordinary word too.
# source: AKhateeb/arabic-names, MIT; Faker, MIT.`,
  clean(
    [
      ...lines('person_names/akhateeb_last-names-in-arabic.txt'),
      ...fakerNames(/^last_name/),
      ...table.map(([, , family = '']) => family),
      ...FAMILY.split(/\s+/),
    ],
    true,
  ),
);
const persons = JSON.parse(readFileSync(path.join(gazetteer, 'arwikicats/people/peoples.json'), 'utf8'));
const full = Object.values(persons)
  .map((name) =>
    String(name)
      .replace(/\([^()]*\)/g, '')
      .trim(),
  )
  .filter((name) => !/[.,:،]/.test(name));
write(
  'known-person',
  `# Full names of known persons. Value: "weak" where the name is an ordinary word too.
# source: ArWikiCats, MIT.`,
  clean(
    full.filter(
      (name) => name.includes(' ') && !/ (?:ملك|ملكة|أمير|إمبراطور|دوق|الأول|الثاني|الثالث) /.test(name),
    ),
    false,
  ),
);
const heard = lines('translit_names.tsv')
  .map((row) => (row.split('\t')[1] ?? '').replaceAll(' ', ''))
  .concat(full.flatMap((name) => (name.includes(' ') ? name.split(/[ -]/) : [])))
  .filter(
    (token) =>
      token.length > 2 && !/^(?:بن|أبو|عبد|آل|ابن|فان|دي)$/.test(token) && usage.count(usage.key(token)) > 0,
  );
write(
  'foreign-name',
  `# Single words of foreign persons' names in Arabic letters. Value: "weak" where the name is an ordinary word too.
# source: NETransliteration-COLING2018 by steveash, MIT; ArWikiCats, MIT.`,
  clean(heard, false),
);
