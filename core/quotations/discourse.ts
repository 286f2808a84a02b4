import type { Span } from '../text/span.ts';
import { genderOfName } from './genders.ts';
import { holderOf, HONORIFICS } from './heads.ts';
import type { Head } from './heads.ts';
import type { Name, Passage } from './passage.ts';
import type { Gender, Mention, Voice } from './voices.ts';
import { GENERIC_SPEAKERS, SAME, STATEMENTS } from './words.ts';

/** Who speaks: where the text names them nearest to their words, and by what full name. Offsets from the article's start. */
export interface Speaker extends Span {
  readonly canonical: string;
  /** Whether the speaker was named at the cue itself, and not taken over from before. */
  readonly named: boolean;
}

/** Somebody whom a later verb without subject may mean. */
interface Candidate {
  readonly speaker: Speaker;
  readonly gender: Gender;
  /** Whether several are meant. */
  readonly many: boolean;
  /** Whether one person is. */
  readonly person: boolean;
  /** Whether one may expect them to speak at all. */
  readonly agent: boolean;
  /** Whether they have spoken, and have not only opened a sentence. */
  readonly spoke: boolean;
  /** Counted from the start of the region. */
  readonly sentence: number;
  readonly paragraph: number;
}

/** Who has been heard of so far in one part of the article. */
export interface Discourse {
  readonly candidates: Candidate[];
  /** By noun: those who may be called by it, the latest last. */
  readonly heads: Map<string, Head[]>;
  /** The genders of the article's names, by full name. */
  readonly genders: ReadonlyMap<string, Gender>;
  sentence: number;
  paragraph: number;
}

/** A discourse in which nobody has been heard of. */
export const newDiscourse = (genders: ReadonlyMap<string, Gender>): Discourse => ({
  candidates: [],
  heads: new Map(),
  genders,
  sentence: 0,
  paragraph: 0,
});

/** Notes by what words somebody may be called from now on. */
export function noteHead({ heads }: Discourse, head: Head): void {
  const [noun = ''] = head.words;
  const known = heads.get(noun);
  if (!known) heads.set(noun, [head]);
  else {
    known.push(head);
    if (known.length > MEMORY) known.shift();
  }
}

/** Of so many who may be called by one noun, and so many who may be meant by a verb, the latest are kept. */
const MEMORY = 12;

/** Notes who a sentence opens with, in a line that starts at `offset`. */
export function noteTopic(discourse: Discourse, passage: Passage, topic: Mention, offset: number): Speaker {
  const start = topic.start + offset;
  const canonical = topic.name?.canonical ?? fullName(discourse, passage, topic, NO_VOICE, start);
  const speaker = { start, end: topic.end + offset, canonical, named: false };
  const many = isPlural(topic);
  remember(discourse, speaker, { name: topic.name, gender: null, many, agent: true, spoke: false });
  return speaker;
}

/** What is known of a subject before its verb. */
const NO_VOICE: Voice = { mention: null, named: false, gender: null, many: false, resumes: false };

/** Whether the noun of a phrase is a masculine plural. */
const isPlural = ({ name, words }: Mention): boolean => name === null && /(?:ون|ين|اء)$/.test(words[0] ?? '');

/** Who a voice of a line is, where the line stands at `offset` and the cue at `at`; null where nobody has been heard of. */
export function resolve(
  discourse: Discourse,
  passage: Passage,
  voice: Voice,
  offset: number,
  at: number,
): Speaker | null {
  const { mention } = voice;
  if (!mention) {
    const meant = meantBy(discourse, voice, at + offset);
    return meant && { ...meant.speaker, named: false };
  }
  const canonical = mention.name?.canonical ?? fullName(discourse, passage, mention, voice, at + offset);
  return { start: mention.start + offset, end: mention.end + offset, canonical, named: voice.named };
}

/** Notes that somebody has spoken in the text's own voice. */
export function noteSpeaker(discourse: Discourse, speaker: Speaker, voice: Voice): void {
  const { mention, gender, many } = voice;
  if (!mention) {
    // Whoever goes on speaking is the latest again.
    const before = discourse.candidates.findLast((candidate) => candidate.speaker.start === speaker.start);
    if (before)
      add(discourse, {
        ...before,
        gender: before.gender ?? gender,
        spoke: true,
        sentence: discourse.sentence,
        paragraph: discourse.paragraph,
      });
    return;
  }
  const several = many || isPlural(mention);
  remember(discourse, speaker, {
    name: mention.name,
    gender,
    many: several,
    agent: mention.agent,
    spoke: true,
  });
}

function remember(
  discourse: Discourse,
  speaker: Speaker,
  what: Pick<Candidate, 'gender' | 'many' | 'agent' | 'spoke'> & { readonly name: Name | null },
): void {
  const { name, agent, spoke, many } = what;
  const known = name && (discourse.genders.get(name.canonical) ?? genderOfName(name));
  add(discourse, {
    speaker,
    gender: what.gender ?? known,
    many,
    person: name?.label === 'PER',
    agent,
    spoke,
    sentence: discourse.sentence,
    paragraph: discourse.paragraph,
  });
}

function add({ candidates }: Discourse, candidate: Candidate): void {
  candidates.push(candidate);
  if (candidates.length > 2 * MEMORY) candidates.splice(0, MEMORY);
}

/**
 * Whom a verb without subject means, at offset `at` of the article: who agrees with it in gender and number, has been
 * heard of last, can speak, and, where the verb goes on with speech, has spoken.
 */
function meantBy({ candidates, sentence, paragraph }: Discourse, voice: Voice, at: number): Candidate | null {
  let best: Candidate | null = null;
  let most = -Infinity;
  for (let i = candidates.length - 1; i >= Math.max(0, candidates.length - MEMORY); i--) {
    const candidate = candidates[i] as Candidate;
    if (candidate.speaker.start >= at) continue;
    let score = 0;
    if (voice.gender && candidate.gender && voice.gender !== candidate.gender) score -= 4;
    if (voice.many && candidate.person) score -= 3;
    if (!voice.many && voice.gender === 'm' && candidate.many) score -= 2;
    if (!candidate.agent) score -= 3;
    if (!candidate.spoke) score -= voice.resumes ? 2 : candidate.sentence === sentence ? 0 : 0.4;
    score -= 0.8 * Math.min(3, paragraph - candidate.paragraph);
    score -= 0.5 * Math.min(4, sentence - candidate.sentence);
    if (score > most) {
      most = score;
      best = candidate;
    }
  }
  return best;
}

/** The full name of whom a phrase means: known by its words, or the phrase as it stands. */
function fullName(
  discourse: Discourse,
  passage: Passage,
  mention: Mention,
  voice: Voice,
  at: number,
): string {
  const words = mention.words.filter((word) => !SAME.has(word));
  const [noun = ''] = words;
  const holder = holderOf(discourse.heads, words, mention.definite) ?? honoured(discourse, noun);
  if (holder !== null) return holder;
  const same = words.length < mention.words.length;
  const human = mention.definite && GENERIC_SPEAKERS.has(noun) && !STATEMENTS.has(noun) && words.length === 1;
  if (same || human) {
    const meant = meantBy(discourse, { ...voice, resumes: true }, at);
    if (meant && (same || meant.person)) return meant.speaker.canonical;
  }
  const canonical = passage.text.slice(mention.start, mention.end);
  noteHead(discourse, { words: mention.words, canonical });
  return canonical;
}

/** Whom "سموه" means. */
function honoured({ heads, candidates }: Discourse, noun: string): string | null {
  const ranks = HONORIFICS.get(noun);
  if (!ranks) return null;
  for (const rank of ranks) {
    const holder = holderOf(heads, [rank], true);
    if (holder !== null) return holder;
  }
  return candidates.findLast(({ spoke }) => spoke)?.speaker.canonical ?? null;
}
