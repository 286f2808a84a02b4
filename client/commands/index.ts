import { acceptEverywhere } from './accept-everywhere.ts';
import { accept } from './accept.ts';
import type { Command } from './command.ts';
import { exportDataset } from './export.ts';
import { menu } from './menu.ts';
import { orphans } from './orphans.ts';
import { openProject } from './open-project.ts';
import { reject } from './reject.ts';
import { relabel } from './relabel.ts';
import { remove } from './remove.ts';
import { narrowEnd, narrowStart, widenEnd, widenStart } from './resize.ts';
import { saveAgain } from './save-again.ts';
import { setSpeaker } from './set-speaker.ts';
import { showOutput } from './show-output.ts';
import { next, previous } from './step.ts';
import { tagAs } from './tag-as.ts';
import { tagWithKey } from './tag-with-key.ts';
import { tag } from './tag.ts';
import { toggleBoilerplate, toggleEntities, toggleQuotations, toggleRejected } from './toggle.ts';
import { undo } from './undo.ts';

/** Every command, in the order in which the README shows them. */
export const COMMANDS: readonly Command[] = [
  next,
  previous,
  accept,
  acceptEverywhere,
  reject,
  tag,
  relabel,
  remove,
  widenStart,
  widenEnd,
  narrowStart,
  narrowEnd,
  setSpeaker,
  undo,
  orphans,
  saveAgain,
  toggleEntities,
  toggleQuotations,
  toggleBoilerplate,
  toggleRejected,
  exportDataset,
  openProject,
  menu(() => COMMANDS),
  showOutput,
  ...tagAs,
  tagWithKey,
];
