import type { Span } from '../text/span.ts';
import { isNested, recent } from './attribution.ts';
import type { Attribution, Context, Surroundings } from './attribution.ts';
import { attributeCarried } from './carried.ts';
import type { Cue } from './cues.ts';
import { attributeFrame } from './frames.ts';
import type { Passage } from './passage.ts';
import { keepPlausible } from './plausible.ts';
import { attributeSaying } from './saying.ts';
import type { Voice } from './voices.ts';

/** An attribution among the others of its sentence. */
export interface Found {
  readonly attribution: Attribution;
  /** Whether its speaker is heard in the text's own voice, so that a later verb without subject may mean them. */
  readonly speaks: boolean;
  /** Whether a nearer cue has the same clause. */
  readonly superseded: boolean;
}

const NOTHING: readonly Found[] = [];

/** The attributions of one sentence, in order of their cues. */
export function attribute(
  passage: Passage,
  sentence: Span,
  candidates: readonly Cue[],
  surroundings: Surroundings,
): readonly Found[] {
  if (candidates.length === 0) return NOTHING;
  const cues = keepPlausible(passage, sentence, candidates);
  if (cues.length === 0) return NOTHING;
  const cueAt = new Map(cues.map((cue) => [cue.first, cue]));
  const found: Attribution[] = [];
  const speaking = new Set<Attribution>();
  const context: Context = { passage, sentence, cues, cueAt, surroundings, found, bare: [] };
  let carried: Voice | null = null;
  for (const cue of cues) {
    if (cue.class === 'carry' || cue.class === 'source') {
      const result = attributeCarried(context, cue);
      carried = result.carried;
      if (!result.attribution) continue;
      speaking.add(result.attribution);
      found.push(result.attribution);
      continue;
    }
    if (cue.part === 'passive') continue;
    const attribution =
      cue.class === 'frame' || cue.class === 'frame-to'
        ? attributeFrame(context, cue)
        : attributeSaying(context, cue, cue.part === 'noun' ? carried : null);
    if (!attribution || continuesClause(found, attribution)) continue;
    if ((attribution.voice.named || !attribution.voice.mention) && !isNested(found, attribution))
      speaking.add(attribution);
    found.push(attribution);
  }
  return found.map((attribution, i) => ({
    attribution,
    speaks: speaking.has(attribution),
    superseded: isSuperseded(found, i),
  }));
}

/** "قالوا إنهم يتوقعون أن": what the reported clause itself goes on with. */
const continuesClause = (found: readonly Attribution[], attribution: Attribution): boolean =>
  (attribution.cue.class === 'think' || attribution.cue.class === 'act') &&
  attribution.cue.part === 'verb' &&
  recent(found).some((other) => other.content?.first === attribution.cue.first);

/** Of cues that reach for one clause the nearest has it: "ذكرت الوكالة نقلا عن مسؤول قوله إن …" is the official's. */
function isSuperseded(found: readonly Attribution[], i: number): boolean {
  const { complement } = found[i] as Attribution;
  if (complement?.type !== 'clause') return false;
  for (let later = i + 1; later < Math.min(found.length, i + 4); later++) {
    const other = found[later]?.complement;
    if (other?.type === 'clause' && other.at === complement.at) return true;
  }
  return false;
}
