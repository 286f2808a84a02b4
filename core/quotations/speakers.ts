import type { EntityMark } from '../labels/marks.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { headWord } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { CLASSIFIERS, RELATIONAL } from './words.ts';

/** Who speaks: where the text names them nearest to their words, and by what full name. Offsets from the article's start. */
export interface Speaker extends Span {
  readonly canonical: string;
  /** Whether the speaker was named at the cue itself, and not taken over from before. */
  readonly named: boolean;
  readonly gender: Gender;
}

/** Agreement of the verb that a speaker was last the subject of, as far as one told. */
export type Gender = 'm' | 'f' | null;

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

/** Notes the entities of a passage under the nouns by which the text may call them later. */
export function noteHeads(discourse: Discourse, passage: Passage): void {
  const { tokens, entities } = passage;
  for (let i = 0; i < tokens.length; i++) {
    const entity = entities[i];
    if (!entity || (i > 0 && entities[i - 1] === entity)) continue;
    if (entity.label === 'ORG' || entity.label === 'PRODUCT') {
      noteHead(discourse, (tokens[i] as Token).folded, entity.canonical);
      let before = i - 1;
      while (before >= 0 && passage.quoting[before]?.mark) before--;
      const classifier = tokens[before]?.folded ?? '';
      if (CLASSIFIERS.has(classifier)) noteHead(discourse, classifier, entity.canonical);
    } else if (entity.label === 'PER') notePerson(discourse, passage, i, entity);
  }
}

/** Notes a person under the titles before the name ("أمير دولة قطر الشيخ تميم") and behind it ("كيربي، المتحدث باسم …"). */
function notePerson(discourse: Discourse, passage: Passage, at: number, person: EntityMark): void {
  const { tokens, entities } = passage;
  let title = '';
  for (let i = at - 1; i >= 0 && at - i <= 10; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark' && (title !== '' || !'،,'.includes(token.text))) break;
    if (token.kind === 'mark') continue;
    const label = entities[i]?.label;
    if (label === 'PER' || PARTING.has(token.folded) || HONORIFICS.has(token.folded)) break;
    title = title === '' ? token.folded : `${token.folded} ${title}`;
    if (label !== 'OCC') continue;
    noteHead(discourse, token.folded, person.canonical);
    noteHead(discourse, title, person.canonical);
    if (entities[i - 1] !== entities[i]) title = '';
  }
  let end = at;
  while (entities[end] === person) end++;
  if (!'،,'.includes(tokens[end]?.text ?? 'x') || entities[end + 1]?.label !== 'OCC') return;
  noteHead(discourse, (tokens[end + 1] as Token).folded, person.canonical);
}

/** Prepositions that no title goes on behind: "قال اللاعب في حوار مع الإعلامي …". */
const PARTING = new Set(['مع', 'عن', 'علي', 'الي', 'لدي', 'ضد', 'بين']);

function noteHead(discourse: Discourse, word: string, canonical: string): void {
  discourse.heads.set(withoutArticle(word), canonical);
}

/** The noun under which a phrase would be looked up. */
export const headOf = (passage: Passage, phrase: Phrase): string => withoutArticle(headWord(passage, phrase));

const withoutArticle = (word: string): string =>
  word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;

/** How far into a sentence, in tokens, its topic stands. */
const TOPIC_REACH = 9;

/** Notes the person or body that a sentence (a range of tokens) opens with, as its subject would. */
export function noteTopic(discourse: Discourse, passage: Passage, sentence: Span): void {
  for (let i = sentence.start; i < Math.min(sentence.end, sentence.start + TOPIC_REACH); i++) {
    const entity = passage.entities[i];
    if (passage.quoting[i]?.opaque) return;
    if (!entity || (i > sentence.start && passage.entities[i - 1] === entity)) continue;
    if (entity.label !== 'PER' && !(entity.label === 'ORG' && i - sentence.start < 4)) continue;
    const token = passage.tokens[i] as Token;
    const inside = entity.start > passage.line.start + token.start && !/^[وف]/.test(token.folded);
    if (
      inside ||
      ['من', 'مع', 'عن', 'علي', 'الي', 'في', 'بين', 'ضد', 'بعد', 'قبل'].includes(
        passage.tokens[i - 1]?.folded ?? '',
      )
    )
      continue;
    const { start, end, canonical } = entity;
    discourse.topics.push({ start, end, canonical, named: false, gender: null });
    return;
  }
}

/** The speaker that a phrase names: the name in it where there is one, else the phrase, with the full name. */
export function speakerOf(passage: Passage, phrase: Phrase, discourse: Discourse, gender: Gender): Speaker {
  const text = passage.line.text.slice(phrase.start - passage.line.start, phrase.end - passage.line.start);
  const head = headWord(passage, phrase);
  const { entity } = phrase;
  const named = true;
  if (entity && entity.end <= phrase.end && standsForPhrase(passage, phrase, entity))
    return {
      start: Math.max(entity.start, phrase.start),
      end: entity.end,
      canonical: entity.canonical,
      named,
      gender,
    };
  const before = discourse.heads.get(withoutArticle(fold(text))) ?? referent(head, discourse);
  const canonical = before ?? text;
  if (!before) noteHead(discourse, head, text);
  return { start: phrase.start, end: phrase.end, canonical, named, gender };
}

/** Whom "الوزارة", "المتحدث" or "سموه" refer back to. */
function referent(head: string, discourse: Discourse): string | undefined {
  if (head.startsWith('ال')) return discourse.heads.get(withoutArticle(head));
  const ranks = HONORIFICS.get(head);
  if (!ranks) return undefined;
  for (const rank of ranks) {
    const holder = discourse.heads.get(rank);
    if (holder !== undefined) return holder;
  }
  return discourse.speakers[discourse.speakers.length - 1]?.canonical;
}

/** The titles of those whom an honorific may mean, as they are noted: without article. */
const HONORIFICS: ReadonlyMap<string, readonly string[]> = new Map([
  ['سموه', ['امير', 'شيخ']],
  ['سموها', ['اميره', 'شيخه']],
  ['جلالته', ['ملك', 'سلطان']],
  ['فخامته', ['رييس']],
  ['معاليه', ['معالي', 'وزير']],
  ['معاليها', ['معالي', 'وزيره']],
  ['سماحته', ['مفتي', 'شيخ']],
  ['فضيلته', ['شيخ']],
  ['سيادته', []],
  ['سعادته', []],
  ['غبطته', []],
  ['قداسته', ['بابا']],
]);

/**
 * Whether an entity inside a phrase is whom the phrase means: a person behind a title ("وزير الخارجية أنتوني بلينكن"),
 * a body behind its kind ("صحيفة نيويورك تايمز"), or the phrase itself; not "محامي ترامب", "مصدر في الكرملين".
 */
export function standsForPhrase(passage: Passage, phrase: Phrase, entity: EntityMark): boolean {
  const { tokens, entities } = passage;
  let at = phrase.first;
  while (at <= phrase.last && entities[at] !== entity) at++;
  if (at === phrase.first || passage.quoting[at - 1]?.mark) return true;
  const before = tokens[at - 1] as Token;
  if (entity.label === 'PER') {
    if (at - phrase.first === 1 && RELATIONAL.has(before.folded)) return false;
    return true;
  }
  for (let i = phrase.first; i < at; i++)
    if (!CLASSIFIERS.has((tokens[i] as Token).folded) && !passage.quoting[i]?.mark) return false;
  return true;
}

/**
 * The speaker whom a verb without subject takes over: the latest of the paragraph who agrees with the verb, else the
 * latest of the paragraph, else the latest of those before who agrees, else the latest.
 */
export function droppedSpeaker(discourse: Discourse, cue: Cue, paragraphStart: number): Speaker | null {
  const { speakers } = discourse;
  const latest = speakers[speakers.length - 1];
  const topic = discourse.topics[discourse.topics.length - 1] ?? null;
  if (!latest) return topic;
  if (topic && topic.start >= paragraphStart && latest.start < paragraphStart) return topic;
  const gender: Gender = cue.agreement === 'f' ? 'f' : cue.agreement === '-' ? null : 'm';
  const agrees = (speaker: Speaker): boolean =>
    gender === null || speaker.gender === null || speaker.gender === gender;
  const recent = speakers.slice(-4).reverse();
  const inParagraph = recent.filter((speaker) => speaker.start >= paragraphStart);
  const chosen = inParagraph.find(agrees) ?? inParagraph[0] ?? recent.find(agrees) ?? latest;
  return { ...chosen, named: false };
}
