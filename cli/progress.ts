/** How long work may take before a terminal shows how far it is, and any other stderr does. */
const PATIENCE_MS = { terminal: 500, log: 10_000 };

/** Tells on stderr how far a long work is. */
export interface Progress {
  /** `item` is worked on now. */
  readonly step: (item: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/**
 * Progress through `total` items: on a terminal one line that changes, once half a second has passed; elsewhere a line
 * every ten seconds, so that short runs in scripts are silent.
 */
export function startProgress(total: number): Progress {
  const isTerminal = process.stderr.isTTY;
  let done = 0;
  let next = performance.now() + (isTerminal ? PATIENCE_MS.terminal : PATIENCE_MS.log);
  let isShown = false;
  return {
    step(item) {
      done++;
      const now = performance.now();
      if (now < next) return;
      next = now + (isTerminal ? 100 : PATIENCE_MS.log);
      isShown = true;
      process.stderr.write(
        isTerminal ? `\r\x1b[K${done}/${total} ${item}` : `hashiya: ${done} of ${total}: ${item}\n`,
      );
    },
    end() {
      if (isShown && isTerminal) process.stderr.write('\r\x1b[K');
    },
  };
}
