import { describe, expect, test } from 'vitest';
import { at, caret, entity, run, stateOf, told } from '../../../test/unit/acting.ts';
import type { Mark, QuotationMark } from '../../labels/marks.ts';
import { markId } from '../mark-identity.ts';
import { visibleMarks } from '../visible.ts';
import type { AnnotationAction } from './action.ts';

describe('tag', () => {
  const cases: readonly [what: string, text: string, selection: string, label: string, expected: string[]][] =
    [
      ['takes a selection as it is', 'زار بوتين موسكو', 'بوتين', 'PER', ['PER بوتين']],
      ['leaves blanks outside', 'زار بوتين موسكو', ' بوتين ', 'PER', ['PER بوتين']],
      ['leaves commas outside', 'زار بوتين، موسكو', 'بوتين،', 'PER', ['PER بوتين']],
      ['leaves quotation marks outside', 'صحيفة «هآرتس» قالت', '«هآرتس»', 'ORG', ['ORG هآرتس']],
      [
        'keeps a bracket whose partner is inside',
        'حركة (حماس) الآن',
        'حركة (حماس)',
        'ORG',
        ['ORG حركة (حماس)'],
      ],
      ['keeps the percent sign', 'ارتفع 5% أمس', '5%', 'PERCENT', ['PERCENT 5%']],
      ['keeps the currency sign', 'بلغ $5 فقط', ' $5 ', 'MONEY', ['MONEY $5']],
      ['keeps the hash of a hashtag', 'على #مصر اليوم', '#مصر', 'URL', ['URL #مصر']],
      ['takes in a haraka that the selection cut off', 'قال محمدٌ شيئا', 'محمد', 'PER', ['PER محمدٌ']],
      ['takes in the whole emoji', 'حب 👨‍👩‍👧 هنا', '👨', 'PRODUCT', ['PRODUCT 👨‍👩‍👧']],
      [
        'leaves bidi controls outside',
        'زار \u200fبوتين\u200f موسكو',
        '\u200fبوتين\u200f',
        'PER',
        ['PER بوتين'],
      ],
      ['keeps the full stop of a quotation', 'قال: "نعم."', '"نعم."', 'direct', ['direct نعم.']],
      [
        'cuts a quotation at line ends',
        'أولا هنا\nثانيا هناك',
        'هنا\nثانيا',
        'direct',
        ['direct هنا', 'direct ثانيا'],
      ],
      ['refuses blanks and marks alone', 'زار  ، موسكو', '  ،', 'PER', ['refused: nothing-here']],
      [
        'refuses an entity across lines',
        'زار بوتين\nموسكو',
        'بوتين\nموسكو',
        'PER',
        ['refused: across-lines'],
      ],
      ['refuses a label of no scheme', 'زار بوتين', 'بوتين', 'NONE', ['refused: unknown-label']],
    ];
  test.each(cases)('%s: %s', (_what, text, selection, label, expected) => {
    const outcome = run(stateOf(text), { kind: 'tag', spans: [at(text, selection)], label });
    expect(told(outcome, text)).toEqual(expected);
  });

  const carets: readonly [
    what: string,
    text: string,
    word: string,
    into: number,
    label: string,
    expected: string[],
  ][] = [
    ['takes the word', 'زار بوتين موسكو', 'بوتين', 2, 'PER', ['PER بوتين']],
    ['takes the word at its end', 'زار بوتين، موسكو', 'بوتين', 5, 'PER', ['PER بوتين']],
    ['takes the word at its start', 'زار بوتين', 'بوتين', 0, 'PER', ['PER بوتين']],
    ['leaves و before the article outside', 'قال والكرملين اليوم', 'والكرملين', 3, 'ORG', ['ORG الكرملين']],
    ['leaves ل before ل outside', 'مبعوث للأمم المتحدة', 'للأمم', 3, 'ORG', ['ORG لأمم']],
    [
      'leaves ب outside when the word stands elsewhere',
      'التقى بزلفونك وعاد زلفونك',
      'بزلفونك',
      2,
      'PER',
      ['PER زلفونك'],
    ],
    ['keeps a first letter that is the word’s own', 'زار وزارة قديمة', 'وزارة', 2, 'ORG', ['ORG وزارة']],
    ['takes no name by chance out of a word', 'قال كلاما عن وسائل', 'كلاما', 2, 'EVENT', ['EVENT كلاما']],
    ['leaves و before a name outside', 'وحضر فؤاد وجميل', 'وجميل', 2, 'PER', ['PER جميل']],
    ['takes no future of a name', 'قال كلاما عن وسائل', 'وسائل', 2, 'EVENT', ['EVENT وسائل']],
    ['takes the quoted stretch', 'قال: "نعم يا صديقي" وذهب', 'يا', 1, 'direct', ['direct نعم يا صديقي']],
    ['takes the sentence', 'ذهب الرجل. أكد الخبر ذلك.', 'الخبر', 1, 'indirect', ['indirect أكد الخبر ذلك.']],
    ['takes the line', 'سطر أول\nإعلان هنا\nسطر', 'إعلان', 1, 'ad', ['ad إعلان هنا']],
    ['refuses among blanks', 'زار   بوتين', '   ', 1, 'PER', ['refused: nothing-here']],
  ];
  test.each(carets)('at a caret %s: %s', (_what, text, word, into, label, expected) => {
    const outcome = run(stateOf(text), { kind: 'tag', spans: [caret(text, word, into)], label });
    expect(told(outcome, text)).toEqual(expected);
  });

  test('a caret in a mark takes the mark, with its source and name', () => {
    const text = 'أعلنت وزارة الدفاع الروسية شيئا';
    const marks = [entity(text, 'وزارة الدفاع الروسية', 'ORG')];
    const outcome = run(stateOf(text, marks), { kind: 'tag', spans: [caret(text, 'الدفاع')], label: 'ORG' });
    expect(told(outcome, text)).toEqual(['ORG وزارة الدفاع الروسية']);
    expect(outcome.done && outcome.annotations[0]?.provenance.source).toBe('list/test');
  });

  test('tags several spans in one step, each once', () => {
    const text = 'كيم ثم كيم وكيم';
    const spans = [at(text, 'كيم'), at(text, 'كيم', 2), at(text, 'كيم', 2)];
    const outcome = run(stateOf(text), { kind: 'tag', spans, label: 'PER' });
    expect(told(outcome, text)).toEqual(['PER كيم', 'PER كيم']);
    expect(outcome.done && outcome.changed).toBe(2);
  });

  test('an entity takes the place of those it overlaps', () => {
    const text = 'في كوريا الشمالية الآن';
    const outcome = run(
      stateOf(text),
      { kind: 'tag', spans: [at(text, 'كوريا')], label: 'LOC' },
      { kind: 'tag', spans: [at(text, 'كوريا الشمالية')], label: 'GPE' },
    );
    expect(told(outcome, text)).toEqual(['GPE كوريا الشمالية']);
  });

  test('the same span with another label is relabelled and keeps its id', () => {
    const text = 'في كوريا الآن';
    const first: AnnotationAction = { kind: 'tag', spans: [at(text, 'كوريا')], label: 'LOC' };
    const before = run(stateOf(text), first);
    const after = run(stateOf(text), first, { ...first, label: 'GPE' });
    expect(told(after, text)).toEqual(['GPE كوريا']);
    expect(after.done && before.done && after.annotations[0]?.id === before.annotations[0]?.id).toBe(true);
    expect(told(run(stateOf(text), first, first), text)).toEqual(['refused: no-change']);
  });

  test('the full name comes from another mention with the same words', () => {
    const text = 'كيم جونغ أون ثم كيم وعاد كيم';
    const marks = [entity(text, 'كيم', 'PER', 'كيم جونغ أون', 2)];
    const outcome = run(stateOf(text, marks), { kind: 'tag', spans: [at(text, 'كيم', 3)], label: 'PER' });
    expect(outcome.done && outcome.annotations[0]?.canonical).toBe('كيم جونغ أون');
  });
});

describe('accept, reject, remove', () => {
  const text = 'زار بوتين موسكو والتقى بوتين هناك';
  const marks = [
    entity(text, 'بوتين', 'PER', 'فلاديمير بوتين'),
    entity(text, 'موسكو', 'GPE'),
    entity(text, 'بوتين', 'PER', 'فلاديمير بوتين', 2),
  ];
  const ids = marks.map(markId);
  const first = ids[0] as string;

  test('accepting a mark keeps its name and source and hides it', () => {
    const outcome = run(stateOf(text, marks), { kind: 'accept', ids: [first] });
    expect(told(outcome, text)).toEqual(['PER بوتين']);
    if (!outcome.done) return;
    expect(outcome.annotations[0]?.canonical).toBe('فلاديمير بوتين');
    expect(visibleMarks(marks, outcome.annotations).map(markId)).toEqual(ids.slice(1));
  });

  test('a rejected mark stays hidden', () => {
    const outcome = run(stateOf(text, marks), { kind: 'reject', ids: [first] });
    expect(told(outcome, text)).toEqual(['-PER بوتين']);
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : []).map(markId)).toEqual(ids.slice(1));
  });

  test('a rejected mark can be accepted after all, by the mark’s id too', () => {
    const outcome = run(
      stateOf(text, marks),
      { kind: 'reject', ids: [first] },
      { kind: 'accept', ids: [first] },
    );
    expect(told(outcome, text)).toEqual(['PER بوتين']);
  });

  test('accepting twice changes nothing', () => {
    const again = run(
      stateOf(text, marks),
      { kind: 'accept', ids: [first] },
      { kind: 'accept', ids: [first] },
    );
    expect(told(again, text)).toEqual(['refused: no-change']);
  });

  test('removing an annotation brings the mark back', () => {
    const outcome = run(
      stateOf(text, marks),
      { kind: 'accept', ids: [first] },
      { kind: 'remove', ids: [first] },
    );
    expect(told(outcome, text)).toEqual([]);
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : []).map(markId)).toEqual(ids);
  });

  test('rejecting what was tagged by hand takes it away', () => {
    const tagged = run(stateOf(text), { kind: 'tag', spans: [at(text, 'هناك')], label: 'LOC' });
    const id = tagged.done ? tagged.annotations[0]?.id : '';
    if (!id || !tagged.done) throw new Error('not tagged');
    expect(told(run(stateOf(text, [], tagged.annotations), { kind: 'reject', ids: [id] }), text)).toEqual([]);
  });

  test('accept everywhere takes every open mark with the label and name', () => {
    const outcome = run(stateOf(text, marks), { kind: 'acceptEverywhere', id: first });
    expect(told(outcome, text)).toEqual(['PER بوتين', 'PER بوتين']);
    expect(outcome.done && outcome.changed).toBe(2);
  });

  test('an unknown id is refused and nothing else is done', () => {
    const outcome = run(stateOf(text, marks), { kind: 'accept', ids: [first, 'no such id'] });
    expect(told(outcome, text)).toEqual(['refused: unknown-item']);
  });
});

describe('relabel', () => {
  const text = 'زار بوتين موسكو';
  const marks = [entity(text, 'موسكو', 'GPE')];
  const id = markId(marks[0] as Mark);

  test('a mark becomes an annotation with the new label', () => {
    const outcome = run(stateOf(text, marks), { kind: 'relabel', id, label: 'ORG' });
    expect(told(outcome, text)).toEqual(['ORG موسكو']);
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : [])).toEqual([]);
  });

  test('to another family rejects the mark, lest it show again', () => {
    const outcome = run(stateOf(text, marks), { kind: 'relabel', id, label: 'term' });
    expect(told(outcome, text)).toEqual(['-GPE موسكو', 'term موسكو']);
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : [])).toEqual([]);
  });

  test('rejecting a relabelled mark rejects the mark under its own label too', () => {
    const outcome = run(
      stateOf(text, marks),
      { kind: 'relabel', id, label: 'ORG' },
      { kind: 'reject', ids: [id] },
    );
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : [])).toEqual([]);
  });
});

describe('resize', () => {
  const text = 'أعلنت وزارة الدفاع، الروسية والكرملين أمس';
  const marks = [entity(text, 'الدفاع', 'ORG')];
  const id = markId(marks[0] as Mark);
  const cases: readonly [end: 'start' | 'end', by: 'wider' | 'narrower', times: number, expected: string][] =
    [
      ['start', 'wider', 1, 'ORG وزارة الدفاع'],
      ['end', 'wider', 1, 'ORG الدفاع، الروسية'],
      ['end', 'wider', 2, 'ORG الدفاع، الروسية والكرملين'],
      ['start', 'wider', 3, 'refused: line-edge'],
      ['start', 'narrower', 1, 'refused: nothing-left'],
    ];
  test.each(cases)('%s %s ×%i → %s', (end, by, times, expected) => {
    const actions = Array.from({ length: times }, (_, i): AnnotationAction => {
      // The mark's id names it first, the annotation's afterwards.
      return { kind: 'resize', id: i === 0 ? id : '2026-01-02T00:00:00Z#0', end, by };
    });
    expect(told(run(stateOf(text, marks), ...actions), text)).toEqual([expected]);
  });

  test('the particles of a word are a step of their own', () => {
    const line = 'مع الكرملين والكرملين أيضا';
    const tagged: AnnotationAction = { kind: 'tag', spans: [at(line, 'أيضا')], label: 'ORG' };
    const wider: AnnotationAction = {
      kind: 'resize',
      id: '2026-01-02T00:00:00Z#0',
      end: 'start',
      by: 'wider',
    };
    expect(told(run(stateOf(line), tagged, wider), line)).toEqual(['ORG الكرملين أيضا']);
    expect(told(run(stateOf(line), tagged, wider, wider), line)).toEqual(['ORG والكرملين أيضا']);
    expect(told(run(stateOf(line), tagged, wider, wider, { ...wider, by: 'narrower' }), line)).toEqual([
      'ORG الكرملين أيضا',
    ]);
  });

  test('does not run into another entity that was decided on', () => {
    const tagged: AnnotationAction = { kind: 'tag', spans: [at(text, 'وزارة')], label: 'ORG' };
    const wider: AnnotationAction = { kind: 'resize', id, end: 'start', by: 'wider' };
    expect(told(run(stateOf(text, marks), tagged, wider), text)).toEqual(['refused: overlap']);
  });
});

describe('set speaker', () => {
  const text = 'أعلن كيم جونغ أون أمس. وقال كيم: "نعم".';
  const quotation: QuotationMark = {
    family: 'quotation',
    kind: 'direct',
    ...at(text, 'نعم'),
    speaker: null,
    canonical: null,
    cue: at(text, 'قال'),
    confidence: 1,
    source: 'rule/test',
  };
  const marks: Mark[] = [entity(text, 'كيم', 'PER', 'كيم جونغ أون', 2), quotation];
  const id = markId(quotation);

  test('at a caret takes the entity there, and its full name', () => {
    const outcome = run(stateOf(text, marks), { kind: 'setSpeaker', id, span: caret(text, 'كيم: ') });
    const annotation = outcome.done ? outcome.annotations[0] : undefined;
    expect(annotation?.speaker?.exact).toBe('كيم');
    expect(annotation?.speaker?.span).toEqual(at(text, 'كيم', 2));
    expect(annotation?.canonical).toBe('كيم جونغ أون');
    expect(annotation?.cue?.exact).toBe('قال');
  });

  test('a quotation tagged over a mark with other edges keeps the speaker; tagged again, it moves', () => {
    const line = 'قال كيم: "نعم يا صديقي العزيز جدا".';
    const mark: QuotationMark = {
      ...quotation,
      ...at(line, 'نعم يا صديقي العزيز جدا'),
      speaker: at(line, 'كيم'),
    };
    const first: AnnotationAction = {
      kind: 'tag',
      spans: [at(line, 'نعم يا صديقي العزيز')],
      label: 'direct',
    };
    const second: AnnotationAction = { kind: 'tag', spans: [at(line, 'يا صديقي العزيز')], label: 'term' };
    const outcome = run(stateOf(line, [mark]), first, second);
    expect(told(outcome, line)).toEqual(['term يا صديقي العزيز']);
    expect(outcome.done && outcome.annotations[0]?.speaker?.exact).toBe('كيم');
  });

  test('a short quotation within an accepted one is one of its own', () => {
    const line = 'قال: «عاد من قال "نعم" أمس إلى البيت».';
    const outer: AnnotationAction = {
      kind: 'tag',
      spans: [at(line, 'عاد من قال "نعم" أمس إلى البيت')],
      label: 'direct',
    };
    const inner: AnnotationAction = { kind: 'tag', spans: [at(line, 'نعم')], label: 'direct' };
    expect(told(run(stateOf(line), outer, inner), line)).toEqual([
      'direct عاد من قال "نعم" أمس إلى البيت',
      'direct نعم',
    ]);
  });

  test('null leaves the quotation without speaker', () => {
    const set: AnnotationAction = { kind: 'setSpeaker', id, span: caret(text, 'كيم: ') };
    const outcome = run(stateOf(text, marks), set, { kind: 'setSpeaker', id, span: null });
    expect(outcome.done && outcome.annotations[0]?.speaker).toBeNull();
    expect(outcome.done && outcome.annotations[0]?.canonical).toBeNull();
  });

  test('an entity has no speaker', () => {
    const outcome = run(stateOf(text, marks), {
      kind: 'setSpeaker',
      id: markId(marks[0] as Mark),
      span: at(text, 'كيم'),
    });
    expect(told(outcome, text)).toEqual(['refused: not-a-quotation']);
  });
});
