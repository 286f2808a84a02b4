import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleText } from '../../test/unit/arbitrary-annotations.ts';
import { lexicon } from '../../test/unit/lexicon.ts';
import { createAnalyser } from '../analysis/analysis.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { makeAnchor } from '../annotations/anchors.ts';
import { NOTHING_ADDED } from '../annotations/annotation.ts';
import type { Annotation } from '../annotations/annotation.ts';
import type { MarkFamily } from '../labels/marks.ts';
import { buildDocument } from './build-document.ts';
import type { BuiltDocument } from './build-document.ts';
import { cutText } from './cut.ts';
import { intoSentences } from './sentences.ts';

const { analyse } = createAnalyser(lexicon);

/** An analysis that suggests nothing, so that a test says all there is. */
const bare = (text: string): Analysis => ({
  ...analyse(text),
  entities: [],
  quotations: [],
  boilerplate: [],
});

function of(text: string, words: string, family: MarkFamily, label: string): Annotation {
  const start = text.indexOf(words);
  return {
    id: `${label}-${words}`,
    family,
    label,
    decision: 'accepted',
    anchor: makeAnchor(text, { start, end: start + words.length }),
    speaker: null,
    cue: null,
    canonical: null,
    provenance: { annotator: 'huda', created: '', modified: '', source: 'hand' },
    ...NOTHING_ADDED,
  };
}

describe('cutText', () => {
  test('carries every span to the same characters, less what was taken out', () => {
    const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 5 });
    fc.assert(
      fc.property(articleText, spans, fc.nat(80), fc.nat(80), (text, stretches, a, b) => {
        const inside = (x: number): number => Math.min(x, text.length);
        const cuts = stretches.map(([x, y]) => ({
          start: inside(Math.min(x, y)),
          end: inside(Math.max(x, y)),
        }));
        const isCut = (offset: number): boolean =>
          cuts.some(({ start, end }) => start <= offset && offset < end);
        const kept = (start: number, end: number): string => {
          let left = '';
          for (let i = start; i < end; i++) if (!isCut(i)) left += text.charAt(i);
          return left;
        };
        const cut = cutText(text, cuts);
        expect(cut.text).toBe(kept(0, text.length));
        const [start, end] = [inside(Math.min(a, b)), inside(Math.max(a, b))];
        const place = cut.place({ start, end });
        expect(place ? cut.text.slice(place.start, place.end) : '').toBe(kept(start, end));
        if (place) expect(place.clipped).toBe(kept(start, end).length < end - start);
      }),
    );
  });
});

describe('buildDocument without boilerplate', () => {
  const text = 'عنوان الخبر\nإعلان\n\nزار بوتين موسكو إعلان أمس.\nالمصدر: وكالات\n';

  test('takes out whole lines with the blank lines behind them, and runs within lines', () => {
    const inline = { ...of(text, 'إعلان', 'boilerplate', 'ad'), id: '2' };
    const second = text.lastIndexOf('إعلان');
    const annotations = [
      of(text, 'إعلان', 'boilerplate', 'ad'),
      { ...inline, anchor: makeAnchor(text, { start: second, end: second + 5 }) },
      of(text, 'المصدر: وكالات', 'boilerplate', 'source'),
      of(text, 'أمس', 'entity', 'DATE'),
      of(text, 'وكالات', 'entity', 'ORG'),
    ];
    const { document, losses, leftOut } = buildDocument('x.txt', bare(text), annotations, {
      marks: false,
      boilerplate: false,
    });
    expect(document.text).toBe('عنوان الخبر\nزار بوتين موسكو  أمس.\n');
    expect(
      document.spans.map(
        ({ label, start, end, line }) => `${label} ${document.text.slice(start, end)} ${line}`,
      ),
    ).toEqual(['DATE أمس 4']);
    expect(losses).toEqual([]);
    expect(leftOut).toBe(1);
  });

  test('suggestions beside an accepted entity are filled in where entities may overlap', () => {
    const text = 'زار جامعة دمشق أمس.';
    const city = { start: 10, end: 14 };
    const suggested: Analysis = {
      ...bare(text),
      entities: [
        {
          family: 'entity',
          label: 'GPE',
          canonical: 'دمشق',
          value: null,
          ...city,
          confidence: 1,
          source: 'rule/test',
        },
      ],
    };
    const annotations = [of(text, 'جامعة دمشق', 'entity', 'ORG')];
    const labels = (overlap: boolean): string[] =>
      buildDocument('x.txt', suggested, annotations, { marks: true, boilerplate: true, overlap })
        .document.spans.filter(({ layer }) => layer === 'entities')
        .map(({ label }) => label);
    expect([labels(false), labels(true)]).toEqual([['ORG'], ['ORG', 'GPE']]);
  });

  test('ties to what is not in the document are left out, and told; in sentences too', () => {
    const text = 'زار بوتين موسكو. وعاد أمس.\nالمصدر: وكالات\n';
    const tied = {
      ...of(text, 'بوتين', 'entity', 'PER'),
      relations: ['GPE-موسكو', 'DATE-أمس', 'ORG-وكالات'].map((to) => ({ type: 'visits', to })),
    };
    const annotations = [
      tied,
      of(text, 'موسكو', 'entity', 'GPE'),
      of(text, 'أمس', 'entity', 'DATE'),
      of(text, 'المصدر: وكالات', 'boilerplate', 'source'),
      of(text, 'وكالات', 'entity', 'ORG'),
    ];
    const built = buildDocument('x.txt', bare(text), annotations, { marks: false, boilerplate: false });
    const ties = ({ document }: BuiltDocument): string[] =>
      document.spans.flatMap(({ relations }) => relations.map(({ to }) => to));
    expect([ties(built), built.losses.map(({ reason }) => reason)]).toEqual([
      ['GPE-موسكو', 'DATE-أمس'],
      ['relation-left-out'],
    ]);
    const [first] = intoSentences(built);
    expect([first && ties(first), first?.losses.map(({ reason }) => reason)]).toEqual([
      ['GPE-موسكو'],
      ['relation-left-out', 'relation-left-out'],
    ]);
  });

  test('a run takes along what is written on its end, that nothing before it may carry it', () => {
    const text = 'نعم،\u200f\u200d لا';
    const cut = of(text, '\u200f', 'boilerplate', 'share');
    expect(
      buildDocument('x.txt', bare(text), [cut], { marks: false, boilerplate: false }).document.text,
    ).toBe('نعم، لا');
  });

  test('a run over several lines takes it along too', () => {
    const text = 'نعم إعلان\nهنا\n\u200dلا';
    const cut = of(text, ' إعلان\nهنا', 'boilerplate', 'ad');
    expect(
      buildDocument('x.txt', bare(text), [cut], { marks: false, boilerplate: false }).document.text,
    ).toBe('نعملا');
  });

  test('a line that a person calls body stays, whatever the engine says', () => {
    const start = text.indexOf('المصدر');
    const mark = { class: 'source', inline: false, start, end: text.length - 1 } as const;
    const engine: Analysis = {
      ...bare(text),
      boilerplate: [{ family: 'boilerplate', ...mark, confidence: 1, source: 'rule/test' }],
    };
    const options = { marks: false, boilerplate: false };
    expect(buildDocument('x.txt', engine, [], options).document.text).not.toContain('المصدر');
    const body = of(text, 'المصدر: وكالات', 'boilerplate', 'body');
    expect(buildDocument('x.txt', engine, [body], options).document.text).toContain('المصدر');
  });

  test('a quotation of which a part goes is clipped, and told', () => {
    const quotation = of(text, 'موسكو إعلان أمس', 'quotation', 'indirect');
    const second = text.lastIndexOf('إعلان');
    const run = {
      ...of(text, 'إعلان', 'boilerplate', 'ad'),
      anchor: makeAnchor(text, { start: second, end: second + 5 }),
    };
    const { document, losses } = buildDocument('x.txt', bare(text), [quotation, run], {
      marks: false,
      boilerplate: false,
    });
    expect(document.spans.map(({ start, end }) => document.text.slice(start, end))).toEqual(['موسكو  أمس']);
    expect(losses.map(({ reason, text: words }) => `${reason} ${words}`)).toEqual([
      'clipped موسكو إعلان أمس',
    ]);
  });
});

describe('buildDocument with marks', () => {
  test('open marks are silver, decided ones are not', () => {
    const text = 'زار بوتين موسكو';
    const grounds = { confidence: 1, source: 'list/test', value: null, family: 'entity' as const };
    const engine: Analysis = {
      ...bare(text),
      entities: [
        { ...grounds, label: 'PER', canonical: 'بوتين', start: 4, end: 9 },
        { ...grounds, label: 'GPE', canonical: 'موسكو', start: 10, end: 15 },
      ],
    };
    const annotations = [of(text, 'بوتين', 'entity', 'PER')];
    const { document } = buildDocument('x.txt', engine, annotations, { marks: true, boilerplate: true });
    expect(document.spans.map(({ label, silver }) => `${label} ${silver ? 'silver' : 'gold'}`)).toEqual([
      'PER gold',
      'GPE silver',
    ]);
  });
});
