import { describe, expect, test } from 'vitest';
import { at, caret, entity, LABELS_ALONE, run, runWith, stateOf, told } from '../../../test/unit/acting.ts';
import type { BoilerplateMark } from '../../labels/marks.ts';
import type { AnnotationAction } from './action.ts';

const everywhere = (text: string, words: string, label: string, nth = 1): AnnotationAction => ({
  kind: 'tagEverywhere',
  span: at(text, words, nth),
  label,
});
const tag = (text: string, words: string, label: string, nth = 1): AnnotationAction => ({
  kind: 'tag',
  spans: [at(text, words, nth)],
  label,
});

describe('tag everywhere', () => {
  const cases: readonly [what: string, text: string, words: string, label: string, expected: string[]][] = [
    [
      'a name, whatever is written onto it and however it is spelt',
      'زار أسوان وأسوان ثم اسوان وبأسوان',
      'أسوان',
      'GPE',
      ['GPE أسوان', 'GPE أسوان', 'GPE اسوان', 'GPE أسوان'],
    ],
    [
      'a name of several words',
      'قال سامح شكري. وأضاف: سَامِح شُكري هنا وسامح شكري',
      'سامح شكري',
      'PER',
      ['PER سامح شكري', 'PER سَامِح شُكري', 'PER سامح شكري'],
    ],
    [
      'what was selected with its particles, without them',
      'أعلن والكرملين أمس للكرملين',
      'والكرملين',
      'ORG',
      ['ORG الكرملين', 'ORG لكرملين'],
    ],
    [
      'a nationality with the article or without',
      'الفريق الياباني ولاعب ياباني',
      'الياباني',
      'NORP',
      ['NORP الياباني', 'NORP ياباني'],
    ],
    [
      'a coined name in quotation marks, as a quotation',
      'قال إن "العملية الكبرى" بدأت، والعملية الكبرى مستمرة',
      '"العملية الكبرى"',
      'term',
      ['term العملية الكبرى', 'term العملية الكبرى'],
    ],
    [
      'a line, wherever a line says the same',
      'شارك المقال\nنص المقال. شارك المقال اليوم\nشاركْ المقال \nشارك',
      'شارك المقال',
      'share',
      ['share شارك المقال', 'share شاركْ المقال'],
    ],
    [
      'a run within a line, wherever its words stand',
      'نص (إعلان) نص\nإعلان هنا\nنص',
      'إعلان',
      'ad',
      ['ad إعلان', 'ad إعلان'],
    ],
    ['nothing among blanks', 'زار   أسوان', '   ', 'GPE', ['refused: nothing-here']],
    ['nothing across lines', 'زار أسوان\nأسوان', 'أسوان\nأسوان', 'GPE', ['refused: across-lines']],
    ['nothing with a label of no scheme', 'زار أسوان', 'أسوان', 'NONE', ['refused: unknown-label']],
  ];
  test.each(cases)('tags %s', (_what, text, words, label, expected) => {
    expect(told(run(stateOf(text), everywhere(text, words, label)), text)).toEqual(expected);
  });

  test('takes the word at a caret, and says where it stands and how many they are', () => {
    const text = 'أسوان وأسوان بأسوان';
    const outcome = run(stateOf(text), {
      kind: 'tagEverywhere',
      span: caret(text, 'بأسوان', 3),
      label: 'GPE',
    });
    expect(told(outcome, text)).toEqual(['GPE أسوان', 'GPE أسوان', 'GPE أسوان']);
    expect(outcome.done && [outcome.changed, outcome.span]).toEqual([3, at(text, 'أسوان', 3)]);
  });

  test('takes the mark at a caret, with the name that it knows, and gives it to the others', () => {
    const text = 'أعلن كيم ثم كيم ثم كيم';
    const marks = [entity(text, 'كيم', 'PER', 'كيم جونغ أون')];
    const outcome = run(stateOf(text, marks), {
      kind: 'tagEverywhere',
      span: caret(text, 'كيم'),
      label: 'PER',
    });
    expect(outcome.done && outcome.annotations.map(({ canonical }) => canonical)).toEqual(
      Array(3).fill('كيم جونغ أون'),
    );
    expect(outcome.done && outcome.annotations.map(({ provenance }) => provenance.source)).toEqual([
      'list/test',
      'hand',
      'hand',
    ]);
  });

  test('is done once: there is nothing left to do', () => {
    const text = 'أسوان وأسوان';
    const action = everywhere(text, 'أسوان', 'GPE');
    expect(told(run(stateOf(text), action, action), text)).toEqual(['refused: no-change']);
  });
});

describe('what people decided elsewhere stays', () => {
  test('a longer entity that holds the words, unless it is pointed at', () => {
    const text = 'جامعة أسوان في أسوان قرب أسوان';
    const longer = tag(text, 'جامعة أسوان', 'ORG');
    expect(told(run(stateOf(text), longer, everywhere(text, 'أسوان', 'GPE', 2)), text)).toEqual([
      'ORG جامعة أسوان',
      'GPE أسوان',
      'GPE أسوان',
    ]);
    expect(told(run(stateOf(text), longer, everywhere(text, 'أسوان', 'GPE')), text)).toEqual([
      'GPE أسوان',
      'GPE أسوان',
      'GPE أسوان',
    ]);
  });

  test('but where entities may nest, the words within it are tagged too', () => {
    const text = 'جامعة أسوان في أسوان';
    const longer = tag(text, 'جامعة أسوان', 'ORG');
    const scheme = { ...LABELS_ALONE, overlap: true };
    expect(told(runWith(scheme, stateOf(text), longer, everywhere(text, 'أسوان', 'GPE', 2)), text)).toEqual([
      'ORG جامعة أسوان',
      'GPE أسوان',
      'GPE أسوان',
    ]);
  });

  test('a shorter one within the words goes, as when they are tagged one by one', () => {
    const text = 'كوريا الشمالية ثم كوريا الشمالية';
    const shorter = tag(text, 'كوريا', 'LOC', 2);
    expect(told(run(stateOf(text), shorter, everywhere(text, 'كوريا الشمالية', 'GPE')), text)).toEqual([
      'GPE كوريا الشمالية',
      'GPE كوريا الشمالية',
    ]);
  });

  test('a rejection of the label, which goes at the place pointed at alone', () => {
    const text = 'أمل ثم أمل ثم أمل';
    const marks = [entity(text, 'أمل', 'ORG'), entity(text, 'أمل', 'ORG', 'أمل', 2)];
    const reject: AnnotationAction = { kind: 'reject', ids: ['entity:ORG:0-3', 'entity:ORG:7-10'] };
    expect(told(run(stateOf(text, marks), reject, everywhere(text, 'أمل', 'ORG')), text)).toEqual([
      'ORG أمل',
      '-ORG أمل',
      'ORG أمل',
    ]);
    expect(told(run(stateOf(text, marks), reject, everywhere(text, 'أمل', 'PER', 3)), text)).toEqual([
      '-ORG أمل',
      'PER أمل',
      '-ORG أمل',
      'PER أمل',
      'PER أمل',
    ]);
  });

  test('another label, unless the place pointed at had that one', () => {
    const text = 'الكرملين ثم الكرملين ثم الكرملين ثم الكرملين';
    const before = [
      tag(text, 'الكرملين', 'FAC'),
      tag(text, 'الكرملين', 'FAC', 2),
      tag(text, 'الكرملين', 'LOC', 3),
    ];
    expect(told(run(stateOf(text), ...before, everywhere(text, 'الكرملين', 'ORG', 4)), text)).toEqual([
      'FAC الكرملين',
      'FAC الكرملين',
      'LOC الكرملين',
      'ORG الكرملين',
    ]);
    expect(told(run(stateOf(text), ...before, everywhere(text, 'الكرملين', 'ORG')), text)).toEqual([
      'ORG الكرملين',
      'ORG الكرملين',
      'LOC الكرملين',
      'ORG الكرملين',
    ]);
  });

  test('an open mark of a longer name, which stays open; not one that was rejected', () => {
    const text = 'أسوان وجامعة أسوان';
    const marks = [entity(text, 'جامعة أسوان', 'ORG')];
    const action = everywhere(text, 'أسوان', 'GPE');
    expect(told(run(stateOf(text, marks), action), text)).toEqual(['GPE أسوان']);
    const reject: AnnotationAction = { kind: 'reject', ids: ['entity:ORG:7-18'] };
    expect(told(run(stateOf(text, marks), reject, action), text)).toEqual([
      'GPE أسوان',
      '-ORG جامعة أسوان',
      'GPE أسوان',
    ]);
  });

  test('another class of a line that says the same', () => {
    const text = 'تابعنا\nنص\nتابعنا\nتابعنا';
    const marks: BoilerplateMark[] = [3, 2].map((nth) => ({
      family: 'boilerplate',
      class: 'share',
      inline: false,
      confidence: 1,
      source: 'rule/test',
      ...at(text, 'تابعنا', nth),
    }));
    const accept: AnnotationAction = {
      kind: 'accept',
      ids: [`boilerplate:share:${text.length - 6}-${text.length}`],
    };
    expect(told(run(stateOf(text, marks), accept, everywhere(text, 'تابعنا', 'subscribe')), text)).toEqual([
      'subscribe تابعنا',
      'subscribe تابعنا',
      'share تابعنا',
    ]);
  });
});
