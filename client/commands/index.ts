import { acceptEverywhere } from './accept-everywhere.ts';
import { acceptParagraph } from './accept-paragraph.ts';
import { accept } from './accept.ts';
import { adjudicate } from './adjudicate.ts';
import type { Command } from './command.ts';
import { createSampleProject } from './create-sample-project.ts';
import { exportDataset } from './export.ts';
import { importDataset } from './import.ts';
import { acceptInProject, rejectInProject } from './in-project.ts';
import { menu } from './menu.ts';
import { merge, split } from './merge.ts';
import { nextArticle, previousArticle } from './next-article.ts';
import { openProject } from './open-project.ts';
import { orphans } from './orphans.ts';
import { placeOrphan } from './place-orphan.ts';
import { redo } from './redo.ts';
import { rejectAlways, rejectEverywhere } from './reject-everywhere.ts';
import { explain, foldBoilerplate, zoomIn, zoomOut, zoomReset } from './reader-view.ts';
import { read, readBeside } from './read.ts';
import { reject } from './reject.ts';
import { relabel } from './relabel.ts';
import { relate, unrelate } from './relate.ts';
import { remove } from './remove.ts';
import { renameLabel } from './rename-label.ts';
import { rename } from './rename.ts';
import { narrowEnd, narrowStart, widenEnd, widenStart } from './resize.ts';
import { saveAgain } from './save-again.ts';
import { setArticleAttribute, setAttribute } from './set-attribute.ts';
import { setNote } from './set-note.ts';
import { setSpeaker } from './set-speaker.ts';
import { finish, setStatus } from './set-status.ts';
import { dashboard } from './show-dashboard.ts';
import { showLabels } from './show-labels.ts';
import { showOutput } from './show-output.ts';
import { stepThrough } from './step-through.ts';
import { next, previous } from './step.ts';
import { tagAs } from './tag-as.ts';
import { tagEverywhere, tagInProject } from './tag-everywhere.ts';
import { tagWithKey } from './tag-with-key.ts';
import { tag } from './tag.ts';
import { toggleBoilerplate, toggleEntities, toggleQuotations, toggleRejected } from './toggle.ts';
import { undo } from './undo.ts';

/** Every command, in the order in which the README shows them. */
export const COMMANDS: readonly Command[] = [
  next,
  previous,
  stepThrough,
  accept,
  acceptParagraph,
  acceptEverywhere,
  acceptInProject,
  reject,
  rejectEverywhere,
  rejectInProject,
  rejectAlways,
  tag,
  tagEverywhere,
  tagInProject,
  relabel,
  rename,
  renameLabel,
  remove,
  widenStart,
  widenEnd,
  narrowStart,
  narrowEnd,
  merge,
  split,
  setSpeaker,
  relate,
  unrelate,
  setAttribute,
  setNote,
  undo,
  redo,
  placeOrphan,
  orphans,
  saveAgain,
  finish,
  setStatus,
  setArticleAttribute,
  nextArticle,
  previousArticle,
  toggleEntities,
  toggleQuotations,
  toggleBoilerplate,
  toggleRejected,
  showLabels,
  read,
  readBeside,
  explain,
  foldBoilerplate,
  zoomIn,
  zoomOut,
  zoomReset,
  exportDataset,
  importDataset,
  dashboard,
  adjudicate,
  openProject,
  createSampleProject,
  menu(() => COMMANDS),
  showOutput,
  ...tagAs,
  tagWithKey,
];
