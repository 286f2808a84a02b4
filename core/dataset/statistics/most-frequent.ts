import type { ProjectStatistics } from './figures.ts';

/**
 * Statistics with the first `number` names of each label and as many speakers alone; those without a name stay. All
 * other figures are as they were.
 */
export function mostFrequent(statistics: ProjectStatistics, number: number): ProjectStatistics {
  const { dataset } = statistics;
  const kept = new Map<string, number>();
  const isKept = (label: string): boolean => {
    const count = (kept.get(label) ?? 0) + 1;
    kept.set(label, count);
    return count <= number;
  };
  return {
    ...statistics,
    dataset: {
      ...dataset,
      names: dataset.names.filter(({ label }) => isKept(label)),
      speakers: dataset.speakers.filter(({ name }, index) => index < number || name === null),
    },
  };
}
