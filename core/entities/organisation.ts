import type { EntityLabel } from '../labels/entity-labels.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { traitsOf } from '../lexicon/traits.ts';
import type { EntityCandidate, Recogniser } from './candidate.ts';
import { complementOf, properNameAt } from './complement.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';
import { quotedName } from './quoted-name.ts';

const STARTS = traitsOf('organisation', 'party', 'club', 'organisation-head');

/** Organisations: from the lists, and by the words that introduce them. */
export const organisation: Recogniser = {
  name: 'organisation',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = view.next(STARTS, 0); i >= 0; i = view.next(STARTS, i + 1)) {
      for (const match of view.at(i)) {
        if (isChance(view, match)) continue;
        findListed(view, match, found);
        for (const { list, value } of match.entries)
          if (list === 'organisation-head') findIntroduced(view, match, value, found);
      }
    }
    return found;
  },
};

/** With particles taken off, a single word must not be an ordinary word as it stands: "ورد" is no و + رد. */
const isChance = (view: LineView, match: LexiconMatch): boolean =>
  match.proclitics !== '' &&
  match.last === match.first &&
  view.isOrdinary(match.first) &&
  (view.tokens[match.first]?.folded.length ?? 0) < 5;

const push = (
  found: EntityCandidate[],
  view: LineView,
  start: number,
  last: number,
  confidence: number,
  source: string,
  label: EntityLabel = 'ORG',
): void => {
  found.push({ start, end: view.tokens[last]?.end ?? start, label, value: null, confidence, source });
};

function findListed(view: LineView, match: LexiconMatch, found: EntityCandidate[]): void {
  for (const { list, value } of match.entries) {
    if (list === 'organisation') findKnown(view, match, value, found);
    else if (list === 'party') push(found, view, match.start, match.last, 0.9, 'list/party');
    else if (list === 'club') {
      const sure = match.last > match.first ? 0.85 : isIntroduced(view, match) ? 0.8 : 0;
      if (sure > 0) push(found, view, match.start, match.last, sure, 'list/club');
    }
  }
}

const INSIDE = foldedWords('في داخل إلى الى أمام خارج قرب بجوار محيط من');

/** What one does on a platform, not what its company does. */
const ON_PLATFORM = foldedWords(
  'على عبر موقع تطبيق حساب حسابه حسابها صفحة صفحته صفحتها منصة رسائل شبكة مستخدمي مواقع حسابات صفحات منصات تطبيقات قناة غرد شارك فيديو مقطع برنامج مسنجر Email طباعة شارك تابعنا',
);

function findKnown(view: LineView, match: LexiconMatch, value: string, found: EntityCandidate[]): void {
  const before = view.tokens[match.first - 1];
  if (value === 'weak') {
    if (isIntroduced(view, match) || (match.proclitics === '' && isQuoted(view, match)))
      push(found, view, match.start, match.last, 0.8, 'list/organisation');
    return;
  }
  if (
    value === 'seat' &&
    before &&
    INSIDE.has(before.folded) &&
    match.proclitics === '' &&
    !holdsPost(view, match.first - 2)
  ) {
    push(
      found,
      view,
      match.start,
      match.last,
      before.folded === 'من' ? 0.5 : 0.8,
      'list/organisation',
      'FAC',
    );
  }
  if (value === 'club') {
    const home = view.find(match.first, 'place', true) ?? view.find(match.first, 'city', true);
    const clear =
      before !== undefined &&
      OF_CLUB.has(before.folded.replace(/^[وفبل](?=.{3})/, '')) &&
      match.proclitics === '';
    if (clear || isIntroduced(view, match))
      push(found, view, match.start, match.last, home ? 0.97 : 0.9, 'list/club');
    return;
  }
  const isTool =
    value === 'platform' &&
    (match.proclitics.endsWith('ب') ||
      (before !== undefined && (ON_PLATFORM.has(before.folded) || neighbours(view, match.first - 1))) ||
      neighbours(view, match.last + 1));
  push(found, view, match.start, match.last, 0.93, 'list/organisation', isTool ? 'PRODUCT' : 'ORG');
}

/** What a club has: before a name that is a town's or an ordinary word as well. */
const OF_CLUB = foldedWords(
  'نجم لاعب مدرب هداف حارس قميص جمهور جماهير مشجعي مهاجم مدافع صفوف هجوم دفاع تدريب لاعبي ناديي نادي لاعبو فريق مرمى شباك مدربي كابتن ضيفه مضيفه',
);

/** Whether token `i` is another platform: a row of buttons. */
const neighbours = (view: LineView, i: number): boolean =>
  view.at(i).some((match) => match.last === i && valueIn(match, 'organisation') === 'platform');

const holdsPost = (view: LineView, i: number): boolean =>
  view.at(i).some((match) => valueIn(match, 'post') !== null);

/** Whether a word that introduces names stands before: "صحيفة البيان". */
function isIntroduced(view: LineView, match: LexiconMatch): boolean {
  if (match.proclitics !== '') return false;
  const before = match.first - 1;
  return (
    view.tokens[match.first]?.spaced === true &&
    view
      .at(before)
      .some(
        (head) =>
          head.last === before &&
          head.entries.some(({ list, value }) => list === 'organisation-head' && value === 'name'),
      )
  );
}

const isQuoted = (view: LineView, match: LexiconMatch): boolean => {
  const before = view.tokens[match.first - 1]?.text ?? '';
  const after = view.tokens[match.last + 1]?.text ?? '';
  return '"«“”(‘'.includes(before) && before !== '' && '"»”“)’'.includes(after) && after !== '';
};

function findIntroduced(view: LineView, head: LexiconMatch, way: string, found: EntityCandidate[]): void {
  if (way === 'nation') findOfNation(view, head, found);
  else if (way === 'name') findNamed(view, head.last, found);
  else findDescribed(view, head, way, found);
}

/** Adjectives and nouns of rank, which make a name of a body's bare noun. */
const RANKS = foldedWords(
  'العامة العام العليا الأعلى الوطنية الوطني المركزي المركزية الدولي الدولية الأولمبية الأولمبي الملكية الملكي الملكى الاتحادية الاتحادي العالمية العالمي الدستورية الجنائية الإدارية الإسلامي الإسلامية العربي العربية التنفيذي التنفيذية التأسيسي الرئاسي السيادي الانتقالي الأوروبي الأوروبية الأفريقي الإفريقي الأفريقية الآسيوي الخليجي الأميري الشرعية الخيرية المصرفية المستقلة القومي القومية الجامعية الشعبي الشعبية الديمقراطي الديمقراطية الاشتراكي الشيوعي الجمهوري الأرثوذكسية الكاثوليكية القبطية الإنجيلية المارونية البلدي الأمريكية التشريعي التشريعية الفيدرالية الفدرالية الفيدرالي الوطنيين السعودية السعودي العسكري العسكرية المتحدة المشتركة الأهلي الأهلية الإقليمية',
);

/** Ranks that, alone behind a body's noun, refer back to one named before: "المنظمة الدولية". */
const GENERIC_RANKS = foldedWords(
  'الدولي الدولية العام العامة الوطني الوطنية الأعلى العليا العالمي العالمية العسكري العسكرية الإدارية المستقلة المشتركة التنفيذي التنفيذية الملكية السعودية السعودي الخيرية الإقليمية المتحدة المركزية الأهلية الشعبية العربية الإسلامية القومية',
);

/** Words that tell of no body when they follow one: "مجلس إدارة", "شبكة الإنترنت". */
const NO_BODY = foldedWords(
  'إدارة الإنترنت التواصل إنترنت التدريس المحلفين المرور السير التجارة@ الأسعار الطيران@ الملاحة الطائرات السوق التداول البيع المقاومة@',
);

/** Bodies whose name is a description. */
function findDescribed(view: LineView, head: LexiconMatch, way: string, found: EntityCandidate[]): void {
  const next = head.last + 1;
  const follower = view.tokens[next];
  if (!view.follows(head.last) || !follower || NO_BODY.has(follower.folded)) return;
  const { last, named, words } = complementOf(view, head.last, 7, true, way === 'official');
  if (words === 0) return;
  const listed = view.find(head.first, 'organisation');
  if (listed && listed.last > head.last && !isNationBehind(view, listed.last, last)) return;
  if (way === 'official' && !isOfficial(view, head, last, words)) return;
  if (way === 'placed' && (!named || properNameAt(view, next)?.kind === 'person')) return;
  if (
    way === 'strict' &&
    (words < 2 ||
      !(
        named ||
        LEARNED.has(follower.folded) ||
        HOLDINGS.has(view.tokens[last]?.folded ?? '') ||
        view.tokens[last]?.folded.startsWith('لل')
      ))
  )
    return;
  // A known name behind the head is the name: "حركة حماس".
  const known = view.find(next, 'organisation', true) ?? view.find(next, 'club', true);
  if (known && known.last >= last && !['weak', 'club'].includes(valueIn(known, 'organisation') ?? '')) return;
  if (
    named &&
    words === 1 &&
    way === 'body' &&
    !follower.folded.startsWith('ال') &&
    GOVERNING.has(view.tokens[head.first]?.folded.slice(head.proclitics.length) ?? '')
  )
    return;
  push(
    found,
    view,
    head.start,
    last,
    named || words > 1 || way === 'official' ? 0.85 : 0.7,
    'rule/organisation',
  );
}

/**
 * Whether a definite body's description makes a name: by rank ("الهيئة العامة"), or by what it is for or of which
 * nation it is behind a further word ("الجمعية المغربية لحقوق الإنسان", "المركز السينمائي المغربي").
 */
function isOfficial(view: LineView, head: LexiconMatch, last: number, words: number): boolean {
  const next = head.last + 1;
  const follower = view.tokens[next]?.folded ?? '';
  if (words === 1) {
    if (properNameAt(view, next)?.kind === 'nation')
      return UNIQUE.has(view.tokens[head.first]?.folded.slice(head.proclitics.length) ?? '');
    return RANKS.has(follower) && !GENERIC_RANKS.has(follower);
  }
  if (RANKS.has(follower)) return true;
  if (!/(?:ي|يه)$/.test(follower) || ORDINALS.has(follower)) return false;
  for (let i = next + 1; i <= last; i++)
    if (
      view.tokens[i]?.folded.startsWith('ل') ||
      properNameAt(view, i)?.kind === 'nation' ||
      WIDE.has(view.tokens[i]?.folded ?? '')
    )
      return true;
  return false;
}

/** Adjectives that close the name of a body of many nations: "الاتحاد الفلكي الدولي". */
const WIDE = foldedWords(
  'الدولي الدولية العالمي العالمية الأوروبي الأوروبية الأفريقي الأفريقية الآسيوي الآسيوية',
);

const ORDINALS = foldedWords('الثانية الثاني الثالثة الحقيقية النهائية الأساسية الرئيسية الرئيسي الحقيقي');

/** Whether what goes on behind a listed name is its nation's adjective. */
const isNationBehind = (view: LineView, listed: number, last: number): boolean =>
  last > listed &&
  !GROUPS.has(view.tokens[listed]?.folded ?? '') &&
  properNameAt(view, listed + 1)?.kind === 'nation';

/** Armed groups and parties, behind which the adjective of nation only explains. */
const GROUPS = foldedWords('الله الحوثي داعش');

/** What institutes are for: "مركز أبحاث النزاعات المسلحة". */
const LEARNED = foldedWords('أبحاث دراسات بحوث مكافحة رعاية تنسيق الدراسات الأبحاث البحوث');

/** What closes the name of a company. */
const HOLDINGS = foldedWords('القابضة المحدودة العقارية المتكاملة المتحدة العالمية');

/** Definite bodies of which a nation has one: "البنك المركزي", "الكنيسة الروسية". */
const UNIQUE = foldedWords('الكنيسة الاتحاد');

/** "حكومة سانشيز", "إدارة بايدن" name the person. */
const GOVERNING = foldedWords('حكومة إدارة قيادة رئاسة');

/** Adjectives between an organ of state and its nation: "السلطات الأمنية البريطانية". */
const OF_STATE = foldedWords(
  'الأمنية المحلية القضائية الصحية العسكرية المسلحة الجوية البحرية البرية الخاصة العامة المركزية المركزي العام الوطني الوطنية الفيدرالية الأمني الحاكم',
);

function findOfNation(view: LineView, head: LexiconMatch, found: EntityCandidate[]): void {
  // "وزير الخارجية الروسي", "وزارة الداخلية التونسية": the field belongs to what stands before.
  if (head.proclitics === '' && valueIn(head, 'field') !== null && isConstruct(view, head.first - 1)) return;
  let at = head.last;
  if (view.follows(at) && OF_STATE.has(view.tokens[at + 1]?.folded ?? '')) at++;
  if (!view.follows(at)) return;
  const nation = view.find(at + 1, 'nationality', true);
  const form = nation && valueIn(nation, 'nationality');
  if (!nation || !form || form.endsWith('camp') || !view.tokens[at + 1]?.folded.startsWith('ال')) return;
  const word = view.tokens[head.last]?.folded ?? '';
  const first = view.tokens[head.first]?.folded ?? '';
  const feminine =
    (word.endsWith('ه') || first.endsWith('ات') || BROKEN_PLURALS.has(first.replace(/^[وفبلك](?=ال)/, ''))) &&
    !first.endsWith('مجلس');
  if (!form.startsWith(feminine || first.endsWith('قوات') || first.endsWith('سلطات') ? 'f' : 'm')) return;
  push(found, view, head.start, nation.last, 0.9, 'rule/organisation');
}

/** Organs in the broken plural, which takes a feminine adjective. */
const BROKEN_PLURALS = foldedWords('الأرصاد الجمارك المطافئ السكك الشؤون');

/** Whether a post or another head without article stands at token `i`. */
const isConstruct = (view: LineView, i: number): boolean =>
  view
    .at(i)
    .some(
      (match) =>
        match.last === i &&
        (valueIn(match, 'post') !== null || valueIn(match, 'organisation-head') === 'body') &&
        !/^[وفبلك]?ال/.test(view.tokens[i]?.folded ?? ''),
    );

/** A name behind a word that only explains it: in quotation marks, or of unknown or foreign words. */
function findNamed(view: LineView, head: number, found: EntityCandidate[]): void {
  const next = view.tokens[head + 1];
  if (!next) return;
  const quoted = quotedName(view, head + 1);
  if (quoted) {
    push(found, view, view.tokens[quoted.first]?.start ?? 0, quoted.last, 0.85, 'rule/organisation');
    return;
  }
  if (!view.follows(head)) return;
  let last = head;
  while (view.follows(last) && last < head + 4 && isProper(view, last + 1)) last++;
  if (last === head) return;
  // "نادي ليفربول": a town's name here is the club's.
  const isTown = view.find(head + 1, 'place', true) !== null || view.find(head + 1, 'city', true) !== null;
  push(found, view, next.start, last, isTown && last === head + 1 ? 0.97 : 0.72, 'rule/organisation');
}

const isProper = (view: LineView, i: number): boolean => {
  const token = view.tokens[i];
  if (!token) return false;
  if (token.kind === 'latin') return true;
  if (view.isUnknown(i)) return !token.folded.startsWith('ال') || view.at(i).length === 0;
  const name = properNameAt(view, i);
  return name !== null && name.last === i && name.kind !== 'nation' && !view.isOrdinary(i);
};
