import type { Annotation } from '../annotation.ts';
import { wordsOfFault } from '../scheme-fault-words.ts';
import { schemeFaults } from '../scheme-rules.ts';
import type { SchemeFault } from '../scheme-rules.ts';
import type { AnnotationFix, ProblemRule } from './problem.ts';

/** What annotations have, or lack, by the project's scheme. */
export const againstScheme: ProblemRule = ({ annotations, scheme }) => {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return annotations.flatMap((annotation) => {
    const { id, anchor, label } = annotation;
    const { span } = anchor;
    // An orphan is told of as such; what else is wrong with it can wait until it has a place.
    if (!span) return [];
    return schemeFaults(annotation, (other) => byId.get(other), scheme).map((fault) => {
      const words = wordsOfFault(fault);
      return {
        code: fault.code === 'missing-attribute' ? 'missing-attribute' : 'against-scheme',
        severity: 'warning',
        start: span.start,
        end: span.end,
        ids: [id],
        related: null,
        message: { en: `${label}: ${words.en}`, ar: `${label}: ${words.ar}` },
        fixes: fixesOf(fault, annotation),
      };
    });
  });
};

/** As many values of a choice are offered at the light bulb; more are picked from a list. */
const MOST_VALUES = 6;

function fixesOf(fault: SchemeFault, { id }: Annotation): AnnotationFix[] {
  const set = (name: string, value: string): AnnotationFix => ({
    title: { en: `Set ${name}: ${value}`, ar: `تعيين ${name}: ${value}` },
    action: { kind: 'setAttribute', ids: [id], name, value },
  });
  const take = (name: string): AnnotationFix => ({
    title: { en: `Take the attribute away: ${name}`, ar: `إزالة السمة: ${name}` },
    action: { kind: 'setAttribute', ids: [id], name, value: null },
  });
  const ask: AnnotationFix = {
    title: { en: 'Set the attribute…', ar: 'تعيين السمة…' },
    action: { kind: 'ask', for: 'attribute' },
  };
  switch (fault.code) {
    case 'unknown-label':
      return [
        {
          title: { en: 'Remove the annotation', ar: 'إزالة الوسم' },
          action: { kind: 'remove', ids: [id] },
        },
      ];
    case 'unknown-attribute':
    case 'attribute-of-others':
      return [take(fault.name)];
    case 'wrong-value':
    case 'missing-attribute': {
      const { name, values } = fault.attribute;
      const choices =
        values.length > 0 && values.length <= MOST_VALUES ? values.map((value) => set(name, value)) : [ask];
      return fault.code === 'missing-attribute' ? choices : [...choices, take(name)];
    }
    default: {
      const { type, to } = fault.relation;
      return [
        {
          title: { en: `Remove the relation: ${type}`, ar: `إزالة العلاقة: ${type}` },
          action: { kind: 'unrelate', from: id, type, to },
        },
      ];
    }
  }
}
