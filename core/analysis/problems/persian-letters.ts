import type { Problem, TextFix } from '../../labels/problems.ts';
import type { LineReading } from '../../lexicon/article.ts';
import { snapToGraphemes } from '../../text/graphemes.ts';
import type { Token } from '../../text/tokens.ts';

/** Letters of Persian and Urdu keyboards that look like an Arabic letter, and that letter. */
const TWINS: Readonly<Record<string, string>> = {
  ک: 'ك',
  ڪ: 'ك',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۃ: 'ة',
};

/** Letters of sounds that Arabic lacks: which Arabic letters newsrooms write for them. */
const SOUNDS: Readonly<Record<string, readonly string[]>> = {
  گ: ['غ', 'ج', 'ك'],
  پ: ['ب'],
  چ: ['تش', 'ج'],
  ژ: ['ج', 'ز'],
};

/** Any of those letters. */
const PERSIAN = new RegExp(`[${Object.keys({ ...TWINS, ...SOUNDS }).join('')}]`);

/** Common words that end in ى, where a Persian ی must not become ي; without their harakat. */
const ALEF_MAQSURA = new Set(
  'إلى الى الأولى الاولى أولى على حتى لدى سوى متى مدى بلى كبرى أخرى اخرى إحدى احدى الأخرى الكبرى مستوى أدنى أعلى أقصى الأعلى مصطفى موسى عيسى يحيى ليلى سلمى منى مبنى معنى منتدى مرضى قتلى جرحى أسرى'.split(
    ' ',
  ),
);

/** Function words of Persian and Urdu, as their keyboards write them. */
const FOREIGN = new Set(
  'که از را است این برای های می به در با شد شده کرد خود آن هم نیز یک ہے کے کی کا میں نے سے اور پر ہیں کو تھا'.split(
    ' ',
  ),
);

/**
 * Words of Arabic text with letters of a Persian or Urdu keyboard ("کوریا"): they look right, yet no search finds
 * them. A line in Persian or Urdu has none: its own function words tell it.
 */
export function findPersianLetters(line: LineReading): readonly Problem[] {
  if (!PERSIAN.test(line.text)) return [];
  const suspects = line.tokens.filter(
    (token) => token.kind === 'word' && [...token.text].some((letter) => letter in TWINS || letter in SOUNDS),
  );
  if (suspects.length === 0 || isForeign(line)) return [];
  return suspects.map((token) => problem(line, token));
}

const FEWEST_FOREIGN_WORDS = 2;

/** Whether a line is Persian or Urdu: several of its words are their function words. */
const isForeign = (line: LineReading): boolean =>
  line.tokens.filter((token) => FOREIGN.has(token.text)).length >= FEWEST_FOREIGN_WORDS;

function problem(line: LineReading, token: Token): Problem {
  const sound = Object.keys(SOUNDS).find((letter) => token.text.includes(letter));
  const choices = sound ? (SOUNDS[sound] ?? []) : [''];
  const fixes = choices.map((choice) => fix(line, token, choice));
  const word = line.text.slice(token.start, token.end);
  return {
    code: 'persian-letters',
    ...snapToGraphemes(line.text, token),
    message: {
      en: `«${word}» is written with letters of a Persian keyboard.`,
      ar: `كُتبت «${word}» بحروف من لوحة مفاتيح فارسية.`,
    },
    fixes,
    related: null,
  };
}

/** Puts an Arabic letter for each of the word's foreign ones; `choice` for the first kind of sound in it. */
function fix(line: LineReading, token: Token, choice: string): TextFix {
  const sound = Object.keys(SOUNDS).find((letter) => token.text.includes(letter));
  const letters = [...token.text].map((letter) =>
    letter === sound ? choice : (TWINS[letter] ?? SOUNDS[letter]?.[0] ?? letter),
  );
  const plain = letters.join('').replace(/[\u064b-\u0652]/g, '');
  const lastYeh = /^.*ی(?=[\u064b-\u0652]*$)/u.test(token.text) ? letters.lastIndexOf('ي') : -1;
  if (lastYeh >= 0 && ALEF_MAQSURA.has(plain.replace(/ي$/, 'ى').replace(/^[وفبلك](?=[إاعحلسم])/, '')))
    letters[lastYeh] = 'ى';
  const edits: TextFix['edits'][number][] = [];
  let start = token.start;
  for (const [i, letter] of [...token.text].entries()) {
    const end = start + letter.length;
    const written = letters[i] ?? letter;
    if (written !== letter) {
      // The whole grapheme is replaced: harakat on the letter stay on it.
      const whole = snapToGraphemes(line.text, { start, end });
      const replacement = line.text.slice(whole.start, start) + written + line.text.slice(end, whole.end);
      edits.push({ ...whole, replacement });
    }
    start = end;
  }
  const word = letters.join('');
  return { title: { en: `Write «${word}»`, ar: `اكتب «${word}»` }, edits };
}
