import type { StoreProblem } from '../../core/annotations/store.ts';
import { plainPath, quote } from '../quoting.ts';
import type { Messages } from './messages.ts';
import { refusalInEnglish } from './refusal-words.ts';

/** What is wrong with an annotation file; of many things the first three. */
const storedInWords = (problems: readonly StoreProblem[]): string =>
  problems.slice(0, 3).map(inWords).join('; ') + (problems.length > 3 ? '; …' : '');

function inWords({ code, line, detail }: StoreProblem): string {
  switch (code) {
    case 'no-header':
      return 'it has no header line; the annotations that can be read are used';
    case 'newer-schema':
      return 'it was written by a newer version of Hashiya';
    case 'unreadable-line':
      return `line ${line} cannot be read (${detail})`;
    case 'git-conflict':
      return `line ${line} begins an unresolved git conflict; both sides are read, the later version of each annotation counts, and the next change writes it so`;
    case 'duplicate-id':
      return 'two different annotations have one id; the later one counts';
  }
}

const hasUnreadable = (problems: readonly StoreProblem[]): boolean =>
  problems.some(({ code }) => code === 'unreadable-line');

/** What the server says in English. */
export const ENGLISH: Messages = {
  language: 'en',
  name: 'Name',
  value: 'Value',
  mentions: (count, firstLine) => `${count} mentions in this article, the first on line ${firstLine}`,
  onlyMention: 'The only mention in this article',
  speaker: 'Speaker',
  noSpeaker: 'none found',
  unattributed: 'the article names none',
  unknownSpeaker: 'Speaker unknown',
  cue: 'Cue',
  note: 'Note',
  sameEntity: 'Same entity as',
  relationFrom: (title) => `${title}, from`,
  rejectedAlways: 'These words are rejected with this label in every article of the project',
  lines: (count) => (count === 1 ? '1 line' : `${count} lines`),
  line: (number) => `line ${number}`,
  recurrence: (files) => `its recurrence: it recurs in ${files} files of this folder`,
  imported: (format) => `an imported dataset (${format})`,
  suggestedBy: (source, percent) => `Suggested by ${source}${percent === null ? '' : `, ${percent} % sure`}`,
  weak: (right) => `Weak suggestion: about ${right} of 10 like it are right`,
  acceptedBy: (annotator, when, source) => `Annotated by ${annotator} on ${when}; source: ${source}`,
  rejectedBy: (annotator, when, source) => `Rejected by ${annotator} on ${when}; source: ${source}`,
  firstMention: 'First mention',
  partner: 'Belongs to this',
  otherAnnotation: 'The other one',
  tidyAll: 'Trim the edges of all annotations',
  accept: (label, words) => `Accept: ${label} ${words}`,
  acceptLines: (label, count) => `Accept: ${label} (${count === 1 ? '1 line' : `${count} lines`})`,
  reject: (label) => `Reject: no ${label}`,
  acceptEverywhere: (name) => `Accept every mention of ${name}`,
  relabel: (label) => `Change the label to ${label}`,
  remove: (label, rejected) =>
    rejected ? `Take back the rejection: ${label}` : `Remove the annotation: ${label}`,
  outdated: 'The article has changed in the meantime. Try again.',
  notOpen: 'This article is not open.',
  notReady: 'The article is still being analysed. Try again in a moment.',
  nothingToUndo: 'There is no action to undo in this article.',
  noFormat: (id) => `There is no dataset format “${id}”.`,
  nothingToExport: (annotator) =>
    `There is nothing to export: no article of this folder has annotations by ${quote(annotator)}. Annotate one, export marks too, or say in the setting hashiya.annotator whose annotations you mean.`,
  unreadArticle: (path, reason) =>
    `${path}: could not be read and was left out: ${reason ?? 'it is not in UTF-8. Reopen it with its encoding and save it with UTF-8, or export on the command line with --encoding'}`,
  untoldSilver: (count) =>
    `The format cannot tell suggestions from decisions: nobody has decided on ${count} of the annotations.`,
  damagedFile: (path, problems) => `${path}: ${storedInWords(problems)}`,
  omittedLayer: (layer, count) => `The format has no ${layer}: ${count} left out.`,
  omittedDetail: (detail, count) => `The format cannot hold the ${detail} of a span: ${count} left out.`,
  datasetInProject: (path) =>
    `Nothing was written: ${path} would be a part of the project itself. Choose another folder, or exclude it in hashiya.json ("exclude": ["dataset/**"]).`,
  movedArticle: (file, from, to) => `${file}: with its near-duplicates to ${to}, not to ${from}.`,
  relatedAcross: (a, b) => `${a} and ${b} report the same statement, in two splits.`,
  nothingToImport: (format) => `Nothing in it can be read as ${format}.`,
  notMended: (path) =>
    `${path}: nothing was imported into it, for some of its lines cannot be read. Mend them first.`,
  disputeGone: 'The annotations have changed meanwhile; look again, then decide.',
  undone: 'Undone.',
  placesGone: (path, count) =>
    `${path}: ${count === 1 ? 'one place has' : `${count} places have`} changed meanwhile, and nothing was done there. Look for it again.`,
  stopped: (articlesLeft) =>
    `Stopped: ${articlesLeft === 1 ? 'one article was' : `${articlesLeft} articles were`} left as they are. Undo takes back what was done in the others.`,
  nothingToRedo: 'There is no undone action to do again in this article.',
  redone: 'Done again.',
  changed: (count) => `Changed: ${count === 1 ? '1 annotation' : `${count} annotations`}.`,
  refusal: refusalInEnglish,
  trouble(trouble) {
    switch (trouble.code) {
      case 'unsaved-article':
        return 'Save the article first: its annotations lie beside it.';
      case 'unreadable':
        return `Nothing was changed, for the annotations could not be read: ${trouble.reason}. Make ${plainPath(trouble.file)} readable and try again.`;
      case 'unwritable':
        return `Annotations not saved: ${trouble.reason}. They are kept in memory: make ${plainPath(trouble.file)} writable, then the next action or saving the article writes them.`;
      case 'conflict':
        return `${plainPath(trouble.file)}: another program changed ${trouble.count === 1 ? 'an annotation' : `${trouble.count} annotations`} at the same time. The later version counts; the other one is in the article’s history, and undo brings it back.`;
      case 'unwritable-history':
        return `The annotations are saved, but not what was done to them: ${trouble.reason}. Make ${plainPath(trouble.file)} writable; until then it is kept in memory.`;
      case 'newer-schema':
        return `${plainPath(trouble.file)} was written by a newer version of Hashiya. Update the extension to change it.`;
      case 'damaged-lines':
        return `${plainPath(trouble.file)}: ${storedInWords(trouble.problems)}${
          hasUnreadable(trouble.problems)
            ? '. What can be read is used; before the file is written anew, it is kept as it is under the ending .broken'
            : ''
        }`;
      case 'kept-aside':
        return `${plainPath(trouble.file)} had lines that cannot be read, and was written anew without them. As it was, it lies in ${plainPath(trouble.aside)}.`;
    }
  },
  failed: (reason) => `That did not work: ${reason}`,
};
