import { foldedAt, NUMBER_START } from '../scan.ts';
import type { ListedWord, Scan } from '../scan.ts';
import { reachTo, reading } from '../reading.ts';
import type { Reader } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt } from './number-phrase.ts';

/** Nouns that are counted off: "الذكرى الـ60", "الجولة الـ33", "الدورة الـ14". */
const COUNTED_OFF = wordSet(
  `الذكرى ذكرى ذكراه ذكراها الدورة دورة دورته دورتها دورتهم الجولة جولة اللفة المركز المرتبة المرة الدقيقة الثانية
   الطبعة النسخة نسخته نسختها الحلقة الطابق الدور المئوية ميلاده ميلادها عيد الأسبوع اليوم الفقرة المادة القمة قمة
   البند الصفحة الحزمة المرحلة الجلسة الاجتماع الرئيس التعديل الدفعة الفوج السنوية الكتيبة اللواء الفرقة القرن
   المهرجان المؤتمر المنتدى الملتقى المعرض الموسم الحفل العدد السنة العام`,
);

const RANKS = wordSet('الفريق فريق ملازم الملازم رقيب الرقيب نقيب النقيب وكيل الوكيل عريف العريف مساعد');
/** "الذكرى 55": counted off even without the article. */
const ANNIVERSARY = wordSet('الذكرى ذكراه ذكراها الدورة النسخة');
/** Nouns that are a title, a body or a name together with the ordinal behind them: "السيدة الأولى", "الجيش الثاني". */
const NAMED_TOGETHER = wordSet(
  `السيدة الوزير النائب السكرتير الكاتب الأمين المستشار العالمية الجيش الفرقة اللواء الكتيبة الفيلق الفوج الأسطول القناة
   الانتفاضة`,
);
const QUOTES = new Set(['"', '«', '»', '“', '”']);
const FAMILY = wordSet('آل');
const OTHER_SIDE = wordSet('ناحية جهة مرة');
const CHEMISTRY = wordSet('أكسيد');

/**
 * Ordinals: "الأولى", "ثالث", "الحادية عشرة", and the Ordinal in digits behind a noun that is counted off
 * ("الدورة الـ33"). List markers ("أولا") are in no list; أولي "primary" is told from أولى by its spelling.
 */
export const ordinalAt: Reader = (scan, i) => {
  const digits = numberPhraseAt(scan, i);
  if (digits && digits.written === 'digits' && digits.definite && Number.isInteger(digits.number))
    return isCountedOff(scan, i)
      ? reading(digits, 'ORDINAL', { type: 'ordinal', number: digits.number }, 0.9)
      : null;
  if (
    digits &&
    digits.written === 'digits' &&
    isAfter(scan, i, ANNIVERSARY) &&
    Number.isInteger(digits.number)
  )
    return reading(digits, 'ORDINAL', { type: 'ordinal', number: digits.number }, 0.8);
  // "المركز العشرين", "الذكرى السبعين": tens have no ordinal of their own.
  const isTens =
    digits?.written === 'words' && digits.definite && digits.number % 10 === 0 && digits.number < 100;
  if (digits && isTens && isCountedOff(scan, i))
    return reading(digits, 'ORDINAL', { type: 'ordinal', number: digits.number }, 0.85);
  const word = scan.word('ordinal', i);
  if (!word || !isOrdinal(scan, i, word.last, word.proclitics)) return null;
  const tens =
    Number(word.value) < 10 && foldedAt(scan, word.last + 1) === 'و' ? tensBehind(scan, word) : null;
  if (tens) {
    const value = { type: 'ordinal' as const, number: Number(word.value) + tens.number };
    return reading(reachTo(scan, i, word.start, tens.last), 'ORDINAL', value, 0.9);
  }
  const value = { type: 'ordinal' as const, number: Number(word.value) };
  return reading(reachTo(scan, i, word.start, word.last), 'ORDINAL', value, word.definite ? 0.9 : 0.75);
};

const PART_OF = wordSet('جزء أجزاء وجزء بجزء');

/** "جزء من الثانية", "60 إطارا في الثانية" */
const isSecondOfTime = (scan: Scan, i: number): boolean =>
  (foldedAt(scan, i - 1) === 'من' && PART_OF.has(foldedAt(scan, i - 2))) ||
  (foldedAt(scan, i - 1) === 'في' && ((scan.starts[i - 3] ?? 0) & NUMBER_START) !== 0);

/** "الخامس و العشرون": the و stands by itself. */
function tensBehind(scan: Scan, word: ListedWord) {
  const tens = scan.bare('number-word', word.last + 2);
  const number = Number(tens?.value);
  return tens && tens.definite === word.definite && number >= 20 && number < 100 && number % 10 === 0
    ? { last: tens.last, number }
    : null;
}

const LADY = wordSet('السيدة والسيدة للسيدة');

/** "السيدة الأميركية الأولى" */
const isFirstLady = (scan: Scan, i: number): boolean =>
  LADY.has(foldedAt(scan, i - 2)) && foldedAt(scan, i - 1).startsWith('ال');

/** Whether one of the nouns stands before token `i`, at once or before an adjective: "الدورة الـ14", "القمة العربية الـ32". */
const isCountedOff = (scan: Scan, i: number): boolean =>
  isAfter(scan, i, COUNTED_OFF) ||
  (/^ال.*(?:ي|يه)$/.test(foldedAt(scan, i - 1)) && isAfter(scan, i - 1, COUNTED_OFF));

/** Whether the token before `i` is one of the nouns, with particles written onto it or not. */
function isAfter(scan: Scan, i: number, nouns: ReadonlySet<string>): boolean {
  let word = scan.tokens[i - 1]?.kind === 'word' ? foldedAt(scan, i - 1) : '';
  for (let particles = 0; particles <= MOST_PARTICLES; particles++) {
    if (nouns.has(word)) return true;
    if (word.length < 3 || !PARTICLES.includes(word.charAt(0))) return false;
    // ل swallows the ا of the article.
    word = word.startsWith('لل') ? `ا${word.slice(1)}` : word.slice(1);
  }
  return false;
}

const PARTICLES = 'وفبلك';
const MOST_PARTICLES = 2;

function isOrdinal(scan: Scan, i: number, last: number, proclitics: string): boolean {
  const token = scan.tokens[i];
  if (!token || last !== i) return true;
  const stem = token.folded.slice(proclitics.length);
  if (stem.endsWith('ولي') && token.text.endsWith('ي')) return false;
  // "جورج الخامس", "إليزابيث الثانية": kings and popes, and what is named after them.
  if (proclitics === '' && stem.startsWith('ال') && scan.isName(i - 1, i - 1)) return false;
  if (stem.startsWith('ال') && (isAfter(scan, i, NAMED_TOGETHER) || isFirstLady(scan, i))) return false;
  // "كولن باول", "سايمون كاول": the ordinal keeps its hamza where a particle could make a name of it.
  if (stem === 'اول' && (proclitics === 'ب' || proclitics === 'ك') && !token.text.includes('أ')) return false;
  // "رابعة" in quotation marks by itself is a name.
  if (
    !stem.startsWith('ال') &&
    QUOTES.has(scan.tokens[i - 1]?.text ?? '') &&
    QUOTES.has(scan.tokens[i + 1]?.text ?? '')
  )
    return false;
  if (stem === 'الثانيه' && isSecondOfTime(scan, i)) return false;
  if (FAMILY.has(foldedAt(scan, i - 1)) || CHEMISTRY.has(foldedAt(scan, i + 1))) return false;
  if ((stem === 'ثانيه' || stem === 'اخري') && OTHER_SIDE.has(foldedAt(scan, i - 1))) return false;
  if (stem === 'اول' && (foldedAt(scan, i + 1) === 'ما' || RANKS.has(foldedAt(scan, i - 1)))) return false;
  return proclitics !== 'س' && proclitics !== 'ك' ? true : proclitics === 'ك';
}
