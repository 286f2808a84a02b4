import { cliticSplits } from '../text/clitics.ts';
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
  الكبرى الكبيرة الصغيرة الصغير الأكثر الأقل الأكبر الأفضل الأبرز الأهم الحالية أول أكثر أكبر`);

/** Nouns that, with ل in front, go on the name of a body: "المرصد السوري لحقوق الإنسان". */
const PURPOSES = foldedWords(`
  حقوق شؤون مكافحة رعاية كرة تنمية دعم حماية إدارة تطوير أبحاث دراسات بحوث رياضة ريادة تنظيم سلامة صحة إدارة تعليم تحرير إغاثة
  مراقبة منع نزع حظر صناعة خدمات شئون مقاومة أمن التنمية إعادة`);

/** Genitive nouns that a name goes on with though they have no article: "هيئة شؤون الأسرى", "اتحاد كرة القدم". */
const CONSTRUCTS = foldedWords(`
  شؤون شئون حقوق كرة مكافحة حماية رعاية حرس خفر تنمية دعم تطوير أمن مراقبة إدارة أبحاث دراسات بحوث أعضاء علماء كبار نقل سلامة جودة
  سكة سكك طيران خدمات تعليم صحة شباب طلبة أمراء رجال سيدات دول مجلس وزارة هيئة جامعة اتحاد حزب بنك مصرف محكمة كلية معهد وكالة
  تنظيم منتجي مصدري منظمي تقنية دفاع إغاثة تحرير إصلاح محافظة مدينة ولاية مجموعة رئاسة أركان خبراء نواب شورى أسرى ضحايا شهداء عمال أحرار أنصار
  تحقيق ملاحقة استعادة قناة المدينة العاصمة دولة جمهورية إحياء مخابرات استخبارات جيش شرطة`);

const isDefinite = (folded: string): boolean => folded.length > 4 && folded.startsWith('ال');

/** What the article and ل make: "للاستثمار". */
const isForDefinite = (folded: string): boolean => folded.length > 4 && folded.startsWith('لل');

/** Whether a name of a place, an adjective of nation, or part of a person's name begins with token `i`; its last token. */
export function namedTail(view: LineView, i: number): number {
  let last = -1;
  for (const match of view.at(i)) {
    if (match.proclitics !== '') continue;
    for (const { list, value } of match.entries) {
      const isName =
        list === 'country' ||
        list === 'city' ||
        list === 'nationality' ||
        list === 'known-person' ||
        list === 'person' ||
        (list === 'place' && value !== 'FAC') ||
        ((list === 'given-name' || list === 'family-name' || list === 'foreign-name') && value !== 'weak');
      if (isName && match.last > last) last = match.last;
    }
  }
  return last;
}

/** Whether a post begins with token `i`: "وزارة الصحة الدكتور" ends before it. */
const beginsPost = (view: LineView, i: number): boolean =>
  view.at(i).some((match) => match.proclitics === '' && valueIn(match, 'post') !== null);

/**
 * The words behind token `head` that a name of an organisation, a building or an event goes on with: definite nouns and
 * adjectives, nouns of purpose, names, unknown words; at most `most` words. `linked`: a field joined by و may follow
 * ("وزارة الصحة والسكان").
 */
export function complementOf(view: LineView, head: number, most: number, linked = true): Complement {
  let last = head;
  let words = 0;
  let named = false;
  while (words < most && view.follows(last)) {
    const i = last + 1;
    const token = view.tokens[i];
    if (!token || STOPS.has(token.folded)) break;
    const { folded } = token;
    const tail = namedTail(view, i);
    if (words > 0 && beginsPost(view, i) && tail < 0) break;
    if (tail >= 0) {
      // A second proper name is another entity: "وزارة الدفاع الأمريكية روسيا".
      const nation = view.find(i, 'nationality', true) !== null;
      if (named && !nation) break;
      last = tail;
      named = true;
    } else if (view.find(i, 'field', true) !== null) {
      last = Math.max(i, view.find(i, 'field', true)?.last ?? i);
    } else if (isDefinite(folded) || CONSTRUCTS.has(folded)) last = i;
    else if (isForDefinite(folded) && !named) last = i;
    else if (words > 0 && folded.startsWith('ل') && PURPOSES.has(folded.slice(1))) last = i;
    else if (linked && words > 0 && !named && joinsField(view, i)) last = i;
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
  while (last > head && CONSTRUCTS.has(view.tokens[last]?.folded ?? '') && !named) {
    last--;
    words--;
  }
  return { last, named, words };
}

const isNameGoingOn = (view: LineView, i: number): boolean =>
  (view.isUnknown(i) && !isDefinite(view.tokens[i]?.folded ?? '')) || view.tokens[i]?.kind === 'latin';

/** Whether the word is و and a definite field of work: "والسكان". */
function joinsField(view: LineView, i: number): boolean {
  const token = view.tokens[i];
  if (!token?.folded.startsWith('وال')) return false;
  return cliticSplits(token).some(
    (split) =>
      split.proclitics === 'و' &&
      view.at(i).some((match) => match.proclitics === 'و' && valueIn(match, 'field') !== null),
  );
}
