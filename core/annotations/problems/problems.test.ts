import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { annotatedText } from '../../../test/unit/arbitrary-annotations.ts';
import { annotationOn } from '../../../test/unit/annotation-on.ts';
import { readSamples } from '../../../test/unit/articles.ts';
import { lexicon, weights } from '../../../test/unit/lexicon.ts';
import { createAnalyser } from '../../analysis/analysis.ts';
import { familyLookup, labelsOf } from '../../labels/project-labels.ts';
import { parseProject } from '../../labels/project.ts';
import type { Project } from '../../labels/project.ts';
import { makeAnchor, orphaned } from '../anchors.ts';
import { act } from '../actions/act.ts';
import type { ActionContext } from '../actions/action.ts';
import { NO_FACTS, NOTHING_ADDED } from '../annotation.ts';
import type { Annotation } from '../annotation.ts';
import { markLabel } from '../mark-identity.ts';
import { sortAnnotations } from '../order.ts';
import { createNameCounts } from '../project-names/name-counts.ts';
import { NO_NAMES } from '../project-names/names.ts';
import type { ProjectNames } from '../project-names/names.ts';
import { decisionsOf } from '../project-names/read-decisions.ts';
import { annotationProblems } from './problems.ts';
import type { AnnotationProblem } from './problem.ts';

const analyser = createAnalyser(lexicon, weights);
const projectOf = (content: string): Project => parseProject(content).project;
const PLAIN = projectOf('{}');

const problemsIn = (
  text: string,
  annotations: readonly Annotation[],
  project = PLAIN,
  names: ProjectNames = NO_NAMES,
): AnnotationProblem[] => {
  const { article, problems } = analyser.analyse(text);
  return annotationProblems({
    article,
    textProblems: problems,
    annotations: sortAnnotations(annotations),
    scheme: {
      familyOf: familyLookup(project),
      labels: labelsOf(project),
      attributes: project.attributes,
      relations: project.relations,
      overlap: project.labels.overlap,
    },
    names,
  });
};

/** What is told: code and words. */
const told = (text: string, problems: readonly AnnotationProblem[]): string[] =>
  problems.map(({ code, start, end }) => `${code} «${text.slice(start, end)}»`);

/** The annotations after the n-th fix of the first problem, done as a person would. */
function mended(
  text: string,
  annotations: readonly Annotation[],
  nth = 0,
  project = PLAIN,
): { readonly left: string[]; readonly words: string[] } {
  const [problem] = problemsIn(text, annotations, project);
  const action = problem?.fixes[nth]?.action;
  if (!action || action.kind === 'ask') throw new Error(`«${text}»: no fix number ${nth} that is an action`);
  const analysis = analyser.analyse(text);
  const context: ActionContext = {
    annotator: 'huda',
    now: '2026-01-02T03:04:05Z',
    newId: () => 'new',
    familyOf: familyLookup(project),
    scheme: {
      overlap: project.labels.overlap,
      attributes: project.attributes,
      relations: project.relations,
      articleAttributes: [],
    },
  };
  const outcome = act(
    action,
    { article: analysis.article, marks: [], annotations: sortAnnotations(annotations), facts: NO_FACTS },
    context,
  );
  if (!outcome.done) throw new Error(`«${text}»: the fix was refused: ${outcome.refusal.code}`);
  return {
    left: told(text, problemsIn(text, outcome.annotations, project)),
    words: outcome.annotations.map(({ label, anchor }) => `${label} «${anchor.exact}»`),
  };
}

/** An annotation whose edges stand exactly there, be it within a grapheme. */
const exactly = (text: string, words: string, label: string): Annotation => {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  const annotation = annotationOn(text, words, label);
  return { ...annotation, anchor: { ...makeAnchor(text, span), span, exact: words } };
};

describe('the edges of an annotation', () => {
  test.each<[text: string, words: string, label: string, problem: string | null, mended: string | null]>([
    ['وصل وفد موسكو أمس', 'موسكو', 'GPE', null, null],
    ['وصل إلى «موسكو» أمس', '«موسكو»', 'GPE', 'stray-edge', 'موسكو'],
    ['وصل إلى موسكو، وعاد', 'موسكو،', 'GPE', 'stray-edge', 'موسكو'],
    ['وصل إلى موسكو وعاد', ' موسكو ', 'GPE', 'stray-edge', 'موسكو'],
    ['وصل إلى \u200fموسكو وعاد', '\u200fموسكو', 'GPE', 'stray-edge', 'موسكو'],
    ['وصل إلى موسكو وعاد', 'موسك', 'GPE', 'half-word', 'موسكو'],
    ['زار القاهرة أمس', 'قاهرة', 'GPE', 'half-word', 'القاهرة'],
    ['قالت موسكو لبيروت', 'بيروت', 'GPE', null, null],
    ['وبموسكو أيضا', 'موسكو', 'GPE', null, null],
    ['عاد وزيرها أمس', 'وزير', 'OCC', null, null],
    ['حضر محمدٌ أمس', 'محمد', 'PER', 'half-word', 'محمدٌ'],
    ['بلغت 25% من المقاعد', '25%', 'PERCENT', null, null],
    ['قال: "سنعود غدا." ومضى', '"سنعود غدا."', 'direct', 'stray-edge', 'سنعود غدا.'],
    ['مشددة. إعلانويتناقض القرار', 'إعلان', 'ad', null, null],
    ['نص\n \u200f• خبر آخر\nنص', ' \u200f• خبر آخر', 'related', null, null],
  ])('«%s»: «%s» as %s', (text, words, label, problem, expected) => {
    const annotation = { ...exactly(text, words, label), unattributed: true };
    expect(told(text, problemsIn(text, [annotation]))).toEqual(problem ? [`${problem} «${words}»`] : []);
    if (expected) expect(mended(text, [annotation])).toEqual({ left: [], words: [`${label} «${expected}»`] });
  });

  it('nothing but a mark is removed', () => {
    const text = 'وصل، وعاد';
    expect(mended(text, [exactly(text, '،', 'GPE')])).toEqual({ left: [], words: [] });
  });

  it('are where the engine puts them, in the samples', () => {
    const wrong = readSamples().flatMap(({ name, text }) => {
      const { entities, quotations, boilerplate } = analyser.analyse(text);
      const annotations = [...entities, ...quotations, ...boilerplate].map((mark, i): Annotation => ({
        ...NOTHING_ADDED,
        id: String(i),
        family: mark.family,
        label: markLabel(mark),
        decision: 'accepted',
        anchor: makeAnchor(text, mark),
        speaker: null,
        cue: null,
        canonical: null,
        provenance: { annotator: 'huda', created: '', modified: '', source: mark.source },
      }));
      const edges = problemsIn(text, annotations).filter(
        ({ code }) => code === 'stray-edge' || code === 'half-word',
      );
      return told(text, edges).map((one) => `${name}: ${one}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('annotations that run into each other', () => {
  const text = 'افتتح معرض القاهرة الدولي للكتاب أبوابه';
  const whole = annotationOn(text, 'معرض القاهرة الدولي', 'EVENT');
  const within = annotationOn(text, 'القاهرة', 'GPE');
  const across = annotationOn(text, 'القاهرة الدولي للكتاب', 'ORG');
  const overlap = projectOf('{ "labels": { "overlap": true } }');

  it('entities may not, unless the project says so', () => {
    expect(told(text, problemsIn(text, [whole, within]))).toEqual(['overlap «القاهرة»']);
    expect(told(text, problemsIn(text, [whole, within], overlap))).toEqual([]);
  });

  it('nested ones may be meant, crossing ones are not', () => {
    expect(told(text, problemsIn(text, [whole, across], overlap))).toEqual([
      'crossing «القاهرة الدولي للكتاب»',
    ]);
    expect(problemsIn(text, [whole, across], overlap)[0]?.related).toEqual(whole.anchor.span);
  });

  it('one of them is removed', () => {
    expect(mended(text, [whole, within], 0)).toEqual({ left: [], words: ['EVENT «معرض القاهرة الدولي»'] });
    expect(mended(text, [whole, within], 1)).toEqual({ left: [], words: ['GPE «القاهرة»'] });
  });

  it('or both become one, where they say the same', () => {
    const other = { ...across, label: 'EVENT' };
    expect(mended(text, [whole, other], 0, overlap)).toEqual({
      left: [],
      words: ['EVENT «معرض القاهرة الدولي للكتاب»'],
    });
  });

  it('rejections and other families do not count', () => {
    expect(problemsIn(text, [whole, { ...within, decision: 'rejected' }])).toEqual([]);
    expect(problemsIn(text, [whole, annotationOn(text, 'الدولي للكتاب', 'term')])).toEqual([]);
  });
});

describe('a name under two labels', () => {
  const text = 'زار الوفد درواز، ثم عاد من درواز، وشكر درواز.';
  const mentions = [
    annotationOn(text, 'درواز', 'GPE'),
    annotationOn(text, 'درواز', 'GPE', {}, 2),
    annotationOn(text, 'درواز', 'ORG', {}, 3),
  ];

  it('is told where fewer say so, as something that may be meant', () => {
    const problems = problemsIn(text, mentions);
    expect(told(text, problems)).toEqual(['two-labels «درواز»']);
    expect(problems[0]).toMatchObject({
      start: text.lastIndexOf('درواز'),
      severity: 'information',
      related: mentions[0]?.anchor.span,
    });
    expect(problems[0]?.message.en).toBe(
      '«درواز» is “Organisation” here and “Country or city” elsewhere in this article.',
    );
  });

  it('gets the one or the other', () => {
    expect(mended(text, mentions, 0)).toEqual({ left: [], words: Array(3).fill('GPE «درواز»') });
    expect(mended(text, mentions, 1)).toEqual({ left: [], words: Array(3).fill('ORG «درواز»') });
  });

  it('goes by the full name, in whatever spelling', () => {
    const other = annotationOn(text, 'الوفد', 'ORG', { canonical: 'دَرواز' });
    const here = annotationOn(text, 'درواز', 'GPE', { canonical: 'درواز' });
    expect(told(text, problemsIn(text, [other, here]))).toEqual(['two-labels «درواز»']);
  });

  it('is told once where the project mostly says otherwise, and not where most is here', () => {
    const counts = createNameCounts();
    for (const file of ['a', 'b', 'c'])
      counts.put(file, decisionsOf([annotationOn('درواز', 'درواز', 'ORG')]), false);
    const gpe = mentions.slice(0, 2);
    counts.put('here', decisionsOf(gpe), false);
    const problems = problemsIn(text, gpe, PLAIN, counts.names());
    expect(told(text, problems)).toEqual(['two-labels «درواز»']);
    expect(problems[0]?.message.en).toContain('mostly “Organisation” in this project (3 times)');
    expect(problemsIn(text, mentions.slice(2), PLAIN, counts.names())).toEqual([]);
  });

  it('values may have several: "34" counts here and measures there', () => {
    const values = 'بعد 34 يوما كان الوزن 34';
    const two = [annotationOn(values, '34', 'CARDINAL'), annotationOn(values, '34', 'QUANTITY', {}, 2)];
    expect(problemsIn(values, two)).toEqual([]);
  });
});

describe('a quotation', () => {
  const text = 'قال سالم: "سنعود غدا" ثم مضى.';
  const quotation = annotationOn(text, 'سنعود غدا', 'direct');
  it('without speaker is told, until somebody is named, or nobody on purpose', () => {
    expect(told(text, problemsIn(text, [quotation]))).toEqual(['without-speaker «سنعود غدا»']);
    const start = text.indexOf('سالم');
    const speaker = makeAnchor(text, { start, end: start + 4 });
    expect(problemsIn(text, [{ ...quotation, speaker }])).toEqual([]);
    expect(mended(text, [quotation], 1)).toEqual({ left: [], words: ['direct «سنعود غدا»'] });
  });

  it('that is a mere term needs none', () => {
    expect(problemsIn(text, [annotationOn(text, 'سنعود غدا', 'term')])).toEqual([]);
  });
});

describe('the scheme', () => {
  const project = projectOf(`{
    "labels": { "add": [{ "id": "حدث", "family": "entity" }] },
    "attributes": [
      { "name": "role", "type": "choice", "values": ["home", "away"], "labels": ["GPE"], "required": true },
      { "name": "note-2", "type": "text" }
    ],
    "relations": [{ "name": "near", "from": ["GPE"], "to": ["GPE"] }]
  }`);
  const text = 'وصل إلى موسكو';
  const gpe = (more: Partial<Annotation>): Annotation => annotationOn(text, 'موسكو', 'GPE', more);

  test.each<[what: string, annotation: Annotation, problem: string, fix: number]>([
    ['a required attribute is missing', gpe({}), 'missing-attribute', 1],
    ['a value is none of the choices', gpe({ attributes: { role: 'nowhere' } }), 'against-scheme', 0],
    ['an attribute is unknown', gpe({ attributes: { role: 'home', x: '1' } }), 'against-scheme', 0],
    [
      'a relation leads nowhere',
      gpe({ attributes: { role: 'home' }, relations: [{ type: 'near', to: 'gone' }] }),
      'against-scheme',
      0,
    ],
    ['a label is unknown', annotationOn(text, 'موسكو', 'ZZZ'), 'against-scheme', 0],
  ])('%s', (_, annotation, problem, fix) => {
    expect(told(text, problemsIn(text, [annotation], project))).toEqual([`${problem} «موسكو»`]);
    expect(mended(text, [annotation], fix, project).left).toEqual([]);
  });

  it('asks for nothing that is there', () => {
    expect(problemsIn(text, [gpe({ attributes: { role: 'away', 'note-2': 'x' } })], project)).toEqual([]);
  });
});

describe('an orphan', () => {
  it('is told at the start, and dropped', () => {
    const text = 'وصل إلى موسكو';
    const lost = annotationOn('زار باريس', 'باريس', 'GPE');
    const orphan = { ...lost, anchor: orphaned(lost.anchor) };
    const problems = problemsIn(text, [orphan]);
    expect(problems).toMatchObject([{ code: 'orphan', start: 0, end: 0 }]);
    expect(problems[0]?.message.ar).toContain('«باريس» (دولة أو مدينة)');
    expect(mended(text, [orphan])).toEqual({ left: [], words: [] });
  });
});

it('never throws, and stays within the text, for any annotations', () => {
  fc.assert(
    fc.property(annotatedText, fc.boolean(), ([text, annotations], isRaw) => {
      const shifted = annotations.map((annotation) => {
        const { span } = annotation.anchor;
        if (!isRaw || !span) return annotation;
        const moved = { start: Math.max(0, span.start - 1), end: Math.max(0, span.end - 1) };
        return { ...annotation, anchor: { ...annotation.anchor, span: moved } };
      });
      for (const { start, end, message } of problemsIn(text, shifted)) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
        expect(message.en).not.toBe('');
        expect(message.ar).toMatch(/[\u0621-\u064a]/);
      }
    }),
    { numRuns: 150 },
  );
});
