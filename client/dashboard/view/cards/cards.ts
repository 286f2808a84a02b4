import type { Card } from '../card.ts';
import { annotators } from './annotators.ts';
import { articles } from './articles.ts';
import { boilerplate, entities, quotations } from './labels.ts';
import { lengths } from './lengths.ts';
import { names } from './names.ts';
import { progress } from './progress.ts';
import { months, outlets } from './publication.ts';
import { speakers } from './speakers.ts';

/** Every card, in the order in which the dashboard shows them: adding one is one file and one line. */
export const CARDS: readonly Card[] = [
  entities,
  names,
  speakers,
  boilerplate,
  quotations,
  lengths,
  progress,
  annotators,
  months,
  outlets,
  articles,
];
