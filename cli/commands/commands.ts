import { agree } from './agree.ts';
import { analyze } from './analyze.ts';
import { check } from './check.ts';
import type { AddCommand } from './command.ts';
import { duplicates } from './duplicates.ts';
import { exportDataset } from './export.ts';
import { importDataset } from './import.ts';
import { stats } from './stats.ts';
import { status } from './status.ts';

/** Every command: adding one is one file and one line here. */
export const COMMANDS: readonly AddCommand[] = [
  analyze,
  exportDataset,
  importDataset,
  check,
  agree,
  stats,
  duplicates,
  status,
];
