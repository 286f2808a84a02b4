import { EventEmitter, type Event, type Memento } from 'vscode';
import type { ArticleItem } from '../server/protocol.ts';
import { FAMILIES, type Family } from './items.ts';

/** What a person can hide: the families, and the marks that were rejected. */
export const LAYERS = [...FAMILIES, 'rejected'] as const;

export type Layer = Family | 'rejected';

/** Which layers are drawn and stepped through; kept for the workspace. */
export interface Visibility {
  shows(layer: Layer): boolean;
  showsItem(item: ArticleItem): boolean;
  toggle(layer: Layer): Promise<void>;
  readonly onDidChange: Event<void>;
}

const KEY = 'hiddenLayers';

/** @param memory the workspace's */
export function openVisibility(memory: Memento): Visibility {
  const changed = new EventEmitter<void>();
  const hidden = new Set(memory.get<readonly Layer[]>(KEY, ['rejected']));
  const shows = (layer: Layer) => !hidden.has(layer);
  return {
    shows,
    showsItem: (item) => shows(item.family) && (item.state !== 'rejected' || shows('rejected')),
    async toggle(layer) {
      if (!hidden.delete(layer)) hidden.add(layer);
      changed.fire();
      await memory.update(KEY, [...hidden]);
    },
    onDidChange: changed.event,
  };
}
