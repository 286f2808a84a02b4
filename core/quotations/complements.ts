import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Complement, Context } from './attribution.ts';
import { contentEnd, contentFrom } from './contents.ts';
import type { Content } from './contents.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isAgent, isContentParticle } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { OTHER_GOVERNORS, PARTICLE_PREPOSITIONS } from './words.ts';

/** How many tokens behind a cue its complement may begin: titles and appositions are long. */
const REACH = 80;

/** Looks for what a cue governs: forward to the first particle, colon or quotation, not past another verb of saying. */
export function findComplement(context: Context, cue: Cue, subject: Phrase | null): Complement | null {
  const { passage, sentence, cueAt } = context;
  const { tokens, quoting } = passage;
  const from = cue.last + 1;
  for (let i = from; i < Math.min(sentence.end, from + REACH); i++) {
    const token = tokens[i] as Token;
    const state = quoting[i];
    if (
      state?.mark &&
      opensStretch(passage, i) &&
      !(subject && i >= subject.first - 1 && i <= subject.last)
    ) {
      if (isByname(passage, i, sentence.end)) continue;
      if (
        quoting[i + 1]?.opaque ||
        i === from ||
        (subject && standsBehind(passage, subject, i) && isAgent(passage, subject)) ||
        tokens[i - 1]?.text === ':'
      )
        return {
          type: 'marks',
          at: i,
          colon: tokens[i - 1]?.text === ':',
          long: quoting[i + 1]?.opaque === true,
        };
      continue;
    }
    if (state && state.stretch >= 0) continue;
    if (token.kind === 'mark' && token.text === ':' && !(subject && i < subject.last)) {
      if (i + 1 >= sentence.end || (tokens[i + 1]?.kind === 'number' && !tokens[i + 1]?.spaced)) continue;
      if (LISTING.has(tokens[i - 1]?.folded ?? '') && (cue.weak || cue.class !== 'say')) continue;
      if (isContentParticle(tokens[i + 1])) return { type: 'clause', at: i + 2, colon: false };
      return quoting[i + 1]?.mark
        ? { type: 'marks', at: i + 1, colon: true, long: quoting[i + 2]?.opaque === true }
        : { type: 'colon', at: i + 1, colon: true };
    }
    if (isContentParticle(token) && i <= from + 40 && acceptsParticle(passage, cue, i, subject))
      return { type: 'clause', at: token.folded === 'الا' ? i : i + 1, colon: false };
    const other = cueAt.get(i);
    if (other && blocks(passage, other)) return null;
  }
  return null;
}

/** Words before a colon that opens a list. */
const LISTING = new Set(
  'يلي الي من علي في عن التاليه الاتيه التالي الاتي كالتالي كالاتي هي وهي هو وهو هم وهم هما وهما منها ومنها بينها وبينها مثل وهن'.split(
    ' ',
  ),
);

/**
 * Whether a mark stands right behind a phrase, or behind it and a preposition: 'عبرت الوزارة عن "قلقها"'. The person
 * whom it is said to or of may stand between: 'شكر بوتين كيم على "دعمه"'.
 */
function standsBehind({ tokens, entities }: Passage, phrase: Phrase, at: number): boolean {
  let next = phrase.last + 1;
  while (next < at && entities[next]?.label === 'PER') next++;
  return (
    at === next || (at === next + 1 && ['عن', 'الي', 'علي', 'من', 'ب'].includes(tokens[at - 1]?.folded ?? ''))
  );
}

function opensStretch(passage: Passage, i: number): boolean {
  const next = passage.quoting[i + 1];
  return next !== undefined && next.stretch >= 0 && next.stretch !== passage.quoting[i - 1]?.stretch;
}

/** 'إدارة الطيران "أف إيه إيه"، أن': a few words in marks and then the particle: a name, not what is said. */
function isByname(passage: Passage, at: number, until: number): boolean {
  const { quoting, tokens } = passage;
  if (quoting[at + 1]?.opaque) return false;
  let end = at + 1;
  while (end < until && quoting[end]?.stretch === quoting[at + 1]?.stretch) end++;
  end++;
  // Adjectives of the name may follow: 'وكالة "الأناضول" الرسمية التركية، إن'.
  for (let words = 0; words < 4 && tokens[end]?.folded.startsWith('ال'); words++) end++;
  if ('،,'.includes(tokens[end]?.text ?? 'x')) end++;
  return end < until && isContentParticle(tokens[end]);
}

function blocks(passage: Passage, cue: Cue): boolean {
  if (cue.part !== 'verb' && cue.part !== 'participle') return false;
  if (isContentParticle(passage.tokens[cue.last + 1])) return true;
  return !cue.weak && (cue.class === 'say' || cue.class === 'state');
}

function acceptsParticle(passage: Passage, cue: Cue, at: number, subject: Phrase | null): boolean {
  const { tokens } = passage;
  const token = tokens[at] as Token;
  const before = tokens[at - 1] as Token;
  // إن with its kasra opens a clause behind verbs of saying; behind others it is أن.
  const kasra = token.text.startsWith('إ');
  if (kasra && (cue.class === 'act' || cue.class === 'think')) return false;
  if (at === cue.last + 1) return token.folded !== 'الا' || cue.class === 'think' || cue.class === 'act';
  if (token.folded === 'الا') return false;
  if (subject && at === subject.last + 1) return true;
  if (token.folded.startsWith('ب')) return true;
  if (kasra) return !['حيث', 'اذ', 'بل', 'الا', 'لكن', 'حتي', 'ثم'].includes(before.folded);
  if (before.kind === 'mark') return true;
  if (PARTICLE_PREPOSITIONS.has(before.folded)) return cue.class !== 'say' || before.folded !== 'من';
  if (OTHER_GOVERNORS.has(before.folded) || /^[يت]..../.test(before.folded)) return false;
  if (at - cue.last > 24) return false;
  // A bare noun before أن has the clause for itself: "قرار أن", "فكرة أن".
  return (
    passage.entities[at - 1] != null ||
    before.kind !== 'word' ||
    /^ال|ا$/.test(before.folded) ||
    at - cue.last <= 6
  );
}

/** The clause outside of marks that a complement opens; null where the complement is, or lies wholly in, words in marks. */
export function contentOf(context: Context, cue: Cue, complement: Complement | null): Content | null {
  const { passage, sentence, cueAt } = context;
  if (!complement || complement.type === 'marks') return null;
  if (complement.type === 'colon' && (cue.class === 'act' || (cue.weak && cue.class !== 'say'))) return null;
  if (isQuotedWhole(passage, complement.at, sentence)) return null;
  const end = contentEnd(passage, complement.at, sentence, cueAt, complement.type === 'colon');
  return contentFrom(passage, complement.at, end, false);
}

/** Whether a quotation opens at token `at` and a comma, a full stop or nothing stands behind it: the clause is wholly in marks. */
function isQuotedWhole(passage: Passage, at: number, sentence: Span): boolean {
  const { quoting, tokens } = passage;
  if (!quoting[at]?.mark || !quoting[at + 1]?.opaque) return false;
  let end = at + 1;
  while (end < sentence.end && quoting[end]?.opaque) end++;
  if (quoting[end]?.mark) end++;
  return end >= sentence.end || '.،,؛:'.includes(tokens[end]?.text ?? 'x');
}
