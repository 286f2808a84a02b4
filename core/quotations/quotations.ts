import type { LineClass } from '../labels/line-classes.ts';
import type { EntityMark, QuotationMark } from '../labels/marks.ts';
import type { Problem } from '../labels/problems.ts';
import type { Article, ReadLine } from '../lexicon/article.ts';
import { atOnce } from '../text/steps.ts';
import type { Steps } from '../text/steps.ts';
import { newDiscourse, noteHead } from './discourse.ts';
import type { Discourse } from './discourse.ts';
import { gendersOf } from './genders.ts';
import { hears } from './headlines.ts';
import { repetitions } from './kinds.ts';
import { pairMarks } from './marks.ts';
import type { MarkedStretch } from './marks.ts';
import { notesOf } from './notes.ts';
import type { LineNotes } from './notes.ts';
import { quote } from './paragraphs.ts';
import type { Pending } from './paragraphs.ts';
import { readPassage } from './passage.ts';
import type { Passage } from './passage.ts';
import { findProblems } from './problems.ts';
import { regionsOf } from './regions.ts';
import { readSpeech } from './speech.ts';
import type { SentenceSpeech } from './speech.ts';

/** The quotations of an article and what is wrong with them. */
export interface QuotationFinding {
  /** Ordered by start; offsets from the start of the article. */
  readonly quotations: readonly QuotationMark[];
  /** Marks without partner and direct quotations without speaker. */
  readonly problems: readonly Problem[];
}

/** What one region of the article hands on from line to line. */
interface Region {
  readonly discourse: Discourse;
  pending: Pending | null;
}

/** What quotationsInSteps finds, at once. */
export const findQuotations = (...of: Parameters<typeof quotationsInSteps>): QuotationFinding =>
  atOnce(quotationsInSteps(...of));

/**
 * The quotations of an article with their cues and speakers. `classes[i]` is the class of `article.lines[i]`, null for
 * blank lines; `entities` are ordered by start. The manner follows Alrahabi et al. (2010), "Automatic annotation of
 * direct reported speech in Arabic and French" (cues, then marks, then speakers), and for the speakers the sieves of
 * Muzny et al. (2017), "A two-stage sieve approach for quote attribution". What can be said of a line by itself is
 * remembered with its reading; only who the speakers are is asked of the whole article again.
 */
export function* quotationsInSteps(
  article: Article,
  classes: readonly (LineClass | null)[],
  entities: readonly EntityMark[],
): Steps<QuotationFinding> {
  const names = regionsOf(classes);
  const notes: LineNotes[] = [];
  for (const { reading } of article.lines) {
    notes.push(notesOf(reading));
    yield;
  }
  const pairs = notes.map((line) => line.pairs);
  const { stretches, lonely } = yield* pairMarks(article, pairs, names);
  yield;
  const passages = yield* readPassages(article, notes, stretches, entities);
  yield;
  const surroundings = { knows: knowsHeads(passages), heard: hears(notes) };
  const isRepeated = repetitions(passages);
  const speeches: (readonly SentenceSpeech[] | null)[] = [];
  for (const [index, passage] of passages.entries()) {
    speeches.push(passage && readSpeech(passage, classes[index] ?? null, surroundings));
    yield;
  }
  yield;
  const genders = gendersOf(speeches);
  const regions = new Map<string, Region>();
  const quotations: QuotationMark[] = [];
  for (const [index, passage] of passages.entries()) {
    const speech = speeches[index];
    if (!passage || !speech) continue;
    yield;
    const name = names[index] ?? '';
    let region = regions.get(name);
    if (!region) regions.set(name, (region = { discourse: newDiscourse(genders), pending: null }));
    for (const head of passage.heads) noteHead(region.discourse, head);
    const lineClass = classes[index] ?? null;
    const { start } = article.lines[index] as ReadLine;
    region.pending = quote(passage, speech, lineClass, start, region, isRepeated, quotations);
  }
  quotations.sort((a, b) => a.start - b.start || b.end - a.end);
  yield;
  return { quotations, problems: yield* findProblems(article, lonely, quotations) };
}

/** Tells whether the article has somebody whom it may call by a noun. */
function knowsHeads(passages: readonly (Passage | null)[]): (head: string) => boolean {
  let known: Set<string> | null = null;
  return (head) => {
    if (!known) {
      known = new Set();
      for (const passage of passages) for (const { words } of passage?.heads ?? []) known.add(words[0] ?? '');
    }
    return known.has(head);
  };
}

/** The lines that have words, made ready; null for the others. A line a step. */
function* readPassages(
  { lines }: Article,
  notes: readonly LineNotes[],
  stretches: readonly (readonly MarkedStretch[])[],
  entities: readonly EntityMark[],
): Steps<(Passage | null)[]> {
  const passages: (Passage | null)[] = [];
  let from = 0;
  for (const [index, { reading, start, end }] of lines.entries()) {
    let until = from;
    while (until < entities.length && (entities[until] as EntityMark).start < end) until++;
    const passage =
      reading.tokens.length === 0
        ? null
        : readPassage(notes[index] as LineNotes, stretches[index] ?? [], entities, from, until, start);
    from = until;
    passages.push(passage);
    yield;
  }
  return passages;
}
