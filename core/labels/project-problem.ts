import type { Node } from 'jsonc-parser';
import type { Span } from '../text/span.ts';
import type { Bilingual } from './problems.ts';

/** Something wrong in a project file. Offsets are UTF-16 code units of the file's content. */
export interface ProjectProblem extends Span {
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
}

/** A problem at a node of the file. */
export const problemAt = (
  node: Node,
  severity: ProjectProblem['severity'],
  en: string,
  ar: string,
): ProjectProblem => ({ start: node.offset, end: node.offset + node.length, severity, message: { en, ar } });
