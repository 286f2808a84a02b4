import type { Label } from '../annotation.ts';

/** A name that a project's annotators decided on. */
export interface ProjectName {
  /**
   * Null where they decided one label as often as another: such words are no mark of the project's, and nothing
   * within them is either.
   */
  readonly label: Label | null;
  /** The full name of the entity; null where they do not tell one. */
  readonly canonical: string | null;
  /** In how many articles they decided so, and in how many otherwise. */
  readonly count: number;
  readonly against: number;
}

/** Names by their folded words, a word a step. */
export interface NameNode {
  readonly next: ReadonlyMap<string, NameNode>;
  /** The name that ends here. */
  readonly name: ProjectName | null;
}

/** A label under which a name was accepted, and how often. */
export interface LabelUse {
  readonly label: Label;
  readonly count: number;
}

/** What a project's annotators decided that holds in every article. Never changes. */
export interface ProjectNames {
  readonly root: NameNode;
  /** By family and label (see kindKey): the folded words that are rejected everywhere. */
  readonly rejected: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names (see nameKey) that were accepted under several labels, the most frequent label first. */
  readonly labels: ReadonlyMap<string, readonly LabelUse[]>;
}

export const NO_NAMES: ProjectNames = {
  root: { next: new Map(), name: null },
  rejected: new Map(),
  labels: new Map(),
};

/** Names what is rejected everywhere goes by: a family and a label of it. */
export const kindKey = (family: string, label: string): string => `${family} ${label}`;

/**
 * The names with some of them changed, by folded words; null takes one away. What is not concerned is shared with the
 * old ones.
 */
export function changeNames(root: NameNode, changes: ReadonlyMap<string, ProjectName | null>): NameNode {
  interface Fresh {
    next: Map<string, NameNode>;
    name: ProjectName | null;
  }
  const fresh = new Set<NameNode>();
  const own = (node: NameNode | undefined): Fresh => {
    if (node && fresh.has(node)) return node as Fresh;
    const copy: Fresh = { next: new Map(node?.next), name: node?.name ?? null };
    fresh.add(copy);
    return copy;
  };
  const top = own(root);
  for (const [words, name] of changes) {
    if (name === null && !isKnown(root, words)) continue;
    let node = top;
    for (const word of words.split(' ')) {
      const below = own(node.next.get(word));
      node.next.set(word, below);
      node = below;
    }
    node.name = name;
  }
  return top;
}

function isKnown(root: NameNode, words: string): boolean {
  let node: NameNode | undefined = root;
  for (const word of words.split(' ')) node = node?.next.get(word);
  return (node?.name ?? null) !== null;
}
