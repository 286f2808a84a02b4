import { describe, expect, test } from 'vitest';
import { familyLookup } from '../labels/project-labels.ts';
import { parseProject } from '../labels/project.ts';
import { NOTHING_ADDED } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { wordsOfFault } from './scheme-fault-words.ts';
import { factFaults, schemeFaults, severityOfFault } from './scheme-rules.ts';

const { project, problems } = parseProject(`{
  "labels": { "default": false, "add": [{ "id": "حكم" }, { "id": "محكمة" }, { "id": "منطوق", "family": "quotation" }] },
  "attributes": [
    { "name": "النتيجة", "type": "choice", "values": ["تأييد", "نقض"], "labels": ["حكم"], "required": true },
    { "name": "wikidata", "type": "link", "labels": ["entity"] },
    { "name": "قراءة", "type": "text" },
  ],
  "relations": [{ "name": "صادر-عن", "from": ["حكم", "quotation"], "to": ["محكمة"] }],
  "article": { "attributes": [{ "name": "الموضوع", "type": "choice", "values": ["مدني", "جنائي"], "required": true }] },
}`);
const rules = {
  familyOf: familyLookup(project),
  attributes: project.attributes,
  relations: project.relations,
};

const annotation = (id: string, label: string, more: Partial<Annotation> = {}): Annotation => ({
  ...NOTHING_ADDED,
  id,
  family: 'entity',
  label,
  decision: 'accepted',
  anchor: { span: { start: 0, end: 4 }, exact: 'نقضت', prefix: '', suffix: '' },
  speaker: null,
  cue: null,
  canonical: null,
  provenance: { annotator: 'هدى', created: '', modified: '', source: 'hand' },
  ...more,
});

const OTHERS = [
  annotation('court', 'محكمة'),
  annotation('ruling', 'حكم'),
  annotation('no', 'محكمة', { decision: 'rejected' }),
];
const faultsOf = (one: Annotation) =>
  schemeFaults(one, (id) => [...OTHERS, one].find((other) => other.id === id), rules);

const RULED = { attributes: { النتيجة: 'نقض' } };
const tied = (type: string, to: string): Partial<Annotation> => ({ ...RULED, relations: [{ type, to }] });

const cases: readonly [what: string, annotation: Annotation, codes: readonly string[]][] = [
  ['a label of the scheme', annotation('x', 'محكمة'), []],
  ['a label of the default scheme, which is left out', annotation('x', 'PER'), ['unknown-label']],
  ['a label of another family', annotation('x', 'منطوق'), ['unknown-label']],
  [
    'all that is required',
    annotation('x', 'حكم', { attributes: { النتيجة: 'نقض', wikidata: 'Q42', قراءة: 'نقض الحكم' } }),
    [],
  ],
  ['nothing of what is required', annotation('x', 'حكم'), ['missing-attribute']],
  ['a rejection, of which nothing is required', annotation('x', 'حكم', { decision: 'rejected' }), []],
  [
    'a value that is not to be chosen',
    annotation('x', 'حكم', { attributes: { النتيجة: 'رفض' } }),
    ['wrong-value'],
  ],
  [
    'a link that is no id',
    annotation('x', 'محكمة', { attributes: { wikidata: 'محكمة النقض' } }),
    ['wrong-value'],
  ],
  ['a text of blanks', annotation('x', 'محكمة', { attributes: { قراءة: '  ' } }), ['wrong-value']],
  ['an attribute of nobody', annotation('x', 'محكمة', { attributes: { size: '1' } }), ['unknown-attribute']],
  [
    'the name of a method of objects',
    annotation('x', 'محكمة', { attributes: { constructor: '1' } }),
    ['unknown-attribute'],
  ],
  [
    'an attribute of other labels',
    annotation('x', 'محكمة', { attributes: { النتيجة: 'نقض' } }),
    ['attribute-of-others'],
  ],
  [
    'an attribute of another family',
    annotation('x', 'منطوق', { family: 'quotation', attributes: { wikidata: 'Q42' } }),
    ['attribute-of-others'],
  ],
  ['a relation', annotation('x', 'حكم', tied('صادر-عن', 'court')), []],
  [
    'a relation from a family',
    annotation('x', 'منطوق', { ...tied('صادر-عن', 'court'), family: 'quotation', attributes: {} }),
    [],
  ],
  ['a relation of nobody', annotation('x', 'حكم', tied('by', 'court')), ['unknown-relation']],
  ['a relation to nothing', annotation('x', 'حكم', tied('صادر-عن', 'gone')), ['lost-relation']],
  ['a relation to a rejection', annotation('x', 'حكم', tied('صادر-عن', 'no')), ['lost-relation']],
  ['a relation to itself', annotation('x', 'حكم', tied('صادر-عن', 'x')), ['self-relation']],
  ['a relation to a wrong label', annotation('x', 'حكم', tied('صادر-عن', 'ruling')), ['relation-to']],
  [
    'a relation from and to wrong labels',
    annotation('x', 'محكمة', { relations: [{ type: 'صادر-عن', to: 'ruling' }] }),
    ['relation-from', 'relation-to'],
  ],
];

describe('schemeFaults', () => {
  test('is asked by a sound scheme', () => expect(problems).toEqual([]));

  test.each(cases)('%s', (_, one, codes) => {
    const faults = faultsOf(one);
    expect(faults.map(({ code }) => code)).toEqual(codes);
    for (const fault of faults) {
      expect(severityOfFault(fault)).toBe(fault.code === 'missing-attribute' ? 'warning' : 'error');
      const { en, ar } = wordsOfFault(fault);
      expect(en).toMatch(/^[^{}[\]]+\.$/);
      expect(ar).toMatch(/[\u0621-\u064a]/);
      expect(ar.endsWith('.')).toBe(true);
      if ('name' in fault) expect([en, ar].every((words) => words.includes(fault.name))).toBe(true);
      if ('relation' in fault)
        expect([en, ar].every((words) => words.includes(fault.relation.type))).toBe(true);
    }
  });
});

describe('factFaults', () => {
  const attributes = project.article.attributes;
  const of = (values: Readonly<Record<string, string>>, finished: boolean) =>
    factFaults({ status: null, attributes: values }, attributes, finished).map(({ code }) => code);

  test.each<[values: Readonly<Record<string, string>>, finished: boolean, codes: readonly string[]]>([
    [{ الموضوع: 'مدني' }, true, []],
    [{}, false, []],
    [{}, true, ['missing-attribute']],
    [{ الموضوع: 'رياضي' }, false, ['wrong-value']],
    [{ topic: 'مدني', الموضوع: 'مدني' }, true, ['unknown-attribute']],
  ])('%j, finished %j → %j', (values, finished, codes) => expect(of(values, finished)).toEqual(codes));
});
