import type { Span } from '../text/span.ts';
import { issuerOf, preferApposition } from './appositions.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { betweenAuxiliaryAndVerb, nameRightBefore, subjectBefore, topicBefore } from './subjects-before.ts';
import { CLASSIFIERS, GENERIC_SPEAKERS } from './words.ts';

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
