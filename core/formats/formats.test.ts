import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText } from '../../test/unit/arbitrary-annotations.ts';
import { orphaned } from '../annotations/anchors.ts';
import { textOfFile } from './files.ts';
import { FORMATS } from './formats.ts';
import { describeLoss } from './losses.ts';
import { prove } from './proof.ts';
import { analyse, CONTEXT, format, KEEP, of, told, write } from '../../test/unit/formats.ts';

/** What may stand in a file by mistake. */
const garbage = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\n',
    '\r\n',
    '\ufeff',
    '\0',
    '"',
    '}',
    ']]>',
    '</',
    '\t-1\t',
    '99999999999',
    'null',
    '[]',
    '𝒳',
  ),
);

/** A file with parts of it overwritten. */
function spoil(
  content: string | Uint8Array,
  cuts: readonly { readonly at: number; readonly length: number; readonly instead: string }[],
): string | Uint8Array {
  if (typeof content !== 'string') {
    const bytes = content.slice();
    for (const { at, length } of cuts) {
      const start = Math.floor(at * bytes.length);
      bytes.fill(length, start, start + length);
    }
    return bytes;
  }
  return cuts.reduce((text, { at, length, instead }) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + instead + text.slice(start + length);
  }, content);
}

describe('every format', () => {
  test.each(FORMATS.map(({ id }) => id))(
    '%s writes the same bytes for the same annotations in any order',
    async (id) => {
      await fc.assert(
        fc.asyncProperty(annotatedText, async ([text, annotations]) => {
          const analysis = analyse(text);
          const { files } = await write(id, text, annotations, KEEP, analysis);
          expect((await write(id, text, annotations.toReversed(), KEEP, analysis)).files).toEqual(files);
        }),
        { numRuns: 30 },
      );
    },
  );

  test.each(FORMATS.map(({ id }) => id))(
    '%s reads back every span that it does not tell as lost',
    async (id) => {
      const options = fc.record({ marks: fc.boolean(), boilerplate: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(annotatedText, options, async ([text, annotations], chosen) => {
          const dataset = await write(id, text, annotations, chosen);
          const surprises = dataset.losses.filter(
            ({ reason }) => reason === 'changed' || reason === 'unexpected',
          );
          expect(surprises).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  );

  test.each(FORMATS.map(({ id }) => id))('%s leaves rejected annotations out', async (id) => {
    const text = 'زار بوتين موسكو';
    const dataset = await write(id, text, [of(text, 'بوتين', 'PER', { decision: 'rejected' })]);
    expect(dataset.spans).toBe(0);
    expect(told(dataset)).toEqual([]);
  });

  test.each(FORMATS.map(({ id }) => id))('%s tells an orphan of a layer that it has', async (id) => {
    const text = 'زار بوتين موسكو';
    const annotations = [of(text, 'بوتين', 'PER'), of(text, 'بوتين', 'direct', { family: 'quotation' })].map(
      (annotation) => ({ ...annotation, anchor: orphaned(annotation.anchor) }),
    );
    const dataset = await write(id, text, annotations);
    const { layers } = format(id);
    expect(told(dataset).toSorted()).toEqual([
      ...(layers.includes('entities') ? ['orphan PER بوتين'] : []),
      ...(layers.includes('quotations') ? ['orphan direct بوتين'] : []),
    ]);
  });

  test.each(FORMATS.map(({ id }) => id))('%s reads whatever it is given without failing', async (id) => {
    const cut = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      instead: garbage,
    });
    await fc.assert(
      fc.asyncProperty(annotatedText, fc.array(cut, { maxLength: 4 }), async ([text, annotations], cuts) => {
        const { files } = await write(id, text, annotations);
        const spoilt = files.map(({ path, content }) => ({ path, content: spoil(content, cuts) }));
        for (const { text: read, spans } of (await format(id).parse(spoilt, CONTEXT)).documents)
          for (const { start, end } of spans)
            expect(
              0 <= start && start <= end && end <= read.length,
              `${start}–${end} of ${read.length}`,
            ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a loss is told in a sentence with file, line, label and words', async () => {
    const text = 'عنوان\nقال والكرملين';
    const { losses } = await write('conll', text, [of(text, 'الكرملين', 'ORG')]);
    expect(losses.map((loss) => describeLoss(loss).en)).toEqual([
      'articles/x.txt:2: ORG «الكرملين»: it begins or ends inside a word; widened to whole words.',
    ]);
  });
});

describe('the proof', () => {
  const text = 'زار بوتين موسكو أمس';
  const annotations = [of(text, 'بوتين', 'PER'), of(text, 'موسكو', 'GPE')];
  const spoilt: readonly [id: string, what: string, from: string, to: string, expected: string[]][] = [
    [
      'spacy-jsonl',
      'a moved span',
      '[4,9,"PER","بوتين"]',
      '[4,8,"PER","بوتين"]',
      ['changed PER بوتين', 'unexpected PER بوتي'],
    ],
    [
      'spacy-jsonl',
      'another label',
      '[10,15,"GPE","موسكو"]',
      '[10,15,"LOC","موسكو"]',
      ['changed GPE موسكو', 'unexpected LOC موسكو'],
    ],
    [
      'spacy-jsonl',
      'an entity moved in one of two lists',
      '[4,9,"PER"]',
      '[4,8,"PER"]',
      ['unexpected PER بوتي'],
    ],
    ['spacy-jsonl', 'another text', 'زار', 'وزار', ['changed  ', 'changed PER بوتين', 'changed GPE موسكو']],
    ['conll', 'a lost tag', 'B-GPE', 'O', ['changed GPE موسكو']],
    ['conll', 'a lost token', 'أمس _ _ O\n', '', ['changed PER بوتين', 'changed GPE موسكو']],
    ['conll', 'a tag too many', 'أمس _ _ O', 'أمس _ _ B-DATE', ['unexpected DATE أمس']],
  ];
  test.each(spoilt)('%s: sees %s', async (id, _what, from, to, expected) => {
    const { files, document } = await write(id, text, annotations);
    const content = textOfFile(files[0]?.content ?? '');
    expect(content).toContain(from);
    const { losses } = await prove(
      format(id),
      [{ path: '', content: content.replaceAll(from, to) }],
      [document],
      [],
      CONTEXT,
    );
    expect(losses.map(({ reason, label, text: words }) => `${reason} ${label} ${words}`)).toEqual(expected);
  });
});
