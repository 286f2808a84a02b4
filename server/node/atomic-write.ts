import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Temporary files and turns are hidden beside their file, so that no list has those that a killed program left; a
 * write to the folder removes them once they are an hour old.
 */
const TEMPORARY = /^\..+\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;
const LEFT_OVER = 3_600_000;
const cleaned = new Set<string>();

/**
 * Writes a file beside another and renames it onto that one, so that a crash leaves the old content or the new.
 * @param file its path; missing folders are made
 * @param isWanted asked right before the renaming; where it says no, nothing is changed
 * @returns whether it was wanted
 */
export async function writeThenRename(
  file: string,
  content: Uint8Array,
  isWanted: () => Promise<boolean>,
): Promise<boolean> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `.${path.basename(file)}.${randomUUID()}.tmp`);
  let renamed = false;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      // Without it a power cut could leave a renamed but empty file.
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await readFile(temporary)).equals(content))
      throw new Error(`${temporary} does not hold what was written to it.`);
    if (await isWanted()) {
      await rename(temporary, file);
      renamed = true;
    }
  } finally {
    if (!renamed) await rm(temporary, { force: true });
  }
  await removeLeftOver(folder).catch(() => undefined);
  return renamed;
}

/** Removes what killed programs left in a folder; once in the life of this one. */
async function removeLeftOver(folder: string): Promise<void> {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const name of await readdir(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const file = path.join(folder, name);
    if (Date.now() - (await stat(file)).mtimeMs > LEFT_OVER) await rm(file, { force: true });
  }
}

/** How long others are waited for, and how long between two looks, in milliseconds. */
const PATIENCE = 2000;
const BETWEEN = 5;

/**
 * Does some work on a file while no other program that asks the same does any. The turn is a file that only one can
 * make; one whose program has ended counts for nothing. Whoever waits in vain works all the same: a turn makes two
 * windows line up, and must never be what keeps a person's work from the disk.
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  const turn = path.join(path.dirname(file), `.${path.basename(file)}.turn`);
  const mine = `${os.hostname()} ${process.pid} ${randomUUID()}`;
  const isMine = await takeTurn(turn, mine);
  try {
    return await work();
  } finally {
    if (isMine) await rm(turn, { force: true }).catch(() => undefined);
  }
}

async function takeTurn(turn: string, mine: string): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE; waited += BETWEEN) {
    try {
      const handle = await open(turn, 'wx');
      try {
        await handle.writeFile(mine).finally(() => handle.close());
        return true;
      } catch {
        // A full disk has room for its name alone.
        await rm(turn, { force: true }).catch(() => undefined);
        return false;
      }
    } catch (error) {
      if (!isThere(error)) return false;
      if (await isOver(turn)) await rm(turn, { force: true });
      else await pause(BETWEEN);
    }
  }
  return false;
}

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Whether the program whose turn it is runs no more, or took so long that it must have been stopped. */
async function isOver(turn: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(turn)).mtimeMs > PATIENCE) return true;
    const [host, pid] = (await readFile(turn, 'utf8')).split(' ');
    if (host !== os.hostname() || !pid) return false;
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    // ESRCH: there is no such process. EPERM: there is one, of somebody else.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
