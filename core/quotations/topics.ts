import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Name, Passage } from './passage.ts';

/** How far into a sentence, in tokens, its topic stands. */
const TOPIC_REACH = 9;

/** The person or body that a sentence (a range of tokens) opens with, as its subject would; or null. */
export function topicOf(passage: Passage, sentence: Span): Name | null {
  const { tokens, entities, quoting } = passage;
  for (let i = sentence.start; i < Math.min(sentence.end, sentence.start + TOPIC_REACH); i++) {
    const name = entities[i];
    if (quoting[i]?.opaque) return null;
    if (!name || (i > sentence.start && entities[i - 1] === name)) continue;
    if (name.label !== 'PER' && !(name.label === 'ORG' && i - sentence.start < 7)) continue;
    const token = tokens[i] as Token;
    const inside = name.start > token.start && !/^[وف]/.test(token.folded);
    if (!inside && !OBLIQUE.has(tokens[i - 1]?.folded ?? '')) return name;
  }
  return null;
}

/** Prepositions before a name that is no subject. */
const OBLIQUE = new Set(['من', 'مع', 'عن', 'علي', 'الي', 'في', 'بين', 'ضد', 'بعد', 'قبل']);
