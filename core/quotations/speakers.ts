import type { EntityMark } from '../labels/marks.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { isContentParticle, parsePhrase, toPhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { AUXILIARIES, CLASSIFIERS, GENERIC_SPEAKERS, ISSUED, RELATIONAL } from './words.ts';

/** Who speaks: where the text names them nearest to their words, and by what full name. Offsets from the article's start. */
export interface Speaker extends Span {
  readonly canonical: string;
  /** Whether the speaker was named at the cue itself, and not taken over from before. */
  readonly named: boolean;
  readonly gender: Gender;
}

/** Agreement of the verb that a speaker was last the subject of, as far as one told. */
export type Gender = 'm' | 'f' | null;

/** Who has been heard of so far in one part of the article. */
export interface Discourse {
  /** Speakers in order of their speaking, the latest last. */
  readonly speakers: Speaker[];
  /** By folded head noun without article ("وزاره", "وكاله", "متحدث"): the full name last met under it. */
  readonly heads: Map<string, string>;
}

export const newDiscourse = (): Discourse => ({ speakers: [], heads: new Map() });

/** Notes the entities of a passage under the nouns by which the text may call them later. */
export function noteHeads(discourse: Discourse, passage: Passage): void {
  const { tokens, entities } = passage;
  for (let i = 0; i < tokens.length; i++) {
    const entity = entities[i];
    if (!entity || (i > 0 && entities[i - 1] === entity)) continue;
    if (entity.label === 'ORG' || entity.label === 'PRODUCT') {
      noteHead(discourse, (tokens[i] as Token).folded, entity.canonical);
      let before = i - 1;
      while (before >= 0 && passage.quoting[before]?.mark) before--;
      const classifier = tokens[before]?.folded ?? '';
      if (CLASSIFIERS.has(classifier)) noteHead(discourse, classifier, entity.canonical);
    } else if (entity.label === 'PER') notePerson(discourse, passage, i, entity);
  }
}

/** Notes a person under the titles before the name ("أمير دولة قطر الشيخ تميم") and behind it ("كيربي، المتحدث باسم …"). */
function notePerson(discourse: Discourse, passage: Passage, at: number, person: EntityMark): void {
  const { tokens, entities } = passage;
  let title = '';
  for (let i = at - 1; i >= 0 && at - i <= 10; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark' && (title !== '' || !'،,'.includes(token.text))) break;
    if (token.kind === 'mark') continue;
    const label = entities[i]?.label;
    if (label === 'PER') break;
    title = title === '' ? token.folded : `${token.folded} ${title}`;
    if (label !== 'OCC') continue;
    noteHead(discourse, token.folded, person.canonical);
    noteHead(discourse, title, person.canonical);
    if (entities[i - 1] !== entities[i]) title = '';
  }
  let end = at;
  while (entities[end] === person) end++;
  if (!'،,'.includes(tokens[end]?.text ?? 'x') || entities[end + 1]?.label !== 'OCC') return;
  noteHead(discourse, (tokens[end + 1] as Token).folded, person.canonical);
}

function noteHead(discourse: Discourse, word: string, canonical: string): void {
  discourse.heads.set(withoutArticle(word), canonical);
}

const withoutArticle = (word: string): string =>
  word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;

/** The speaker that a phrase names: the name in it where there is one, else the phrase, with the full name. */
export function speakerOf(passage: Passage, phrase: Phrase, discourse: Discourse, gender: Gender): Speaker {
  const text = passage.line.text.slice(phrase.start - passage.line.start, phrase.end - passage.line.start);
  const head = passage.tokens[phrase.first] as Token;
  const { entity } = phrase;
  const named = true;
  if (entity && entity.end <= phrase.end && standsForPhrase(passage, phrase, entity))
    return {
      start: Math.max(entity.start, phrase.start),
      end: entity.end,
      canonical: entity.canonical,
      named,
      gender,
    };
  const before = discourse.heads.get(withoutArticle(fold(text))) ?? referent(head.folded, discourse);
  const canonical = before ?? text;
  if (!before) noteHead(discourse, head.folded, text);
  return { start: phrase.start, end: phrase.end, canonical, named, gender };
}

/** Whom "الوزارة", "المتحدث" or "سموه" refer back to. */
function referent(head: string, discourse: Discourse): string | undefined {
  if (head.startsWith('ال')) return discourse.heads.get(withoutArticle(head));
  if (!HONORIFICS.has(head)) return undefined;
  return discourse.speakers[discourse.speakers.length - 1]?.canonical;
}

const HONORIFICS = new Set(
  'سموه سموها معاليه معاليها سيادته جلالته فخامته فضيلته سماحته سعادته غبطته قداسته'.split(' '),
);

/**
 * Whether an entity inside a phrase is whom the phrase means: a person behind a title ("وزير الخارجية أنتوني بلينكن"),
 * a body behind its kind ("صحيفة نيويورك تايمز"), or the phrase itself; not "محامي ترامب", "مصدر في الكرملين".
 */
function standsForPhrase(passage: Passage, phrase: Phrase, entity: EntityMark): boolean {
  const { tokens, entities } = passage;
  let at = phrase.first;
  while (at <= phrase.last && entities[at] !== entity) at++;
  if (at === phrase.first || passage.quoting[at - 1]?.mark) return true;
  const before = tokens[at - 1] as Token;
  if (entity.label === 'PER') {
    if (at - phrase.first === 1 && RELATIONAL.has(before.folded)) return false;
    return true;
  }
  for (let i = phrase.first; i < at; i++)
    if (!CLASSIFIERS.has((tokens[i] as Token).folded) && !passage.quoting[i]?.mark) return false;
  return true;
}

/**
 * The phrase that names the subject of a verb or participle of saying: behind it ("قال كيم"), or before it
 * ("بيسكوف كان أكد", "وكان كيربي قد أعرب", "طهران تقول"). Null where the subject is dropped. `sentence` is a range of tokens.
 */
export function findSubject(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  if (cue.part !== 'participle') {
    const topic = topicBefore(passage, cue, sentence, cueAt);
    if (topic) return topic;
    const headline = nameRightBefore(passage, cue, sentence, cueAt);
    if (headline) return headline;
    const behind = subjectBehind(passage, cue, sentence, cueAt);
    if (behind) return behind;
    return subjectBefore(passage, cue, sentence, cueAt);
  }
  return null;
}

/** "أما X، فقد دعا": the topic of the sentence is the subject. */
function topicBefore(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens } = passage;
  if (!['اما', 'واما'].includes(tokens[sentence.start]?.folded ?? '') || cue.first - sentence.start > 40)
    return null;
  const resumed = tokens[cue.first - 1]?.folded === 'فقد' || tokens[cue.first]?.folded.startsWith('ف');
  if (!resumed) return null;
  const phrase = parsePhrase(passage, sentence.start + 1, cue.first, cueAt);
  return phrase && preferApposition(passage, phrase, sentence, cueAt);
}

/** "ترامب يعلن رفع السرية": a name that opens the sentence right before an imperfect verb is its subject. */
function nameRightBefore(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens, entities } = passage;
  if (cue.conjoined || !/^[يت]/.test(tokens[cue.first]?.folded ?? '')) return null;
  const entity = entities[cue.first - 1];
  if (!entity || !['PER', 'ORG', 'GPE'].includes(entity.label)) return null;
  let first = cue.first - 1;
  while (first > sentence.start && entities[first - 1] === entity) first--;
  const before = tokens[first - 1];
  if (first > sentence.start && !(before?.kind === 'mark' && !passage.quoting[first - 1]?.mark)) return null;
  return parsePhrase(passage, first, cue.first, cueAt);
}

function subjectBehind(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens } = passage;
  let from = cue.last + 1;
  for (let skipped = 0; skipped < 2 && ADVERBS.has(tokens[from]?.folded ?? ''); skipped++) from++;
  const addressee = addresseeEnd(passage, from, sentence, cueAt);
  if (addressee > from) {
    const comma = '،,'.includes(tokens[addressee]?.text ?? 'x');
    const next = passage.entities[comma ? addressee + 1 : addressee]?.label;
    if (next !== 'OCC' && next !== 'PER' && !comma) return null;
    const phrase = parsePhrase(passage, comma ? addressee + 1 : addressee, sentence.end, cueAt);
    return phrase && (next === 'OCC' || next === 'PER')
      ? preferApposition(passage, phrase, sentence, cueAt)
      : null;
  }
  const phrase = parsePhrase(passage, from, sentence.end, cueAt);
  if (!phrase || (passage.quoting[from]?.mark && !isNameInMarks(passage, phrase, sentence))) return null;
  return preferApposition(passage, issuerOf(passage, phrase, sentence.end, cueAt), sentence, cueAt);
}

/** Adverbs and pronouns that stand between the verb and its subject: "أكد اليوم الوزير", "نقلت عنه الوكالة". */
const ADVERBS = new Set(
  `اليوم امس عنه عنها عنهم له لها لهم به بها ايضا كذلك اليه اليها فيه فيها حينها خلاله خلالها بدوره بدورها مجددا مرارا لاحقا
   سابقا قايلا وقتها يومها عليه عليها منه منها علنا صراحه بوضوح موخرا حينذاك كل من`.split(/\s+/),
);

/** The token behind "لـ«سبق»", "للصحفيين", "لوسائل إعلام": to whom something is said is not who says it. */
function addresseeEnd(
  passage: Passage,
  from: number,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): number {
  const token = passage.tokens[from];
  if (!token || from >= sentence.end || token.kind !== 'word' || !token.folded.startsWith('ل')) return from;
  const rest = token.folded.slice(1);
  const entity = passage.entities[from];
  const addressed =
    rest === '' ||
    rest.startsWith('ل') ||
    (entity && entity.start > token.start + passage.line.start) ||
    CLASSIFIERS.has(rest) ||
    GENERIC_SPEAKERS.has(rest) ||
    ADDRESSEES.has(rest);
  if (!addressed || entity?.start === token.start + passage.line.start) return from;
  const phrase = parsePhrase(passage, rest === '' ? from + 1 : from, sentence.end, cueAt);
  if (!phrase) return from + 1;
  let end = phrase.last + 1;
  for (let i = from + 1; i <= phrase.last; i++)
    if (passage.entities[i]?.label === 'OCC') {
      end = i;
      break;
    }
  while (passage.quoting[end]?.mark && end < sentence.end && !passage.quoting[end + 1]?.opaque) end++;
  return end;
}

const ADDRESSEES = new Set([
  'صحفيين',
  'صحافيين',
  'اعضاء',
  'نظيره',
  'نظيرته',
  'زملايه',
  'انصاره',
  'مويديه',
  'ممثلي',
]);

/** 'ذكر "المرصد" أن', 'قال "العمري": "…"': words in marks right behind a verb are its subject only if more follows them. */
function isNameInMarks(passage: Passage, phrase: Phrase, sentence: Span): boolean {
  let next = phrase.last + 1;
  while (
    next < sentence.end &&
    passage.quoting[next]?.mark &&
    passage.quoting[next]?.stretch === -1 &&
    passage.quoting[next + 1]?.stretch === -1
  )
    next++;
  const token = passage.tokens[next];
  if (!token || next >= sentence.end) return false;
  const { entity } = phrase;
  if (entity && entity.start <= phrase.start && entity.end >= phrase.end) return true;
  return (
    isContentParticle(token) ||
    token.text === ':' ||
    passage.quoting[next]?.mark === true ||
    ['الي', 'علي', 'من'].includes(token.folded)
  );
}

/** "بيان صادر عن الوكالة", "حصيلة للمرصد", "وصف الجماهير": whose words they are, or the phrase itself. */
export function issuerOf(
  passage: Passage,
  phrase: Phrase,
  until: number,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase {
  const { tokens } = passage;
  const head = tokens[phrase.first] as Token;
  if (!ISSUED.has(head.folded) || phrase.entity?.label === 'PER') return phrase;
  if (/^(وصف|تعبير|قول|تعليق|راي)$/.test(head.folded))
    return parsePhrase(passage, phrase.first + 1, until, cueAt) ?? phrase;
  for (let i = phrase.first + 1; i <= phrase.last + 2 && i + 1 < until; i++) {
    const word = tokens[i]?.folded ?? '';
    if (word === 'عن') return parsePhrase(passage, i + 1, until, cueAt) ?? phrase;
    if (/^(اصدره|اصدرته|اصدرها|اصدرتها|نشره|نشرته|نشرتها)$/.test(word))
      return parsePhrase(passage, i + 1, until, cueAt) ?? phrase;
    if (i === phrase.last + 1 && word.startsWith('ل') && word.length > 3)
      return phraseBehindPreposition(passage, i, until, cueAt, true) ?? phrase;
  }
  return phrase;
}

/** "وزير الخارجية، أنتوني بلينكن، أن": the person between commas behind a title is the speaker. */
function preferApposition(
  passage: Passage,
  phrase: Phrase,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase {
  if (phrase.entity?.label === 'PER' && standsForPhrase(passage, phrase, phrase.entity)) return phrase;
  let comma = phrase.last + 1;
  for (let segment = 0; segment < 3 && comma < sentence.end; segment++) {
    if (!'،,'.includes(passage.tokens[comma]?.text ?? 'x')) return phrase;
    const person = personOfSegment(passage, comma + 1, sentence.end);
    if (person >= 0) return parsePhrase(passage, person, sentence.end, cueAt) ?? phrase;
    if (passage.entities[comma + 1]?.label !== 'OCC') return phrase;
    comma++;
    for (
      let reach = 0;
      reach < 14 && comma < sentence.end && !'،,'.includes(passage.tokens[comma]?.text ?? 'x');
      reach++
    )
      comma++;
  }
  return phrase;
}

const TITLES = new Set(
  'الدكتور د المهندس م السيد السيده الامير الاميره الشيخ اللواء العميد العقيد الاستاذ الدكتوره الفريق المستشار'.split(
    ' ',
  ),
);

/** The token at which a person starts in the stretch up to the next comma, nothing but titles before; or -1. */
function personOfSegment(passage: Passage, from: number, until: number): number {
  for (let i = from; i < Math.min(until, from + 8); i++) {
    const label = passage.entities[i]?.label;
    if (label === 'PER') return i;
    const token = passage.tokens[i] as Token;
    if (label !== 'OCC' && label !== 'NORP' && !TITLES.has(token.folded) && token.text !== '.') return -1;
  }
  return -1;
}

function subjectBefore(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens } = passage;
  const auxiliary = auxiliaryBefore(passage, cue, sentence);
  if (auxiliary >= 0 && auxiliary < cue.first - 1) {
    const between = parsePhrase(passage, auxiliary + 1, cue.first, cueAt);
    if (between) return preferApposition(passage, between, sentence, cueAt);
  }
  if (cue.conjoined) return null;
  let from = auxiliary >= 0 ? auxiliary - 1 : cue.first - 1;
  while (
    from >= sentence.start &&
    ['قد', 'فقد', 'لقد', 'الذي', 'التي', 'كان', 'كانت', 'الذين'].includes(tokens[from]?.folded ?? '')
  )
    from--;
  if (RELATIVES.has(tokens[from + 1]?.folded ?? '')) {
    const antecedent = antecedentOf(passage, from, sentence, cueAt);
    if (antecedent) return antecedent;
  }
  return phraseEndingAt(passage, from, sentence, cueAt) ?? genericBefore(passage, cue, sentence, cueAt);
}

const RELATIVES = new Set(['الذي', 'التي', 'الذين']);

/** Whom "الذي قال" refers to: the name right before, or the last person before the apposition between commas. */
function antecedentOf(
  passage: Passage,
  at: number,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens, entities } = passage;
  const comma = '،,'.includes(tokens[at]?.text ?? 'x');
  const reach = comma ? 16 : 1;
  for (let i = comma ? at - 1 : at; i >= sentence.start && at - i < reach; i--) {
    const entity = entities[i];
    if (!entity || !(entity.label === 'PER' || (!comma && SPEAKING.has(entity.label)))) continue;
    let first = i;
    while (first > sentence.start && entities[first - 1] === entity) first--;
    return parsePhrase(passage, first, i + 1, cueAt);
  }
  return null;
}

const SPEAKING = new Set(['ORG', 'GPE']);

/** "تقرير استخباري صدر مؤخرا قال": an indefinite speaker a few words before a verb that describes it. */
function genericBefore(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  for (let i = cue.first - 1; i >= Math.max(sentence.start, cue.first - 6); i--) {
    const token = passage.tokens[i] as Token;
    if (token.kind === 'mark' || cueAt.has(i)) return null;
    if (GENERIC_SPEAKERS.has(token.folded)) return parsePhrase(passage, i, cue.first, cueAt);
  }
  return null;
}

/** The place of كان before the cue in its clause, or -1. */
function auxiliaryBefore(passage: Passage, cue: Cue, sentence: Span): number {
  for (let i = cue.first - 1; i >= sentence.start && cue.first - i <= 24; i--) {
    const token = passage.tokens[i] as Token;
    if (AUXILIARIES.has(token.folded)) return i;
    if (token.kind === 'mark' && '؛:.'.includes(token.text)) return -1;
  }
  return -1;
}

/** The noun phrase right before a verb: back to the comma, particle or conjunction that it starts behind. */
function phraseEndingAt(
  passage: Passage,
  last: number,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens } = passage;
  let end = last;
  // "لكن أدريان واتسون، المتحدثة باسم …، قالت": leave out the apposition between commas.
  if ('،,-–'.includes(tokens[end]?.text ?? 'x') && tokens[end]?.kind === 'mark') {
    let open = end - 1;
    while (open > sentence.start && !'،,-–'.includes(tokens[open]?.text ?? 'x')) open--;
    if (open <= sentence.start || end - open > 30) return null;
    if (passage.entities[open + 1]?.label === 'PER') {
      const name = parsePhrase(passage, open + 1, end, cueAt);
      if (name) return name;
    }
    end = open - 1;
  }
  for (let start = Math.max(sentence.start, end - 14); start <= end; start++) {
    const token = tokens[start] as Token;
    if (token.kind === 'mark' && !passage.quoting[start]?.mark) continue;
    if (start > sentence.start && !startsPhrase(passage, start, sentence)) continue;
    const lead =
      /^[وف]/.test(token.folded) && start === sentence.start && tokens[start + 1] !== undefined
        ? conjunctionLead(passage, start)
        : 0;
    const phrase = parsePhrase(passage, start, end + 1, cueAt, lead);
    if (phrase && phrase.last === end && isSubjectLike(passage, phrase)) return phrase;
  }
  return null;
}

/** Where a subject before its verb may begin: at the sentence, behind a mark or a particle. */
function startsPhrase(passage: Passage, at: number, sentence: Span): boolean {
  const before = passage.tokens[at - 1] as Token;
  if (at - 1 < sentence.start) return true;
  if (before.kind === 'mark' && !passage.quoting[at - 1]?.mark) return true;
  return [
    'ان',
    'لكن',
    'ولكن',
    'اما',
    'واما',
    'بينما',
    'فيما',
    'وفيما',
    'حين',
    'فان',
    'وان',
    'حيث',
    'كما',
    'الا',
    'فيما',
    'وبينما',
    'بان',
    'كان',
    'كانت',
    'الى',
    'من',
    'عن',
    'على',
    'مع',
    'في',
  ].includes(before.folded);
}

function conjunctionLead(passage: Passage, at: number): number {
  const entity = passage.entities[at];
  const start = passage.line.start + (passage.tokens[at] as Token).start;
  return entity && entity.start > start ? entity.start - start : 0;
}

/** A subject before its verb must be a name, a definite noun, or a generic speaker: else any words would do. */
function isSubjectLike(passage: Passage, phrase: Phrase): boolean {
  if (phrase.entity) return true;
  const head = passage.tokens[phrase.first] as Token;
  if (/^(و|ف)?(لكنه|لكنها|لكنهم|هو|هي|هم|انه|انها|انهم|وهو|وهي|لانه|لانها|مما|ما|من)$/.test(head.folded))
    return false;
  return head.kind === 'word' && phrase.last - phrase.first <= 6 && !/^[يت].{3}/.test(head.folded);
}

/**
 * The speaker whom a verb without subject takes over: the latest of the paragraph who agrees with the verb, else the
 * latest of the paragraph, else the latest of those before who agrees, else the latest.
 */
export function droppedSpeaker(discourse: Discourse, cue: Cue, paragraphStart: number): Speaker | null {
  const { speakers } = discourse;
  const latest = speakers[speakers.length - 1];
  if (!latest) return null;
  const gender: Gender = cue.agreement === 'f' ? 'f' : cue.agreement === '-' ? null : 'm';
  const agrees = (speaker: Speaker): boolean =>
    gender === null || speaker.gender === null || speaker.gender === gender;
  const recent = speakers.slice(-4).reverse();
  const inParagraph = recent.filter((speaker) => speaker.start >= paragraphStart);
  const chosen = inParagraph.find(agrees) ?? inParagraph[0] ?? recent.find(agrees) ?? latest;
  return { ...chosen, named: false };
}

/** The phrase behind a preposition at `at` ("عن بيسكوف", "لمسؤولين"): `attached` tells that it is written onto the noun. */
export function phraseBehindPreposition(
  passage: Passage,
  at: number,
  until: number,
  cueAt: ReadonlyMap<number, Cue>,
  attached: boolean,
): Phrase | null {
  const token = passage.tokens[at];
  if (!token || at >= until) return null;
  if (!attached) return parsePhrase(passage, at, until, cueAt);
  if (fold(token.text) === 'ل' || fold(token.text) === 'لل')
    return parsePhrase(passage, at + 1, until, cueAt);
  if (!token.folded.startsWith('ل')) return null;
  return withApposition(passage, parsePhrase(passage, at, until, cueAt, leadOf(token)), until, cueAt);
}

const leadOf = (token: Token): number => {
  let i = 1;
  while (i < token.text.length && /[\u0640\u064b-\u065f\u0670]/.test(token.text.charAt(i))) i++;
  return i;
};

const withApposition = (
  passage: Passage,
  phrase: Phrase | null,
  until: number,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null => phrase && preferApposition(passage, phrase, { start: 0, end: until }, cueAt);

export { toPhrase };
