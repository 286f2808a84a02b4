/**
 * Has the engine look for memory that nothing holds. It does so by itself while a program works; one that has come to
 * rest would keep what it had at its busiest. A Node without inspector cannot be asked, and keeps it.
 */
export async function collectGarbage(): Promise<void> {
  const inspector = await import('node:inspector').catch(() => null);
  if (!inspector) return;
  const session = new inspector.Session();
  session.connect();
  // Within the callback the session is still at work: to end it there would hang the program.
  session.post('HeapProfiler.collectGarbage', () => setImmediate(() => session.disconnect()));
}
