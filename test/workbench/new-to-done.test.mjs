// One article from new to done by the keyboard alone, to what the samples' own annotator made of it. Every stroke is
// counted and stands in docs/new-to-done.md; `UPDATE=1` writes that page anew.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { format, resolveConfig } from 'prettier';
import { inOut, inRepository } from '../../scripts/lib/places.mjs';
import { placeOf } from './article.mjs';
import { openFile, patience, picture, until } from './driver.mjs';
import { countingKeyboard } from './keyboard.mjs';
import { answerOf, decisionsIn, isSame, nameOf } from './new-to-done/answers.mjs';
import { FINDING, pageOf, SELECTING } from './new-to-done/page.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {import('./new-to-done/answers.mjs').Decision} Decision */
/** @typedef {import('./new-to-done/answers.mjs').Labelled & { name: string, weak: boolean }} Mark */

const ARTICLE = 'chess-school.txt';
const ANNOTATOR = 'salma';
const PAGE = inRepository('docs/new-to-done.md');
/** Weak suggestions that are at least so sure are shown: the default of the setting. */
const WEAK_FROM = 0.3;
/** As many strokes as nothing here takes. */
const ENOUGH = 60;

const manifest = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
const titles = JSON.parse(readFileSync(inRepository('package.nls.json'), 'utf8'));

/** The keys that tag with a label, undefined where it has none. @type {(label: string) => string | undefined} */
const tagKeys = (label) =>
  manifest.contributes.keybindings
    .find((/** @type {{ command: string }} */ { command }) => command === `hashiya.tag.${label}`)
    ?.key.replace(/^alt\+a /, 'Alt+A ');

/** What a label is called. @type {(label: string) => string} */
const titleOf = (label) =>
  /^Tag as (.*) \(.*\)$/.exec(titles[`command.tag.${label}`])?.[1] ?? assert.fail(`no title of ${label}`);

/**
 * What the editor marks: what the command line finds in the article, weak suggestions among it.
 * @param {string} folder
 * @returns {Mark[]}
 */
function marksOf(folder) {
  const args = [inRepository('dist/cli.mjs'), 'analyze', '--offsets', 'utf16', '--weak'];
  const output = execFileSync(process.execPath, [...args, path.join(folder, 'articles')], {
    encoding: 'utf8',
  });
  const reports = output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const { entities, quotations, boilerplate } = reports.find(({ file }) => file.endsWith(ARTICLE));
  /** @type {(family: string, label: string, mark: any) => Mark} */
  const mark = (family, label, { start, end, canonical, weak, confidence }) => ({
    family,
    label,
    start,
    end,
    name: canonical ?? '',
    weak: weak === true && confidence < WEAK_FROM,
  });
  return [
    ...entities.map((/** @type {any} */ one) => mark('entity', one.label, one)),
    ...quotations.map((/** @type {any} */ one) => mark('quotation', one.kind, one)),
    ...boilerplate.map((/** @type {any} */ one) => mark('boilerplate', one.class, one)),
  ].filter(({ weak }) => !weak);
}

/**
 * What is found in the end.
 * @template T
 * @param {string} what for the error
 * @param {() => Promise<T | undefined>} find
 * @returns {Promise<T>}
 */
async function eventually(what, find) {
  /** @type {T | undefined} */
  let found;
  await until(what, async () => (found = await find()) !== undefined);
  return found ?? assert.fail(what);
}

/** Whether a mark says what a goal does, once it is put right. @type {(mark: Mark, goal: Decision) => boolean} */
const answers = (mark, goal) => mark.family === goal.family && mark.start < goal.end && goal.start < mark.end;

describe('an article from new to done', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ 'hashiya.annotator': ANNOTATOR });
  });
  after(() => workbench?.close());

  it('takes the keyboard alone, and as many strokes as the documentation says', async function () {
    this.timeout(900_000);
    const { page, folder } = workbench;
    const text = readFileSync(path.join(folder, 'articles', ARTICLE), 'utf8');
    const goals = decisionsIn(
      inRepository(`samples/annotations/hashiya/articles/${ARTICLE}.jsonl`),
      text,
    ).decisions.filter(({ accepted }) => accepted);
    const marks = marksOf(folder);
    const file = path.join(folder, `annotations/${ANNOTATOR}/articles/${ARTICLE}.jsonl`);
    const { deeds, press, type } = countingKeyboard(page);
    const work = { right: 0, wrong: 0, relabelled: 0, resized: 0, missed: 0 };

    const decided = () => decisionsIn(file, text).decisions;
    const statusBar = async (/** @type {string} */ id) => {
      const item = page.locator(`.statusbar-item[id*="${id}"]:visible`);
      return (await item.count()) > 0 ? (await item.first().innerText()).trim() : '';
    };
    const here = async () => {
      const [line = 0, column = 0] =
        (await statusBar('status.editor.selection')).match(/\d+/g)?.map(Number) ?? [];
      return { line, column };
    };
    const focus = async () => `${JSON.stringify(await here())} ${await statusBar('hashiya.current')}`;
    /** Does something, and waits until the file has it. */
    const decide = async (/** @type {() => Promise<void>} */ deed) => {
      const before = JSON.stringify(decided());
      await deed();
      await until('a decision on disk', () => JSON.stringify(decided()) !== before);
    };
    /** Waits until the caret is on another mark; false where there is none. */
    const moved = async (/** @type {string} */ from) => {
      for (let tries = 0; tries < 20; tries++) {
        if ((await focus()) !== from) return true;
        await pause(150);
      }
      return false;
    };
    /** Moves the caret, and waits until the status bar tells where it is. */
    const move = async (/** @type {string} */ keys, /** @type {string} */ what) => {
      const from = JSON.stringify(await here());
      await press(keys, what);
      await until(`${keys} to move the caret`, async () => JSON.stringify(await here()) !== from);
    };
    const tag = (/** @type {string} */ label, /** @type {string} */ what) =>
      decide(async () => {
        const keys = tagKeys(label);
        if (keys) return press(keys, what);
        await press('Alt+A Alt+A', what);
        const input = page.locator('.quick-input-widget:visible input').first();
        await input.waitFor({ timeout: patience });
        await type(label);
        await page.locator('.quick-input-widget .monaco-list-row.focused').waitFor({ timeout: patience });
        await press('Enter', 'pick the label');
      });

    await openFile(page, ARTICLE);
    await until('the first marks', async () => /\d/.test(await statusBar('hashiya.status')));
    await page.keyboard.press('Control+Home');
    await picture(page, inOut('screenshots'), 'new-to-done: new');

    // Through the marks, paragraph by paragraph.
    let at = await focus();
    await press('F9', 'go to the first mark');
    let goesOn = await moved(at);
    while (goesOn) {
      const done = decided();
      const isOpen = (/** @type {Mark} */ one) => !done.some((decision) => isSame(decision, one));
      const mark = await eventually('a mark that the command line finds', async () => {
        // The two items of the status bar that tell where we are change one after the other.
        const { line, column } = await here();
        const current = await statusBar('hashiya.current');
        return marks
          .filter(({ start, label }) => {
            const place = placeOf(text, start);
            return place.line === line && place.column === column && current.startsWith(titleOf(label));
          })
          .find(isOpen);
      });
      const answer = answerOf(mark, goals, marks);
      const { line } = placeOf(text, mark.start);
      const together = marks.filter((one) => isOpen(one) && placeOf(text, one.start).line === line);
      const isRight = (/** @type {Mark} */ one) => answerOf(one, goals, marks).kind === 'accept';
      at = await focus();
      if (answer.kind === 'accept' && together.every(isRight)) {
        const missed = goals.filter(
          (goal) =>
            placeOf(text, goal.start).line === line &&
            !marks.some((one) => answers(one, goal)) &&
            !done.some((one) => one.accepted && isSame(one, goal)),
        );
        for (const goal of missed) await add(goal);
        if (together.length === 1 && missed.length === 0)
          await decide(() => press('Alt+Enter', 'accept a mark'));
        else await decide(() => press('Control+Alt+Enter', 'accept the marks of the paragraph'));
        work.right += together.length;
      } else if (answer.kind === 'accept') {
        await decide(() => press('Alt+Enter', 'accept a mark'));
        work.right++;
      } else if (answer.kind === 'reject') {
        await decide(() => press('Alt+Backspace', 'reject a mark'));
        work.wrong++;
      } else if (answer.kind === 'relabel') {
        await tag(answer.goal.label, 'give another label');
        work.relabelled++;
        await press('F9', 'go on to the next mark');
      } else {
        await resize(mark, answer.goal);
        work.resized++;
        await press('F9', 'go on to the next mark');
      }
      goesOn = await moved(at);
    }
    await picture(page, inOut('screenshots'), 'new-to-done: marks decided');

    /** Moves the edges of a mark to where a goal has them, word by word. */
    async function resize(/** @type {Mark} */ mark, /** @type {Decision} */ goal) {
      let span = { start: mark.start, end: mark.end };
      for (let strokes = 0; !(span.start === goal.start && span.end === goal.end); strokes++) {
        assert.ok(strokes < ENOUGH, `${nameOf(mark)} cannot be brought to ${nameOf(goal)}`);
        const keys =
          span.end < goal.end
            ? 'Alt+End'
            : span.end > goal.end
              ? 'Shift+Alt+End'
              : span.start > goal.start
                ? 'Alt+Home'
                : 'Shift+Alt+Home';
        const before = decided();
        await decide(() => press(keys, 'move an edge by a word'));
        const fresh = decided().find((one) => !before.some((known) => isSame(known, one)));
        span = fresh ?? assert.fail(`${keys} moved nothing of ${nameOf(mark)}`);
      }
    }

    /** Tags what no mark suggested: goes there from where the caret is, and selects several words. */
    async function add(/** @type {Decision} */ goal) {
      const [start, end] = [placeOf(text, goal.start), placeOf(text, goal.end)];
      const isWord = !/\s/.test(text.slice(goal.start, goal.end));
      // Between the ends of a word, or before the first of several.
      const [from, to] = isWord ? [start.column, end.column] : [start.column - 1, start.column];
      const steps = async (/** @type {() => Promise<string | undefined>} */ next) => {
        for (let strokes = 0; ; strokes++) {
          assert.ok(strokes < ENOUGH, `the caret does not come to ${nameOf(goal)}`);
          const keys = await next();
          if (keys === undefined) return;
          await move(keys, FINDING);
        }
      };
      const last = text.split('\n').length;
      const far = Math.abs((await here()).line - start.line);
      if (start.line < far) await move('Control+Home', FINDING);
      else if (last - start.line < far - 1) await move('Control+End', FINDING);
      await steps(async () => {
        const { line } = await here();
        return line < start.line ? 'ArrowDown' : line > start.line ? 'ArrowUp' : undefined;
      });
      if (goal.family !== 'boilerplate') {
        // Word by word from where the caret is, or from an end of the line: whichever is nearer.
        const line = text.split('\n')[start.line - 1] ?? '';
        const words = (/** @type {number} */ a, /** @type {number} */ b) =>
          line
            .slice(Math.min(a, b) - 1, Math.max(a, b) - 1)
            .split(/\s+/)
            .filter(Boolean).length;
        const now = (await here()).column;
        const [fromHere, fromStart, fromEnd] = [
          words(now, start.column),
          1 + words(1, start.column),
          1 + words(start.column, line.length + 1),
        ];
        if (fromStart < Math.min(fromHere, fromEnd)) await move('Home', FINDING);
        else if (fromEnd < fromHere) await move('End', FINDING);
        await steps(async () => {
          const { column } = await here();
          return column > to + 1 ? 'Control+ArrowLeft' : undefined;
        });
        await steps(async () => {
          const { column } = await here();
          // Quotation marks belong to words for the editor: one back.
          return column < from ? 'Control+ArrowRight' : column > to ? 'ArrowLeft' : undefined;
        });
        for (let strokes = 0; !isWord && (await here()).column < end.column; strokes++) {
          assert.ok(strokes < ENOUGH, `the words of ${nameOf(goal)} cannot be selected`);
          await move('Control+Shift+ArrowRight', SELECTING);
        }
      }
      await tag(goal.label, 'tag');
      work.missed++;
    }

    // What is left stands in lines without a mark.
    for (const goal of goals)
      if (!decided().some((one) => one.accepted && isSame(one, goal))) await add(goal);

    await picture(page, inOut('screenshots'), 'new-to-done: everything decided');
    await press('Alt+A Alt+F', 'done, and on to the next article');
    await until('the status on disk', () => decisionsIn(file, text).status === 'done');

    const accepted = decided().filter((one) => one.accepted);
    const told = (/** @type {readonly Decision[]} */ all) =>
      all.map((one) => `${nameOf(one)} ${one.speaker}`).sort();
    assert.deepEqual(told(accepted), told(goals));

    const words = text.split(/\s+/).filter(Boolean).length;
    const written = await format(pageOf({ article: ARTICLE, words, work, deeds }), {
      ...(await resolveConfig(PAGE)),
      parser: 'markdown',
    });
    if (process.env['UPDATE']) writeFileSync(PAGE, written);
    const kept = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
    assert.equal(kept, written, 'docs/new-to-done.md tells of another run: write it anew with UPDATE=1');
  });
});
