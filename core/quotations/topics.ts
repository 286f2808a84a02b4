import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { parsePhrase } from './phrases.ts';
import { voiceOf, voiceOfName } from './voices.ts';
import type { Mention } from './voices.ts';
import { GENERIC_SPEAKERS, withoutArticle } from './words.ts';

/** How far into a sentence, in tokens, its topic stands. */
const TOPIC_REACH = 9;

/** Who a sentence (a range of tokens) opens with, as with its subject: a person or body, or people of a trade; or null. */
export function topicOf(passage: Passage, sentence: Span): Mention | null {
  return namedTopic(passage, sentence) ?? callingTopic(passage, sentence);
}

function namedTopic(passage: Passage, sentence: Span): Mention | null {
  const { tokens, entities, quoting } = passage;
  for (let i = sentence.start; i < Math.min(sentence.end, sentence.start + TOPIC_REACH); i++) {
    const name = entities[i];
    if (quoting[i]?.opaque) return null;
    if (!name || (i > sentence.start && entities[i - 1] === name)) continue;
    if (name.label !== 'PER' && !(name.label === 'ORG' && i - sentence.start < 7)) continue;
    const token = tokens[i] as Token;
    const inside = name.start > token.start && !/^[وف]/.test(token.folded);
    if (!inside && !OBLIQUE.has(tokens[i - 1]?.folded ?? '')) return voiceOfName(name, null).mention;
  }
  return null;
}

/** Prepositions before a name that is no subject. */
const OBLIQUE = new Set(['من', 'مع', 'عن', 'علي', 'الي', 'في', 'بين', 'ضد', 'بعد', 'قبل']);

/** "تداول مستخدمو المواقع صورة", "الرئيس التونسي يرفض": nobody is named. */
function callingTopic(passage: Passage, sentence: Span): Mention | null {
  const { tokens, quoting } = passage;
  for (let i = sentence.start; i < Math.min(sentence.end, sentence.start + CALLING_REACH); i++) {
    const token = tokens[i] as Token;
    if (quoting[i]?.opaque || OBLIQUE.has(token.folded)) return null;
    if (token.kind !== 'word' || !GENERIC_SPEAKERS.has(withoutArticle(token.folded))) continue;
    const phrase = parsePhrase(passage, i, sentence.end, NO_CUES);
    return phrase && voiceOf(passage, phrase, null).mention;
  }
  return null;
}

/** How many tokens into a sentence its subject stands if it is no name. */
const CALLING_REACH = 3;

const NO_CUES = new Map<number, Cue>();
