import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { HONORIFICS } from './heads.ts';
import type { Name, Passage } from './passage.ts';
import type { Gender, Mention, Voice } from './voices.ts';

/** Who speaks: where the text names them nearest to their words, and by what full name. Offsets from the article's start. */
export interface Speaker extends Span {
  readonly canonical: string;
  /** Whether the speaker was named at the cue itself, and not taken over from before. */
  readonly named: boolean;
  readonly gender: Gender;
}

/** Who has been heard of so far in one part of the article. */
export interface Discourse {
  /** Speakers in order of their speaking, the latest last. */
  readonly speakers: Speaker[];
  /** By folded head noun without article ("وزاره", "وكاله", "متحدث"): the full name last met under it. */
  readonly heads: Map<string, string>;
  /** Persons and bodies that sentences opened with, the latest last: whom a verb without subject means if nobody spoke. */
  readonly topics: Speaker[];
}

/** A discourse in which nobody has been heard of. */
export const newDiscourse = (): Discourse => ({ speakers: [], heads: new Map(), topics: [] });

/** How far into a sentence, in tokens, its topic stands. */
const TOPIC_REACH = 9;

/** The person or body that a sentence (a range of tokens) opens with, as its subject would; or null. */
export function topicOf(passage: Passage, sentence: Span): Name | null {
  const { tokens, entities, quoting } = passage;
  for (let i = sentence.start; i < Math.min(sentence.end, sentence.start + TOPIC_REACH); i++) {
    const name = entities[i];
    if (quoting[i]?.opaque) return null;
    if (!name || (i > sentence.start && entities[i - 1] === name)) continue;
    if (name.label !== 'PER' && !(name.label === 'ORG' && i - sentence.start < 4)) continue;
    const token = tokens[i] as Token;
    const inside = name.start > token.start && !/^[وف]/.test(token.folded);
    if (!inside && !OBLIQUE.has(tokens[i - 1]?.folded ?? '')) return name;
  }
  return null;
}

/** Prepositions before a name that is no subject. */
const OBLIQUE = new Set(['من', 'مع', 'عن', 'علي', 'الي', 'في', 'بين', 'ضد', 'بعد', 'قبل']);

/** Who a voice of a line is, where the line stands at `offset`; null where nobody has been heard of. */
export function resolve(
  discourse: Discourse,
  passage: Passage,
  voice: Voice,
  offset: number,
): Speaker | null {
  const { mention, named, gender } = voice;
  if (!mention) return droppedSpeaker(discourse, gender, offset);
  const { start, end } = mention;
  const canonical = mention.canonical ?? fullName(discourse, passage, mention);
  return { start: start + offset, end: end + offset, canonical, named, gender };
}

/** The full name of whom a phrase means: known under its words or its head, or the phrase as it stands. */
function fullName(discourse: Discourse, passage: Passage, mention: Mention): string {
  const before = discourse.heads.get(mention.words) ?? referent(mention, discourse);
  if (before !== undefined) return before;
  const text = passage.text.slice(mention.start, mention.end);
  discourse.heads.set(mention.head, text);
  return text;
}

/** Whom "الوزارة", "المتحدث" or "سموه" refer back to. */
function referent({ head, definite }: Mention, discourse: Discourse): string | undefined {
  if (definite) return discourse.heads.get(head);
  const ranks = HONORIFICS.get(head);
  if (!ranks) return undefined;
  for (const rank of ranks) {
    const holder = discourse.heads.get(rank);
    if (holder !== undefined) return holder;
  }
  return discourse.speakers[discourse.speakers.length - 1]?.canonical;
}

/**
 * The speaker whom a verb without subject takes over: the latest of the paragraph who agrees with the verb, else the
 * latest of the paragraph, else the latest of those before who agrees, else the latest.
 */
function droppedSpeaker(discourse: Discourse, gender: Gender, paragraphStart: number): Speaker | null {
  const { speakers } = discourse;
  const latest = speakers[speakers.length - 1];
  const topic = discourse.topics[discourse.topics.length - 1] ?? null;
  if (!latest) return topic;
  if (topic && topic.start >= paragraphStart && latest.start < paragraphStart) return topic;
  const agrees = (speaker: Speaker): boolean =>
    gender === null || speaker.gender === null || speaker.gender === gender;
  const recent = speakers.slice(-4).reverse();
  const inParagraph = recent.filter((speaker) => speaker.start >= paragraphStart);
  const chosen = inParagraph.find(agrees) ?? inParagraph[0] ?? recent.find(agrees) ?? latest;
  return { ...chosen, named: false };
}
