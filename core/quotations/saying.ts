import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { issuerOf } from './appositions.ts';
import { isNested, recent, standsInContent } from './attribution.ts';
import type { Attribution, Complement, Context } from './attribution.ts';
import { contentOf, findComplement } from './complements.ts';
import { contentFrom, trimEnd } from './contents.ts';
import type { Content } from './contents.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { headWord, isAgent, isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { findSubject } from './subjects.ts';
import { droppedVoice, genderOf, headOf, takenOver, voiceOf, voiceOfName } from './voices.ts';
import type { Voice } from './voices.ts';

/** Verbs, participles and verbal nouns of saying. */
export function attributeSaying(context: Context, cue: Cue, carried: Voice | null): Attribution | null {
  const { passage, sentence, cueAt, found } = context;
  const noun = cue.part === 'noun';
  const pronoun = noun && cue.agreement !== '-';
  const place = noun ? null : placeOfStatement(passage, cue, sentence, cueAt);
  const nearest =
    place ??
    (pronoun
      ? null
      : noun
        ? parsePhrase(passage, cue.last + 1, sentence.end, cueAt)
        : takesObject(cue, found)
          ? null
          : findSubject(passage, cue, sentence, cueAt));
  const complement = findComplement(context, cue, nearest && nearest.first > cue.last ? nearest : null);
  // "أعلن استقالته", "كشف المستور": with nothing reported, what stands behind the verb may be its object.
  const subject = nearest && mayBeObject(context, cue, nearest, complement) ? null : nearest;
  const behind = subject && subject.first > cue.last ? subject : null;
  const stands =
    (!cue.weak && !isNounToo(passage, cue)) ||
    cue.part !== 'verb' ||
    standsAsVerb(passage, cue, sentence, subject);
  if (!stands || (cue.part === 'verb' && isFact(context, cue, subject))) return null;
  if ((cue.weak || noun) && !isClose(passage, cue, behind, complement)) {
    if (!noun && subject && isAgent(passage, subject) && !standsInContent(found, cue))
      context.bare.push(voiceOf(passage, subject, genderOf(cue)));
    return null;
  }
  if (noun && !subject && !pronoun && !carried) return null;
  const voice = subject
    ? voiceOf(
        passage,
        subject,
        genderOf(cue),
        (cue.class === 'say' && complement !== null) || context.surroundings.knows(headOf(passage, subject)),
      )
    : (carried ??
      earlierVoice(context, cue) ??
      openingVoice(passage, cue, sentence) ??
      droppedVoice(passage, cue));
  const content = contentOf(context, cue, complement);
  if (!complement) {
    const trailing = trailingSpeech(context, cue, behind);
    if (trailing)
      return { cue, voice, complement, content: trailing.content, position: 'behind', rule: 'cue-behind' };
  }
  return { cue, voice, complement, content, position: 'front', rule: ruleOf(complement) };
}

/** Verbs by which facts show something as often as studies do: they need somebody to be their subject. */
const SHOWING = /^[وف]?(?:اثبت|[يت]ثبت|اظهر|[يت]ظهر)(?:ت|وا)?$/;

/** "أثبت التاريخ أن", "ويظهر أن": nobody says it. */
function isFact({ passage, surroundings }: Context, cue: Cue, subject: Phrase | null): boolean {
  const word = passage.tokens[cue.first]?.folded ?? '';
  if (!SHOWING.test(word)) return false;
  if (!subject) return /^[وف]?[يت]/.test(word);
  return !isAgent(passage, subject) && !surroundings.knows(headOf(passage, subject));
}

/** "أعلن استقالته", "كشف المستور": where nothing is reported, what stands behind the verb may be its object. */
function mayBeObject(context: Context, cue: Cue, phrase: Phrase, complement: Complement | null): boolean {
  if (complement || phrase.first < cue.first) return false;
  if (isAgent(context.passage, phrase) || context.surroundings.knows(headOf(context.passage, phrase)))
    return false;
  // Two words without article may be a name that no list knows.
  const nameless = phrase.first === phrase.last || headWord(context.passage, phrase).startsWith('ال');
  return nameless || cue.class === 'act' || cue.class === 'think';
}

const ruleOf = (complement: Complement | null): string =>
  complement?.type === 'clause'
    ? 'clause-after-cue'
    : complement?.type === 'colon'
      ? 'colon-after-cue'
      : 'cue';

/** "أعرب كيربي عن قلقه ودعا النظام إلى …": behind a second verb of acting on others stands whom it acts on. */
const takesObject = (cue: Cue, found: readonly Attribution[]): boolean =>
  cue.class === 'act' &&
  cue.part === 'verb' &&
  cue.conjoined &&
  recent(found).some((other) => other.voice.named);

/** "وجاء في بيان للوزارة: …", "ورد في تقرير …": the statement itself speaks. */
function placeOfStatement(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const word = passage.tokens[cue.last]?.folded ?? '';
  if (!/^[وف]?(?:جاء|جاءت|ورد|وردت)$/.test(word)) return null;
  const adverb = ['ايضا', 'كذلك'].includes(passage.tokens[cue.last + 1]?.folded ?? '') ? 1 : 0;
  if (passage.tokens[cue.last + 1 + adverb]?.folded !== 'في') return null;
  const statement = parsePhrase(passage, cue.last + 2 + adverb, sentence.end, cueAt);
  return statement && issuerOf(passage, statement, sentence.end, cueAt);
}

/** Whether the complement stands right behind a cue that counts only so. */
function isClose(passage: Passage, cue: Cue, subject: Phrase | null, complement: Complement | null): boolean {
  if (!complement) return false;
  const distance = complement.at - (subject ? subject.last : cue.last);
  const agent =
    subject !== null &&
    (isAgent(passage, subject) || (cue.class === 'say' && headWord(passage, subject).startsWith('ال')));
  if (complement.colon) return distance <= 12;
  if (complement.type !== 'clause') return distance <= (agent && complement.long ? 12 : 2);
  const apposition = agent && '،,'.includes(passage.tokens[subject.last + 1]?.text ?? 'x');
  return distance <= (apposition ? 16 : agent ? 8 : 4);
}

/** Third persons that are spelt like their verbal noun: "كشف", "ذكر". Right before a particle they are verbs. */
const isNounToo = (passage: Passage, cue: Cue): boolean =>
  /^(?:كشف|ذكر|نفي|وصف|شكر|زعم|شرح|نصح|وعد|حث)$/.test(passage.tokens[cue.first]?.folded ?? '') &&
  !isContentParticle(passage.tokens[cue.last + 1]);

/** Whether a word that is a noun as often as a verb stands where verbs stand: at a clause's start, or behind its subject. */
export function standsAsVerb(passage: Passage, cue: Cue, sentence: Span, subject: Phrase | null): boolean {
  // "عبر" and "بين" are prepositions more often than verbs.
  const preposition = /^(?:عبر|بين)$/.test(passage.tokens[cue.first]?.folded ?? '');
  if (preposition && !cue.conjoined && !startsSubject(passage, cue.last + 1)) return false;
  if (cue.conjoined || cue.first === sentence.start) return true;
  // "لافتات كتب عليها"
  if (WRITTEN_ON.has(passage.tokens[cue.last + 1]?.folded ?? '')) return true;
  if (WRITTEN_ON.has(passage.tokens[cue.last + 2]?.folded ?? '')) return true;
  if (!preposition && subject && subject.last < cue.first && subject.entity) return true;
  if (/^[يت]/.test(passage.tokens[cue.first]?.folded ?? '')) return true;
  const before = passage.tokens[cue.first - 1] as Token;
  return (before.kind === 'mark' && !passage.quoting[cue.first - 1]?.mark) || VERB_LEADS.has(before.folded);
}

const WRITTEN_ON = new Set(['عليها', 'عليه', 'فيها', 'فيه', 'بعضها', 'احداها']);

/** Whether a person, a definite noun or a particle stands at a token, as behind a verb. */
const startsSubject = (passage: Passage, at: number): boolean => {
  const token = passage.tokens[at];
  return (
    token !== undefined &&
    (isContentParticle(token) ||
      token.folded.startsWith('ال') ||
      passage.entities[at]?.label === 'PER' ||
      passage.entities[at]?.label === 'OCC')
  );
};

/** Words before a verb. */
const VERB_LEADS = new Set(
  `قد وقد فقد لقد كما كان كانت ثم لم لا حيث الذي التي ما فيما بينما حين اذ ان هكذا وهو جانبه جانبها بدوره بدورها انه انها لكنه
   لكنها`.split(/\s+/),
);

/** Who spoke last in the sentence in the text's own voice; frames ("بحسب …") come second. */
function earlierVoice({ passage, found, bare }: Context, cue: Cue): Voice | null {
  const gender = genderOf(cue);
  const own = recent(found).filter(
    (other) =>
      !isNested(found, other) &&
      (other.content !== null || !isRelative(passage, other.cue)) &&
      !(gender && other.voice.gender && gender !== other.voice.gender),
  );
  const saying = own.findLast((other) => other.position === 'front' && !other.rule.startsWith('frame'));
  const latest = saying?.voice ?? null;
  const silent = bare[bare.length - 1] ?? null;
  const later = (silent?.mention?.start ?? -1) > (latest?.mention?.start ?? -1);
  const voice =
    silent && (!latest || (later && cue.part !== 'verb')) ? silent : (latest ?? own.at(-1)?.voice);
  return voice ? takenOver(voice) : null;
}

/** Whether a cue's verb stands in a relative clause: "القرار الذي قضى بـ…، معتبرا" goes back to another subject. */
const isRelative = ({ tokens }: Passage, cue: Cue): boolean =>
  ['الذي', 'التي', 'الذين', 'والذي', 'والتي'].includes(tokens[cue.first - 1]?.folded ?? '');

/** How many tokens into a sentence its first person is looked for. */
const FAR = 60;

/** "وفي سياق متصل، تطرق لافروف إلى …، فقال": the first person of the sentence, where a verb with ف takes the story up. */
function openingVoice(passage: Passage, cue: Cue, sentence: Span): Voice | null {
  const before = passage.tokens[cue.first - 1]?.folded ?? '';
  const resumes =
    (cue.conjoined && passage.tokens[cue.first]?.folded.startsWith('ف')) ||
    ['فقد', 'حيث', 'ما', 'بما', 'مما', 'ثم', 'بان'].includes(before) ||
    (cue.part === 'verb' && passage.tokens[cue.first]?.folded.startsWith('ل'));
  if (!resumes || cue.first - sentence.start < 3) return null;
  for (let i = sentence.start; i < Math.min(cue.first, sentence.start + FAR); i++) {
    const entity = passage.entities[i];
    if (entity?.label === 'PER' || (entity?.label === 'ORG' && before === 'ما'))
      return voiceOfName(entity, genderOf(cue));
  }
  return null;
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
