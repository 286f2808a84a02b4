import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText } from '../../test/unit/arbitrary-annotations.ts';
import { lexicon } from '../../test/unit/lexicon.ts';
import { createAnalyser } from '../analysis/analysis.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { makeAnchor, orphaned } from '../annotations/anchors.ts';
import type { Annotation } from '../annotations/annotation.ts';
import { buildDocument } from '../dataset/build-document.ts';
import type { DocumentOptions } from '../dataset/build-document.ts';
import type { DatasetFormat } from './format.ts';
import { formatById, FORMATS } from './formats.ts';
import { describeLoss } from './losses.ts';
import { prove } from './proof.ts';
import { writeDataset } from './write-dataset.ts';

const { analyse } = createAnalyser(lexicon);

const KEEP: DocumentOptions = { marks: false, boilerplate: true };

/** An annotation of the words of a text, of their first occurrence. */
function of(text: string, words: string, label: string, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`);
  return {
    id: `${label}-${words}`,
    family: 'entity',
    label,
    decision: 'accepted',
    anchor: makeAnchor(text, { start, end: start + words.length }),
    speaker: null,
    cue: null,
    canonical: words,
    provenance: { annotator: 'huda', created: '', modified: '', source: 'hand' },
    further: {},
    ...more,
  };
}

const format = (id: string): DatasetFormat => {
  const found = formatById(id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
};

function write(
  id: string,
  text: string,
  annotations: readonly Annotation[],
  options = KEEP,
  analysis?: Analysis,
) {
  const built = buildDocument('articles/x.txt', analysis ?? analyse(text), annotations, options);
  const dataset = writeDataset(format(id), [built], 'hashiya 0.1.0');
  return { ...dataset, content: dataset.files[0]?.content ?? '', document: built.document };
}

/** The losses of a dataset as "reason label words". */
const told = ({ losses }: ReturnType<typeof write>): string[] =>
  losses.map(({ reason, label, text }) => `${reason} ${label} ${text}`);

describe('every format', () => {
  test.each(FORMATS.map(({ id }) => id))(
    '%s writes the same bytes for the same annotations in any order',
    (id) => {
      fc.assert(
        fc.property(annotatedText, ([text, annotations]) => {
          const analysis = analyse(text);
          const there = write(id, text, annotations, KEEP, analysis).content;
          expect(write(id, text, annotations.toReversed(), KEEP, analysis).content).toBe(there);
        }),
        { numRuns: 30 },
      );
    },
  );

  test.each(FORMATS.map(({ id }) => id))('%s reads back every span that it does not tell as lost', (id) => {
    const options = fc.record({ marks: fc.boolean(), boilerplate: fc.boolean() });
    fc.assert(
      fc.property(annotatedText, options, ([text, annotations], chosen) => {
        const dataset = write(id, text, annotations, chosen);
        const surprises = dataset.losses.filter(
          ({ reason }) => reason === 'changed' || reason === 'unexpected',
        );
        expect(surprises).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test.each(FORMATS.map(({ id }) => id))('%s leaves rejected annotations out', (id) => {
    const text = 'زار بوتين موسكو';
    const dataset = write(id, text, [of(text, 'بوتين', 'PER', { decision: 'rejected' })]);
    expect(dataset.spans).toBe(0);
    expect(told(dataset)).toEqual([]);
  });

  test.each(FORMATS.map(({ id }) => id))('%s tells an orphan', (id) => {
    const text = 'زار بوتين موسكو';
    const annotation = of(text, 'بوتين', 'PER');
    const dataset = write(id, text, [{ ...annotation, anchor: orphaned(annotation.anchor) }]);
    expect(told(dataset)).toEqual(['orphan PER بوتين']);
  });

  test('a loss is told in a sentence with file, line, label and words', () => {
    const text = 'عنوان\nقال والكرملين';
    const { losses } = write('conll', text, [of(text, 'الكرملين', 'ORG')]);
    expect(losses.map((loss) => describeLoss(loss).en)).toEqual([
      'articles/x.txt:2: ORG «الكرملين»: it begins or ends inside a word; widened to whole words.',
    ]);
  });
});

describe('spaCy JSON lines', () => {
  const text = '😀 قال كيم: "نعم". زار موسكو.';
  const speaker = makeAnchor(text, { start: text.indexOf('كيم'), end: text.indexOf('كيم') + 3 });
  const annotations = [
    of(text, 'كيم', 'PER', { canonical: 'كيم جونغ أون' }),
    of(text, 'نعم', 'direct', { family: 'quotation', speaker, canonical: 'كيم جونغ أون' }),
  ];
  const record = JSON.parse(write('spacy-jsonl', text, annotations).content) as {
    text: string;
    entities: [number, number, string][];
    spans: Record<string, [number, number, string][]>;
    tokens: [number, number][];
    meta: {
      offsets: string;
      spans: { quotations: { speaker: [number, number]; canonical: string; silver: boolean }[] };
    };
  };
  const words = ([start, end]: readonly [number, number, ...unknown[]]): string =>
    [...record.text].slice(start, end).join('');

  test('counts code points', () => {
    expect(record.meta.offsets).toBe('codepoint');
    expect(record.entities).toEqual([[6, 9, 'PER']]);
    expect(record.entities.map(words)).toEqual(['كيم']);
  });

  test('has quotations with their speakers', () => {
    expect(record.spans['quotations']?.map((span) => `${span[2]} ${words(span)}`)).toEqual(['direct نعم']);
    expect(record.spans['speakers']?.map((span) => `${span[2]} ${words(span)}`)).toEqual(['SPEAKER كيم']);
    expect(record.meta.spans.quotations.map(({ speaker: at, canonical }) => [words(at), canonical])).toEqual([
      ['كيم', 'كيم جونغ أون'],
    ]);
  });

  test('every entity begins and ends with a token, particles being tokens', () => {
    const line = 'قال والكرملين بموسكو';
    const dataset = write('spacy-jsonl', line, [of(line, 'الكرملين', 'ORG'), of(line, 'موسكو', 'GPE')]);
    const { tokens } = JSON.parse(dataset.content) as { tokens: [number, number][] };
    expect(tokens.map(([start, end]) => line.slice(start, end))).toEqual([
      'قال',
      'و',
      'الكرملين',
      'ب',
      'موسكو',
    ]);
  });

  test('overlapping entities stay in the span group, and are told', () => {
    const line = 'في كوريا الشمالية';
    const dataset = write('spacy-jsonl', line, [of(line, 'كوريا', 'LOC'), of(line, 'كوريا الشمالية', 'GPE')]);
    expect(told(dataset)).toEqual(['overlap LOC كوريا']);
    const { entities, spans } = JSON.parse(dataset.content) as typeof record;
    expect([entities.length, spans['entities']?.length]).toEqual([1, 2]);
  });

  test('reads the form that spaCy’s training data has', () => {
    const content = '{"text": "😀 قال كيم", "entities": [[6, 9, "PER"]]}\n';
    const [document] = format('spacy-jsonl').parse([{ path: '', content }]).documents;
    expect(document?.spans).toEqual([{ layer: 'entities', label: 'PER', start: 7, end: 10 }]);
  });

  test('names the line of what it cannot read', () => {
    const content = '{"text": "x"}\n{"text": 1}\n{"text": "x", "entities": [[1]]}\n{';
    const { documents, problems } = format('spacy-jsonl').parse([{ path: 'd.jsonl', content }]);
    expect(documents.length).toBe(1);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe('CoNLL-2003', () => {
  const text = 'قال الكرملين والكرملين. زار بوتين كوريا الشمالية\nوعاد';
  const start = text.indexOf('والكرملين') + 1;
  const annotations = [
    of(text, 'الكرملين', 'ORG'),
    { ...of(text, 'الكرملين', 'ORG'), id: '2', anchor: makeAnchor(text, { start, end: start + 8 }) },
    of(text, 'كوريا الشمالية', 'GPE'),
  ];
  const rows = (content: string): string[] => content.split('\n').map((row) => row.replace(' _ _ ', ' '));

  test('whole words: a name takes in its particle, and that is told', () => {
    const dataset = write('conll', text, annotations);
    expect(rows(dataset.content)).toEqual([
      '-DOCSTART- -X- -X- O',
      '',
      'قال O',
      'الكرملين B-ORG',
      'والكرملين B-ORG',
      '. O',
      '',
      'زار O',
      'بوتين O',
      'كوريا B-GPE',
      'الشمالية I-GPE',
      '',
      'وعاد O',
      '',
      '',
    ]);
    expect(told(dataset)).toEqual(['widened ORG الكرملين']);
  });

  test('particles split off: nothing is lost', () => {
    const dataset = write('conll-clitics', text, annotations);
    expect(rows(dataset.content).slice(2, 7)).toEqual([
      'قال O',
      'الكرملين B-ORG',
      'و O',
      'الكرملين B-ORG',
      '. O',
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('no sentence ends inside an entity', () => {
    const line = 'كتاب ماذا؟ لماذا؟ لنا';
    const dataset = write('conll', line, [of(line, 'ماذا؟ لماذا؟', 'PRODUCT')]);
    expect(rows(dataset.content).slice(2, 8)).toEqual([
      'كتاب O',
      'ماذا B-PRODUCT',
      '؟ I-PRODUCT',
      'لماذا I-PRODUCT',
      '؟ I-PRODUCT',
      '',
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('what has no layer is counted, and no loss', () => {
    const dataset = write('conll', text, [of(text, 'بوتين', 'direct', { family: 'quotation' })]);
    expect(dataset.omitted).toEqual([{ layer: 'quotations', count: 1 }]);
    expect(told(dataset)).toEqual([]);
  });

  test('reads IOB1 as IOB2', () => {
    const content = 'كيم I-PER\nفي O\nكوريا I-GPE\nالشمالية I-GPE\nبوتين B-GPE\n\nموسكو I-GPE\n';
    const [document] = format('conll').parse([{ path: '', content }]).documents;
    const found = document?.spans.map(
      ({ label, start: s, end }) => `${label} ${document.text.slice(s, end)}`,
    );
    expect(found).toEqual(['PER كيم', 'GPE كوريا الشمالية', 'GPE بوتين', 'GPE موسكو']);
  });
});

describe('the proof', () => {
  const text = 'زار بوتين موسكو أمس';
  const annotations = [of(text, 'بوتين', 'PER'), of(text, 'موسكو', 'GPE')];
  const spoilt: readonly [id: string, what: string, from: string, to: string, expected: string[]][] = [
    [
      'spacy-jsonl',
      'a moved span',
      '[4,9,"PER"]',
      '[4,8,"PER"]',
      ['changed PER بوتين', 'unexpected PER بوتي'],
    ],
    [
      'spacy-jsonl',
      'another label',
      '[10,15,"GPE"]',
      '[10,15,"LOC"]',
      ['changed GPE موسكو', 'unexpected LOC موسكو'],
    ],
    ['spacy-jsonl', 'another text', 'زار', 'وزار', ['changed PER بوتين', 'changed GPE موسكو']],
    ['conll', 'a lost tag', 'B-GPE', 'O', ['changed GPE موسكو']],
    ['conll', 'a lost token', 'أمس _ _ O\n', '', ['changed PER بوتين', 'changed GPE موسكو']],
    ['conll', 'a tag too many', 'أمس _ _ O', 'أمس _ _ B-DATE', ['unexpected DATE أمس']],
  ];
  test.each(spoilt)('%s: sees %s', (id, _what, from, to, expected) => {
    const { files, document } = write(id, text, annotations);
    const content = files[0]?.content ?? '';
    expect(content).toContain(from);
    const { losses } = prove(
      format(id),
      [{ path: '', content: content.replaceAll(from, to) }],
      [document],
      [],
    );
    expect(losses.map(({ reason, label, text: words }) => `${reason} ${label} ${words}`)).toEqual(expected);
  });
});
