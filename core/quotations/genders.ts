import type { Cue } from './cues.ts';
import type { Name } from './passage.ts';
import type { SentenceSpeech } from './speech.ts';
import type { Gender } from './voices.ts';

/**
 * The genders of the named persons and bodies of an article, by full name, as the verbs show them that they are the
 * subjects of: "قالت ماريا" in one line tells whom "وأضافت" means in another.
 */
export function gendersOf(speeches: Iterable<readonly SentenceSpeech[] | null>): ReadonlyMap<string, Gender> {
  const genders = new Map<string, Gender>();
  for (const speech of speeches)
    for (const { found } of speech ?? [])
      for (const { attribution } of found) {
        const { cue, voice } = attribution;
        const canonical = voice.mention?.name?.canonical;
        if (canonical === undefined || !voice.named || !shows(cue)) continue;
        const known = genders.get(canonical);
        genders.set(canonical, known === undefined || known === voice.gender ? voice.gender : null);
      }
  return genders;
}

/** Whether a cue agrees with its subject; frames and nouns do not. */
const shows = (cue: Cue): boolean => cue.part === 'verb' || cue.part === 'participle';

/** The gender that a name shows by itself: countries and bodies whose first word ends in ة are feminine. */
export function genderOfName({ label, canonical }: Name): Gender {
  if (label === 'GPE') return MASCULINE_COUNTRIES.has(canonical) ? 'm' : 'f';
  if (label !== 'ORG') return null;
  const [first = ''] = canonical.split(' ', 1);
  if (/(?:ة|ات)$/.test(first)) return 'f';
  return MASCULINE_BODIES.test(first) ? 'm' : null;
}

const MASCULINE_COUNTRIES = new Set('المغرب العراق لبنان الأردن السودان اليمن الصومال'.split(' '));

const MASCULINE_BODIES =
  /^(?:ال)?(?:مجلس|حزب|جيش|مركز|معهد|بنك|مصرف|اتحاد|نادي|مكتب|برلمان|كونغرس|كونجرس|بنتاغون|كرملين|بيت|مرصد|صندوق|تحالف|حرس|دفاع|تنظيم)$/;
