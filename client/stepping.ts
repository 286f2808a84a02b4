import { EventEmitter, type Event, type Memento } from 'vscode';
import { STEP_FILTERS, type StepFilter } from './step-filter.ts';

/** What the step keys go through; kept for the workspace. */
export interface Stepping {
  readonly filter: StepFilter;
  set(filter: StepFilter): Promise<void>;
  readonly onDidChange: Event<void>;
}

const KEY = 'stepThrough';

/** @param memory the workspace's */
export function openStepping(memory: Memento): Stepping {
  const changed = new EventEmitter<void>();
  const kept = memory.get<string>(KEY);
  let filter: StepFilter = STEP_FILTERS.find((known) => known === kept) ?? 'all';
  return {
    get filter() {
      return filter;
    },
    async set(next) {
      filter = next;
      changed.fire();
      await memory.update(KEY, next);
    },
    onDidChange: changed.event,
  };
}
