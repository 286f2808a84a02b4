import type { Label } from '../annotation.ts';
import type { NameDecision } from './decision.ts';
import { changeNames, kindKey, NO_NAMES } from './names.ts';
import type { LabelUse, ProjectName, ProjectNames } from './names.ts';
import { settle } from './settle.ts';

/** The decisions of a project's annotation files, kept so that a change of one file costs what changed. */
export interface NameCounts {
  /**
   * Puts a file's decisions in the place of those that it had; none for a file that is gone. Comes back with the words
   * on which it now decides otherwise.
   * @param settled whether they are the gold layer's, which decide alone where they decide at all
   */
  readonly put: (file: string, decisions: readonly NameDecision[], settled: boolean) => ReadonlySet<string>;
  /** All words that are decided on. */
  readonly words: () => ReadonlySet<string>;
  /** What all of them come to. The same value until something of it changes. */
  readonly names: () => ProjectNames;
}

/** What a file decides on some words. */
interface FileDecisions {
  readonly decisions: readonly NameDecision[];
  readonly settled: boolean;
}

/** Counts over no files yet. */
export function createNameCounts(): NameCounts {
  const files = new Map<string, readonly NameDecision[]>();
  /** By words, then by file. */
  const held = new Map<string, Map<string, FileDecisions>>();
  const labelsOf = new Map<string, Map<Label, number>>();
  const rejections = new Map<string, Map<string, number>>();
  const stale = { words: new Set<string>(), labels: new Set<string>(), rejected: false };
  let names = NO_NAMES;

  const count = (decision: NameDecision, by: 1 | -1): void => {
    stale.words.add(decision.words);
    if (decision.decision === 'everywhere') {
      add(rejections, kindKey(decision.family, decision.label), decision.words, by);
      stale.rejected = true;
    } else if (decision.name !== '') {
      add(labelsOf, decision.name, decision.label, by);
      stale.labels.add(decision.name);
    }
  };

  const settled = (words: string): ProjectName | null => {
    const all = [...(held.get(words)?.values() ?? [])];
    const gold = all.filter((one) => one.settled);
    return settle((gold.length > 0 ? gold : all).flatMap(({ decisions }) => decisions));
  };

  return {
    put(file, decisions, isSettled) {
      const before = files.get(file) ?? [];
      const changed = difference(before, decisions);
      if (changed.size === 0) return changed;
      for (const decision of before) if (changed.has(decision.words)) count(decision, -1);
      for (const decision of decisions) if (changed.has(decision.words)) count(decision, 1);
      if (decisions.length > 0) files.set(file, decisions);
      else files.delete(file);
      const now = groupByWords(decisions);
      for (const words of changed) {
        const of = held.get(words) ?? new Map<string, FileDecisions>();
        const its = now.get(words);
        if (its) held.set(words, of.set(file, { decisions: onceEach(its), settled: isSettled }));
        else {
          of.delete(file);
          if (of.size === 0) held.delete(words);
        }
      }
      return changed;
    },
    words: () => new Set(held.keys()),
    names() {
      if (stale.words.size === 0) return names;
      const changes = new Map<string, ProjectName | null>();
      for (const words of stale.words) changes.set(words, settled(words));
      names = {
        root: changeNames(names.root, changes),
        labels: stale.labels.size > 0 ? severalLabels(names.labels, stale.labels, labelsOf) : names.labels,
        rejected: stale.rejected ? rejectedIn(rejections) : names.rejected,
      };
      stale.words.clear();
      stale.labels.clear();
      stale.rejected = false;
      return names;
    },
  };
}

/** The words on which two versions of a file decide otherwise. */
function difference(before: readonly NameDecision[], after: readonly NameDecision[]): ReadonlySet<string> {
  const [was, is] = [groupByWords(before), groupByWords(after)];
  const told = (decisions: readonly NameDecision[] | undefined): string | undefined =>
    decisions
      ?.map(({ family, label, decision, canonical }) => [family, label, decision, canonical ?? ''].join('\t'))
      .join('\n');
  return new Set(
    [...was.keys(), ...is.keys()].filter((words) => told(was.get(words)) !== told(is.get(words))),
  );
}

function groupByWords(decisions: readonly NameDecision[]): ReadonlyMap<string, readonly NameDecision[]> {
  const groups = new Map<string, NameDecision[]>();
  for (const decision of decisions) {
    const group = groups.get(decision.words);
    if (group) group.push(decision);
    else groups.set(decision.words, [decision]);
  }
  return groups;
}

/** An article's mentions of one name are one decision: they were made with the same sense of it in mind. */
function onceEach(decisions: readonly NameDecision[]): NameDecision[] {
  const kinds = new Map<string, NameDecision>();
  for (const one of decisions) {
    const kind = `${kindKey(one.family, one.label)} ${one.decision}`;
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  return [...kinds.values()];
}

function add<K>(counts: Map<string, Map<K, number>>, key: string, value: K, by: number): void {
  const of = counts.get(key) ?? new Map<K, number>();
  const next = (of.get(value) ?? 0) + by;
  if (next > 0) counts.set(key, of.set(value, next));
  else {
    of.delete(value);
    if (of.size === 0) counts.delete(key);
  }
}

function severalLabels(
  before: ProjectNames['labels'],
  changed: ReadonlySet<string>,
  counts: ReadonlyMap<string, ReadonlyMap<Label, number>>,
): ProjectNames['labels'] {
  const labels = new Map(before);
  for (const name of changed) {
    const uses = [...(counts.get(name) ?? [])].map(([label, count]): LabelUse => ({ label, count }));
    if (uses.length > 1)
      labels.set(
        name,
        uses.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
      );
    else labels.delete(name);
  }
  return labels;
}

const rejectedIn = (rejections: ReadonlyMap<string, ReadonlyMap<string, number>>): ProjectNames['rejected'] =>
  new Map([...rejections].map(([kind, words]) => [kind, new Set(words.keys())]));
