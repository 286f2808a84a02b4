import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { historyPath, parseHistory } from '../../core/annotations/history.ts';
import { parseStore, storePath } from '../../core/annotations/store.ts';
import { machineFiles } from '../../server/node/files.ts';
import type { Action } from '../../server/protocol.ts';
import { rangeOf } from '../unit/server/connect.ts';
import { buildServer, startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

/** How often the server is killed; HASHIYA_KILLS=1000 makes it a long run, HASHIYA_SEED another one. */
const KILLS = Number(process.env['HASHIYA_KILLS'] ?? 100);
const SEED = Number(process.env['HASHIYA_SEED'] ?? 20_260_102);
/** So many actions are done at most before the one in which the server is killed, and so soon after it was asked for. */
const MOST_ACTIONS = 3;
const SOON = 25;

const NAMES =
  'سعيد الراوي,أحمد الأشقر,محمد الصالح,منى الحداد,ليلى النجار,كريم العطار,هدى الخطيب,يوسف البنا'.split(',');
const LABELS = ['PER', 'ORG', 'GPE'];
const TEXT = NAMES.map((name, n) => `وقال ${name} في اليوم ${n + 1} إن العمل في الجسر الجديد سينتهي.\n`).join(
  '',
);
const ARTICLE = 'articles/خبر.txt';

/** Numbers by chance that are the same for the same seed (Park and Miller's generator). */
function chance(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

let program = '';
let project = '';
beforeAll(() => {
  program = buildServer();
  return () => rmSync(program, { recursive: true });
});
beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'hashiya corpus '));
  mkdirSync(path.join(project, 'articles'));
  writeFileSync(path.join(project, ARTICLE), TEXT);
  return () => rmSync(project, { recursive: true });
});

const uri = (): string => pathToFileURL(path.join(project, ARTICLE)).href;
const inProject = (name: string): string => path.join(project, name);
const contentOf = (name: string): string => {
  try {
    return readFileSync(inProject(name), 'utf8');
  } catch {
    return '';
  }
};

/** The decisions of the annotation file, which must be whole: "PER سعيد الراوي", sorted. */
function stored(text: string): string[] {
  const { annotations, problems, unreadable } = parseStore(contentOf(storePath('salma', ARTICLE)), text);
  expect({ problems, unreadable }).toEqual({ problems: [], unreadable: [] });
  for (const { anchor, id } of annotations)
    expect(anchor.span, `${anchor.exact} (${id}) has a place`).not.toBeNull();
  return annotations.map(({ label, anchor }) => `${label} ${anchor.exact}`).sort();
}

/** What an annotator has decided, as it was before each action of theirs that can be undone. */
interface Decisions {
  readonly now: readonly string[];
  readonly undoable: readonly Decisions['now'][];
  readonly redoable: readonly Decisions['now'][];
}

/** Some action, and what is decided after it. */
function someAction(random: (below: number) => number, text: string, was: Decisions): [Action, Decisions] {
  const { now, undoable, redoable } = was;
  const kind = random(10);
  if (kind < 3 && undoable.length > 0)
    return [
      { kind: 'undo' },
      { now: undoable.at(-1) ?? [], undoable: undoable.slice(0, -1), redoable: [...redoable, now] },
    ];
  if (kind < 5 && redoable.length > 0)
    return [
      { kind: 'redo' },
      { now: redoable.at(-1) ?? [], undoable: [...undoable, now], redoable: redoable.slice(0, -1) },
    ];
  const name = NAMES[random(NAMES.length)] ?? '';
  const label = LABELS[random(LABELS.length)] ?? '';
  // Tagged again with another label they get it; with the same one nothing would happen.
  const others = now.filter((one) => !one.endsWith(name));
  if (now.includes(`${label} ${name}`)) return someAction(random, text, was);
  return [
    { kind: 'tag', ranges: [rangeOf(text, name)], label },
    { now: [...others, `${label} ${name}`].sort(), undoable: [...undoable, now], redoable: [] },
  ];
}

describe('a server that is killed', () => {
  it(
    `at ${KILLS} moments by chance leaves whole files that hold all that was acknowledged`,
    { timeout: 3_600_000 },
    async () => {
      const random = chance(SEED);
      let text = TEXT;
      let known: readonly string[] = [];
      let [acknowledged, inFlight] = [0, 0];
      let coming = startServerProcess(program, project);
      for (let kill = 1; kill <= KILLS; kill++) {
        const where = `kill ${kill} of seed ${SEED}`;
        const server = await coming;
        // The next one starts meanwhile, and reads nothing before the article is opened.
        coming = startServerProcess(program, project);
        let version = 1;
        await server.client.open(uri(), text, version);
        let decided: Decisions = { now: known, undoable: [], redoable: [] };
        expect(await decisionsOf(server, text), `${where}: as opened`).toEqual(known);
        for (let n = random(MOST_ACTIONS + 1); n > 0; n--) {
          if (random(3) === 0) {
            // A line of its own, so that no annotated words are touched.
            const line = random(NAMES.length);
            const at = { line, character: 0 };
            const lines = text.split('\n');
            lines.splice(line, 0, 'ثم توقف العمل.');
            text = lines.join('\n');
            await server.client.change(uri(), ++version, {
              range: { start: at, end: at },
              text: 'ثم توقف العمل.\n',
            });
          }
          if (random(4) === 0) {
            writeFileSync(inProject(ARTICLE), text);
            await server.client.connection.sendNotification('textDocument/didSave', {
              textDocument: { uri: uri() },
            });
          }
          const [action, next] = someAction(random, text, decided);
          const result = await server.client.act(uri(), version, action);
          expect(result, `${where}: ${JSON.stringify(action)}`).toMatchObject({ done: true });
          decided = next;
          acknowledged++;
        }
        const [action, next] = someAction(random, text, decided);
        const answer = server.client.act(uri(), version, action).catch(() => null);
        await pause(random(SOON));
        server.child.kill('SIGKILL');
        await server.ended;
        await Promise.race([answer, pause(50)]);
        server.client.dispose();

        known = stored(text);
        expect([decided.now, next.now], `${where}, in ${JSON.stringify(action)}`).toContainEqual(known);
        if (known.join() === next.now.join()) inFlight++;
        const files = (await machineFiles.list(pathToFileURL(project).href)).map((file) =>
          decodeURIComponent(file),
        );
        expect(
          files.filter((file) => !/\.(?:txt|jsonl)$/.test(file)),
          `${where}: files`,
        ).toEqual([]);
        const history = contentOf(historyPath('salma', ARTICLE));
        const whole = history
          .split('\n')
          .slice(0, -1)
          .filter((line) => isJson(line));
        expect(parseHistory(history, text).length, `${where}: lines of the history`).toBeGreaterThanOrEqual(
          whole.length,
        );
        expect(whole.length, `${where}: actions in the history`).toBeGreaterThanOrEqual(acknowledged);
        text = text.length > 3 * TEXT.length ? reset() : text;
      }
      const last = await coming;
      last.child.kill('SIGKILL');
      await last.ended;
      last.client.dispose();
      const folder = path.dirname(inProject(storePath('salma', ARTICLE)));
      const temporary = readdirSync(folder).filter((name) => name.endsWith('.tmp')).length;
      console.log(
        `${KILLS} kills: ${acknowledged} actions were acknowledged, ${inFlight} that were in flight got onto the disk, ${temporary} temporary files lie beside it.`,
      );

      /** Takes the inserted lines away, as another program would. */
      function reset(): string {
        writeFileSync(inProject(ARTICLE), TEXT);
        return TEXT;
      }
    },
  );

  it('by its client’s end ends by itself, and keeps what it acknowledged', async () => {
    const server = await startServerProcess(program, project);
    await server.client.open(uri(), TEXT);
    const tag = { kind: 'tag', ranges: [rangeOf(TEXT, NAMES[0] ?? '')], label: 'PER' } as const;
    expect(await server.client.act(uri(), 1, tag)).toMatchObject({ done: true });
    server.child.stdin?.destroy();
    expect(await server.ended, 'a status that says that nobody said goodbye').toBe(1);
    server.client.dispose();
    expect(stored(TEXT)).toEqual([`PER ${NAMES[0]}`]);
  });
});

async function decisionsOf({ client }: ServerProcess, text: string): Promise<string[]> {
  const lines = text.split('\n');
  const { items } = await client.state(uri());
  return items
    .filter(({ state }) => state === 'accepted')
    .map(
      ({ label, range: { start, end } }) =>
        `${label} ${lines[start.line]?.slice(start.character, end.character)}`,
    )
    .sort();
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
