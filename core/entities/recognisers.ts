import type { Recogniser } from './candidate.ts';
import { expressions } from './expressions.ts';
import { nationality } from './nationality.ts';
import { organisation } from './organisation.ts';
import { outlet } from './outlet.ts';
import { person } from './person.ts';
import { place } from './place.ts';
import { post } from './post.ts';
import { event, law, product } from './work.ts';

/** Every recogniser of entities: adding one is one file and one line here. */
export const RECOGNISERS: readonly Recogniser[] = [
  expressions,
  person,
  place,
  organisation,
  outlet,
  nationality,
  post,
  event,
  product,
  law,
];
