import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { contentEnd, contentFrom, trimEnd } from './contents.ts';
import type { Content } from './contents.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { keepPlausible } from './plausible.ts';
import { droppedSpeaker, findSubject, issuerOf, phraseBehindPreposition, speakerOf } from './speakers.ts';
import type { Discourse, Gender, Speaker } from './speakers.ts';
import { OTHER_GOVERNORS, PARTICLE_PREPOSITIONS } from './words.ts';

/** What a cue governs. */
export type Complement =
  /** A clause behind إن, أن, بأن …; `at` is the token behind the particle. */
  | { readonly type: 'clause'; readonly at: number; readonly colon: false }
  /** Whatever stands behind a colon. */
  | { readonly type: 'colon'; readonly at: number; readonly colon: true }
  /** Words in marks; `at` is the token of the opening mark, `colon` tells whether one stands before it. */
  | { readonly type: 'marks'; readonly at: number; readonly colon: boolean };

/** A cue with its speaker and what it reports. */
export interface Attribution {
  readonly cue: Cue;
  readonly speaker: Speaker | null;
  readonly complement: Complement | null;
  /** The reported clause outside of marks, if there is one. */
  readonly content: Content | null;
  /** Where the cue stands to its words. */
  readonly position: 'front' | 'behind';
  /** The name of the rule, as the quotation's source tells it. */
  readonly rule: string;
}

/** The attributions of one sentence, in order of their cues. Notes each named speaker in `discourse`. */
export function attribute(
  passage: Passage,
  sentence: Span,
  candidates: readonly Cue[],
  discourse: Discourse,
): Attribution[] {
  const cues = keepPlausible(passage, sentence, candidates);
  const cueAt = new Map(cues.map((cue) => [cue.first, cue]));
  const found: Attribution[] = [];
  const bare: Speaker[] = [];
  let carried: Speaker | null = null;
  for (const cue of cues) {
    const context: Context = { passage, sentence, cues, cueAt, discourse, found, bare };
    if (cue.class === 'carry' || cue.class === 'source') {
      const result = attributeCarried(context, cue);
      carried = result.carried;
      if (result.attribution) found.push(result.attribution);
      continue;
    }
    if (cue.part === 'passive') continue;
    const attribution =
      cue.class === 'frame' || cue.class === 'frame-to'
        ? attributeFrame(context, cue)
        : attributeSaying(context, cue, cue.part === 'noun' ? carried : null);
    if (!attribution || continuesClause(found, attribution)) continue;
    if (attribution.speaker?.named && !isNested(found, attribution))
      discourse.speakers.push(attribution.speaker);
    found.push(attribution);
  }
  return nearestOnly(found);
}

/** "قالوا إنهم يتوقعون أن": what the reported clause itself goes on with. */
const continuesClause = (found: readonly Attribution[], attribution: Attribution): boolean =>
  (attribution.cue.class === 'think' || attribution.cue.class === 'act') &&
  attribution.cue.part === 'verb' &&
  found.some((other) => other.content?.first === attribution.cue.first);

/** Of cues that reach for one clause the nearest has it: "ذكرت الوكالة نقلا عن مسؤول قوله إن …" is the official's. */
const nearestOnly = (found: readonly Attribution[]): Attribution[] =>
  found.filter(
    (attribution, i) =>
      attribution.complement?.type !== 'clause' ||
      !found
        .slice(i + 1, i + 4)
        .some(
          (later) =>
            later.complement?.type === 'clause' && later.complement.at === attribution.complement?.at,
        ),
  );

/** Whether an attribution stands inside a clause that an earlier one reports: its speaker is not the text's own. */
const isNested = (found: readonly Attribution[], attribution: Attribution): boolean =>
  found.some(
    (other) =>
      other !== attribution &&
      other.content !== null &&
      other.content.first <= attribution.cue.first &&
      attribution.cue.last < other.content.end,
  );

/** Who spoke last in the sentence in the text's own voice; frames ("بحسب …") come second. */
function speakerInSentence(
  found: readonly Attribution[],
  bare: readonly Speaker[],
  cue: Cue,
): Speaker | null {
  const own = found.filter((other) => other.speaker !== null && !isNested(found, other));
  const sayings = own.filter((other) => other.position === 'front' && !other.rule.startsWith('frame'));
  const latest = sayings[sayings.length - 1]?.speaker ?? null;
  const silent = bare[bare.length - 1] ?? null;
  if (silent && (!latest || (silent.start > latest.start && cue.part !== 'verb'))) return silent;
  return latest ?? own[own.length - 1]?.speaker ?? null;
}

const genderOf = (cue: Cue): Gender => (cue.agreement === 'f' ? 'f' : cue.agreement === '-' ? null : 'm');

/** "وفي سياق متصل، تطرق لافروف إلى …، فقال": the first person of the sentence, where a verb with ف takes the story up. */
function openingSpeaker(passage: Passage, cue: Cue, sentence: Span): Speaker | null {
  const before = passage.tokens[cue.first - 1]?.folded ?? '';
  const resumes =
    (cue.conjoined && passage.tokens[cue.first]?.folded.startsWith('ف')) ||
    ['فقد', 'حيث', 'ما', 'بما', 'مما', 'ثم', 'بان'].includes(before) ||
    (cue.part === 'verb' && passage.tokens[cue.first]?.folded.startsWith('ل'));
  if (!resumes || cue.first - sentence.start < 3) return null;
  for (let i = sentence.start; i < cue.first; i++) {
    const entity = passage.entities[i];
    if (entity?.label === 'PER' || (entity?.label === 'ORG' && before === 'ما'))
      return {
        start: entity.start,
        end: entity.end,
        canonical: entity.canonical,
        named: true,
        gender: genderOf(cue),
      };
  }
  return null;
}

interface Context {
  readonly passage: Passage;
  readonly sentence: Span;
  readonly cues: readonly Cue[];
  readonly cueAt: ReadonlyMap<number, Cue>;
  readonly discourse: Discourse;
  readonly found: readonly Attribution[];
  /** Subjects of words that turned out to report nothing themselves: "وعلق هاميلتون على السباق بالقول". */
  readonly bare: Speaker[];
}

/** Verbs, participles and verbal nouns of saying. */
function attributeSaying(context: Context, cue: Cue, carried: Speaker | null): Attribution | null {
  const { passage, sentence, cueAt, discourse, found } = context;
  const noun = cue.part === 'noun';
  const pronoun = noun && cue.agreement !== '-';
  const place = noun ? null : placeOfStatement(passage, cue, sentence, cueAt);
  const subject =
    place ??
    (pronoun
      ? null
      : noun
        ? parsePhrase(passage, cue.last + 1, sentence.end, cueAt)
        : takesObject(cue, found)
          ? null
          : findSubject(passage, cue, sentence, cueAt));
  const behind = subject && subject.first > cue.last ? subject : null;
  const complement = findComplement(context, cue, behind);
  const stands =
    (!cue.weak && !isNounToo(passage, cue)) ||
    cue.part !== 'verb' ||
    standsAsVerb(passage, cue, sentence, subject);
  if (!stands) return null;
  if ((cue.weak || noun) && !isClose(cue, behind, complement)) {
    if (!noun && subject) context.bare.push(speakerOf(passage, subject, discourse, genderOf(cue)));
    return null;
  }
  if (noun && !subject && !pronoun && !carried) return null;
  let speaker: Speaker | null = null;
  if (subject) speaker = speakerOf(passage, subject, discourse, genderOf(cue));
  else if (carried) speaker = carried;
  else {
    const earlier = speakerInSentence(found, context.bare, cue);
    speaker = earlier
      ? { ...earlier, named: false }
      : (openingSpeaker(passage, cue, sentence) ?? droppedSpeaker(discourse, cue, passage.line.start));
  }
  const content = contentOf(context, cue, complement);
  if (!complement) {
    const trailing = trailingSpeech(context, cue, behind);
    if (trailing)
      return { cue, speaker, complement, content: trailing.content, position: 'behind', rule: 'cue-behind' };
  }
  return { cue, speaker, complement, content, position: 'front', rule: ruleOf(complement) };
}

/** "أعرب كيربي عن قلقه ودعا النظام إلى …": behind a second verb of acting on others stands whom it acts on. */
const takesObject = (cue: Cue, found: readonly Attribution[]): boolean =>
  cue.class === 'act' && cue.part === 'verb' && cue.conjoined && found.some((other) => other.speaker?.named);

const ruleOf = (complement: Complement | null): string =>
  complement?.type === 'clause'
    ? 'clause-after-cue'
    : complement?.type === 'colon'
      ? 'colon-after-cue'
      : 'cue';

/** "وجاء في بيان للوزارة: …", "ورد في تقرير …": the statement itself speaks. */
function placeOfStatement(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const word = passage.tokens[cue.last]?.folded ?? '';
  if (!/^[وف]?(جاء|جاءت|ورد|وردت)$/.test(word)) return null;
  const next = passage.tokens[cue.last + 1]?.folded;
  if (next !== 'في') return null;
  const statement = parsePhrase(passage, cue.last + 2, sentence.end, cueAt);
  return statement && issuerOf(passage, statement, sentence.end, cueAt);
}

/** Whether the complement stands right behind a cue that counts only so. */
function isClose(cue: Cue, subject: Phrase | null, complement: Complement | null): boolean {
  if (!complement) return false;
  const end = subject ? subject.last : cue.last;
  return (
    complement.at - end <=
    (complement.type === 'clause' ? (subject?.entity ? 8 : 4) : complement.colon ? 12 : 2)
  );
}

/** Third persons that are spelt like their verbal noun: "كشف", "ذكر". Right before a particle they are verbs. */
const isNounToo = (passage: Passage, cue: Cue): boolean =>
  /^(كشف|ذكر|نفي|وصف|شكر|زعم|شرح|نصح|وعد|حث)$/.test(passage.tokens[cue.first]?.folded ?? '') &&
  !isContentParticle(passage.tokens[cue.last + 1]);

/** Whether a word that is a noun as often as a verb stands where verbs stand: at a clause's start, or behind its subject. */
function standsAsVerb(passage: Passage, cue: Cue, sentence: Span, subject: Phrase | null): boolean {
  if (cue.conjoined || cue.first === sentence.start) return true;
  if (subject && subject.last < cue.first && subject.entity) return true;
  if (/^[يت]/.test(passage.tokens[cue.first]?.folded ?? '')) return true;
  const before = passage.tokens[cue.first - 1] as Token;
  return (before.kind === 'mark' && !passage.quoting[cue.first - 1]?.mark) || VERB_LEADS.has(before.folded);
}

const VERB_LEADS = new Set([
  'قد',
  'وقد',
  'فقد',
  'لقد',
  'كما',
  'كان',
  'كانت',
  'ثم',
  'لم',
  'لا',
  'حيث',
  'الذي',
  'التي',
  'ما',
  'فيما',
  'بينما',
  'حين',
  'اذ',
  'ان',
  'هكذا',
  'وهو',
  'جانبه',
  'جانبها',
  'بدوره',
  'بدورها',
  'انه',
  'انها',
  'لكنه',
  'لكنها',
]);

/** Words before a colon that opens a list. */
const LISTING = new Set(['التاليه', 'الاتيه', 'التالي', 'الاتي', 'هي', 'وهي', 'هم', 'وهم']);

/** Looks for what a cue governs: forward to the first particle, colon or quotation, not past another verb of saying. */
function findComplement(context: Context, cue: Cue, subject: Phrase | null): Complement | null {
  const { passage, sentence, cueAt } = context;
  const { tokens, quoting } = passage;
  const from = cue.last + 1;
  for (let i = from; i < sentence.end; i++) {
    const token = tokens[i] as Token;
    const state = quoting[i];
    if (
      state?.mark &&
      opensStretch(passage, i) &&
      !(subject && i >= subject.first - 1 && i <= subject.last)
    ) {
      if (
        quoting[i + 1]?.opaque ||
        i === from ||
        (subject && i === subject.last + 1) ||
        tokens[i - 1]?.text === ':'
      )
        return { type: 'marks', at: i, colon: tokens[i - 1]?.text === ':' };
      continue;
    }
    if (state && state.stretch >= 0) continue;
    if (token.text === ':' && !(subject && i < subject.last)) {
      if (i + 1 >= sentence.end || (tokens[i + 1]?.kind === 'number' && !tokens[i + 1]?.spaced)) continue;
      if (LISTING.has(tokens[i - 1]?.folded ?? '') && cue.weak) continue;
      if (isContentParticle(tokens[i + 1])) return { type: 'clause', at: i + 2, colon: false };
      return quoting[i + 1]?.mark
        ? { type: 'marks', at: i + 1, colon: true }
        : { type: 'colon', at: i + 1, colon: true };
    }
    if (isContentParticle(token) && i <= from + 40 && acceptsParticle(passage, cue, i, subject))
      return { type: 'clause', at: token.folded === 'الا' ? i : i + 1, colon: false };
    const other = cueAt.get(i);
    if (other && blocks(passage, other)) return null;
  }
  return null;
}

function opensStretch(passage: Passage, i: number): boolean {
  const next = passage.quoting[i + 1];
  return next !== undefined && next.stretch >= 0 && next.stretch !== passage.quoting[i - 1]?.stretch;
}

function blocks(passage: Passage, cue: Cue): boolean {
  if (cue.part !== 'verb' && cue.part !== 'participle') return false;
  if (isContentParticle(passage.tokens[cue.last + 1])) return true;
  return !cue.weak && (cue.class === 'say' || cue.class === 'state');
}

function acceptsParticle(passage: Passage, cue: Cue, at: number, subject: Phrase | null): boolean {
  const { tokens } = passage;
  const token = tokens[at] as Token;
  const before = tokens[at - 1] as Token;
  if (at === cue.last + 1) return token.folded !== 'الا' || cue.class === 'think' || cue.class === 'act';
  if (token.folded === 'الا') return false;
  if (subject && at === subject.last + 1) return true;
  if (token.folded.startsWith('ب')) return true;
  if (token.text.startsWith('إ'))
    return !['حيث', 'اذ', 'بل', 'الا', 'لكن', 'حتي', 'ثم'].includes(before.folded);
  if (before.kind === 'mark') return true;
  if (PARTICLE_PREPOSITIONS.has(before.folded)) return cue.class !== 'say' || before.folded !== 'من';
  if (OTHER_GOVERNORS.has(before.folded) || /^[يت]..../.test(before.folded)) return false;
  if (at - cue.last > 24) return false;
  // A bare noun before أن has the clause for itself: "قرار أن", "فكرة أن".
  return (
    passage.entities[at - 1] != null ||
    before.kind !== 'word' ||
    /^ال|ا$/.test(before.folded) ||
    at - cue.last <= 6
  );
}

function contentOf(context: Context, cue: Cue, complement: Complement | null): Content | null {
  const { passage, sentence, cueAt } = context;
  if (!complement || complement.type === 'marks') return null;
  if (complement.type === 'colon' && (cue.class === 'act' || (cue.weak && cue.class !== 'say'))) return null;
  if (isQuotedWhole(passage, complement.at, sentence)) return null;
  const end = contentEnd(passage, complement.at, sentence, cueAt, complement.type === 'colon');
  return contentFrom(passage, complement.at, end, false);
}

/** Whether a quotation opens at token `at` and a comma, a full stop or nothing stands behind it: the clause is wholly in marks. */
function isQuotedWhole(passage: Passage, at: number, sentence: Span): boolean {
  const { quoting, tokens } = passage;
  if (!quoting[at]?.mark || !quoting[at + 1]?.opaque) return false;
  let end = at + 1;
  while (end < sentence.end && quoting[end]?.opaque) end++;
  if (quoting[end]?.mark) end++;
  return end >= sentence.end || '.،,؛:'.includes(tokens[end]?.text ?? 'x');
}

/** "…"، قال كيم — and the same without marks, where the sentence ends with the speaker. */
function trailingSpeech(
  context: Context,
  cue: Cue,
  subject: Phrase | null,
): { readonly content: Content | null } | null {
  const { passage, sentence, found } = context;
  if (cue.conjoined || cue.class !== 'say' || cue.part !== 'verb' || cue.first <= sentence.start) return null;
  let before = cue.first - 1;
  if (['كما', 'هكذا', 'بهذا'].includes(passage.tokens[before]?.folded ?? '')) before--;
  if (passage.tokens[before]?.kind !== 'mark') return null;
  const quoteEnd = passage.quoting[before]?.mark ? before : before - 1;
  if (passage.quoting[quoteEnd]?.mark) return { content: null };
  if (!subject || found.length > 0 || sentence.end - subject.last > 3 || before - sentence.start < 4)
    return null;
  const end = trimEnd(passage, sentence.start, before);
  return { content: contentFrom(passage, sentence.start, end, true) };
}

/** بحسب X، وفقا لـX، حسبما ذكر X: in front of the clause, or behind it. */
function attributeFrame(context: Context, cue: Cue): Attribution | null {
  const { passage, sentence, cueAt, discourse, found } = context;
  const { tokens } = passage;
  let speaker: Speaker | null = null;
  let end = cue.last;
  if (cue.part === 'pronoun') {
    const earlier = found.findLast((other) => other.speaker !== null);
    speaker = earlier?.speaker ?? droppedSpeaker(discourse, cue, passage.line.start);
    if (!speaker) return null;
    speaker = { ...speaker, named: false };
  } else {
    const named = framePhrase(context, cue);
    const phrase = named && issuerOf(passage, named, sentence.end, cueAt);
    if (!phrase) return null;
    end = phrase.last;
    speaker = speakerOf(passage, phrase, discourse, null);
  }
  const before = tokens[cue.first - 1];
  const front =
    cue.first === sentence.start ||
    (cue.conjoined && (before?.kind === 'mark' || cue.first - sentence.start < 2)) ||
    cue.first - sentence.start <= 1;
  if (front) {
    let from = end + 1;
    const reach = appositionEnd(passage, from, sentence);
    if (reach > from) from = reach;
    while (from < sentence.end && ['،', ',', ':', '-', ')'].includes(tokens[from]?.text ?? '')) from++;
    if (['فان', 'ان'].includes(tokens[from]?.folded ?? '') || isContentParticle(tokens[from])) from++;
    else if (/^فا?ن(ه|ها|هم)?$/.test(tokens[from]?.folded ?? '')) from++;
    if (quotedAt(passage, from))
      return {
        cue,
        speaker,
        complement: { type: 'marks', at: from, colon: false },
        content: null,
        position: 'front',
        rule: 'frame-in-front',
      };
    const stop = contentEnd(passage, from, sentence, cueAt);
    const content = contentFrom(passage, from, stop, true);
    return { cue, speaker, complement: null, content, position: 'front', rule: 'frame-in-front' };
  }
  const earlier = found.findLast((other) => other.content !== null || other.complement !== null);
  let from = sentence.start;
  if (earlier) {
    // Two attributions round one clause: the original speaker counts.
    if (!earlier.content)
      return { cue, speaker, complement: null, content: null, position: 'behind', rule: 'frame-behind' };
    if (trimEnd(passage, earlier.content.first, cue.first) <= earlier.content.end)
      return {
        cue,
        speaker: { ...speaker, named: false },
        complement: null,
        content: null,
        position: 'behind',
        rule: 'frame-behind',
      };
    from = earlier.content.end;
    while (from < cue.first && (tokens[from]?.kind === 'mark' || tokens[from]?.folded === 'وذلك')) from++;
    if (cue.first - from < 3 || earlier.position === 'behind') return behindNothing(cue, speaker);
  } else if (
    found.some(
      (other) =>
        other.cue.class !== 'frame' &&
        other.speaker !== null &&
        other.cue.part === 'verb' &&
        !other.cue.weak &&
        other.cue.first - sentence.start < 2,
    )
  ) {
    return {
      cue,
      speaker: { ...speaker, named: false },
      complement: null,
      content: null,
      position: 'behind',
      rule: 'frame-behind',
    };
  }
  const content = contentFrom(passage, from, trimEnd(passage, from, cue.first), true);
  return { cue, speaker, complement: null, content, position: 'behind', rule: 'frame-behind' };
}

const quotedAt = (passage: Passage, at: number): boolean =>
  passage.quoting[at]?.mark === true && passage.quoting[at + 1]?.opaque === true;

/** A frame behind words that have their speaker already: it stands, and claims nothing. */
const behindNothing = (cue: Cue, speaker: Speaker): Attribution => ({
  cue,
  speaker: { ...speaker, named: false },
  complement: null,
  content: null,
  position: 'behind',
  rule: 'frame-behind',
});

/** The end of "X، المتحدث باسم Y،" behind a frame's name: an apposition that begins with a title. */
function appositionEnd(passage: Passage, from: number, sentence: Span): number {
  if (!'،,'.includes(passage.tokens[from]?.text ?? 'x')) return from;
  if (passage.entities[from + 1]?.label !== 'OCC' && passage.entities[from + 1]?.label !== 'PER') return from;
  for (let i = from + 1; i < Math.min(sentence.end, from + 16); i++)
    if ('،,'.includes(passage.tokens[i]?.text ?? 'x')) return i;
  return from;
}

function framePhrase(context: Context, cue: Cue): Phrase | null {
  const { passage, sentence, cueAt } = context;
  const { tokens } = passage;
  let at = cue.last + 1;
  if (cue.part === 'conjunction') {
    if (['قد', 'كان', 'كانت'].includes(tokens[at]?.folded ?? '')) at++;
    const verb = tokens[at];
    if (!verb || verb.kind !== 'word') return null;
    at++;
    while (
      ['عنه', 'عنها', 'عنهم', 'به', 'بها', 'له', 'لها', 'اليوم', 'امس', 'فيه'].includes(
        tokens[at]?.folded ?? '',
      )
    )
      at++;
    if (tokens[at]?.folded === 'في' || tokens[at]?.folded === 'عن') at++;
    return parsePhrase(passage, at, sentence.end, cueAt);
  }
  if (cue.class === 'frame-to') return phraseBehindPreposition(passage, at, sentence.end, cueAt, true);
  return parsePhrase(passage, at, sentence.end, cueAt);
}

/** نقلت وكالة X عن Y قوله إن …; نقلا عن Y. The words are Y's. */
function attributeCarried(
  context: Context,
  cue: Cue,
): { readonly carried: Speaker | null; readonly attribution: Attribution | null } {
  const { passage, sentence, cueAt, discourse, found, cues } = context;
  const { tokens } = passage;
  const none = { carried: null, attribution: null };
  if (cue.class === 'carry' && cue.part === 'verb' && !standsAsVerb(passage, cue, sentence, null))
    return none;
  let from = cue.last + 1;
  const publisher = cue.class === 'carry' ? parsePhrase(passage, from, sentence.end, cueAt) : null;
  if (publisher) from = publisher.last + 1;
  let phrase: Phrase | null = null;
  if (cue.class === 'source') phrase = parsePhrase(passage, from, sentence.end, cueAt);
  else
    for (let i = from; i < Math.min(sentence.end, from + 14) && !phrase; i++) {
      if (isContentParticle(tokens[i]) || passage.quoting[i]?.opaque) break;
      if (tokens[i]?.folded === 'عن') phrase = parsePhrase(passage, i + 1, sentence.end, cueAt);
    }
  if (cue.class === 'carry' && !phrase && !publisher) return none;
  const source = phrase ?? publisher;
  if (!source) return none;
  const speaker = speakerOf(passage, source, discourse, null);
  const noun = cues.find(
    (other) => other.first > cue.last && other.part === 'noun' && other.agreement !== '-',
  );
  const next = cues.find(
    (other) =>
      other.first > cue.last && (other.part === 'verb' || other.part === 'participle') && !other.weak,
  );
  if (noun && (!next || noun.first < next.first)) return { carried: speaker, attribution: null };
  if (cue.class === 'source') {
    if (found.some((other) => other.content !== null || other.complement !== null))
      return { carried: speaker, attribution: null };
    const behind = sentence.end - source.last <= 3;
    if (!behind || cue.first - sentence.start < 5) return { carried: speaker, attribution: null };
    const content = contentFrom(passage, sentence.start, trimEnd(passage, sentence.start, cue.first), true);
    discourse.speakers.push(speaker);
    return {
      carried: speaker,
      attribution: { cue, speaker, complement: null, content, position: 'behind', rule: 'source-behind' },
    };
  }
  const complement = findComplement(context, cue, phrase ?? publisher);
  if (!complement || complement.at - source.last > 12 || (!phrase && complement.at - source.last > 3))
    return { carried: phrase ? speaker : null, attribution: null };
  discourse.speakers.push(speaker);
  return {
    carried: speaker,
    attribution: {
      cue,
      speaker,
      complement,
      content: contentOf(context, cue, complement),
      position: 'front',
      rule: 'carried',
    },
  };
}
