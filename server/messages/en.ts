import type { StoreProblem } from '../../core/annotations/store.ts';
import { plainPath, quote } from '../quoting.ts';
import type { Messages } from './messages.ts';

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
      return `line ${line} cannot be read and is kept as it stands (${detail})`;
    case 'git-conflict':
      return `line ${line} begins an unresolved git conflict; both sides are read, the later version of each annotation counts, and the next change writes it so`;
    case 'duplicate-id':
      return 'two different annotations have one id; the later one counts';
  }
}

/** What the server says in English. */
export const ENGLISH: Messages = {
  language: 'en',
  name: 'Name',
  value: 'Value',
  mentions: (count, firstLine) => `${count} mentions in this article, the first on line ${firstLine}`,
  onlyMention: 'The only mention in this article',
  speaker: 'Speaker',
  noSpeaker: 'none found',
  unknownSpeaker: 'Speaker unknown',
  cue: 'Cue',
  lines: (count) => (count === 1 ? '1 line' : `${count} lines`),
  line: (number) => `line ${number}`,
  recurrence: (files) => `its recurrence: it recurs in ${files} files of this folder`,
  suggestedBy: (source, percent) => `Suggested by ${source}, ${percent} % sure`,
  weak: (right) => `Weak suggestion: about ${right} of 10 like it are right`,
  acceptedBy: (annotator, when, source) => `Annotated by ${annotator} on ${when}; source: ${source}`,
  rejectedBy: (annotator, when, source) => `Rejected by ${annotator} on ${when}; source: ${source}`,
  firstMention: 'First mention',
  partner: 'Belongs to this',
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
  undone: 'Undone.',
  changed: (count) => (count === 1 ? '1 annotation.' : `${count} annotations.`),
  refusal(refusal) {
    switch (refusal.code) {
      case 'unknown-item':
        return 'This mark is no longer there.';
      case 'unknown-label':
        return `The project has no label “${refusal.label}”. Its labels are in hashiya.json.`;
      case 'nothing-here':
        return 'There is no word here to tag.';
      case 'across-lines':
        return 'An entity or a speaker lies within one line. Select less.';
      case 'overlap':
        return `This would overlap ${quote(refusal.text)} (${refusal.label}). Remove that annotation first.`;
      case 'line-edge':
        return 'There is no further word in this line.';
      case 'nothing-left':
        return 'One word cannot get narrower. To take the annotation away, remove it.';
      case 'not-a-quotation':
        return `Only quotations have speakers; this is ${refusal.label}.`;
      case 'orphan':
        return `The words ${quote(refusal.exact)} are no longer in the article. Bring them back, or remove the annotation.`;
      case 'no-change':
        return 'Nothing to change: it is so already.';
    }
  },
  trouble(trouble) {
    switch (trouble.code) {
      case 'unsaved-article':
        return 'Save the article first: its annotations lie beside it.';
      case 'unreadable':
        return `Nothing was changed, for the annotations could not be read: ${trouble.reason}. Make ${plainPath(trouble.file)} readable and try again.`;
      case 'unwritable':
        return `Annotations not saved: ${trouble.reason}. They are kept in memory: make ${plainPath(trouble.file)} writable, then the next action or saving the article writes them.`;
      case 'newer-schema':
        return `${plainPath(trouble.file)} was written by a newer version of Hashiya. Update the extension to change it.`;
      case 'damaged-lines':
        return `${plainPath(trouble.file)}: ${storedInWords(trouble.problems)}`;
    }
  },
  failed: (reason) => `That did not work: ${reason}`,
};
