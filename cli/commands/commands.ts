import { analyze } from './analyze.ts';
import { check } from './check.ts';
import type { AddCommand } from './command.ts';
import { exportDataset } from './export.ts';

/** Every command: adding one is one file and one line here. */
export const COMMANDS: readonly AddCommand[] = [analyze, exportDataset, check];
