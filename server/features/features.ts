import type { Feature } from '../server-context.ts';
import { acting } from './act.ts';
import { article } from './article.ts';
import { codeActions } from './code-actions.ts';
import { diagnostics } from './diagnostics.ts';
import { documentSymbols } from './document-symbols.ts';
import { adjudicating } from './adjudication.ts';
import { exporting } from './export.ts';
import { importing } from './import.ts';
import { folding } from './folding.ts';
import { history } from './history.ts';
import { hover } from './hover.ts';
import { overview } from './overview.ts';
import { changingProjects } from './project-change.ts';
import { definition, highlights, references } from './places.ts';
import { renameFiles } from './rename-files.ts';
import { saving } from './saving.ts';
import { scheme } from './scheme.ts';
import { selectionRanges } from './selection-ranges.ts';
import { statistics } from './statistics.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** What the server can do: adding a feature is one file and one line. */
export const FEATURES: readonly Feature[] = [
  acting,
  article,
  changingProjects,
  codeActions,
  definition,
  diagnostics,
  documentSymbols,
  exporting,
  adjudicating,
  importing,
  folding,
  highlights,
  history,
  hover,
  overview,
  references,
  renameFiles,
  saving,
  scheme,
  selectionRanges,
  statistics,
  workspaceSymbols,
];
