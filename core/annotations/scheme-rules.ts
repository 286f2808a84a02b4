/** What the project's scheme says of annotations: which attributes, values and relations they may and must have. */
import type { MarkFamily } from '../labels/marks.ts';
import { isFor, takesValue } from '../labels/scheme-parts.ts';
import type { SchemeAttribute, SchemeRelation } from '../labels/scheme-parts.ts';
import type { Annotation, ArticleFacts, Relation } from './annotation.ts';

/** The parts of a scheme that annotations are held against. */
export interface SchemeRules {
  /** The family of each label, null for labels that the scheme does not have. */
  readonly familyOf: (label: string) => MarkFamily | null;
  readonly attributes: readonly SchemeAttribute[];
  readonly relations: readonly SchemeRelation[];
}

/** What is wrong with the value of one attribute, or with its being there. */
export type AttributeFault = { readonly name: string } & (
  | { readonly code: 'unknown-attribute'; readonly value: string }
  /** The attribute is not for annotations with this label. */
  | { readonly code: 'attribute-of-others'; readonly value: string; readonly attribute: SchemeAttribute }
  | { readonly code: 'wrong-value'; readonly value: string; readonly attribute: SchemeAttribute }
  | { readonly code: 'missing-attribute'; readonly attribute: SchemeAttribute }
);

/**
 * What is wrong with a relation of an annotation. `label` is that of the annotation which it may not go out from or lead
 * to, `labels` are those (and families) that it may.
 */
export type RelationFault = { readonly relation: Relation } & (
  | { readonly code: 'unknown-relation' }
  /** No annotation has the id, or one that was rejected. */
  | { readonly code: 'lost-relation' }
  | { readonly code: 'self-relation' }
  | {
      readonly code: 'relation-from' | 'relation-to';
      readonly label: string;
      readonly labels: readonly string[];
    }
);

/** What is wrong with an annotation by its project's scheme. */
export type SchemeFault = { readonly code: 'unknown-label' } | AttributeFault | RelationFault;

/** What is missing is a warning, since it may come yet; everything else is an error. */
export const severityOfFault = ({ code }: SchemeFault): 'error' | 'warning' =>
  code === 'missing-attribute' ? 'warning' : 'error';

/**
 * What is wrong with one annotation by the scheme, in the order label, attributes, relations. A rejected one says nothing
 * but its label, so that nothing else is asked of it; neither is of one whose label the scheme lacks.
 * @param byId the annotation of the same article and annotator with an id
 */
export function schemeFaults(
  annotation: Annotation,
  byId: (id: string) => Annotation | undefined,
  { familyOf, attributes, relations }: SchemeRules,
): SchemeFault[] {
  if (familyOf(annotation.label) !== annotation.family) return [{ code: 'unknown-label' }];
  if (annotation.decision === 'rejected') return [];
  const label = { family: annotation.family, id: annotation.label };
  return [
    ...attributeFaults(
      annotation.attributes,
      attributes,
      (attribute) => isFor(attribute.labels, label),
      true,
    ),
    ...annotation.relations.flatMap((relation) => relationFault(annotation, relation, byId, relations)),
  ];
}

/**
 * What is wrong with what is said of an article as a whole.
 * @param attributes those of articles
 * @param finished whether the annotator is done with it: what is required may come until then
 */
export const factFaults = (
  facts: ArticleFacts,
  attributes: readonly SchemeAttribute[],
  finished: boolean,
): AttributeFault[] => attributeFaults(facts.attributes, attributes, () => true, finished);

function attributeFaults(
  values: Readonly<Record<string, string>>,
  attributes: readonly SchemeAttribute[],
  belongs: (attribute: SchemeAttribute) => boolean,
  complete: boolean,
): AttributeFault[] {
  const faults = Object.entries(values).flatMap(([name, value]): AttributeFault[] => {
    const attribute = attributes.find((one) => one.name === name);
    if (!attribute) return [{ code: 'unknown-attribute', name, value }];
    if (!belongs(attribute)) return [{ code: 'attribute-of-others', name, value, attribute }];
    return takesValue(attribute, value) ? [] : [{ code: 'wrong-value', name, value, attribute }];
  });
  const missing = attributes.filter(
    (attribute) =>
      complete && attribute.required && belongs(attribute) && !Object.hasOwn(values, attribute.name),
  );
  return [
    ...faults,
    ...missing.map((attribute): AttributeFault => ({
      code: 'missing-attribute',
      name: attribute.name,
      attribute,
    })),
  ];
}

function relationFault(
  annotation: Annotation,
  relation: Relation,
  byId: (id: string) => Annotation | undefined,
  relations: readonly SchemeRelation[],
): RelationFault[] {
  const known = relations.find(({ name }) => name === relation.type);
  if (!known) return [{ code: 'unknown-relation', relation }];
  if (relation.to === annotation.id) return [{ code: 'self-relation', relation }];
  const other = byId(relation.to);
  if (other?.decision !== 'accepted') return [{ code: 'lost-relation', relation }];
  const allowed = (list: readonly string[], { family, label }: Annotation) =>
    isFor(list, { family, id: label });
  const { from, to } = known;
  const faults: RelationFault[] = [];
  if (!allowed(from, annotation))
    faults.push({ code: 'relation-from', relation, label: annotation.label, labels: from });
  if (!allowed(to, other)) faults.push({ code: 'relation-to', relation, label: other.label, labels: to });
  return faults;
}
