/** Texts for fuzzing: real articles as far as they are on this machine, and what chance makes of them. */
import path from 'node:path';
import fc from 'fast-check';
import { readSet } from '../../training/evaluate/articles.ts';
import { anyText, newsText } from '../unit/arbitrary.ts';
import { mutatedText } from './mutations.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The project's own articles, and those of others beside it. The held-out ones stay unseen here, too. */
const articles = (['samples', 'seeds', 'dev'] as const).flatMap((set) =>
  (readSet(set, ROOT) ?? []).map(({ text }) => text),
);

/** A real article, spoilt: of most only a piece, which is as treacherous and easier to read when it fails. */
const spoiltArticle = mutatedText(
  fc
    .tuple(fc.constantFrom(...articles), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(900))
    .map(([text, at, length]) => text.slice(Math.floor(at * text.length)).slice(0, length)),
);

/** Any text that an article file may hold. */
export const fuzzedText = fc.oneof(
  { arbitrary: spoiltArticle, weight: 4 },
  { arbitrary: mutatedText(newsText), weight: 2 },
  mutatedText(anyText),
);

/** Real articles, whole. */
export const wholeArticle = fc.constantFrom(...articles);
