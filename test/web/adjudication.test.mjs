import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { inOut } from '../../scripts/lib/places.mjs';
import { HOSTILE, openWebview } from './webview.mjs';

/** @typedef {import('../../server/protocol.ts').AdjudicationState} AdjudicationState */
/** @typedef {import('../../server/protocol.ts').ShownDispute} ShownDispute */

const CONTEXT = 'وقالت وزيرة النقل ريم الحجازين: "لا نعد أحدا بموعد"، قبل لقائها بنظيرها ببغداد.';

/** @param {string} words */
const at = (words) => {
  const start = CONTEXT.indexOf(words);
  return { words, start, end: start + words.length };
};

/** @param {string} label @param {string} words */
const annotation = (label, words) => ({
  label,
  title: label,
  ...at(words),
  speaker: null,
  cue: null,
  canonical: words,
});

/**
 * @param {string} id
 * @param {number} line
 * @param {readonly string[]} kinds
 * @param {Record<string, object[]>} sides
 * @param {object} [more]
 */
const dispute = (id, line, kinds, sides, more = {}) => ({
  id,
  family: 'entity',
  kinds,
  line,
  range: { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 5 } },
  context: CONTEXT,
  sides: Object.entries(sides).map(([annotator, annotations]) => ({
    annotator,
    annotations,
    rejects: false,
  })),
  taken: null,
  canKeepAll: kinds.includes('label') || kinds.includes('edges'),
  ...more,
});

const DISPUTES = [
  dispute('label', 3, ['label'], {
    huda: [annotation('GPE', 'بغداد')],
    salma: [annotation('LOC', 'بغداد')],
  }),
  dispute('only', 5, ['only'], { huda: [annotation('OCC', 'وزيرة النقل')], salma: [] }),
  dispute(
    'speaker',
    7,
    ['speaker'],
    {
      huda: [
        { ...annotation('direct', '"لا نعد أحدا بموعد"'), speaker: at('ريم الحجازين'), cue: at('وقالت') },
      ],
      salma: [{ ...annotation('direct', '"لا نعد أحدا بموعد"'), cue: at('وقالت') }],
    },
    { family: 'quotation' },
  ),
  dispute('three', 9, ['label'], {
    huda: [annotation('GPE', 'بغداد')],
    salma: [annotation('LOC', 'بغداد')],
    زكي: [annotation('GPE', 'بغداد')],
  }),
];

/** @param {readonly object[]} disputes */
const state = (disputes, more = {}) => ({
  kind: 'state',
  state: {
    uri: 'file:///a',
    path: 'articles/a.txt',
    annotators: ['huda', 'salma'],
    disputes,
    agreed: 4,
    agreedLeft: 3,
    ...more,
  },
  labels: ['GPE', 'LOC', 'OCC'].map((id, i) => ({
    family: 'entity',
    id,
    title: id,
    colour: ['#118844', '#aa5500', '#2255dd'][i],
  })),
});

for (const language of /** @type {const} */ (['en', 'ar']))
  describe(`the page of adjudication, ${language}`, () => {
    /** @type {import('./webview.mjs').OpenWebview} */
    let webview;
    before(async () => {
      webview = await openWebview('adjudication', language);
      await webview.page.setViewportSize({ width: 1280, height: 800 });
    });
    after(() => webview?.close());
    beforeEach(async () => {
      // Another article, so that each test begins anew.
      await webview.send(state([], { uri: 'file:///other' }));
      await webview.send(state(DISPUTES));
      await webview.page.evaluate(() => /** @type {any} */ (globalThis).posted.splice(0));
    });

    const press = (/** @type {string} */ key) => webview.page.keyboard.press(key);
    const heading = () => webview.page.locator('#dispute-title').innerText();
    const shows = async (/** @type {number} */ line) =>
      assert.match(await heading(), new RegExp(` ${line}$`));
    const decided = async () =>
      (await webview.posted()).filter(({ kind }) => kind === 'decide').map(({ id, taken }) => [id, ...taken]);

    it('keeps what stands at the left or right, by arrows, and goes on', async () => {
      const [left, right] = language === 'ar' ? ['salma', 'huda'] : ['huda', 'salma'];
      const boxes = await Promise.all(
        ['#keep-0', '#keep-1'].map((button) => webview.page.locator(button).boundingBox()),
      );
      assert.equal((boxes[0]?.x ?? 0) < (boxes[1]?.x ?? 0), language === 'en');
      await press('ArrowLeft');
      await shows(5);
      await press('ArrowRight');
      await shows(7);
      assert.deepEqual(await decided(), [
        ['label', left],
        ['only', right],
      ]);
    });

    it('keeps a side by its number, both and neither by their letters', async () => {
      await press('b');
      await press('2');
      await press('n');
      await press('1');
      assert.deepEqual(await decided(), [
        ['label', 'huda', 'salma'],
        ['only', 'salma'],
        ['speaker'],
        // Those who say the same are one side.
        ['three', 'huda', 'زكي'],
      ]);
      assert.equal(await webview.page.locator('.done').count(), 1);
    });

    it('does not keep both of what are details of one annotation', async () => {
      await press('j');
      await press('j');
      await press('b');
      await shows(7);
      assert.deepEqual(await decided(), []);
      assert.notEqual(await webview.page.locator('.said').innerText(), '');
    });

    it('shows why something was refused, and the dispute again', async () => {
      await press('1');
      await webview.send({ kind: 'answer', id: 'label', refused: HOSTILE[0] });
      await shows(3);
      assert.equal(await webview.page.locator('[role=alert]').innerText(), HOSTILE[0]);
      assert.equal(await webview.page.locator('.taken').count(), 0);
    });

    it('keeps the place and the keyboard where they are when annotations have changed', async () => {
      await press('j');
      await press('j');
      await webview.page.locator('#neither').focus();
      await webview.send(state(DISPUTES.slice(1)));
      await shows(7);
      assert.equal(await webview.page.evaluate(() => document.activeElement?.id), 'neither');
      await webview.send(state(DISPUTES.filter(({ id }) => id === 'label' || id === 'three')));
      await shows(9);
    });

    it('opens the place, and takes over what all agree on', async () => {
      await press('Enter');
      await press('t');
      assert.deepEqual(await webview.posted(), [{ kind: 'open', id: 'label' }, { kind: 'takeAgreed' }]);
    });

    it('joins Arabic letters across the ends of marks', async () => {
      // The same words without marks, measured: letters that do not join are wider or narrower.
      const widths = await webview.page.evaluate(() => {
        const [context] = document.querySelectorAll('.context');
        if (!(context instanceof HTMLElement)) throw new Error('no context');
        const marks = context.querySelectorAll('mark').length;
        const measure = (/** @type {HTMLElement} */ element) => {
          const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
          copy.style.cssText =
            'position: absolute; white-space: nowrap; max-height: none; width: max-content';
          element.after(copy);
          const { width } = copy.getBoundingClientRect();
          copy.textContent = copy.textContent ?? '';
          const plain = copy.getBoundingClientRect().width;
          copy.remove();
          return [width, plain];
        };
        return [marks, ...measure(context)];
      });
      assert.ok((widths[0] ?? 0) > 0);
      assert.ok(Math.abs((widths[1] ?? 0) - (widths[2] ?? 0)) < 0.1, widths.join(' '));
    });

    it('has no fault that axe finds, and a picture', async () => {
      mkdirSync(inOut('screenshots'), { recursive: true });
      for (const key of ['j', 'j', 'j']) {
        assert.deepEqual(await webview.faults(), []);
        await press(key);
      }
      await webview.page.screenshot({ path: inOut('screenshots', `adjudication-${language}.png`) });
    });

    it('shows hostile words as words', async () => {
      const [words = ''] = HOSTILE;
      const hostile = HOSTILE.map((name, i) => ({
        ...dispute(name, i + 1, [name], {
          [name]: [
            {
              ...annotation(name, 'بغداد'),
              title: name,
              canonical: name,
              speaker: { ...at('بغداد'), words: name },
            },
          ],
          other: [],
        }),
        context: `${name} ${CONTEXT}`,
      }));
      const labels = HOSTILE.map((id) => ({
        family: 'entity',
        id,
        title: id,
        colour: 'url(//elsewhere.example/x)',
      }));
      await webview.send({ ...state(hostile, { path: words, uri: words }), labels });
      for (const name of HOSTILE) {
        const text = await webview.page.locator('#adjudication').innerText();
        assert.ok(text.includes(name), name);
        await press('j');
      }
      await webview.send({ kind: 'failed', reason: words });
      assert.deepEqual(await webview.harm(), { harmed: false, foreign: 0, handlers: 0 });
      assert.deepEqual(await webview.refused(), []);
    });

    it('says what to do where fewer than two have annotated', async () => {
      await webview.send(state([], { annotators: ['huda'], agreed: 0, agreedLeft: 0 }));
      assert.match(await webview.page.locator('.empty').innerText(), /hashiya\.annotator/);
      await webview.page.locator('#another-here').click();
      assert.deepEqual(await webview.posted(), [{ kind: 'another' }]);
    });
  });
