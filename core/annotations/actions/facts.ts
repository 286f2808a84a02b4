import type { ArticleStatus } from '../status.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { valueFor, without } from './attribute-value.ts';
import { factsOutcome } from './outcome.ts';

/** Says how far the annotator has come with the article. */
export const setStatus = (status: ArticleStatus, state: ArticleState): Outcome =>
  factsOutcome(state, { ...state.facts, status });

/** Gives the article as a whole an attribute of the scheme, or takes it away (`value` null or blank). */
export function setArticleAttribute(
  name: string,
  value: string | null,
  state: ArticleState,
  { scheme }: ActionContext,
): Outcome {
  const before = state.facts.attributes;
  const known = valueFor(name, value, scheme.articleAttributes, Object.hasOwn(before, name));
  if ('code' in known) return refuse(known);
  const attributes = known.value === null ? without(before, name) : { ...before, [name]: known.value };
  return factsOutcome(state, { ...state.facts, attributes });
}
