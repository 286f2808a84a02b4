import { fold } from '../../text/fold.ts';
import { endsStep } from '../../text/steps.ts';
import type { Steps } from '../../text/steps.ts';
import type { DatasetDocument, DatasetSpan } from '../document.ts';
import type { DocumentCounts, SpeakerInDocument } from './count-document.ts';
import {
  addSpelling,
  addTo,
  commonest,
  compareText,
  detached,
  merge,
  newTally,
  placeOf,
  sumOf,
} from './counts.ts';
import type { Spelling, Tally } from './counts.ts';
import type { Place, SpeakerCount } from './figures.ts';

interface Speeches {
  readonly direct: Tally;
  readonly indirect: Tally;
}

/** The full name of who speaks, else the words that stand for them; null where nobody has told. */
const speakerOf = ({ text }: DatasetDocument, { canonical, speaker }: DatasetSpan): string | null =>
  canonical ?? (speaker ? text.slice(speaker.start, speaker.end) : null);

/**
 * Who is quoted how often in a document, directly and indirectly. Terms in quotation marks, and kinds that a project
 * adds, are nobody's speech and not counted.
 */
export function speakersIn(
  document: DatasetDocument,
  quotations: readonly DatasetSpan[],
): SpeakerInDocument[] {
  const speakers = new Map<string | null, SpeakerInDocument & Speeches>();
  for (const span of quotations) {
    if (span.label !== 'direct' && span.label !== 'indirect') continue;
    const name = speakerOf(document, span);
    let quoted = speakers.get(name);
    if (!quoted) {
      const first = placeOf(document, span);
      quoted = { name: name && detached(name), direct: newTally(), indirect: newTally(), first };
      speakers.set(name, quoted);
    }
    addTo(quoted[span.label], span);
  }
  return [...speakers.values()];
}

interface Quoted extends Speeches {
  /** Empty for quotations without a speaker. */
  readonly spellings: Spelling[];
  articles: number;
  /** The file of the last document that was counted. */
  last: string;
  readonly first: Place;
}

/**
 * Who is quoted how often in all documents; spellings that folding joins are one name. In steps of some documents each.
 * @param documents in the order in which the first quotation is looked for
 */
export function* joinSpeakers(documents: readonly DocumentCounts[]): Steps<SpeakerCount[]> {
  const speakers = new Map<string | null, Quoted>();
  for (const [i, document] of documents.entries()) {
    if (endsStep(i)) yield;
    const { file } = document.figures;
    for (const one of document.speakers) {
      const { name, first } = one;
      const key = name && fold(name);
      let quoted = speakers.get(key);
      if (!quoted) {
        const speeches = { direct: newTally(), indirect: newTally() };
        quoted = { ...speeches, spellings: [], articles: 1, last: file, first };
        speakers.set(key, quoted);
      }
      merge(quoted.direct, one.direct);
      merge(quoted.indirect, one.indirect);
      if (name !== null) addSpelling(quoted.spellings, name, quotationsOf(one));
      if (quoted.last !== file) quoted.articles++;
      quoted.last = file;
    }
  }
  yield;
  return [...speakers]
    .map(([key, { direct, indirect, spellings, articles, first }]) => ({
      name: key === null ? null : commonest(spellings),
      direct,
      indirect,
      articles,
      first,
    }))
    .sort(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        quotationsOf(b) - quotationsOf(a) ||
        compareText(a.name ?? '', b.name ?? ''),
    );
}

/** All quotations of a speaker. */
export const quotationsOf = ({ direct, indirect }: Pick<SpeakerCount, 'direct' | 'indirect'>): number =>
  sumOf(direct) + sumOf(indirect);
