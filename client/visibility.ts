import { EventEmitter, type Event, type Memento } from 'vscode';
import type { ArticleItem } from '../server/protocol.ts';
import { FAMILIES, type Family } from './items.ts';

/** What a person can hide: the families, and the marks that were rejected. */
export const LAYERS = [...FAMILIES, 'rejected'] as const;

export type Layer = Family | 'rejected';

/** Which layers and labels are drawn and stepped through; kept for the workspace. */
export interface Visibility {
  shows(layer: Layer): boolean;
  showsItem(item: ArticleItem): boolean;
  toggle(layer: Layer): Promise<void>;
  /** Labels that are hidden whether or not their family is, as the codes of diagnostics have them: "entity/PER". */
  readonly hiddenLabels: readonly string[];
  hideLabels(codes: readonly string[]): Promise<void>;
  readonly onDidChange: Event<void>;
}

const KEY = 'hiddenLayers';
const LABELS_KEY = 'hiddenLabels';

/** The code of a label among diagnostics and hidden labels. */
export const labelCode = ({ family, label }: Pick<ArticleItem, 'family' | 'label'>): string =>
  `${family}/${label}`;

/** @param memory the workspace's */
export function openVisibility(memory: Memento): Visibility {
  const changed = new EventEmitter<void>();
  const hidden = new Set(memory.get<readonly Layer[]>(KEY, ['rejected']));
  const labels = new Set(memory.get<readonly string[]>(LABELS_KEY, []));
  const shows = (layer: Layer) => !hidden.has(layer);
  return {
    shows,
    showsItem: (item) =>
      shows(item.family) && !labels.has(labelCode(item)) && (item.state !== 'rejected' || shows('rejected')),
    async toggle(layer) {
      if (!hidden.delete(layer)) hidden.add(layer);
      changed.fire();
      await memory.update(KEY, [...hidden]);
    },
    get hiddenLabels() {
      return [...labels];
    },
    async hideLabels(codes) {
      labels.clear();
      for (const code of codes) labels.add(code);
      changed.fire();
      await memory.update(LABELS_KEY, codes);
    },
    onDidChange: changed.event,
  };
}
