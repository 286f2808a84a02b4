import { fold } from '../../core/text/fold.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands beside a name tells its kind: for each kind of neighbour the words that count, and on which side. */
const CONTEXTS = {
  /** Behind a title or post: a person. */
  title: {
    side: -1,
    words:
      'الرئيس السيد السيدة الوزير الدكتور الأمير الشيخ الملك اللواء العقيد العميد المهندس الأستاذ النائب السفير المدرب اللاعب الفنان الفنانة الكاتب الجنرال القائد الزعيم المستشار الحاج البروفيسور الكابتن المخرج الشاعر المرحوم القاضي',
  },
  /** Behind "son of", or before it: a person. */
  son: { side: -1, words: 'بن بنت ابن آل' },
  father: { side: 1, words: 'بن بنت' },
  /** Behind a word of place. */
  place: {
    side: -1,
    words: 'مدينة محافظة بلدة قرية ولاية إقليم العاصمة جزيرة مدينتي منطقة ضاحية مطار حي دولة جمهورية',
  },
  /** Behind "in", "from" or "to". */
  within: { side: -1, words: 'في من إلى ب+ باتجاه نحو غرب شرق شمال جنوب' },
  /** Behind a head of an organisation's name. */
  organisation: {
    side: -1,
    words:
      'شركة مجموعة نادي حركة حزب صحيفة وكالة قناة موقع منظمة جماعة تنظيم بنك مؤسسة فريق مصرف جريدة مجلة شبكة وزارة هيئة جامعة',
  },
  /** Behind a verb of saying: mostly the speaker. */
  speaker: {
    side: -1,
    words:
      'قال وقال قالت وقالت أكد وأكد أكدت أضاف وأضاف أوضح وأوضح أعلن وأعلن أعلنت وأعلنت ذكرت وذكرت أشار وأشار صرح كشف وتابع وصرح وكشف',
  },
  /** Within quote marks, right behind the first: a title or coined name. */
  quoted: { side: -1, words: '" “ « ”' },
} as const;

/** The kinds of context, in the order of the shares that `countContexts` gives. */
export const CONTEXT_KINDS = Object.keys(CONTEXTS) as readonly (keyof typeof CONTEXTS)[];

/** A word with fewer sightings says little: so many of the average kind are added to each. */
const PRIOR = 8;

/**
 * How name-like the company of each word is, by kind of context, in steps: 0 as rarely as the average word or less
 * often, 1 at least twice as often, 2 at least six, 3 at least twenty times.
 * @returns by word of the vocabulary one step for each of `CONTEXT_KINDS`
 */
export function countContexts({ words, counts, text }: Vocabulary): Uint8Array {
  const width = CONTEXT_KINDS.length;
  const ids = new Map(words.map((word, id) => [word, id]));
  const kindsBefore = new Uint8Array(words.length);
  const kindsBehind = new Uint8Array(words.length);
  CONTEXT_KINDS.forEach((kind, k) => {
    const { side, words: list } = CONTEXTS[kind];
    for (const word of list.split(' ')) {
      const id = ids.get(fold(word));
      const kinds = side < 0 ? kindsBefore : kindsBehind;
      if (id !== undefined) kinds[id] = (kinds[id] as number) | (1 << k);
    }
  });
  const seen = new Int32Array(words.length * width);
  const totals = new Float64Array(width);
  let all = 0;
  for (let i = 1; i < text.length; i++) {
    const [left, right] = [text[i - 1] as number, text[i] as number];
    if (right >= 0) all++;
    if (left >= 0 && right >= 0) {
      note(seen, totals, right * width, kindsBefore[left] as number);
      note(seen, totals, left * width, kindsBehind[right] as number);
    }
  }
  const steps = new Uint8Array(words.length * width);
  for (let w = 0; w < words.length; w++)
    for (let k = 0; k < width; k++) {
      const average = (totals[k] as number) / all;
      const share = ((seen[w * width + k] as number) + PRIOR * average) / ((counts[w] as number) + PRIOR);
      const times = average > 0 ? share / average : 0;
      steps[w * width + k] = times >= 20 ? 3 : times >= 6 ? 2 : times >= 2 ? 1 : 0;
    }
  return steps;
}

function note(seen: Int32Array, totals: Float64Array, row: number, kinds: number): void {
  for (let k = 0, rest = kinds; rest > 0; k++, rest >>= 1)
    if (rest & 1) {
      seen[row + k] = (seen[row + k] as number) + 1;
      totals[k] = (totals[k] as number) + 1;
    }
}
