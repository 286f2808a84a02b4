import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';

/** Words that announce something: verbs with the particle of the future, and what is said of plans. */
const AHEAD = wordSet(
  `سوف سيكون ستكون سيتم ستتم سيعقد ستعقد سيزور ستزور سيلتقي ستلتقي سيبدأ ستبدأ سيصل ستصل سيجري ستجري سيشارك ستشارك
   سيواجه ستواجه سيقام ستقام تقام يقام سيشهد ستشهد سيغادر ستغادر سيجتمع ستجتمع سينطلق ستنطلق سيلعب ستلعب سيخوض ستخوض
   يخوض سيستضيف ستستضيف يستضيف تستضيف سيحل ستحل سيعود ستعود سيصوت ستصوت سيتوجه ستتوجه يتوجه سيقوم ستقوم سيعلن ستعلن
   سيناقش ستناقش سيدلي ستدلي سيترأس ستترأس سيلقي ستلقي سيفتتح ستفتتح يعتزم تعتزم المقرر مقرر المرتقب المرتقبة المزمع
   المزمعة المتوقع المنتظر ينتظر يترقب يستعد تستعد`,
);

const ENDS = new Set(['.', '!', '؟', '?', '…']);

/** How many tokens before a day the word that announces it may stand. */
const REACH = 12;

/**
 * Whether the sentence looks ahead before token `i`, so that a bare weekday is the next one and not the last: a word
 * of the list stands near before it. The rule is simple on purpose; reports mostly look back.
 */
export function looksAhead(scan: Scan, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - REACH; k--) {
    const token = scan.tokens[k];
    if (!token || ENDS.has(token.text)) return false;
    const word = token.folded;
    if (AHEAD.has(word) || ((word.startsWith('و') || word.startsWith('ف')) && AHEAD.has(word.slice(1))))
      return true;
  }
  return false;
}
