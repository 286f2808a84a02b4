import type { LineClass } from '../labels/line-classes.ts';
import type { QuotationMark } from '../labels/marks.ts';
import type { Span } from '../text/span.ts';
import type { Attributed, Attribution } from './attribution.ts';
import { noteSpeaker, noteTopic, resolve } from './discourse.ts';
import type { Discourse, Speaker } from './discourse.ts';
import type { HeadlineSpeech } from './headlines.ts';
import { judge } from './kinds.ts';
import type { MarkedStretch } from './marks.ts';
import { firstTokenFrom } from './passage.ts';
import type { Passage } from './passage.ts';
import type { SentenceSpeech } from './speech.ts';
import { isWholly, tieOf } from './ties.ts';

/** What a paragraph hands on to the next: the latest speech in marks, and whether a colon waits for words. */
export interface Pending {
  readonly attribution: Attributed | null;
  readonly colon: boolean;
  /** How many paragraphs have passed since in which nobody spoke. */
  readonly silence: number;
}

/** Behind so many paragraphs in which nobody speaks, words in marks are no longer the latest speaker's. */
const LONGEST_SILENCE = 2;

/**
 * Adds the quotations of a line, which starts at `offset`, to `quotations`, and its speakers to the discourse. Returns
 * what it hands on.
 */
export function quote(
  passage: Passage,
  speech: readonly SentenceSpeech[],
  lineClass: LineClass | null,
  offset: number,
  before: { readonly discourse: Discourse; readonly pending: Pending | null },
  isRepeated: (passage: Passage, stretch: MarkedStretch) => boolean,
  quotations: QuotationMark[],
): Pending {
  const { discourse, pending } = before;
  const { tokens, stretches } = passage;
  let latest = (pending?.silence ?? 0) < LONGEST_SILENCE ? (pending?.attribution ?? null) : null;
  let spoken = false;
  let colon = pending?.colon ?? false;
  let nextStretch = 0;
  discourse.paragraph++;
  const firstOwn = quotations.length;
  /** Index of a quotation that makes up a headline's first sentence, whose speaker the second may name. */
  let opening: number | null = null;
  for (const sentence of speech) {
    discourse.sentence++;
    const topic = sentence.topic && noteTopic(discourse, passage, sentence.topic, offset);
    const attributions = attributed(passage, sentence, discourse, offset);
    const sentenceEnd = tokens[sentence.end - 1]?.end ?? 0;
    if (attributions.length > 0) spoken = true;
    const direct: MarkedStretch[] = [];
    while (nextStretch < stretches.length) {
      const stretch = stretches[nextStretch] as MarkedStretch;
      if (stretch.start >= sentenceEnd) break;
      nextStretch++;
      const link = tieOf(passage, sentence, stretch, attributions, latest, colon, offset);
      const verdict = judge(passage, stretch, link.attribution, link.tie, isRepeated);
      const speaks = verdict.kind === 'direct';
      if (speaks) {
        direct.push(stretch);
        spoken = true;
        if (link.attribution) latest = link.attribution;
      }
      const opener =
        speaks && !link.attribution?.speaker && topic && topic.end <= stretch.start + offset ? topic : null;
      const { speaker, canonical, cue } = speaks ? voiced(link.attribution, opener) : SILENT;
      quotations.push({
        family: 'quotation',
        kind: verdict.kind,
        start: stretch.start + offset,
        end: stretch.end + offset,
        speaker,
        canonical,
        cue,
        confidence: opener ? TOPIC_CONFIDENCE : verdict.confidence,
        source: opener ? 'rule/topic-before-marks' : `rule/${verdict.rule}`,
      });
    }
    if (opening !== null)
      quotations[opening] = openedBy(quotations[opening] as QuotationMark, attributions, topic);
    opening =
      quotations.length > firstOwn &&
      isHeadlineQuotation(passage, lineClass, sentence, offset, quotations[quotations.length - 1])
        ? quotations.length - 1
        : null;
    for (const attribution of attributions) {
      const { content } = attribution;
      if (!content || content.end <= content.first || !attribution.speaker) continue;
      if (isWholly(passage, content.first, content.end, direct)) continue;
      const { speaker, canonical, cue } = voiced(attribution);
      quotations.push({
        family: 'quotation',
        kind: 'indirect',
        start: content.start + offset,
        end: (tokens[content.end - 1]?.end ?? 0) + offset,
        speaker,
        canonical,
        cue,
        confidence: attribution.rule === 'clause-after-cue' ? 0.85 : 0.7,
        source: `rule/${attribution.rule}`,
      });
    }
    const lastSaying = attributions.findLast((a) => a.speaker !== null && a.cue.class !== 'think');
    colon = tokens[sentence.end - 1]?.text === ':' && lastSaying !== undefined;
    if (lastSaying && (colon || lastSaying.position === 'front')) latest = lastSaying;
  }
  return { attribution: latest, colon, silence: spoken ? 0 : (pending?.silence ?? 0) + 1 };
}

/** The attributions of a sentence with their speakers, whom the discourse now has heard. */
function attributed(
  passage: Passage,
  { found, headline }: SentenceSpeech,
  discourse: Discourse,
  offset: number,
): Attributed[] {
  const attributions: Attributed[] = [];
  if (found.length === 0 && !headline) return attributions;
  for (const { attribution, speaks, superseded } of found) {
    const { voice, cue } = attribution;
    const speaker = resolve(discourse, passage, voice, offset, cue.start);
    if (speaks && speaker) noteSpeaker(discourse, speaker, voice);
    // A headline's colon is its speaker's, whatever stands before it.
    if (!superseded && !(headline && attribution.complement?.colon))
      attributions.push(attributedTo(attribution, speaker, offset));
  }
  if (headline) {
    const speaker = resolve(discourse, passage, headline.voice, offset, headline.cue.start);
    if (speaker) noteSpeaker(discourse, speaker, headline.voice);
    attributions.unshift(attributedTo(headlineAttribution(headline, passage), speaker, offset));
  }
  return attributions;
}

const attributedTo = (attribution: Attribution, speaker: Speaker | null, offset: number): Attributed => ({
  cue: attribution.cue,
  voice: attribution.voice,
  complement: attribution.complement,
  content: attribution.content,
  position: attribution.position,
  rule: attribution.rule,
  speaker,
  offset,
});

function headlineAttribution({ voice, cue, content }: HeadlineSpeech, passage: Passage): Attribution {
  const first = firstTokenFrom(passage.tokens, cue.start);
  return {
    cue: {
      start: cue.start,
      end: cue.end,
      first,
      last: first,
      class: 'say',
      part: 'verb',
      agreement: '-',
      weak: false,
      conjoined: false,
    },
    voice,
    complement: { type: 'colon', at: first + 1, colon: true },
    content,
    position: 'front',
    rule: 'headline-colon',
  };
}

type Voiced = Pick<QuotationMark, 'speaker' | 'canonical' | 'cue'>;

const SILENT: Voiced = { speaker: null, canonical: null, cue: null };

const voiced = (attribution: Attributed | null, topic: Speaker | null = null): Voiced => {
  const speaker = attribution?.speaker ?? topic;
  return {
    speaker: speaker && { start: speaker.start, end: speaker.end },
    canonical: speaker?.canonical ?? null,
    cue: attribution && {
      start: attribution.cue.start + attribution.offset,
      end: attribution.cue.end + attribution.offset,
    },
  };
};

/** How sure a speaker is who only opens the sentence of a quotation, no cue between. */
const TOPIC_CONFIDENCE = 0.45;

/** Whether a headline's sentence is nothing but the words in marks that were found last: "لن نعود".. الوزير يرد. */
function isHeadlineQuotation(
  passage: Passage,
  lineClass: LineClass | null,
  sentence: Span,
  offset: number,
  last: QuotationMark | undefined,
): boolean {
  if (!last || last.kind === 'indirect' || last.speaker || last.source === 'rule/name-in-marks') return false;
  if (lineClass === 'body' && passage.tokens.length > SHORT_LINE) return false;
  const first = passage.tokens[sentence.start];
  const end = passage.tokens[sentence.end - 1];
  if (!first || !end || sentence.end - sentence.start < 4) return false;
  return last.start - (first.start + offset) <= 2 && end.end + offset - last.end <= 5;
}

/** The longest line of an article, in tokens, that may be a headline that no class tells. */
const SHORT_LINE = 24;

/** A headline's opening quotation with the speaker whom its second sentence names. */
function openedBy(
  quotation: QuotationMark,
  attributions: readonly Attributed[],
  topic: Speaker | null,
): QuotationMark {
  const attribution = attributions.find(({ speaker }) => speaker?.named) ?? null;
  if (!attribution && !topic) return quotation;
  return {
    ...quotation,
    kind: 'direct',
    ...voiced(attribution, topic),
    confidence: attribution ? 0.7 : 0.55,
    source: 'rule/headline-quotation',
  };
}
