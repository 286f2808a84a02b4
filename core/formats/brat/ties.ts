import type { ReadProblem } from '../format.ts';
import { isRelationType } from '../graph.ts';
import type { ReadNode, ReadRelation } from '../graph.ts';
import { passedOver } from '../passed-over.ts';
import { isFields, parseJson, readDetails } from '../span-details.ts';
import type { AnnotationLine } from './lines.ts';
import { labelOfBrat } from './names.ts';

/** Takes attributes, comments and references into the nodes; relations and the arguments of events are returned. */
export function readTies(
  lines: readonly AnnotationLine[],
  nodes: Map<string, ReadNode<string>>,
  problems: ReadProblem[],
): ReadRelation<string>[] {
  const relations: ReadRelation<string>[] = [];
  const triggers = new Map(
    lines.flatMap((line) => (line.kind === 'event' ? [[line.id, line.trigger] as const] : [])),
  );
  const target = (id: string): string => triggers.get(id) ?? id;
  const add = (id: string, details: Partial<ReadNode<string>>): boolean => {
    const node = nodes.get(target(id));
    if (node) nodes.set(node.key, { ...node, ...details });
    return node !== undefined;
  };
  const unknown = passedOver();
  const passOver = (line: AnnotationLine, what: string): void => unknown.add(line.path, line.line, what);
  for (const line of lines)
    switch (line.kind) {
      case 'relation':
        relations.push({
          type: isRelationType(line.type) ? line.type : labelOfBrat(line.type),
          from: target(line.from),
          to: target(line.to),
        });
        break;
      case 'event':
        for (const [role, id] of line.roles) {
          const type = withoutNumber(role);
          if (isRelationType(type)) relations.push({ type, from: line.trigger, to: target(id) });
          else passOver(line, `argument "${type}" of an event`);
        }
        break;
      case 'attribute':
        if (line.name === 'Silver' && line.value === null)
          add(line.target, { silver: true, annotator: null });
        else if (line.name === 'Annotator' && line.value !== null)
          add(line.target, { silver: false, annotator: labelOfBrat(line.value) });
        else passOver(line, `attribute "${line.name}"`);
        break;
      case 'comment': {
        const json = line.type === 'Details' ? parseJson(line.text) : { error: '' };
        if ('data' in json && isFields(json.data)) add(line.target, readDetails(json.data));
        else passOver(line, `note "${line.type}"`);
        break;
      }
      case 'reference':
        if (line.text !== '') add(line.target, { canonical: line.text });
        break;
      case 'equivalence':
        passOver(line, `equivalence "${line.type}"`);
        break;
      case 'text':
    }
  problems.push(...unknown.problems());
  return relations;
}

/** A role without the number that tells it from others of its kind: "Theme2" is "Theme". */
function withoutNumber(role: string): string {
  let end = role.length;
  while (end > 1 && /\d/.test(role.charAt(end - 1))) end--;
  return role.slice(0, end);
}
