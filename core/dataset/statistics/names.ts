import { fold } from '../../text/fold.ts';
import { endsStep } from '../../text/steps.ts';
import type { Steps } from '../../text/steps.ts';
import type { DatasetDocument, DatasetSpan } from '../document.ts';
import type { DocumentCounts, NameInDocument } from './count-document.ts';
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
import type { LabelCount, NameCount, Place } from './figures.ts';

/** Entities of a document by label and full name, as it is spelt; a mention without one counts under its own words. */
export function namesIn(document: DatasetDocument, entities: readonly DatasetSpan[]): NameInDocument[] {
  const names = new Map<string, NameInDocument & Tally>();
  for (const span of entities) {
    const name = span.canonical ?? document.text.slice(span.start, span.end);
    const key = `${span.label}\n${name}`;
    let named = names.get(key);
    if (!named)
      names.set(
        key,
        (named = { label: span.label, name: detached(name), ...newTally(), first: placeOf(document, span) }),
      );
    addTo(named, span);
  }
  return [...names.values()];
}

interface Named {
  readonly label: string;
  readonly tally: Tally;
  readonly spellings: Spelling[];
  articles: number;
  /** The file of the last document that was counted. */
  last: string;
  readonly first: Place;
}

/**
 * Entities by their full name, within a label. Spellings that folding joins (hamza, harakat, ى/ي …) are one name. In
 * steps of some documents or names each.
 * @param documents in the order in which the first mention is looked for
 * @param labels in the order in which names shall be listed
 */
export function* joinNames(
  documents: readonly DocumentCounts[],
  labels: readonly LabelCount[],
): Steps<NameCount[]> {
  const byLabel = new Map<string, Map<string, Named>>();
  for (const { layer, label } of labels) if (layer === 'entities') byLabel.set(label, new Map());
  for (const [i, document] of documents.entries()) {
    if (endsStep(i)) yield;
    const { file } = document.figures;
    for (const one of document.names) {
      const names = byLabel.get(one.label);
      if (!names) continue;
      const key = fold(one.name);
      let named = names.get(key);
      if (!named) {
        const { label, first } = one;
        named = { label, tally: newTally(), spellings: [], articles: 1, last: file, first };
        names.set(key, named);
      }
      merge(named.tally, one);
      addSpelling(named.spellings, one.name, sumOf(one));
      if (named.last !== file) named.articles++;
      named.last = file;
    }
  }
  const listed: NameCount[] = [];
  for (const names of byLabel.values()) {
    yield;
    const counted = Array.from(names.values(), ({ label, tally, spellings, articles, first }) => ({
      label,
      name: commonest(spellings),
      ...tally,
      articles,
      first,
    }));
    yield;
    listed.push(...counted.sort((a, b) => sumOf(b) - sumOf(a) || compareText(a.name, b.name)));
  }
  return listed;
}
