/** Signals that ask a program to end: Ctrl-C, and what schedulers send. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets such a signal end the program between two writes, never within one: what it has written are whole lines. `before`
 * is called first. The program then ends by the same signal, as shells and schedulers expect; a second one ends it at once.
 * @returns a function that takes this back
 */
export function onInterrupt(before: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    takeBack();
    before();
    process.stdout.write('', () => process.kill(process.pid, signal));
  };
  const takeBack = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return takeBack;
}
