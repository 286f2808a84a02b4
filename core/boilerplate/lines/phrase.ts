import { isTail } from '../phrases.ts';
import type { PhraseRule } from '../phrases.ts';
import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

/** How sure a phrase makes of its line, by where it must stand. */
const CONFIDENCE: Readonly<Record<PhraseRule, number>> = {
  whole: 0.97,
  label: 0.95,
  lead: 0.9,
  heading: 0.8,
  starred: 0.85,
  nav: 0.8,
  start: 0.9,
  credit: 0.85,
  within: 0.9,
  short: 0.8,
  'tail-end': 0,
  tail: 0,
};

/** A line that a phrase of the list speaks for. */
export const phraseLine: LineRule = (line) => {
  const phrase = line.phrases.find(({ rule }) => !isTail(rule));
  if (!phrase) return null;
  const { tokens } = line.reading;
  const isHeading =
    phrase.rule === 'heading' ||
    (phrase.class === 'read-also' && phrase.rule !== 'label' && phrase.rule !== 'lead');
  const opens = isHeading || !tokens.slice(phrase.last + 1).some(({ kind }) => kind !== 'mark');
  return sighting(phrase.class, CONFIDENCE[phrase.rule], 'list/boilerplate-phrase', opens);
};
