import type { LineClass } from '../labels/line-classes.ts';
import type { EntityMark, QuotationMark } from '../labels/marks.ts';
import type { Problem } from '../labels/problems.ts';
import type { Article } from '../lexicon/article.ts';
import type { Span } from '../text/span.ts';
import { attribute } from './attributions.ts';
import type { Attribution } from './attribution.ts';
import { findCues } from './cues.ts';
import { findHeadlineSpeech, wordsHeard } from './headlines.ts';
import { countTexts, judge } from './kinds.ts';
import { pairMarks } from './marks.ts';
import type { MarkedStretch } from './marks.ts';
import { firstTokenFrom, readPassage } from './passage.ts';
import type { Passage } from './passage.ts';
import { findProblems } from './problems.ts';
import { regionsOf } from './regions.ts';
import { newDiscourse, noteHeads, noteTopic } from './speakers.ts';
import { isWholly, tieOf } from './ties.ts';
import type { Discourse, Speaker } from './speakers.ts';

/** The quotations of an article and what is wrong with them. */
export interface QuotationFinding {
  /** Ordered by start; offsets from the start of the article. */
  readonly quotations: readonly QuotationMark[];
  /** Marks without partner and direct quotations without speaker. */
  readonly problems: readonly Problem[];
}

/**
 * The quotations of an article with their cues and speakers. `classes[i]` is the class of `article.lines[i]`, null for
 * blank lines; `entities` are ordered by start. The manner follows Alrahabi et al. (2010), "Automatic annotation of
 * direct reported speech in Arabic and French" (cues, then marks, then speakers), and for the speakers the sieves of
 * Muzny et al. (2017), "A two-stage sieve approach for quote attribution".
 */
export function findQuotations(
  article: Article,
  classes: readonly (LineClass | null)[],
  entities: readonly EntityMark[],
): QuotationFinding {
  const regions = regionsOf(classes);
  const { stretches, lonely } = pairMarks(article, regions);
  const repeated = countTexts(article.text, stretches);
  const heard = wordsHeard(article);
  const discourses = new Map<string, Discourse>();
  const pending = new Map<string, Pending>();
  const quotations: QuotationMark[] = [];
  let nextStretch = 0;
  let nextEntity = 0;
  article.lines.forEach((line, index) => {
    const own: number[] = [];
    while (stretches[nextStretch]?.line === index) own.push(nextStretch++);
    const firstEntity = nextEntity;
    while (nextEntity < entities.length && (entities[nextEntity]?.start ?? 0) < line.end) nextEntity++;
    if (line.reading.tokens.length === 0) return;
    const region = regions[index] ?? '';
    let discourse = discourses.get(region);
    if (!discourse) discourses.set(region, (discourse = newDiscourse()));
    const passage = readPassage(line, index, stretches, own, entities.slice(firstEntity, nextEntity));
    noteHeads(discourse, passage);
    const inPassage = quotationsIn(passage, classes[index] ?? null, discourse, pending.get(region) ?? null, {
      stretches,
      own,
      repeated,
      heard,
    });
    quotations.push(...inPassage.quotations);
    pending.set(region, inPassage.pending);
  });
  quotations.sort((a, b) => a.start - b.start || b.end - a.end);
  return { quotations, problems: findProblems(article, lonely, quotations) };
}

/** What a paragraph hands on to the next: the latest speech in marks, and whether a colon waits for words. */
interface Pending {
  readonly attribution: Attribution | null;
  readonly colon: boolean;
}

interface Marks {
  readonly stretches: readonly MarkedStretch[];
  readonly own: readonly number[];
  readonly heard: ReadonlySet<string>;
  readonly repeated: (stretch: MarkedStretch) => number;
}

function quotationsIn(
  passage: Passage,
  lineClass: LineClass | null,
  discourse: Discourse,
  before: Pending | null,
  marks: Marks,
): { readonly quotations: QuotationMark[]; readonly pending: Pending } {
  const quotations: QuotationMark[] = [];
  const cues = findCues(passage);
  const offset = passage.line.start;
  let latest = before?.attribution ?? null;
  let colon = before?.colon ?? false;
  let nextOwn = 0;
  let nextCue = 0;
  /** Index of a quotation that makes up a headline's first sentence, whose speaker the second may name. */
  let opening: number | null = null;
  for (const sentence of passage.sentences) {
    const inSentence = [];
    while (nextCue < cues.length && (cues[nextCue]?.first ?? 0) < sentence.end)
      inSentence.push(cues[nextCue++]!);
    const headline = findHeadlineSpeech(passage, lineClass, sentence, discourse, marks.heard);
    const attributions = attribute(passage, sentence, inSentence, discourse);
    if (headline) {
      const { speaker, cue, content } = headline;
      discourse.speakers.push(speaker);
      const rivals = attributions.filter((other) => other.complement?.colon);
      for (const rival of rivals) attributions.splice(attributions.indexOf(rival), 1);
      attributions.unshift(headlineAttribution(speaker, cue, content, passage));
    }
    noteTopic(discourse, passage, sentence);
    const sentenceStart = (passage.tokens[sentence.start]?.start ?? 0) + offset;
    const sentenceEnd = (passage.tokens[sentence.end - 1]?.end ?? 0) + offset;
    const direct: MarkedStretch[] = [];
    while (nextOwn < marks.own.length) {
      const stretch = marks.stretches[marks.own[nextOwn] as number] as MarkedStretch;
      if (stretch.start >= sentenceEnd) break;
      nextOwn++;
      const link = tieOf(passage, sentence, stretch, attributions, latest, colon);
      const verdict = judge(passage, stretch, link.attribution, link.tie, marks.repeated(stretch));
      const speech = verdict.kind === 'direct';
      if (speech) {
        direct.push(stretch);
        if (link.attribution) latest = link.attribution;
      }
      const topic =
        speech && !link.attribution?.speaker ? topicBefore(discourse, sentenceStart, stretch) : null;
      quotations.push({
        family: 'quotation',
        kind: verdict.kind,
        start: stretch.start,
        end: stretch.end,
        ...(speech ? voiceOf(link.attribution, topic) : SILENT),
        confidence: topic ? TOPIC_CONFIDENCE : verdict.confidence,
        source: topic ? 'rule/topic-before-marks' : `rule/${verdict.rule}`,
      });
    }
    if (opening !== null)
      quotations[opening] = openedBy(
        quotations[opening] as QuotationMark,
        attributions,
        topicBefore(discourse, sentenceStart, null),
      );
    opening = isHeadlineQuotation(passage, lineClass, sentence, quotations) ? quotations.length - 1 : null;
    for (const attribution of attributions) {
      const { content } = attribution;
      if (!content || content.end <= content.first || !attribution.speaker) continue;
      const start = content.start + offset;
      const end = (passage.tokens[content.end - 1]?.end ?? 0) + offset;
      if (isWholly(passage, content.first, content.end, direct)) continue;
      quotations.push({
        family: 'quotation',
        kind: 'indirect',
        start,
        end,
        ...voiceOf(attribution),
        confidence: attribution.rule === 'clause-after-cue' ? 0.85 : 0.7,
        source: `rule/${attribution.rule}`,
      });
    }
    const lastSaying = attributions.findLast((a) => a.speaker !== null && a.cue.class !== 'think');
    const lastToken = passage.tokens[sentence.end - 1];
    colon = lastToken?.text === ':' && lastSaying !== undefined;
    if (lastSaying && (colon || lastSaying.position === 'front')) latest = lastSaying;
  }
  return { quotations, pending: { attribution: latest, colon } };
}

function headlineAttribution(
  speaker: Speaker,
  cue: Span,
  content: Attribution['content'],
  passage: Passage,
): Attribution {
  const first = firstTokenFrom(passage.tokens, cue.start - passage.line.start);
  return {
    cue: {
      ...cue,
      first,
      last: first,
      class: 'say',
      part: 'verb',
      agreement: '-',
      weak: false,
      conjoined: false,
    },
    speaker,
    complement: { type: 'colon', at: first + 1, colon: true },
    content,
    position: 'front',
    rule: 'headline-colon',
  };
}

type Voice = Pick<QuotationMark, 'speaker' | 'canonical' | 'cue'>;

const SILENT: Voice = { speaker: null, canonical: null, cue: null };

const voiceOf = (attribution: Attribution | null, topic: Speaker | null = null): Voice => {
  const speaker = attribution?.speaker ?? topic;
  return {
    speaker: speaker && { start: speaker.start, end: speaker.end },
    canonical: speaker?.canonical ?? null,
    cue: attribution && { start: attribution.cue.start, end: attribution.cue.end },
  };
};

/** How sure a speaker is who only opens the sentence of a quotation, no cue between. */
const TOPIC_CONFIDENCE = 0.45;

/** The person or body that the sentence from `sentenceStart` opens with, before the stretch. */
function topicBefore(
  discourse: Discourse,
  sentenceStart: number,
  stretch: MarkedStretch | null,
): Speaker | null {
  const topic = discourse.topics[discourse.topics.length - 1];
  return topic && topic.start >= sentenceStart && topic.end <= (stretch?.start ?? Infinity) ? topic : null;
}

/** Whether a headline's sentence is nothing but the words in marks that were found last: "لن نعود".. الوزير يرد. */
function isHeadlineQuotation(
  passage: Passage,
  lineClass: LineClass | null,
  sentence: Span,
  quotations: readonly QuotationMark[],
): boolean {
  const last = quotations[quotations.length - 1];
  if (!last || last.kind === 'indirect' || last.speaker || last.source === 'rule/name-in-marks') return false;
  if (lineClass === 'body' && passage.tokens.length > SHORT_LINE) return false;
  const first = passage.tokens[sentence.start];
  const end = passage.tokens[sentence.end - 1];
  if (!first || !end || sentence.end - sentence.start < 4) return false;
  const offset = passage.line.start;
  return last.start - (first.start + offset) <= 2 && end.end + offset - last.end <= 5;
}

/** The longest line of an article, in tokens, that may be a headline that no class tells. */
const SHORT_LINE = 24;

/** A headline's opening quotation with the speaker whom its second sentence names. */
function openedBy(
  quotation: QuotationMark,
  attributions: readonly Attribution[],
  topic: Speaker | null,
): QuotationMark {
  const attribution = attributions.find(({ speaker }) => speaker?.named) ?? null;
  if (!attribution && !topic) return quotation;
  return {
    ...quotation,
    kind: 'direct',
    ...voiceOf(attribution, topic),
    confidence: attribution ? 0.7 : 0.55,
    source: 'rule/headline-quotation',
  };
}
