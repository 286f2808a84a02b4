import type { ListId } from '../lexicon/lists.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn } from './line-view.ts';

/** What follows the head of a name and belongs to it. */
export interface Complement {
  /** Index of its last token; the head's own where nothing follows. */
  readonly last: number;
  /** Whether a proper name, an unknown word or an adjective of nation is in it. */
  readonly named: boolean;
  /** How many words it has. */
  readonly words: number;
}

/** Definite words that no name goes on with. */
const STOPS = foldedWords(`
  الذي التي الذين اللذين اللذان اللتين اللتان اللاتي اللواتي اليوم الآن أمس الليلة الماضي الماضية الحالي الحالية المقبل المقبلة
  القادم القادمة الجاري الجارية السابق السابقة الأسبق الراحل الاثنين الإثنين الثلاثاء الأربعاء الأربعا الخميس الجمعة السبت الأحد
  الجديد الجديدة اليها الى إلى إلا ألا المذكور المذكورة المقرر المتوقع المقبلين الماضيين الأخير الأخيرة الأول الثاني الثالث الرابع
  الحكومي الحكومية الرسمي المعنية المختصة المتخصصة التابع التابعة المسؤول المسؤولة الخاص المختص المعني أثناء أن إن أو أم
  الساعة السنة العام الشهر الأسبوع القرن البارحة المنصرم المنصرمة الفائت الفائتة التالي التالية اللازمة الكثير العديد البعض المزيد الكبير
  الرسمية المصنعة المنظمة المشغلة المالكة الحاكم الحاكمة الصادر الصادرة الخاصة المكلفة المكلف النافذ النافذة المتمردة المتمرد الموالية الموالي المدعومة المدعوم المتحالفة المدججة الموزعة العملاق العملاقة العريق العريقة المتخصص الوطنيين الماضيين الواقع الواقعة المعروف المعروفة الكبيرة الصغيرة الصغير الأكثر الأقل الأكبر الأفضل الأبرز الأهم الحالية أول أكثر أكبر`);

/** Nouns that, with ل in front, go on the name of a body: "المرصد السوري لحقوق الإنسان". */
const PURPOSES = foldedWords(`
  حقوق شؤون مكافحة رعاية كرة تنمية دعم حماية إدارة تطوير أبحاث دراسات بحوث رياضة ريادة تنظيم سلامة صحة إدارة تعليم تحرير إغاثة
  مراقبة منع نزع حظر صناعة خدمات شئون مقاومة أمن التنمية إعادة`);

/** Genitive nouns that a name goes on with though they have no article: "هيئة شؤون الأسرى", "اتحاد كرة القدم". */
const CONSTRUCTS = foldedWords(`
  شؤون شئون حقوق كرة مكافحة حماية رعاية حرس خفر تنمية دعم تطوير أمن مراقبة إدارة أبحاث دراسات بحوث أعضاء علماء كبار نقل سلامة جودة
  سكة سكك طيران خدمات تعليم صحة شباب طلبة أمراء رجال سيدات دول مجلس وزارة هيئة جامعة اتحاد حزب بنك مصرف محكمة كلية معهد وكالة
  تنظيم منتجي مصدري منظمي تقنية دفاع إغاثة تحرير إصلاح محافظة مدينة ولاية مجموعة رئاسة أركان خبراء نواب شورى أسرى ضحايا شهداء عمال أحرار أنصار
  مزارعي هواة مربي صيادي خريجي مهندسي كتاب أصدقاء محبي قدامى مصنعي مستوردي معلمي لاعبي
  تحقيق ملاحقة استعادة قناة المدينة العاصمة دولة جمهورية إحياء مخابرات استخبارات جيش شرطة`);

const isDefinite = (folded: string): boolean => folded.length > 3 && folded.startsWith('ال');

/** What the article and ل make: "للاستثمار". */
const isForDefinite = (folded: string): boolean => folded.length > 4 && folded.startsWith('لل');

/** What kind of proper name begins with token `i`, taken whole, and its last token; null if none does. */
export function properNameAt(
  view: LineView,
  i: number,
): { kind: 'nation' | 'place' | 'person'; last: number } | null {
  let best: { kind: 'nation' | 'place' | 'person'; last: number } | null = null;
  for (const match of view.at(i)) {
    if (match.proclitics !== '') continue;
    for (const { list, value } of match.entries) {
      const kind = kindOf(list, value);
      if (kind && (!best || match.last > best.last || (match.last === best.last && kind === 'nation')))
        best = { kind, last: match.last };
    }
  }
  return best;
}

function kindOf(list: ListId, value: string): 'nation' | 'place' | 'person' | null {
  if (list === 'nationality') return value.endsWith('camp') ? null : 'nation';
  if (list === 'country' || list === 'city') return 'place';
  if (list === 'place') return value.startsWith('FAC') || value.endsWith('weak') ? null : 'place';
  const isPerson =
    list === 'person' ||
    list === 'known-person' ||
    list === 'given-name' ||
    list === 'family-name' ||
    list === 'foreign-name';
  return isPerson && value !== 'weak' ? 'person' : null;
}

/** Whether a post begins with token `i`: "وزارة الصحة الدكتور" ends before it. */
const beginsPost = (view: LineView, i: number): boolean =>
  view
    .at(i)
    .some(
      (match) =>
        match.proclitics === '' && (valueIn(match, 'post') !== null || valueIn(match, 'honorific') !== null),
    );

/** Whether another organisation begins with token `i`, or one of its introducing words. */
const beginsOrganisation = (view: LineView, i: number): boolean =>
  view
    .at(i)
    .some(
      (match) =>
        match.proclitics === '' &&
        match.entries.some(
          ({ list, value }) =>
            (list === 'organisation' && value !== 'weak' && match.last > i) ||
            (list === 'organisation-head' && (value === 'official' || value === 'body')),
        ),
    );

/** Titles that stand inside names of places and bodies: "جامعة الملك سعود". */
const NAMESAKES = foldedWords(
  'القاضي المولى مولاي الملك الأمير الأميرة الشيخ الإمام الملكة السلطان الشهيد الرئيس القديس السيدة',
);

/**
 * The words behind token `head` that a name of an organisation, a building or an event goes on with: definite nouns and
 * adjectives, nouns of purpose, names, unknown words; at most `most` words. `linked`: a field or an adjective joined by
 * و may follow ("وزارة الصحة والسكان"); `ranked`: the head is a body of rank, behind which every noun of purpose counts.
 */
export function complementOf(
  view: LineView,
  head: number,
  most: number,
  linked = true,
  ranked = false,
): Complement {
  let last = head;
  let words = 0;
  let named = false;
  let nation = false;
  let closed = false;
  while (words < most && view.follows(last)) {
    const i = last + 1;
    const token = view.tokens[i];
    if (!token) break;
    const { folded } = token;
    if (STOPS.has(folded) && !(closed && CLOSING.has(folded))) break;
    const name = properNameAt(view, i);
    if (words === 0 && folded === 'ال' && token.text === 'آل' && isWordBehind(view, i)) {
      last = i + 1;
      words += 2;
      named = true;
      closed = true;
      continue;
    }
    if (words === 0 && NAMESAKES.has(folded) && view.follows(i)) {
      const namesake = properNameAt(view, i + 1);
      if (namesake?.kind === 'person' || view.isUnknown(i + 1)) {
        last = namesake?.last ?? i + 1;
        while (view.follows(last) && words < most && isPartOfPerson(view, last + 1)) last++;
        words += 2;
        named = true;
        closed = true;
        continue;
      }
    }
    if (
      (words > 0 || folded.startsWith('ال')) &&
      (beginsPost(view, i) || beginsOrganisation(view, i)) &&
      name?.kind !== 'nation'
    )
      break;
    const field = view.find(i, 'field', true);
    if (name?.kind === 'nation' && folded.startsWith('ال')) {
      // "جامعة ريكو اليابانية": behind a proper name the adjective only explains.
      if (named && !nation) break;
      last = name.last;
      named = true;
      nation = true;
    } else if (nation) {
      if (
        (isForDefinite(folded) && (isPurpose(view, i) || (ranked && !VERBAL.has(folded)))) ||
        (ranked && isNounOfPurpose(view, i)) ||
        (folded.startsWith('ل') && PURPOSES.has(folded.slice(1)))
      )
        last = i;
      else if (
        folded.startsWith('ال') &&
        (MORE_OF_NATION.has(folded) || /^ل[^ل]/.test(view.tokens[last]?.folded ?? ''))
      )
        last = i;
      else break;
    } else if (field && !named) {
      last = Math.max(i, field.last);
    } else if (name?.kind === 'place' || (name?.kind === 'person' && words === 0)) {
      if (
        named ||
        (words > 0 &&
          !folded.startsWith('ال') &&
          !view.tokens[last]?.folded.startsWith('ل') &&
          !CONSTRUCTS.has(view.tokens[last]?.folded ?? ''))
      )
        break;
      last = name.last;
      named = true;
      closed = name.kind === 'person';
      while (closed && view.follows(last) && isPartOfPerson(view, last + 1)) last++;
    } else if (name) break;
    else if (closed && !CLOSING.has(folded)) break;
    else if (isDefinite(folded) && (words === 0 || goesWith(view, i))) last = i;
    else if (CONSTRUCTS.has(folded) && !named) last = i;
    else if (isForDefinite(folded) && (isPurpose(view, i) || (ranked && !VERBAL.has(folded)))) last = i;
    else if (ranked && words > 0 && isNounOfPurpose(view, i)) last = i;
    else if (words > 0 && folded.startsWith('ل') && PURPOSES.has(folded.slice(1))) last = i;
    else if (
      linked &&
      words > 0 &&
      !named &&
      (joinsField(view, i) || agrees(view, i) || joinsPurpose(view, i))
    )
      last = i;
    else if (words === 0 && (view.isUnknown(i) || token.kind === 'latin')) {
      last = i;
      named = true;
      while (view.follows(last) && words < most && isNameGoingOn(view, last + 1)) {
        last++;
        words++;
      }
    } else break;
    words++;
  }
  // A construct noun alone at the end leaves the name open: it belongs to what follows.
  while (last > head && CONSTRUCTS.has(view.tokens[last]?.folded ?? '')) {
    last--;
    words--;
  }
  return { last, named, words: last > head ? words : 0 };
}

/** Whether a word of the Arabic script, no picture for one, follows token `i`. */
const isWordBehind = (view: LineView, i: number): boolean =>
  view.follows(i) && view.tokens[i + 1]?.kind === 'word';

/** Adjectives that follow one of nation in a name: "الهيئة الخيرية الأردنية الهاشمية". */
const MORE_OF_NATION = foldedWords(
  'الهاشمية المركزية المركزي الوطنية الوطني الشقيقة@ الاتحادية الشعبية الديمقراطية المشتركة الدولية الدولي',
);

/** What follows the person that a body is named after: "مستشفى الملك فهد التخصصي". */
const CLOSING = foldedWords(
  'العام الدولي الدولية التخصصي الجامعي الطبية الطبي الرياضية العسكرية العسكري العلمي الثقافي الثقافية الخيرية للإغاثة للعلوم للبترول الوطني الوطنية',
);

/** Nouns of purpose that names of bodies hold, with ل and the article. */
const PURPOSES_OF_BODIES = foldedWords(`
  للإغاثة للتنمية للاستثمار للأنباء للإعلام للطاقة للبترول للسياحة للترفيه للرياضة للانتخابات للأبحاث للدراسات للعلوم للكيمياء للسلام للنفط للاتصالات
  للخدمات للتجارة للصناعة للشباب للمعارض للبناء للتمويل للتصميم للطيران للفضاء للغذاء للدواء للإحصاء للثقافة للأمن للدفاع للشغل للعمال للمرأة للأسرة
  للطفولة للبيئة للتعليم للصحة للتأمين للتخصيص للكرة للمحاماة للقضاء للبحوث للتكنولوجيا للتقنية للنقل للموانئ للكهرباء للمياه للزراعة للإسكان للعقارات
  للاستشارات للأعمال للموسيقى للفنون للكتاب للسينما للطب للأدوية للملاحة للشحن للطباعة للنشر للتوزيع للحوار للتعاون للتضامن للإصلاح للمحاسبة للرقابة
  للمقاييس للمواصفات للجمارك للضرائب للأرصاد للآثار للطفل للهجرة للاجئين للتجميل للعلوم للمسرح للإعمار للإصلاح للتوحيد للدعوة للإفتاء للتربية للدول للتدريب
  للسيارات للجيل للتوظيف للدراجات للسيدات للناشئين للمحترفين للأندية للقوى للسباحة`);

/** Verbal nouns with ل that say what somebody does, not what a body is for. */
const VERBAL = foldedWords(
  'للمطالبة للحصول للانفصال للتجسس للنظر للبحث للتحقيق للرد للضغط للمشاركة للمساهمة للتأكد للتأكيد للعمل للتصويت للوصول للخروج للدخول للسماح للقيام للمرة للعام للأسف للجمهور للاعتداء للتعامل للحديث للتصدي للحد للوقوف للاطلاع للتعرف للفوز للتتويج للانضمام للاستفادة للمزيد للمنظمة للدولة للجنة للهيئة للحكومة للشركة للبلاد للاحتجاج للتعبير للدفع',
);

/** "لإعمار المسجد", "لرصد الزلازل": ل, a noun, and what it is of. */
const isNounOfPurpose = (view: LineView, i: number): boolean =>
  /^ل[^ل].{3}/.test(view.tokens[i]?.folded ?? '') &&
  !properNameAt(view, i) &&
  view.follows(i) &&
  (isDefinite(view.tokens[i + 1]?.folded ?? '') || properNameAt(view, i + 1)?.kind === 'place') &&
  !STOPS.has(view.tokens[i + 1]?.folded ?? '');

const isPurpose = (view: LineView, i: number): boolean =>
  PURPOSES_OF_BODIES.has(view.tokens[i]?.folded ?? '');

const isPartOfPerson = (view: LineView, i: number): boolean => {
  const folded = view.tokens[i]?.folded ?? '';
  if (folded === 'بن' || folded === 'ال' || folded === 'عبد') return true;
  return (
    (properNameAt(view, i)?.kind === 'person' && properNameAt(view, i)?.last === i) ||
    view.find(i, 'given-name', true) !== null ||
    view.isUnknown(i)
  );
};

const isNameGoingOn = (view: LineView, i: number): boolean =>
  (view.isUnknown(i) && !isDefinite(view.tokens[i]?.folded ?? '')) || view.tokens[i]?.kind === 'latin';

/** Adjectives in the masculine that end like nouns. */
const MASCULINE = foldedWords(
  'العام الأعلى الموحد المشترك المستقل الحر المتحد الكبير الأكبر الأحمر الأسود الأبيض الأول الإنسان المسلمين القدم السلة اليد الطائرة',
);

/** Whether a definite word behind another may be its adjective, or is what a noun without article is of. */
function goesWith(view: LineView, i: number): boolean {
  const folded = view.tokens[i]?.folded ?? '';
  const before = view.tokens[i - 1]?.folded ?? '';
  if (view.find(i, 'number-word', true)) return false;
  if (!/^(?:ال|لل|وال)/.test(before)) return true;
  return /(?:ي|يه|ه|يين|يون)$/.test(folded) || MASCULINE.has(folded) || view.find(i, 'field', true) !== null;
}

/** Whether the word is و and a definite field of work: "والسكان". */
const joinsField = (view: LineView, i: number): boolean =>
  (view.tokens[i]?.folded.startsWith('وال') ?? false) &&
  view.at(i).some((match) => match.proclitics === 'و' && valueIn(match, 'field') !== null);

/** Whether the word is و and a second noun of purpose: "للنشر والتوزيع". */
const joinsPurpose = (view: LineView, i: number): boolean =>
  (view.tokens[i]?.folded.startsWith('وال') ?? false) &&
  (view.tokens[i - 1]?.folded.startsWith('لل') ?? false);

/** Whether the word is و and an adjective of the same form as the one before: "السياسية والأمنية". */
function agrees(view: LineView, i: number): boolean {
  const folded = view.tokens[i]?.folded ?? '';
  const before = view.tokens[i - 1]?.folded ?? '';
  return (
    folded.startsWith('وال') && folded.endsWith('يه') && before.startsWith('ال') && before.endsWith('يه')
  );
}
