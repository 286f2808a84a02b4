import { wordsOfFault } from '../core/annotations/scheme-fault-words.ts';
import type { StoreProblem } from '../core/annotations/store.ts';
import type { Finding, Place } from '../core/dataset/finding.ts';
import { describeDisagreement, quoted } from './describe-disagreement.ts';
import type { Message } from './message.ts';

/** A finding in words, at its file in the project and its line, if it has one. */
export const describeFinding = (finding: Finding): Message => ({
  file: finding.file,
  line: lineOf(finding),
  column: 0,
  severity: finding.severity,
  code: finding.code,
  text: words(finding),
});

function lineOf(finding: Finding): number {
  if ('place' in finding) return finding.place.line;
  if (finding.code === 'disagreement') return finding.disagreement.line;
  return finding.code === 'stored' ? finding.problem.line : 0;
}

function words(finding: Finding): string {
  switch (finding.code) {
    case 'stored':
      return storedWords(finding.problem);
    case 'no-article':
      return `there is no article ${finding.article}; was it moved or renamed?`;
    case 'text-changed':
      return 'the article has changed since; its annotations were found again, and are written anew at the next change';
    case 'unlisted-annotator':
      return `"${finding.annotator}" is not among the "annotators" of hashiya.json`;
    case 'other-annotator':
      return `${quote(finding.place)} is by "${finding.place.annotator}", but lies in the folder of "${finding.folder}"`;
    case 'orphan':
      return `${quote(finding.place)} by ${finding.place.annotator} is no longer in the text; place it anew or remove it`;
    case 'unknown-label':
      return `the project's scheme has no label ${finding.place.label} for ${finding.family === 'entity' ? 'entities' : finding.family === 'quotation' ? 'quotations' : 'lines'}: ${quote(finding.place)} by ${finding.place.annotator}`;
    case 'scheme':
      return `${quote(finding.place)} by ${finding.place.annotator}: ${inline(wordsOfFault(finding.fault).en)}`;
    case 'article-attribute':
      return `the article as a whole, by ${finding.annotator}: ${inline(wordsOfFault(finding.fault).en)}`;
    case 'overlap':
      return `${quote(finding.place)} overlaps ${quote(finding.other)}, both by ${finding.place.annotator}`;
    case 'duplicate':
      return `${quote(finding.place)} by ${finding.place.annotator} stands there twice`;
    case 'disagreement':
      return describeDisagreement(finding.disagreement);
    case 'two-labels':
      return `«${finding.name}» has ${finding.labels.length} labels: ${finding.labels.map(({ label, count, where }) => `${label} ×${count} (${where})`).join(', ')}`;
  }
}

/** A sentence as the end of another. */
const inline = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

const quote = ({ label, text }: Place): string => quoted(label, text);

/** What is wrong with an annotation file, in words. */
export function storedWords({ code, detail }: StoreProblem): string {
  switch (code) {
    case 'no-header':
      return 'the file has no header line; annotations that can be read are used';
    case 'newer-schema':
      return `the file is of schema ${detail}, newer than this program; update it`;
    case 'unreadable-line':
      return `the line cannot be read (${detail}); it is kept as it stands`;
    case 'git-conflict':
      return 'a git conflict is not resolved; the later version of each annotation counts, and the next change writes it so';
    case 'duplicate-id':
      return `two different annotations have the id ${detail}; the later one counts`;
  }
}
