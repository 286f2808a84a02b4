import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Cue } from './cues.ts';
import type { Name, Passage } from './passage.ts';
import { headWord, isAgent } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { CLASSIFIERS, RELATIONAL, withoutArticle } from './words.ts';

/** Agreement of the verb that a speaker was last the subject of, as far as one told. */
export type Gender = 'm' | 'f' | null;

/** Words that stand for somebody. Offsets count from the start of the line. */
export interface Mention extends Span {
  /** The entity that the words are; null where the article has to tell whom they mean. */
  readonly name: Name | null;
  /** The words folded, each without article; the first of them is the noun to look under. */
  readonly words: readonly string[];
  readonly definite: boolean;
  /** Whether one may expect the words to mean somebody who speaks. */
  readonly agent: boolean;
}

/** Whom a cue lets speak, as far as its own line tells. */
export interface Voice {
  /** Null where the subject is dropped. */
  readonly mention: Mention | null;
  /** Whether the speaker stands at the cue itself, and is not taken over from before. */
  readonly named: boolean;
  readonly gender: Gender;
  /** Whether the verb or participle shows that several speak. */
  readonly many: boolean;
  /** Whether the verb goes on with what somebody has been saying: أضاف, تابع. */
  readonly resumes: boolean;
}

/** The gender that a cue's verb or participle shows of its subject. */
export const genderOf = (cue: Cue): Gender =>
  cue.agreement === 'f' ? 'f' : cue.agreement === '-' ? null : 'm';

/** Verbs that go on with somebody's speech, with their participles. */
const RESUMING =
  /^[وف]?(?:اضاف|[يت]ضيف|مضيف|اردف|[يت]ردف|مردف|استطرد|[يت]ستطرد|مستطرد|تابع|[يت]تابع|متابع|واصل|[يت]واصل|زاد|[يت]زيد|اكمل|[يت]كمل|استدرك|[يت]ستدرك|مستدرك|اختتم|[يت]ختتم|ختم|[يت]ختم|خلص|عاد|مضي)/;

/** The same voice, taken over from before. */
export const takenOver = (voice: Voice): Voice => ({
  mention: voice.mention,
  named: false,
  gender: voice.gender,
  many: voice.many,
  resumes: voice.resumes,
});

/** The voice of a cue without subject. */
export const droppedVoice = (passage: Passage, cue: Cue): Voice => ({
  mention: null,
  named: false,
  gender: genderOf(cue),
  many: isMany(cue),
  resumes: RESUMING.test(passage.tokens[cue.first]?.folded ?? ''),
});

const isMany = (cue: Cue): boolean => cue.agreement === 'mp' || cue.agreement === 'md';

/** The voice of an entity, from offset `from` on. */
export const voiceOfName = (name: Name, gender: Gender, from = name.start): Voice => ({
  mention: {
    start: Math.max(name.start, from),
    end: name.end,
    name,
    words: NO_WORDS,
    definite: true,
    agent: true,
  },
  named: true,
  gender,
  many: false,
  resumes: false,
});

const NO_WORDS: readonly string[] = [];

/** The voice of a phrase at a cue: of the name in it where there is one, else of the phrase itself. */
export function voiceOf(passage: Passage, phrase: Phrase, gender: Gender, agent = false): Voice {
  const { entity, start, end } = phrase;
  if (entity && entity.end <= end && standsForPhrase(passage, phrase, entity))
    return voiceOfName(entity, gender, start);
  const head = headWord(passage, phrase);
  const [, ...rest] =
    phrase.first === phrase.last ? NO_WORDS : fold(passage.text.slice(start, end)).split(' ');
  const mention = {
    start,
    end,
    name: null,
    words: [withoutArticle(head), ...rest.map(withoutArticle)],
    definite: head.startsWith('ال'),
    agent: agent || isAgent(passage, phrase),
  };
  return { mention, named: true, gender, many: false, resumes: false };
}

/** The noun under which a phrase would be looked up. */
export const headOf = (passage: Passage, phrase: Phrase): string => withoutArticle(headWord(passage, phrase));

/**
 * Whether an entity inside a phrase is whom the phrase means: a person behind a title ("وزير الخارجية أنتوني بلينكن"),
 * a body behind its kind ("صحيفة نيويورك تايمز"), or the phrase itself; not "محامي ترامب", "مصدر في الكرملين".
 */
export function standsForPhrase(passage: Passage, phrase: Phrase, entity: Name): boolean {
  const { tokens, entities } = passage;
  let at = phrase.first;
  while (at <= phrase.last && entities[at] !== entity) at++;
  if (at === phrase.first || passage.quoting[at - 1]?.mark) return true;
  const before = tokens[at - 1] as Token;
  if (entity.label === 'PER') return !(at - phrase.first === 1 && RELATIONAL.has(before.folded));
  for (let i = phrase.first; i < at; i++)
    if (!CLASSIFIERS.has((tokens[i] as Token).folded) && !passage.quoting[i]?.mark) return false;
  return true;
}
