import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collectGarbage } from '../../server/node/garbage.ts';

it('gives back what nothing holds, and the program goes on', async () => {
  const kept = new WeakRef(new Array(1000).fill('حاشية'));
  // What a reference was made to is held until the turn is over.
  await pause(1);
  for (let round = 0; round < 3; round++) {
    await collectGarbage();
    await pause(20);
  }
  expect(kept.deref()).toBeUndefined();
});
