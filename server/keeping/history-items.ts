/** What was done to an article as a person looks it over. */
import { reanchor, searchable } from '../../core/annotations/reanchor.ts';
import type { Step } from '../../core/annotations/steps.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import type { Span } from '../../core/text/span.ts';
import { journalStacks, liveStep } from './journal.ts';
import type { Kept } from './kept.ts';

export interface HistoryItem {
  readonly step: Step;
  /** The first annotation that it changed, as it was after it, or before it where it took it away; null for none. */
  readonly first: Annotation | null;
  /** Where that one's words stand in the text as it is now, in UTF-16 code units; null where they do not. */
  readonly span: Span | null;
  /** Whether it was taken back and not done again since. */
  readonly undone: boolean;
}

/** The steps of a journal that was read, the latest first. */
export function historyItems(one: Kept): HistoryItem[] {
  const text = searchable(one.document.getText());
  const present = new Map(one.annotations.map((annotation) => [annotation.id, annotation]));
  const { undone } = journalStacks(one);
  const steps = one.journal.records.flatMap((record) => (record.kind === 'step' ? [record.step] : []));
  return steps.reverse().map((step) => {
    const first = firstOf(step);
    const isLive = one.journal.live.has(step.id);
    const here = first && (present.get(first.id) ?? (isLive ? firstOf(liveStep(one, step)) : undefined));
    const { span } = here ? here.anchor : first ? reanchor(text, first.anchor) : { span: null };
    return { step, first, span, undone: undone.has(step.id) };
  });
}

const firstOf = ({ before, after }: Step): Annotation | null => after[0] ?? before[0] ?? null;
