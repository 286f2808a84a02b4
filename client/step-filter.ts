import type { ArticleItem } from '../server/protocol.ts';
import type { Family } from './items.ts';

/**
 * What the step keys go through: every undecided mark, those that the engine is sure of, those of one family, problems,
 * or what has been decided already, to check it.
 */
export const STEP_FILTERS = [
  'all',
  'sure',
  'entity',
  'quotation',
  'boilerplate',
  'problems',
  'annotations',
] as const satisfies readonly (Family | 'all' | 'sure' | 'problems' | 'annotations')[];

export type StepFilter = (typeof STEP_FILTERS)[number];

/** Whether the step keys stop at an item. Problems are no items: they are found among the diagnostics. */
export function stepsTo(filter: StepFilter, { state, family, weak }: ArticleItem): boolean {
  if (filter === 'problems') return false;
  if (filter === 'annotations') return state === 'accepted';
  if (state !== 'mark') return false;
  return filter === 'all' || (filter === 'sure' ? !weak : family === filter);
}

/** Where a decision leads on to: the marks that the step keys go through, or any where they go through none. */
export const goesOnTo = (filter: StepFilter, item: ArticleItem): boolean =>
  stepsTo(filter === 'problems' || filter === 'annotations' ? 'all' : filter, item);

/** Whether the code of a diagnostic is a problem's: marks have codes of their families. */
export const isProblemCode = (code: string): boolean => code.startsWith('problem/');
