/**
 * A double-array trie (Aoe 1989) over folded text: from a state, the letter with code c leads to state base[s] + c
 * where check says s. One array access and one comparison a letter, and plain typed arrays to store.
 */
export interface Automaton {
  readonly base: Int32Array;
  readonly check: Int32Array;
  /** By state: the number of the pattern that ends here, or -1. */
  readonly pattern: Int32Array;
  /** By UTF-16 code unit: its letter code, 0 for letters in no pattern. */
  readonly alphabet: Uint8Array;
}

export const ROOT = 1;
export const NOWHERE = 0;

/** The state that the characters of `text` from `from` lead to, starting in `state`; NOWHERE if no pattern goes on so. */
export function advance(automaton: Automaton, state: number, text: string, from = 0): number {
  const { base, check, alphabet } = automaton;
  let current = state;
  for (let i = from; i < text.length; i++) {
    const letter = alphabet[text.charCodeAt(i)] as number;
    if (letter === 0) return NOWHERE;
    const next = (base[current] as number) + letter;
    if (check[next] !== current) return NOWHERE;
    current = next;
  }
  return current;
}

interface Node {
  readonly children: Map<number, Node>;
  pattern: number;
}

/**
 * Builds the automaton of the given patterns; a pattern's number is its place in the list. Build-time work: takes
 * about a second for 10^5 patterns.
 * @throws RangeError if the patterns use more than 255 different characters.
 */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const alphabet = new Uint8Array(65536);
  let letters = 0;
  const root: Node = { children: new Map(), pattern: -1 };
  for (const [number, pattern] of patterns.entries()) {
    let node = root;
    for (let i = 0; i < pattern.length; i++) {
      const unit = pattern.charCodeAt(i);
      if (alphabet[unit] === 0) {
        if (++letters > 255) throw new RangeError('The patterns use more than 255 different characters.');
        alphabet[unit] = letters;
      }
      const letter = alphabet[unit] as number;
      let child = node.children.get(letter);
      if (!child) node.children.set(letter, (child = { children: new Map(), pattern: -1 }));
      node = child;
    }
    node.pattern = number;
  }
  return layOut(root, alphabet);
}

/** Finds each node a base at which all its children fall on free cells, first fit. */
function layOut(root: Node, alphabet: Uint8Array): Automaton {
  let size = 1 << 16;
  let base = new Int32Array(size);
  let check = new Int32Array(size).fill(-1);
  let pattern = new Int32Array(size).fill(-1);
  let used = ROOT + 1;
  let firstFree = ROOT + 1;
  // Its own parent: were it NOWHERE's child, a letter of code 1 would lead back from NOWHERE to the root.
  check[ROOT] = ROOT;
  const grow = (needed: number): void => {
    if (needed < size) return;
    while (size <= needed) size *= 2;
    const widen = (old: Int32Array<ArrayBuffer>, filler: number): Int32Array<ArrayBuffer> => {
      const wider = new Int32Array(size).fill(filler);
      wider.set(old);
      return wider;
    };
    base = widen(base, 0);
    check = widen(check, -1);
    pattern = widen(pattern, -1);
  };
  const queue: [Node, number][] = [[root, ROOT]];
  for (let q = 0; q < queue.length; q++) {
    const [node, state] = queue[q] as [Node, number];
    pattern[state] = node.pattern;
    if (node.children.size === 0) continue;
    const codes = [...node.children.keys()].sort((a, b) => a - b);
    const lowest = codes[0] as number;
    while (check[firstFree] !== undefined && check[firstFree] !== -1) firstFree++;
    let candidate = Math.max(1, firstFree - lowest);
    for (let misses = 0; ; candidate++) {
      grow(candidate + 256);
      if (codes.every((code) => check[candidate + code] === -1)) break;
      // Crowded cells at the front would be tried again and again for nodes that never fit there.
      if (++misses === 512) candidate = Math.max(candidate, used - 256);
    }
    base[state] = candidate;
    for (const code of codes) {
      check[candidate + code] = state;
      used = Math.max(used, candidate + code + 1);
      queue.push([node.children.get(code) as Node, candidate + code]);
    }
  }
  const length = used + 256;
  return {
    base: base.slice(0, length),
    check: check.slice(0, length),
    pattern: pattern.slice(0, length),
    alphabet,
  };
}
