import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Cue } from './cues.ts';
import type { Name, Passage } from './passage.ts';
import { headWord } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { CLASSIFIERS, RELATIONAL, withoutArticle } from './words.ts';

/** Agreement of the verb that a speaker was last the subject of, as far as one told. */
export type Gender = 'm' | 'f' | null;

/** Words that stand for somebody. Offsets count from the start of the line. */
export interface Mention extends Span {
  /** The full name, where the words are an entity; null where the article has to tell whom they mean. */
  readonly canonical: string | null;
  /** The words folded, and the first of them, both without article. */
  readonly words: string;
  readonly head: string;
  readonly definite: boolean;
}

/** Whom a cue lets speak, as far as its own line tells. */
export interface Voice {
  /** Null where the subject is dropped. */
  readonly mention: Mention | null;
  /** Whether the speaker stands at the cue itself, and is not taken over from before. */
  readonly named: boolean;
  readonly gender: Gender;
}

/** The gender that a cue's verb or participle shows of its subject. */
export const genderOf = (cue: Cue): Gender =>
  cue.agreement === 'f' ? 'f' : cue.agreement === '-' ? null : 'm';

/** The same voice, taken over from before. */
export const takenOver = ({ mention, gender }: Voice): Voice => ({ mention, named: false, gender });

/** The voice of a cue without subject. */
export const droppedVoice = (cue: Cue): Voice => ({ mention: null, named: false, gender: genderOf(cue) });

/** The voice of an entity, from offset `from` on. */
export const voiceOfName = (
  { start, end, canonical }: Name,
  named: boolean,
  gender: Gender,
  from = start,
): Voice => ({
  mention: { start: Math.max(start, from), end, canonical, words: '', head: '', definite: true },
  named,
  gender,
});

/** The voice of a phrase: of the name in it where there is one, else of the phrase itself. */
export function voiceOf(passage: Passage, phrase: Phrase, gender: Gender): Voice {
  const { entity } = phrase;
  if (entity && entity.end <= phrase.end && standsForPhrase(passage, phrase, entity)) {
    return voiceOfName(entity, true, gender, phrase.start);
  }
  const { start, end } = phrase;
  const head = headWord(passage, phrase);
  const mention = {
    start,
    end,
    canonical: null,
    words: withoutArticle(fold(passage.text.slice(start, end))),
    head: withoutArticle(head),
    definite: head.startsWith('ال'),
  };
  return { mention, named: true, gender };
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
