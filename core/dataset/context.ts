import { labelsOf } from '../labels/project-labels.ts';
import type { Bilingual } from '../labels/problems.ts';
import type { MarkFamily } from '../labels/marks.ts';
import type { Project } from '../labels/project.ts';
import type { Layer } from './document.ts';

/** The layer that each family of marks and annotations goes into. */
export const LAYER_OF: Readonly<Record<MarkFamily, Layer>> = {
  entity: 'entities',
  quotation: 'quotations',
  boilerplate: 'boilerplate',
};

/** A label that spans of a dataset may have. */
export interface DatasetLabel {
  readonly layer: Layer;
  readonly label: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** #rrggbb, legible on a light ground. */
  readonly colour: string;
}

/** What is said of a dataset as a whole, beside its documents. */
export interface DatasetContext {
  /** What people call it. */
  readonly name: string;
  /** The program that wrote it, with its version. */
  readonly tool: string;
  /** The labels of the project's scheme, in its order. */
  readonly labels: readonly DatasetLabel[];
  /** The layer of a label, for formats that write labels alone. Labels that the scheme lacks are entities. */
  readonly layerOf: (label: string) => Layer;
}

/** The context of datasets of a project. */
export function datasetContext(project: Project, name: string, tool: string): DatasetContext {
  const labels = labelsOf(project).map(({ family, id, title, description, colour }) => ({
    layer: LAYER_OF[family],
    label: id,
    title,
    description,
    colour: colour.light,
  }));
  const layers = new Map(labels.map(({ label, layer }) => [label, layer]));
  return { name, tool, labels, layerOf: (label) => layers.get(label) ?? 'entities' };
}
