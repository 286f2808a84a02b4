import { recent } from './attribution.ts';
import type { Attribution, Context } from './attribution.ts';
import { contentOf, findComplement } from './complements.ts';
import { contentFrom, trimEnd } from './contents.ts';
import type { Cue } from './cues.ts';
import { isContentParticle, parsePhrase } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { standsAsVerb } from './saying.ts';
import { voiceOf } from './voices.ts';
import type { Voice } from './voices.ts';

/** How many tokens may stand between a source and the colon before its words: "نقلا عن رويترز -بتصرف-:". */
const BEFORE_COLON = 10;

/** نقلت وكالة X عن Y قوله إن …; نقلا عن Y. The words are Y's. */
export function attributeCarried(
  context: Context,
  cue: Cue,
): { readonly carried: Voice | null; readonly attribution: Attribution | null } {
  const { passage, sentence, cueAt, found, cues } = context;
  const { tokens } = passage;
  const none = { carried: null, attribution: null };
  if (cue.class === 'carry' && cue.part === 'verb' && !standsAsVerb(passage, cue, sentence, null))
    return none;
  let from = cue.last + 1;
  const publisher = cue.class === 'carry' ? parsePhrase(passage, from, sentence.end, cueAt) : null;
  if (publisher) from = publisher.last + 1;
  let phrase: Phrase | null = null;
  if (cue.class === 'source') phrase = parsePhrase(passage, from, sentence.end, cueAt);
  else
    for (let i = from; i < Math.min(sentence.end, from + 14) && !phrase; i++) {
      if (isContentParticle(tokens[i]) || passage.quoting[i]?.opaque) break;
      if (tokens[i]?.folded === 'عن') phrase = parsePhrase(passage, i + 1, sentence.end, cueAt);
    }
  if (cue.class === 'carry' && !phrase && !publisher) return none;
  const source = phrase ?? publisher;
  if (!source) return none;
  const voice = voiceOf(passage, source, null);
  const later = cues.slice(cues.indexOf(cue) + 1, cues.indexOf(cue) + 12);
  const noun = later.find((other) => other.part === 'noun' && other.agreement !== '-');
  const next = later.find((other) => (other.part === 'verb' || other.part === 'participle') && !other.weak);
  if (noun && (!next || noun.first < next.first)) return { carried: voice, attribution: null };
  if (cue.class === 'source') {
    if (recent(found).some((other) => other.content !== null || other.complement !== null))
      return { carried: voice, attribution: null };
    const opened = cue.first === sentence.start ? findComplement(context, cue, source) : null;
    if (opened && opened.colon && opened.at - source.last <= BEFORE_COLON)
      return {
        carried: voice,
        attribution: {
          cue,
          voice,
          complement: opened,
          content: contentOf(context, cue, opened),
          position: 'front',
          rule: 'source-in-front',
        },
      };
    const behind = sentence.end - source.last <= 3;
    if (!behind || cue.first - sentence.start < 5) return { carried: voice, attribution: null };
    const content = contentFrom(passage, sentence.start, trimEnd(passage, sentence.start, cue.first), true);
    return {
      carried: voice,
      attribution: { cue, voice, complement: null, content, position: 'behind', rule: 'source-behind' },
    };
  }
  const complement = findComplement(context, cue, phrase ?? publisher);
  if (!complement || complement.at - source.last > 12 || (!phrase && complement.at - source.last > 3))
    return { carried: phrase ? voice : null, attribution: null };
  return {
    carried: voice,
    attribution: {
      cue,
      voice,
      complement,
      content: contentOf(context, cue, complement),
      position: 'front',
      rule: 'carried',
    },
  };
}
