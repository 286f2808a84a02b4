import type { Label } from '../annotation.ts';
import type { NameDecision } from './decision.ts';
import type { ProjectName } from './names.ts';

/**
 * What decisions on one string come to, each article's counted once, or null where it is no name: the label that it
 * was given most often, and its full name likewise. Words that were rejected with a label as often as accepted are no
 * name; a post of one word ("الرئيس") is whoever holds it.
 */
export function settle(decisions: readonly NameDecision[]): ProjectName | null {
  const entities = decisions.filter(({ family }) => family === 'entity');
  const accepted = entities.filter(({ decision }) => decision === 'accepted');
  const labels = countOf(accepted.map(({ label }) => label));
  const [best, second] = labels;
  if (!best) return null;
  if (second?.count === best.count)
    return { label: null, canonical: null, count: best.count, against: best.count };
  const label: Label = best.value;
  if (label === 'OCC' && !accepted[0]?.words.includes(' ')) return null;
  const against = entities.filter((one) => one.label === label && one.decision !== 'accepted');
  if (against.some(({ decision }) => decision === 'everywhere') || against.length >= best.count) return null;
  const names = countOf(accepted.flatMap((one) => (one.label === label ? (one.canonical ?? []) : [])));
  const [name, rival] = names;
  return {
    label,
    canonical: name && name.count !== rival?.count ? name.value : null,
    count: best.count,
    against: accepted.length - best.count + against.length,
  };
}

/** Values with how often they stand in a list, the most frequent first. */
function countOf(values: readonly string[]): { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
