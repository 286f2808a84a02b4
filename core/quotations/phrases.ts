import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Cue } from './cues.ts';
import { HONORIFICS } from './heads.ts';
import { isOrdinary } from './passage.ts';
import type { Name, Passage } from './passage.ts';
import {
  CLASSIFIERS,
  CONTENT_PARTICLES,
  CONTENT_PARTICLES_WITH_B,
  GENERIC_SPEAKERS,
  INSTRUMENTS,
  INNER_PREPOSITIONS,
  OCCASIONS,
  PHRASE_BOUNDARIES,
  QUANTIFIERS,
  SAME,
  STATEMENTS,
} from './words.ts';

/** The phrase that names a speaker. `first` and `last` are token indices; the span counts from the line's start. */
export interface Phrase extends Span {
  readonly first: number;
  readonly last: number;
  /** The person or body that the phrase names, where an entity does so. */
  readonly entity: Name | null;
}

const LONGEST = 16;
const HYPHENS = '-‐‑–';
const SPEAKING = new Set([
  'PER',
  'ORG',
  'GPE',
  'LOC',
  'FAC',
  'NORP',
  'EVENT',
  'PRODUCT',
  'LAW',
  'CARDINAL',
  'PERCENT',
]);

/** Whether a particle that opens a clause of content stands here. */
export const isContentParticle = (token: Token | undefined): boolean => {
  if (token === undefined) return false;
  const { folded } = token;
  // Every one of them is short and begins with ا, or with ب before it: most tokens need no further look.
  if (folded.length > LONGEST_PARTICLE) return false;
  const first = folded.charCodeAt(0);
  if (first === ALEF) return CONTENT_PARTICLES.has(folded) && !token.text.startsWith('آ');
  return first === BA && CONTENT_PARTICLES_WITH_B.has(folded);
};

const LONGEST_PARTICLE = Math.max(
  ...[...CONTENT_PARTICLES, ...CONTENT_PARTICLES_WITH_B].map(({ length }) => length),
);
const ALEF = 0x627;
const BA = 0x628;

/**
 * The noun phrase that starts at token `from`, or null if none does: words up to the first mark, particle, preposition,
 * time, or verb; `lead` UTF-16 code units of its first word (a preposition written onto it) are left out.
 */
export function parsePhrase(
  passage: Passage,
  from: number,
  until: number,
  cueAt: ReadonlyMap<number, Cue>,
  lead = 0,
): Phrase | null {
  const { tokens, quoting, entities } = passage;
  let first = from;
  while (first < until && quoting[first]?.mark && !quoting[first]?.opaque) first++;
  const opening = cueAt.get(first);
  if (opening && opening.part === 'verb' && !opening.weak) return null;
  let last = -1;
  let generic = false;
  let definite = false;
  let body = false;
  for (let i = first; i < until && i - first < LONGEST; i++) {
    const token = tokens[i] as Token;
    const state = quoting[i];
    if (state?.opaque) break;
    if (token.kind === 'mark') {
      if (state?.mark && (last < first || belongsToPhrase(passage, i, until))) continue;
      if (isInnerMark(tokens, i)) continue;
      break;
    }
    const entity = entities[i] ?? null;
    const inEntity = entity !== null && last >= first && entities[last] === entity;
    if (!inEntity) {
      if (
        BARE_PARTICLES.has(token.folded) ||
        (last < first && !entity && isNoHead(token, isOrdinary(passage, i)))
      )
        break;
      if (entity && (entity.label === 'DATE' || entity.label === 'TIME' || entity.label === 'URL')) break;
      if (token.kind === 'number' && last >= first && !namesSomebody(entity)) break;
      if (cueAt.has(i) && i > from && state?.stretch === -1) break;
      if (isContentParticle(token)) break;
      if (INNER_PREPOSITIONS.has(token.folded) && last >= first) {
        const counted = token.folded === 'من' && counts(tokens, first, last);
        if (
          token.folded !== 'باسم' &&
          !counted &&
          (OCCASIONS.has((tokens[i + 1]?.folded ?? '').replace(/^ال/, '')) ||
            !(generic && (!definite || entityAhead(passage, i + 1, until))))
        )
          break;
        last = i;
        continue;
      }
      if (!namesSomeone(entity) && state?.stretch === -1) {
        if (PHRASE_BOUNDARIES.has(token.folded) || token.folded === 'في' || token.folded === 'من') break;
        if (last >= first && token.folded.startsWith('لل') && !generic) break;
        if (last >= first && (startsInside(passage, i, 'ل') || isAddressee(token))) break;
        if (last >= first && (isVerbLike(token) || endsName(passage, last, i))) break;
        const town = generic && token.folded.startsWith('ب');
        if (last >= first && !town && endsDefinite(passage, last, i)) break;
        if (last >= first && endsPlural(passage, last, i)) break;
        // "أوقفت الشرطة المشتبه به"
        if (last >= first && token.folded.startsWith('ال') && BACK.has(tokens[i + 1]?.folded ?? '')) break;
        if (last >= first && !generic && hasPreposition(passage, i)) break;
        if (body && generic && endsBody(passage, last, i)) break;
      } else if (
        entity &&
        last >= first &&
        startsInside(passage, i, 'ل') &&
        (!generic || body || !definite || entity.label === 'PER' || MEDIA.test(entity.canonical))
      )
        break;
      else if (entity?.label === 'PER' && last >= first && hasPerson(passage, first, last)) break;
    }
    if (GENERIC_SPEAKERS.has(token.folded) || entity?.label === 'OCC') generic = true;
    if (token.folded.startsWith('ال') || (entity && entity.label !== 'OCC' && entity.label !== 'NORP'))
      definite = true;
    if (entity?.label === 'ORG' || entity?.label === 'GPE') body = true;
    last = i;
    if (HONORIFICS.has(token.folded)) break;
  }
  while (
    last >= first &&
    ((tokens[last]?.kind === 'mark' && !'%٪'.includes(tokens[last]?.text ?? '')) ||
      INNER_PREPOSITIONS.has(tokens[last]?.folded ?? ''))
  )
    last--;
  if (last < first) return null;
  if (first === last && tokens[first]?.kind === 'number') return null;
  return toPhrase(passage, first, last, lead);
}

/** Builds the phrase of tokens first…last, and finds the entity in it that speaks. */
function toPhrase(passage: Passage, first: number, last: number, lead = 0): Phrase {
  const { tokens, entities } = passage;
  const start = (tokens[first] as Token).start + lead;
  const end = (tokens[last] as Token).end;
  return { first, last, start, end, entity: speakingEntity(entities, first, last) };
}

function speakingEntity(entities: readonly (Name | null)[], first: number, last: number): Name | null {
  let head: Name | null = null;
  for (let i = first; i <= last; i++) {
    const entity = entities[i];
    if (!entity) continue;
    if (entity.label === 'PER') return entity;
    if (!head && (entity.label === 'ORG' || entity.label === 'GPE')) head = entity;
  }
  return head;
}

/** Whether a number belongs to the name of a body or work: "القناة 12". */
const namesSomebody = (entity: Name | null): boolean =>
  entity !== null && ['ORG', 'PRODUCT', 'LAW', 'EVENT', 'FAC'].includes(entity.label);

const namesSomeone = (entity: Name | null): boolean => entity !== null && SPEAKING.has(entity.label);

const hasPerson = (passage: Passage, first: number, last: number): boolean => {
  for (let i = first; i <= last; i++) if (passage.entities[i]?.label === 'PER') return true;
  return false;
};

function entityAhead(passage: Passage, from: number, until: number): boolean {
  for (let i = from; i < Math.min(until, from + 6); i++) {
    if (passage.tokens[i]?.kind === 'mark' && !passage.quoting[i]?.mark) return false;
    const label = passage.entities[i]?.label;
    if (label === 'PER' || label === 'ORG' || label === 'GPE') return true;
  }
  return false;
}

/** Whether the token's entity starts behind a particle that is written onto the token. */
function startsInside(passage: Passage, i: number, particle: string): boolean {
  const token = passage.tokens[i] as Token;
  const entity = passage.entities[i];
  if (!token.folded.startsWith(particle)) return false;
  return entity !== null && entity !== undefined && entity.start > token.start;
}

/**
 * Whether a quotation mark inside a phrase belongs to it: it closes there, or opens a name (behind its kind, as an
 * entity, or with more of the sentence's frame behind it), not what is said.
 */
function belongsToPhrase(passage: Passage, at: number, until: number): boolean {
  const { tokens, quoting, entities } = passage;
  const stretch = quoting[at + 1]?.stretch ?? -1;
  if (stretch < 0 || stretch === quoting[at - 1]?.stretch) return true;
  if (entities[at + 1] || CLASSIFIERS.has(tokens[at - 1]?.folded ?? '')) return true;
  let end = at + 1;
  while (end < until && quoting[end]?.stretch === stretch) end++;
  const behind = tokens[end + 1];
  if (!behind || end + 1 >= until) return false;
  return (
    isContentParticle(behind) ||
    behind.folded.startsWith('ال') ||
    behind.text === ':' ||
    quoting[end + 1]?.mark === true ||
    entities[end + 1]?.label === 'PER'
  );
}

/** Hyphens and dots inside names: جونغ-أون, د. أحمد, إف. كيربي, 18٪. */
function isInnerMark(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i] as Token;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (!before || !after) return mark.text === '%' || mark.text === '٪';
  if (mark.text === '%' || mark.text === '٪') return true;
  if (HYPHENS.includes(mark.text)) return !mark.spaced && !after.spaced && after.kind !== 'mark';
  return (
    mark.text === '.' &&
    !mark.spaced &&
    before.kind === 'word' &&
    before.folded.length <= 2 &&
    after.kind === 'word'
  );
}

/**
 * Words that begin no speaker's phrase: with ب or و written onto them, questions, abstract nouns that verbs of saying
 * take as objects ("أكد ضرورة", "أعرب عن قلقه"), nouns with a pronoun.
 */
function isNoHead(token: Token, ordinary: boolean): boolean {
  if (token.kind !== 'word') return false;
  if (['ب', 'ل', 'ك', 'و', 'ف'].includes(token.folded)) return true;
  // Words that no list knows are names more often than they have a particle.
  if (ordinary && token.folded.length > 3 && token.folded.startsWith('ب') && !OWN_B.test(token.folded))
    return true;
  if (ordinary && token.folded.startsWith('و') && !OWN_W.test(token.folded)) return true;
  if (ABSTRACT_HEADS.has(token.folded) || (ordinary && /^ي.{3}/.test(token.folded))) return true;
  return token.text.length > 3 && /(?:ه|ها|هم)$/.test(token.text) && !KIN.test(token.folded);
}

/** Nouns whose first ب or و is their own; names are known as entities. */
const OWN_B =
  /^(?:بيان|باحث|بعض|بنك|بريطان|برلمان|برنامج|بلدي|بلاغ|بطريرك|بابا|بقي|بايع|بروف|بطل|بعث|بورص|بيت|بنت|بحث|بدو|بحرين|برازيل|باكستان|بلجيك|بلغار|بولند)/;
const OWN_W =
  /^(?:وزار|وزير|وزرا|وكال|وفد|وسائل|وسايل|وسيل|والد|والي|واشنطن|ولي|وحد|ورش|وثي|وثايق|واحد|وسيط|وجيه|وديع|وائل|وايل|وسام|ويليام|ويل|وول|وورلد|واتسون|وان|وو|وي|وا)/;
/** Nouns with a pronoun that are people all the same: "شقيقه", "مديرها"; and words that end so by themselves. */
const KIN =
  /^(?:ابن|زوج|والد|شقيق|نجل|محامي|رييس|مدير|وزير|نظير|زميل|صديق|اخ|ام|عايل|اسر|نايب|مستشار|متحدث|وكيل|مدرب|مهاجم|لاعب|حليف|شريك|خصم|منافس|رفيق|الله|اله|طه|عبده|فقيه|نزيه|وجيه|كلي|احد)/;

const ABSTRACT_HEADS = new Set(
  `عدم ضروره اهميه رفع اداء مواصله استمرار رغبه امكانيه احتمال وجود حرص دعم رفض استعداد تاييد التزام تمسك قلق اسف امل
   اعتقاد خشيه ثقه شكوك حق حاجه اجراء تنفيذ تقديم لماذا كيف متي اين هل ما من ماذا كل اي سبب نيه عزم وقوف وقوع وصول مقتل
   اصابه اطلاق بدء وقف انهاء فتح اغلاق منع حظر الغاء زياده خفض تحقيق اتخاذ فرض عقد توقيع انضمام انسحاب اختيار تعيين غير
   هناك ثمه مره لدينا ان انه قبل بعد كما ايضا نحو حوالي اكثر اقل هذا هذه ذلك تلك شييا شيء حقيقه واقع مساله`.split(
    /\s+/,
  ),
);

/** Whether the words so far are a count: a counting word, or a number or share. */
function counts(tokens: readonly Token[], first: number, last: number): boolean {
  const token = tokens[last] as Token;
  return (
    QUANTIFIERS.has(token.folded) ||
    token.kind === 'number' ||
    '%٪'.includes(token.text) ||
    (last === first + 1 && tokens[first]?.kind === 'number')
  );
}

/** Whether a word behind a person's name cannot belong to it: an ordinary one without article, or one with a pronoun. */
function endsName(passage: Passage, last: number, at: number): boolean {
  if (passage.entities[last]?.label !== 'PER') return false;
  const token = passage.tokens[at] as Token;
  return (isOrdinary(passage, at) && !token.folded.startsWith('ال')) || /(?:ه|ها|هم)$/.test(token.text);
}

/** Whether an ordinary word without article stands behind a word with it: "وأبرز النشطاء مقاطع …". */
const endsDefinite = (passage: Passage, last: number, at: number): boolean =>
  (isOrdinary(passage, at) || /(?:ه|ها|هم)$/.test((passage.tokens[at] as Token).text)) &&
  !passage.entities[at] &&
  !SAME.has((passage.tokens[at] as Token).folded) &&
  !/^و?ال/.test((passage.tokens[at] as Token).folded) &&
  (passage.tokens[last] as Token).folded.startsWith('ال');

/** Whether no adjective of it stands behind a masculine plural: its ن parts it from whatever follows. */
function endsPlural({ tokens, entities }: Passage, last: number, at: number): boolean {
  const before = tokens[last] as Token;
  const token = tokens[at] as Token;
  return (
    !entities[at] &&
    before.folded.length > 4 &&
    /(?:ون|ين)$/.test(before.folded) &&
    !before.folded.startsWith('ال') &&
    token.kind === 'word' &&
    !/(?:ون|ين)$/.test(token.folded) &&
    !/^(?:ال|ب)/.test(token.folded)
  );
}

/** Whether an ordinary word has ب written onto it: "هدد الوفد بوقف الحوار". */
const hasPreposition = (passage: Passage, at: number): boolean =>
  isOrdinary(passage, at) &&
  !passage.entities[at] &&
  (passage.tokens[at] as Token).folded.startsWith('ب') &&
  !OWN_B.test((passage.tokens[at] as Token).folded) &&
  (passage.tokens[at] as Token).folded.length > 3;

/** Whether what somebody does begins behind the body that they belong to: "رفض متحدث باسم البنتاغون التعليق". */
const endsBody = (passage: Passage, last: number, at: number): boolean =>
  isOrdinary(passage, at) &&
  !passage.entities[at] &&
  passage.entities[last]?.label === 'ORG' &&
  !/يه?$/.test((passage.tokens[at] as Token).folded);

/** Prepositions with a pronoun that goes back to a participle before them. */
const BACK = new Set('به بها بهم فيه فيها عليه عليها عليهم اليه اليها عنه عنها'.split(' '));

/** Particles that stand for themselves before a mark or a name in Latin letters. */
const BARE_PARTICLES = new Set(['ل', 'ب', 'ك', 'و', 'ف']);

/** Outlets to whom one speaks: "قال مسؤول لرويترز". */
const MEDIA =
  /رويترز|فرانس برس|أسوشيتد|بي بي سي|سي.إن.إن|CNN|BBC|AFP|الجزيرة|العربية|سكاي نيوز|الأناضول|صحيفة|قناة|وكالة|شبكة|تلفزيون|إذاعة|سبوتنيك|شينخوا/;

const isAddressee = (token: Token): boolean =>
  token.folded.startsWith('ل') && CLASSIFIERS.has(token.folded.slice(1));

/** Imperfect verbs outside of any name: يـ before at least three letters. */
const isVerbLike = (token: Token): boolean =>
  token.kind === 'word' &&
  ((/^ي.{3}/.test(token.folded) && !token.folded.endsWith('ه')) || /^[يت]\u064f/.test(token.text));

/** Whether a phrase can be expected to speak: it names somebody, or a post, a body, a document, a group of people. */
export function isAgent(passage: Passage, phrase: Phrase): boolean {
  if (phrase.entity || passage.quoting[phrase.first - 1]?.mark) return true;
  const label = passage.entities[phrase.first]?.label;
  if (label === 'OCC' || label === 'NORP') return true;
  const bare = headWord(passage, phrase);
  const plain = bare.startsWith('ال') ? bare.slice(2) : bare;
  if (INSTRUMENTS.has(plain)) return false;
  return (
    GENERIC_SPEAKERS.has(bare) ||
    GENERIC_SPEAKERS.has(plain) ||
    STATEMENTS.has(plain) ||
    CLASSIFIERS.has(plain) ||
    QUANTIFIERS.has(bare) ||
    (/(?:ون|ين)$/.test(plain) && plain.length > 4)
  );
}

/** The first word of a phrase, folded, without a preposition written onto it: "للهيئة" gives "الهيئه". */
export function headWord(passage: Passage, phrase: Phrase): string {
  const token = passage.tokens[phrase.first] as Token;
  if (phrase.start <= token.start) return token.folded;
  const rest = token.folded.slice(1);
  return token.folded.startsWith('لل') ? 'ا' + rest : rest;
}
