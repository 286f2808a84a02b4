import { TAG_LABELS } from '../core/labels/scheme.ts';
import type { LabelChoice } from '../server/protocol.ts';

const DEFAULT_KEYS: ReadonlyMap<string, string> = new Map(TAG_LABELS.map(({ id, key }) => [id, key]));

/** Whether some label has another key than the default scheme gives it: then the manifest's keys do not hold. */
export const hasOwnKeys = (labels: readonly LabelChoice[]): boolean =>
  labels.some(({ id, key }) => key !== (DEFAULT_KEYS.get(id) ?? ''));
