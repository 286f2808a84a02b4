import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseStore } from '../../core/annotations/store.ts';
import { DEFAULT_SETTINGS } from '../../server/settings.ts';
import { memoryFiles } from '../unit/server/memory-files.ts';
import { NOTIFICATIONS, REQUESTS } from './calls.ts';
import { anyJson, JUNK, mutatedJson } from './mutations.ts';
import { connectWire, hello } from '../unit/server/wire.ts';
import type { Call, Reply } from '../unit/server/wire.ts';

const FOLDER = 'file:///corpus';
const ARTICLE = 'زار بوتين موسكو أمس.\nوقال الرئيس: "إن 25% من المقاعد شغرت".\n';

/** Documents that the client has, has not, and that nobody could have. */
const uris = fc.constantFrom(
  ...[`${FOLDER}/a.txt`, `${FOLDER}/b.txt`, `${FOLDER}/خبر عاجل.txt`, `${FOLDER}/../x.txt`],
  ...['untitled:Untitled-1', 'http://example.org/a.txt', '', ' ', '%%%', 'file:', FOLDER],
);
const numbers = fc.oneof(
  { arbitrary: fc.nat(3), weight: 6 },
  fc.constantFrom(-1, 0.5, 99, 2 ** 31, 2 ** 53, 1e300, -1e300),
);
const place = fc.record({
  uri: fc.oneof({ arbitrary: fc.constant(`${FOLDER}/a.txt`), weight: 3 }, uris),
  folder: fc.oneof({ arbitrary: fc.constant(FOLDER), weight: 3 }, uris),
  version: numbers,
  line: numbers,
  character: numbers,
});

const callOf = (table: Readonly<Record<string, (at: never) => unknown>>) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(table)), place)
    .map(([method, at]): Call => ({ method, params: table[method]?.(at as never) }));

const request = callOf(REQUESTS);
const notification = callOf(NOTIFICATIONS);

/** A call of which parts are gone or of another kind. */
const spoilt = (calls: fc.Arbitrary<Call>): fc.Arbitrary<Call> =>
  calls.chain(({ method, params }) =>
    mutatedJson(fc.constant(params), 2).map((changed): Call => ({ method, params: changed })),
  );

type Step = { readonly call: Call; readonly isRequest: boolean } | { readonly pause: true };

const asked = (call: Call): Step => ({ call, isRequest: true });
const told = (call: Call): Step => ({ call, isRequest: false });

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: request.map(asked), weight: 4 },
  { arbitrary: spoilt(request).map(asked), weight: 3 },
  { arbitrary: notification.map(told), weight: 4 },
  { arbitrary: spoilt(notification).map(told), weight: 2 },
  // Requests as notifications and the other way round, and what nobody knows.
  request.map(told),
  notification.map(asked),
  fc
    .tuple(fc.constantFrom('hashiya/none', '$/none', '', 'toString'), anyJson)
    .map(([method, params]) => asked({ method, params })),
  fc
    .tuple(fc.constantFrom('hashiya/none', '$/none', '', 'toString'), anyJson)
    .map(([method, params]) => told({ method, params })),
  fc
    .record({ id: fc.oneof(fc.nat(30), fc.constantFrom<unknown>(...JUNK)) })
    .map((params) => told({ method: '$/cancelRequest', params })),
  fc.constant(asked({ method: 'initialize', params: hello(FOLDER) })),
  spoilt(fc.constant({ method: 'initialize', params: hello(FOLDER) })).map(asked),
  fc.constant({ pause: true } as const),
);

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

/** What an error says that nobody foresaw: a stack, or the words of the engine that runs the program. */
const UNFORESEEN = /\n {4}at |Cannot (?:destructure|read prop)|is not (?:a function|iterable)/;

/** An error as a person can make use of it: a code of the protocol, a sentence, no stack. */
function expectClear({ error }: Reply, what: string): void {
  if (!error) return;
  expect(Number.isInteger(error.code), `the code of the error of ${what}`).toBe(true);
  expect(error.message, `the error of ${what}`).toMatch(/\S/);
  expect(error.message, `the error of ${what}`).not.toMatch(UNFORESEEN);
}

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
process.on('unhandledRejection', note);
afterEach(() => expect(unhandled.splice(0), 'unhandled rejections').toEqual([]));

describe('whatever a client says', () => {
  it('each request is answered, and a good document is served as if nothing had been', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(4).map((n) => n > 0),
        fc.array(step, { maxLength: 25 }),
        anyJson,
        async (saysHello, steps, configuration) => {
          let isQuiet = false;
          const files = memoryFiles({ [`${FOLDER}/b.txt`]: ARTICLE });
          const client = connectWire(files, (method) =>
            method === 'workspace/configuration' ? [isQuiet ? DEFAULT_SETTINGS : configuration] : null,
          );
          try {
            if (saysHello) await client.ask('initialize', hello(FOLDER));
            const open: [number, string][] = [];
            for (const [i, one] of steps.entries()) {
              if ('pause' in one) await pause();
              else if (one.isRequest) {
                client.say({ id: i, ...one.call });
                open.push([i, JSON.stringify(one.call)]);
              } else client.say(one.call);
            }
            for (const [id, what] of open) expectClear(await client.answered(id), what);
            isQuiet = true;
            await client.ask('initialize', hello(FOLDER));
            client.say({ method: 'initialized', params: {} });
            client.say({ method: 'workspace/didChangeConfiguration', params: { settings: null } });
            const uri = `${FOLDER}/good.txt`;
            client.say({
              method: 'textDocument/didOpen',
              params: { textDocument: { uri, languageId: 'article', version: 1, text: ARTICLE } },
            });
            const { result, error } = await client.ask('textDocument/diagnostic', { textDocument: { uri } });
            expect(error, 'the error of a good request').toBeUndefined();
            const codes = (result as { items: { code: string }[] }).items.map(({ code }) => code);
            expect(codes).toEqual(expect.arrayContaining(['entity/PERCENT', 'quotation/direct']));
            for (const [file, content] of files.contents)
              if (/\/annotations\/.*\.jsonl$/.test(file))
                expect(parseStore(content, '').problems, `problems of ${file}`).toEqual([]);
            expect((await client.ask('shutdown', undefined)).error).toBeUndefined();
            expect(client.errors.filter((logged) => UNFORESEEN.test(logged))).toEqual([]);
          } finally {
            client.dispose();
          }
          await pause();
          expect(unhandled.splice(0), 'unhandled rejections').toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
