import type { Span } from '../text/span.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isAgent, isContentParticle, parsePhrase } from './phrases.ts';
import { phraseBehindPreposition } from './appositions.ts';
import { IMPERSONAL, INSTRUMENTS } from './words.ts';

/**
 * Leaves out the words of a sentence that look like cues but introduce nobody's words: impersonal verbs ("يذكر أن"),
 * verbal nouns behind a preposition ("في تصريح صحفي"), participles as adjectives ("حالات مؤكدة"), frames with a rule or
 * a measure in place of a speaker ("وفق القانون").
 */
export function keepPlausible(passage: Passage, sentence: Span, cues: readonly Cue[]): Cue[] {
  return cues.filter((cue) => {
    switch (cue.part) {
      case 'verb':
        return (
          !isPassive(passage, cue) &&
          !isImpersonal(passage, cue, sentence) &&
          !isNegatedThought(passage, cue) &&
          !isConsequence(passage, cue)
        );
      case 'participle':
        return reportsSomething(passage, cue, sentence);
      case 'noun':
        return (
          cue.agreement !== '-' ||
          !['في', 'خلال', 'عبر', 'اثر', 'علي'].includes(wordAt(passage, cue.first - 1))
        );
      case 'preposition':
        return cue.class === 'source' || namesSpeaker(passage, cue, sentence);
      default:
        return true;
    }
  });
}

const wordAt = (passage: Passage, at: number): string => passage.tokens[at]?.folded ?? '';

/**
 * Whether a haraka shows that a verb is a passive: ضمة on the first letter of a perfect ("كُتب"), or on the prefix of an
 * imperfect whose active would have فتحة ("يُعتقد"; not "يُعلن").
 */
function isPassive(passage: Passage, cue: Cue): boolean {
  const word = passage.tokens[cue.first]?.text ?? '';
  if (cue.class === 'carry') return false;
  const at = word.search(/[\u064c\u064f]/);
  if (at < 1 || at - (cue.conjoined ? 1 : 0) !== 1) return false;
  const letter = word.charAt(at - 1);
  return 'يت'.includes(letter)
    ? /^[عستفن]/.test(word.slice(at + 1)) && /[يت].(?:عت|ست|فت|نت|ت)/.test(word)
    : letter !== 'ا' && letter !== 'أ';
}

/** "يذكر أن", "ويشار إلى أن", "من المتوقع": a passive that nobody is the subject of. */
function isImpersonal(passage: Passage, cue: Cue, sentence: Span): boolean {
  const next = cue.last + 1;
  const adverb = ['الي', '،', 'هنا'].includes(wordAt(passage, next)) ? next + 1 : next;
  const bare = isContentParticle(passage.tokens[next]) || isContentParticle(passage.tokens[adverb]);
  if (!bare || !IMPERSONAL.has(stem(passage, cue))) return false;
  if (/^[يت]?تبين$/.test(stem(passage, cue))) return true;
  const before = wordAt(passage, cue.first - 1);
  if (cue.first <= sentence.start || cue.conjoined) return true;
  return (
    ['فيما', 'كما', 'الذي', 'التي', '،', ','].includes(before) ||
    passage.tokens[cue.first - 1]?.kind === 'mark'
  );
}

function stem(passage: Passage, cue: Cue): string {
  const word = wordAt(passage, cue.first);
  return cue.conjoined ? word.slice(1) : word;
}

/** "لا تعتقد السلطات أن" says what is not thought. */
const isNegatedThought = (passage: Passage, cue: Cue): boolean =>
  cue.class === 'think' && ['لا', 'لم', 'لن', 'ولا', 'ولم', 'ما'].includes(wordAt(passage, cue.first - 1));

/** "وهو ما يشير إلى أن", "مما يؤكد أن": facts that show something, nobody says it. */
const isConsequence = (passage: Passage, cue: Cue): boolean =>
  cue.class !== 'act' &&
  ['ما', 'مما', 'بما'].includes(wordAt(passage, cue.first - 1)) &&
  /^[يت]/.test(stem(passage, cue));

/** A participle reports behind a comma or a name, or with a clause or colon soon behind it. */
function reportsSomething(passage: Passage, cue: Cue, sentence: Span): boolean {
  const before = passage.tokens[cue.first - 1];
  if (before && before.kind === 'mark') return true;
  // "يمكن ملاحظة أن": a verbal noun that is spelt like a participle.
  if (
    cue.agreement === 'f' &&
    passage.tokens[cue.last]?.text.endsWith('ة') &&
    /^(?:يمكن|تمكن|يجب|مع|من|في|علي|الي|بعد|قبل|عن|تم)$/.test(before?.folded ?? '')
  )
    return false;
  for (let i = cue.last + 1; i < Math.min(sentence.end, cue.last + 5); i++)
    if (isContentParticle(passage.tokens[i]) || passage.tokens[i]?.text === ':' || passage.quoting[i]?.mark)
      return true;
  return false;
}

/** Whether a frame's phrase is somebody who speaks, or something that is said. */
function namesSpeaker(passage: Passage, cue: Cue, sentence: Span): boolean {
  const phrase =
    cue.class === 'frame-to'
      ? phraseBehindPreposition(passage, cue.last + 1, sentence.end, new Map(), true)
      : parsePhrase(passage, cue.last + 1, sentence.end, new Map());
  if (!phrase) return false;
  if (isAgent(passage, phrase)) return true;
  return (
    wordAt(passage, cue.first).endsWith('بحسب') &&
    !INSTRUMENTS.has(wordAt(passage, phrase.first).replace(/^ال/, ''))
  );
}
