import type { Span } from '../text/span.ts';
import { issuerOf, preferApposition } from './appositions.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { betweenAuxiliaryAndVerb, nameRightBefore, subjectBefore, topicBefore } from './subjects-before.ts';
import { CLASSIFIERS, GENERIC_SPEAKERS, PHRASE_BOUNDARIES } from './words.ts';

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
    const between = betweenAuxiliaryAndVerb(passage, cue, sentence, cueAt);
    if (between) return between;
    const behind = subjectBehind(passage, cue, sentence, cueAt);
    if (behind) return behind;
    return subjectBefore(passage, cue, sentence, cueAt);
  }
  return null;
}

function subjectBehind(
  passage: Passage,
  cue: Cue,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const { tokens } = passage;
  let from = cue.last + 1;
  for (let skipped = 0; skipped < 2 && isAdverb(passage, from); skipped++) from++;
  if (tokens[from]?.text === '(') return inBrackets(passage, from, sentence, cueAt);
  const addressee = addresseeEnd(passage, from, sentence, cueAt);
  if (addressee > from) {
    const comma = '،,'.includes(tokens[addressee]?.text ?? 'x');
    const next = passage.entities[comma ? addressee + 1 : addressee]?.label;
    const named = next === 'OCC' || next === 'PER';
    if (!named && !comma) return null;
    const phrase = parsePhrase(passage, comma ? addressee + 1 : addressee, sentence.end, cueAt);
    return phrase && (named || isPost(passage, phrase))
      ? preferApposition(passage, phrase, sentence, cueAt)
      : null;
  }
  const phrase = parsePhrase(passage, from, sentence.end, cueAt);
  if (!phrase) return cue.class === 'say' || cue.class === 'state' ? oneWord(passage, from, sentence) : null;
  if (passage.quoting[from]?.mark && !isNameInMarks(passage, phrase, sentence)) return null;
  return preferApposition(passage, issuerOf(passage, phrase, sentence.end, cueAt), sentence, cueAt);
}

/** Whether a phrase calls somebody by a post or trade. */
const isPost = (passage: Passage, phrase: Phrase): boolean =>
  GENERIC_SPEAKERS.has(passage.tokens[phrase.first]?.folded ?? '');

/** An adverb of the list, or how somebody speaks: "قال ضاحكا", "أجاب خَجلاً". */
function isAdverb({ tokens, entities }: Passage, at: number): boolean {
  const token = tokens[at];
  if (!token || token.kind !== 'word') return false;
  if (ADVERBS.has(token.folded)) return true;
  if (entities[at]) return false;
  return (
    /\u064b/.test(token.text.slice(-2)) || /^(?:ضاحكا|باكيا|ساخرا|غاضبا|م[^ا].{2,}ا)$/.test(token.folded)
  );
}

/** "قال (ائتلاف ألعاب الفيديو) إن", "يقول (خالد):": the whole of what stands in brackets right behind the verb. */
function inBrackets(
  passage: Passage,
  at: number,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
): Phrase | null {
  const phrase = parsePhrase(passage, at + 1, sentence.end, cueAt);
  return phrase && passage.tokens[phrase.last + 1]?.text === ')' ? phrase : null;
}

/** "وقال ولايتي إن": the one word between a verb and what is said names whoever says it, be it spelt like any other. */
function oneWord(passage: Passage, at: number, sentence: Span): Phrase | null {
  const { tokens, quoting } = passage;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || at + 1 >= sentence.end || token.kind !== 'word' || token.folded.length < 3)
    return null;
  if (PHRASE_BOUNDARIES.has(token.folded) || isContentParticle(token)) return null;
  if (/(?:ه|ها|هم)$/.test(token.folded) && !token.text.endsWith('ة')) return null;
  if (!isContentParticle(next) && next.text !== ':' && !quoting[at + 1]?.mark) return null;
  return { first: at, last: at, start: token.start, end: token.end, entity: passage.entities[at] ?? null };
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
    (entity && entity.start > token.start) ||
    CLASSIFIERS.has(rest) ||
    GENERIC_SPEAKERS.has(rest) ||
    ADDRESSEES.has(rest);
  if (!addressed || entity?.start === token.start) return from;
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
  if (isContentParticle(token) || token.text === ':' || passage.quoting[next]?.mark) return true;
  if (['الي', 'علي', 'من'].includes(token.folded) || token.folded.startsWith('ال')) return true;
  // "أعلنت "ألفا"، الشركة الأم، أن": the clause comes behind an apposition.
  if (!'،,'.includes(token.text)) return false;
  for (let i = next + 1; i < Math.min(sentence.end, next + 20); i++) {
    if (passage.quoting[i]?.mark) return false;
    if (isContentParticle(passage.tokens[i])) return true;
  }
  return false;
}
