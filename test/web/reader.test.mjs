import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { inOut } from '../../scripts/lib/places.mjs';
import { HOSTILE, openWebview } from './webview.mjs';

/** @typedef {import('../../server/protocol.ts').ArticleItem} ArticleItem */

const LINES = [
  'ريم الحجازين تلتقي نظيرها ببغداد',
  '',
  'وقالت وزيرة النقل ريم الحجازين: "لا نعد أحدا بموعد"، قبل لقائها بنظيرها ببغداد في 12 مايو ٢٠٢٤ على متن Boeing 737.',
  'Reuters reported from Amman.',
  'اقرأ أيضا',
  'محطات تنتظر القطار',
  '',
  'وأضافت أن السكة "تصل قريبا".',
];

/**
 * @param {number} line
 * @param {string} words
 * @returns {ArticleItem['range']}
 */
const at = (line, words) => {
  const start = LINES[line]?.indexOf(words) ?? -1;
  assert.ok(start >= 0, `«${words}» is not in line ${line}`);
  return { start: { line, character: start }, end: { line, character: start + words.length } };
};

/**
 * @param {string} id
 * @param {ArticleItem['range']} range
 * @param {Partial<ArticleItem>} more
 * @returns {ArticleItem}
 */
const item = (id, range, more = {}) => ({
  id,
  family: 'entity',
  label: 'PER',
  state: 'mark',
  range,
  canonical: null,
  speaker: null,
  cue: null,
  attributes: {},
  relations: [],
  note: '',
  decided: null,
  ...more,
});

const ITEMS = [
  item('name', at(0, 'ريم الحجازين'), { canonical: 'ريم الحجازين', state: 'accepted' }),
  item('city', at(0, 'بغداد'), { label: 'GPE', canonical: 'بغداد' }),
  item('minister', at(2, 'ريم الحجازين'), {
    canonical: 'ريم الحجازين',
    note: 'تُراجع',
    attributes: { link: 'Q1' },
    relations: [{ type: 'works-in', to: 'city' }],
  }),
  item('words', at(2, 'لا نعد أحدا بموعد'), {
    family: 'quotation',
    label: 'direct',
    speaker: at(2, 'ريم الحجازين'),
    cue: at(2, 'قالت'),
    canonical: 'ريم الحجازين',
  }),
  item('again', at(2, 'بغداد'), { label: 'GPE', canonical: 'بغداد' }),
  item('heading', at(4, 'اقرأ أيضا'), { family: 'boilerplate', label: 'read-also' }),
  item('other', at(5, 'محطات تنتظر القطار'), { family: 'boilerplate', label: 'related' }),
];

const LABELS = [
  ...['PER', 'GPE'].map((id) => ({ family: 'entity', id })),
  ...['direct', 'term'].map((id) => ({ family: 'quotation', id })),
  ...['read-also', 'related'].map((id) => ({ family: 'boilerplate', id })),
].map((label, i) => ({
  ...label,
  title: label.id,
  description: label.id,
  colour: ['#118844', '#aa5500', '#2255dd'][i % 3],
  ground: '#11884420',
  accepted: '#11884440',
}));

for (const language of /** @type {const} */ (['en', 'ar']))
  describe(`the reading view's page, ${language}`, () => {
    /** @type {import('./webview.mjs').OpenWebview} */
    let webview;
    /** @type {import('playwright-core').Page} */
    let page;
    /** How many lines and items the page has. */
    let shown = { lines: 0, items: 0 };
    let version = 0;

    before(async () => {
      webview = await openWebview('reader', language);
      page = webview.page;
      await page.setViewportSize({ width: 1280, height: 800 });
      await webview.send({
        kind: 'scheme',
        scheme: { labels: LABELS, attributes: { link: 'Wikidata' }, relations: { 'works-in': 'works in' } },
      });
    });
    after(() => webview?.close());

    /** @param {readonly string[]} lines @param {readonly object[]} items */
    const show = async (lines, items) => {
      version++;
      await webview.send({
        kind: 'lines',
        version,
        splice: { start: 0, removed: shown.lines, inserted: lines },
      });
      await webview.send({
        kind: 'items',
        version,
        splice: { start: 0, removed: shown.items, inserted: items },
      });
      shown = { lines: lines.length, items: items.length };
      await page.waitForTimeout(100);
    };
    beforeEach(async () => {
      await show([], []);
      await show(LINES, ITEMS);
      await caret(0, 0);
      await page.locator('.text').focus();
    });

    const press = async (/** @type {string[]} */ ...keys) => {
      for (const key of keys) await page.keyboard.press(key);
      await page.waitForTimeout(50);
    };
    const caret = (/** @type {number} */ line, /** @type {number} */ character) =>
      webview.send({ kind: 'select', anchor: { line, character }, active: { line, character }, serial: 1 });
    const last = async (/** @type {string} */ kind) =>
      (await webview.posted()).findLast((message) => message.kind === kind);
    const textNow = () =>
      page.evaluate(() => [...document.querySelectorAll('.text > *')].map((one) => one.textContent));
    /** The words of each range of the highlights whose names begin so. */
    const highlighted = (/** @type {string} */ name) =>
      page.evaluate(
        (wanted) =>
          [...CSS.highlights]
            .filter(([one]) => one.startsWith(wanted))
            .flatMap(([, ranges]) => [...ranges].map((range) => String(range))),
        name,
      );
    const opened = (/** @type {boolean} */ isOpen) => page.locator(`.fold[aria-expanded=${isOpen}]`).count();

    it('shows each line as a paragraph, with its letters alone, in its direction', async () => {
      assert.deepEqual(await textNow(), LINES);
      const directions = await page.evaluate(() =>
        [...document.querySelectorAll('.text p')].map((one) => one.getAttribute('dir')),
      );
      assert.deepEqual(
        directions,
        LINES.map((line) => (/^[A-Z]/.test(line) ? 'ltr' : 'rtl')),
      );
      assert.equal(
        await page.evaluate(() =>
          [...document.querySelectorAll('.text p')].every((one) => one.childNodes.length === 1),
        ),
        true,
      );
    });

    it('sets the text in the face that it brings', async () => {
      const faces = await page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      );
      assert.ok(
        faces.some((family) => family.includes('Hashiya Naskh')),
        faces.join(),
      );
    });

    it('draws marks over the words, and no element splits them', async () => {
      assert.deepEqual((await highlighted('look-')).sort(), [
        'بغداد',
        'بغداد',
        'ريم الحجازين',
        'ريم الحجازين',
        'لا نعد أحدا بموعد',
      ]);
      assert.equal(await page.locator('.text p *:not(br)').count(), 0);
    });

    it('joins Arabic letters across the ends of marks', async () => {
      // A word of which only the middle is marked, beside the same word without a mark, as pictures without the mark's
      // own colours: every letter must have the shape that it has in the plain word.
      const word = 'للمستشفيات';
      const plain = await pictureOf([word], []);
      const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 6 } };
      const marked = await pictureOf([word], [item('middle', range, { weak: true })]);
      assert.deepEqual(await highlighted('look-'), ['مستش']);
      assert.ok(marked.equals(plain), 'the letters have other shapes');
    });

    /** A picture of the first paragraph with all lines of marks made invisible. */
    const pictureOf = async (/** @type {string[]} */ lines, /** @type {object[]} */ items) => {
      await show([], []);
      await show(lines, items);
      await page.evaluate(() => {
        for (const sheet of document.adoptedStyleSheets)
          for (const rule of sheet.cssRules) {
            /** @type {any} */ (rule).style.textDecorationColor = 'transparent';
            /** @type {any} */ (rule).style.backgroundColor = 'transparent';
          }
      });
      await page.waitForTimeout(100);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
      return page.locator('.text p').first().screenshot();
    };

    it('lets no key, no input method, no paste and no drag change the text', async () => {
      await caret(2, 10);
      await page.keyboard.type('ab ت');
      await press('Enter', 'Backspace', 'Delete', 'Control+Backspace', 'Shift+Enter', 'Tab');
      await page.locator('.text').focus();
      await press('Control+A', 'Delete', 'Control+X', 'Control+V', 'Control+Z', 'Control+Y', 'Control+B');
      const session = await page.context().newCDPSession(page);
      await caret(2, 10);
      await session.send('Input.imeSetComposition', { text: 'كتب', selectionStart: 3, selectionEnd: 3 });
      await session.send('Input.insertText', { text: 'كتب' });
      await page.evaluate(() => {
        document.execCommand('insertText', false, 'x');
        document.execCommand('insertParagraph');
        const data = new DataTransfer();
        data.setData('text/plain', 'x');
        const text = document.querySelector('.text');
        for (const kind of ['dragstart', 'dragover', 'drop'])
          text?.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
        // Whatever else might write into the page, such as an extension of the browser.
        text?.querySelector('p')?.append('x');
      });
      await page.waitForTimeout(100);
      assert.deepEqual(await textNow(), LINES);
      assert.equal(await page.locator('.text').getAttribute('contenteditable'), 'true');
      assert.equal(await page.locator('.text p *:not(br)').count(), 0);
    });

    it('moves its caret by keys, against the direction of reading, and says where it is', async () => {
      await press('ArrowLeft', 'ArrowLeft');
      assert.deepEqual((await last('selected'))?.active, { line: 0, character: 2 });
      await press('Control+ArrowLeft');
      const word = (await last('selected'))?.active.character;
      assert.ok(word >= 3 && word <= 4, `the caret is at ${word}`);
      await press('End');
      assert.deepEqual((await last('selected'))?.active, { line: 0, character: LINES[0]?.length });
      await press('Home', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
      const { anchor, active } = await last('selected');
      assert.deepEqual(
        [anchor, active],
        [
          { line: 0, character: 0 },
          { line: 0, character: 3 },
        ],
      );
      await press('Control+End');
      assert.deepEqual((await last('selected'))?.active, { line: 7, character: LINES[7]?.length });
    });

    it('finds a place for a caret in an empty line, and over lines that are folded away', async () => {
      await press('ArrowDown');
      assert.deepEqual((await last('selected'))?.active, { line: 1, character: 0 });
      await caret(3, 0);
      await press('ArrowDown', 'ArrowDown');
      const { line } = (await last('selected')).active;
      assert.ok(line >= 6, `the caret is in line ${line}`);
    });

    it('copies lines as lines', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await webview.send({
        kind: 'select',
        anchor: { line: 0, character: 4 },
        active: { line: 2, character: 5 },
        serial: 1,
      });
      await press('Control+C');
      assert.equal(
        await page.evaluate(() => navigator.clipboard.readText()),
        [LINES[0]?.slice(4), '', LINES[2]?.slice(0, 5)].join('\n'),
      );
    });

    it('rings the item at the caret, says what it is, and ties a quotation to its speaker', async () => {
      const { start } = at(2, 'لا نعد');
      await caret(start.line, start.character + 1);
      assert.equal(await page.locator('.ring').count(), 1);
      assert.equal(await page.locator('path.tie').count(), 2);
      assert.deepEqual(await highlighted('speaker'), ['ريم الحجازين']);
      assert.deepEqual(await highlighted('cue'), ['قالت']);
      const said = await page.locator('[role=status]').innerText();
      assert.match(said, language === 'ar' ? /لم يُبتّ/ : /not decided/);
      assert.ok(said.includes('ريم الحجازين'));
    });

    it('draws relations with their names', async () => {
      const { start } = at(2, 'ريم');
      await caret(start.line, start.character + 1);
      assert.deepEqual(await page.locator('.tie-name').allTextContents(), ['works in']);
    });

    it('has notes beside the paragraphs, which lead to the words', async () => {
      const notes = page.locator('.note:visible');
      assert.equal(await notes.count(), 2);
      const text = await notes.nth(1).innerText();
      for (const words of ['PER', 'ريم الحجازين', 'GPE', 'بغداد', 'تُراجع', 'Wikidata', 'Q1'])
        assert.ok(text.includes(words), words);
      const boxes = await Promise.all([notes.nth(0), notes.nth(1)].map((note) => note.boundingBox()));
      assert.ok((boxes[0]?.y ?? 0) + (boxes[0]?.height ?? 0) <= (boxes[1]?.y ?? 0));
      await notes.nth(1).locator('.entry', { hasText: 'بغداد' }).hover();
      assert.deepEqual(await highlighted('pointed'), ['بغداد']);
      await notes.nth(1).locator('.entry', { hasText: 'بغداد' }).click();
      assert.deepEqual((await last('selected')).active, at(2, 'بغداد').start);
      assert.equal((await last('selected')).focus.id, 'again');
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'text');
    });

    it('folds boilerplate away, and opens it in place', async () => {
      const fold = page.locator('.fold');
      assert.equal(await fold.count(), 1);
      assert.match(await fold.innerText(), language === 'ar' ? /^سطران: / : /^2 lines: /);
      const hidden = page.locator('.text p', { hasText: 'محطات' });
      assert.equal(await hidden.isVisible(), false);
      await fold.click();
      assert.equal(await hidden.isVisible(), true);
      await webview.send({ kind: 'wish', wish: 'folds' });
      assert.equal(await opened(true), 0);
      // Whoever goes there sees where they are.
      await caret(5, 3);
      assert.equal(await hidden.isVisible(), true);
    });

    it('changes nothing but the lines that were edited, and carries caret and marks along', async () => {
      await caret(2, 30);
      await page.evaluate(() => {
        document.querySelectorAll('.text p').forEach((one, i) => one.setAttribute('data-was', String(i)));
      });
      const edited = `خبر: ${LINES[2]}`;
      await webview.send({
        kind: 'lines',
        version: ++version,
        splice: { start: 1, removed: 2, inserted: ['', 'سطر جديد', edited] },
      });
      shown.lines++;
      assert.deepEqual(await textNow(), [LINES[0], '', 'سطر جديد', edited, ...LINES.slice(3)]);
      assert.equal(await page.locator('.text p[data-was="7"]').innerText(), LINES[7]);
      await webview.send({
        kind: 'lines',
        version: ++version,
        splice: { start: 0, removed: 1, inserted: [`لقاء ${LINES[0]}`] },
      });
      assert.ok((await highlighted('look-')).includes('بغداد'));
    });

    it('explains what the mouse rests on, safely; Escape closes the card', async () => {
      const place = await page.evaluate(() => {
        const text = document.querySelector('.text p')?.firstChild;
        if (!text) return { x: 0, y: 0 };
        const range = document.createRange();
        range.setStart(text, 1);
        range.setEnd(text, 2);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await page.mouse.move(place.x + 40, place.y + 200);
      await page.mouse.move(place.x, place.y, { steps: 3 });
      await page.waitForTimeout(600);
      const asked = await last('explain');
      assert.equal(asked?.place.line, 0);
      const markdown = `**شخص** · \`PER\`\n\n${HOSTILE.join('\n\n')}`;
      await webview.send({ kind: 'explained', ask: asked.ask, markdown });
      const card = page.locator('.card:visible');
      assert.ok((await card.innerText()).includes('<script>window.harmed=true</script>'));
      assert.deepEqual(await webview.harm(), { harmed: false, foreign: 0, handlers: 0 });
      await press('Escape');
      assert.equal(await card.count(), 0);
    });

    it('has no fault that axe finds, and a picture', async () => {
      mkdirSync(inOut('screenshots'), { recursive: true });
      const { start } = at(2, 'لا نعد');
      await caret(start.line, start.character + 1);
      assert.deepEqual(await webview.faults(), []);
      await page.screenshot({ path: inOut('screenshots', `reader-page-${language}.png`) });
    });

    it('shows a megabyte, with marks and notes where somebody looks', async () => {
      const copies = Math.ceil(1e6 / Buffer.byteLength(LINES.join('\n')));
      const lines = Array.from({ length: copies }, () => LINES).flat();
      const move = (/** @type {ArticleItem['range']} */ { start, end }, /** @type {number} */ by) => ({
        start: { ...start, line: start.line + by },
        end: { ...end, line: end.line + by },
      });
      const items = Array.from({ length: copies }, (_, copy) =>
        ITEMS.map((one) => ({
          ...one,
          id: `${one.id} ${copy}`,
          range: move(one.range, copy * LINES.length),
          relations: [],
          speaker: one.speaker && move(one.speaker, copy * LINES.length),
          cue: one.cue && move(one.cue, copy * LINES.length),
        })),
      ).flat();
      await show([], []);
      await show(lines, items);
      const wanted = items.find(({ id }) => id === `words ${Math.floor(copies / 2)}`);
      assert.ok(wanted);
      await caret(wanted.range.start.line, wanted.range.start.character);
      await webview.send({ kind: 'reveal', range: wanted.range });
      await page.waitForFunction(() => {
        const ring = document.querySelector('.ring')?.getBoundingClientRect();
        return ring && ring.top > 0 && ring.bottom < window.innerHeight;
      });
      const drawn = (await highlighted('look-')).length;
      const notes = await page.locator('.note').count();
      assert.ok(drawn > 10 && drawn < 500, `${drawn} ranges`);
      assert.ok(notes > 5 && notes < 200, `${notes} notes`);
      // A letter that is typed in the text editor costs no new layout of the rest.
      const paragraph = page.locator('.text p').nth(wanted.range.start.line + 16);
      await paragraph.evaluate((one) => one.setAttribute('data-was', 'here'));
      await webview.send({
        kind: 'lines',
        version: ++version,
        splice: { start: wanted.range.start.line, removed: 1, inserted: ['سطر كُتب الآن'] },
      });
      assert.equal(await page.locator('.text p[data-was="here"]').count(), 1);
      assert.ok(
        (await page.locator('.text p').nth(wanted.range.start.line).innerText()).includes('سطر كُتب الآن'),
      );
    });

    it('shows hostile words as words', async () => {
      const hostile = HOSTILE.map((words, line) =>
        item(
          words,
          { start: { line, character: 0 }, end: { line, character: words.length } },
          {
            label: words,
            canonical: words,
            note: words,
            attributes: { [words]: words },
          },
        ),
      );
      await webview.send({
        kind: 'scheme',
        scheme: {
          labels: HOSTILE.map((id) => ({
            ...LABELS[0],
            id,
            title: id,
            description: id,
            colour: 'red; } * { background: url(//elsewhere.example/x)',
          })),
          attributes: {},
          relations: {},
        },
      });
      await show(HOSTILE, hostile);
      await caret(0, 1);
      assert.deepEqual(await textNow(), HOSTILE);
      const margin = await page.locator('.margin').innerText();
      for (const words of HOSTILE) assert.ok(margin.includes(words), words);
      assert.deepEqual(await webview.harm(), { harmed: false, foreign: 0, handlers: 0 });
      await webview.send({
        kind: 'scheme',
        scheme: { labels: LABELS, attributes: { link: 'Wikidata' }, relations: { 'works-in': 'works in' } },
      });
    });

    it('asks nobody else, and does nothing that its policy refuses', async () => {
      assert.deepEqual(await webview.refused(), []);
    });
  });
