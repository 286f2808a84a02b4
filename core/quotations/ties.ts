import type { Span } from '../text/span.ts';
import type { Attributed, Attribution } from './attribution.ts';
import type { Tie } from './kinds.ts';
import type { MarkedStretch } from './marks.ts';
import { firstTokenFrom } from './passage.ts';
import type { Passage } from './passage.ts';

/** A stretch in marks and the attribution that it belongs to, if one was found. */
export interface Link {
  readonly attribution: Attributed | null;
  readonly tie: Tie | null;
}

/** Which attribution a stretch in marks belongs to, and how. */
export function tieOf(
  passage: Passage,
  sentence: Span,
  stretch: MarkedStretch,
  attributions: readonly Attributed[],
  latest: Attributed | null,
  colon: boolean,
  offset: number,
): Link {
  const first = firstTokenFrom(passage.tokens, stretch.start);
  const end = firstTokenFrom(passage.tokens, stretch.end);
  if (stretch.continues && latest) return { attribution: latest, tie: 'continued' };
  let reported: Attributed | null = null;
  let governed: Attributed | null = null;
  let before: Attributed | null = null;
  let behind: Attributed | null = null;
  for (const attribution of nearby(attributions, first)) {
    const { content, complement, cue } = attribution;
    if (complement && Math.abs(first - complement.at) <= 1 && (!governed || outranks(attribution, governed)))
      governed = attribution;
    if (
      complement?.type === 'clause' &&
      governed === attribution &&
      !passage.quoting[first]?.opaque &&
      content &&
      end < content.end
    )
      governed = null;
    if (content && content.first <= first + 1 && end <= content.end + 1)
      if (!reported || (attribution.cue.class !== 'think' && attribution.cue.class !== 'act'))
        reported = attribution;
    if (cue.last < first && attribution.position === 'front' && canSay(attribution)) before = attribution;
    // «ينقصها حصان»، يقول مبتسما، «نلعب مكانه بحبة جوز»: the speech goes on behind its cue.
    if (attribution.rule === 'cue-behind' && cue.last < first && first - cue.last <= RESUMED)
      governed ??= attribution;
    if (cue.first >= end && !behind && attribution.position === 'behind') behind = attribution;
  }
  // What somebody is said to think is in the words of who says so.
  const borrowed = governed && (!isSaying(governed) || !governed.voice.named);
  if (borrowed && reported && reported !== governed && isSaying(reported))
    return { attribution: reported, tie: 'reported' };
  if (governed) return { attribution: governed, tie: 'governed' };
  if (reported) return { attribution: reported, tie: 'reported' };
  if (before) return { attribution: before, tie: 'before' };
  if (behind) return { attribution: behind, tie: 'behind' };
  const opensSentence = first - sentence.start <= 4;
  if (opensSentence && latest && (colon || passage.quoting[first]?.opaque))
    return { attribution: latest, tie: colon ? 'governed' : null };
  // "وإضافة إلى ذلك، «فإننا …»": the speech of the paragraph goes on.
  if (attributions.length === 0 && latest?.offset === offset && passage.quoting[first]?.opaque)
    return { attribution: latest, tie: null };
  return { attribution: null, tie: null };
}

/** Whether a cue's words may stand further behind it: not those of "وتظهر أهمية هذا". */
const canSay = ({ cue, complement, voice }: Attribution): boolean =>
  complement !== null || cue.class === 'say' || (voice.mention?.agent ?? true);

/** How many tokens of cue and speaker may part the two halves of an interrupted quotation. */
const RESUMED = 8;

/** How many attributions before and behind a stretch may claim it. */
const BEFORE = 24;
const BEHIND = 6;

/** The attributions round token `at`; they are ordered by their cues. */
function nearby(attributions: readonly Attributed[], at: number): readonly Attributed[] {
  if (attributions.length <= BEFORE) return attributions;
  let low = 0;
  let high = attributions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((attributions[middle] as Attributed).cue.first < at) low = middle + 1;
    else high = middle;
  }
  return attributions.slice(Math.max(0, low - BEFORE), low + BEHIND);
}

/**
 * Where two cues reach for the same words, a verb of saying has them before one of thinking or acting, a later
 * cue before an earlier unless it is a weak one.
 */
const outranks = (attribution: Attribution, other: Attribution): boolean =>
  (isSaying(attribution) && !attribution.cue.weak) || !isSaying(other);

const isSaying = ({ cue }: Attribution): boolean =>
  cue.class === 'say' || cue.class === 'state' || cue.class === 'carry';

/** Whether a reported clause is nothing but one direct quotation, and a few words round it. */
export function isWholly(
  passage: Passage,
  first: number,
  end: number,
  direct: readonly MarkedStretch[],
): boolean {
  const from = passage.tokens[first]?.start ?? 0;
  let next = 0;
  let high = direct.length;
  while (next < high) {
    const middle = (next + high) >> 1;
    if ((direct[middle] as MarkedStretch).start < from) next = middle + 1;
    else high = middle;
  }
  return direct.slice(Math.max(0, next - 1), next + 2).some((stretch) => fills(passage, first, end, stretch));
}

/** Whether the tokens first…end begin with the stretch and have hardly a word behind it. */
function fills(passage: Passage, first: number, end: number, stretch: MarkedStretch): boolean {
  let inside = 0;
  let outside = 0;
  for (let i = first; i < end && outside <= 2; i++) {
    const token = passage.tokens[i];
    if (!token || token.kind === 'mark') continue;
    if (token.start >= stretch.start && token.end <= stretch.end) inside++;
    else if (inside === 0) return false;
    else outside++;
  }
  return inside > 0 && (outside === 0 || (inside >= 8 && outside <= 2));
}
