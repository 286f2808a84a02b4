import type { Span } from '../text/span.ts';
import { isNested, recent } from './attribution.ts';
import type { Attribution, Context } from './attribution.ts';
import { attributeCarried } from './carried.ts';
import type { Cue } from './cues.ts';
import { attributeFrame } from './frames.ts';
import type { Passage } from './passage.ts';
import { keepPlausible } from './plausible.ts';
import { attributeSaying } from './saying.ts';
import type { Discourse, Speaker } from './speakers.ts';

/** The attributions of one sentence, in order of their cues. Notes each named speaker in `discourse`. */
export function attribute(
  passage: Passage,
  sentence: Span,
  candidates: readonly Cue[],
  discourse: Discourse,
): Attribution[] {
  const cues = keepPlausible(passage, sentence, candidates);
  const cueAt = new Map(cues.map((cue) => [cue.first, cue]));
  const found: Attribution[] = [];
  const bare: Speaker[] = [];
  let carried: Speaker | null = null;
  for (const cue of cues) {
    const context: Context = { passage, sentence, cues, cueAt, discourse, found, bare };
    if (cue.class === 'carry' || cue.class === 'source') {
      const result = attributeCarried(context, cue);
      carried = result.carried;
      if (result.attribution) found.push(result.attribution);
      continue;
    }
    if (cue.part === 'passive') continue;
    const attribution =
      cue.class === 'frame' || cue.class === 'frame-to'
        ? attributeFrame(context, cue)
        : attributeSaying(context, cue, cue.part === 'noun' ? carried : null);
    if (!attribution || continuesClause(found, attribution)) continue;
    if (attribution.speaker?.named && !isNested(found, attribution))
      discourse.speakers.push(attribution.speaker);
    found.push(attribution);
  }
  return nearestOnly(found);
}

/** "قالوا إنهم يتوقعون أن": what the reported clause itself goes on with. */
const continuesClause = (found: readonly Attribution[], attribution: Attribution): boolean =>
  (attribution.cue.class === 'think' || attribution.cue.class === 'act') &&
  attribution.cue.part === 'verb' &&
  recent(found).some((other) => other.content?.first === attribution.cue.first);

/** Of cues that reach for one clause the nearest has it: "ذكرت الوكالة نقلا عن مسؤول قوله إن …" is the official's. */
const nearestOnly = (found: readonly Attribution[]): Attribution[] =>
  found.filter(
    (attribution, i) =>
      attribution.complement?.type !== 'clause' ||
      !found
        .slice(i + 1, i + 4)
        .some(
          (later) =>
            later.complement?.type === 'clause' && later.complement.at === attribution.complement?.at,
        ),
  );
