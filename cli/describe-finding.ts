import type { StoreProblem } from '../core/annotations/store.ts';
import type { Finding, Place } from '../core/dataset/check.ts';

/** A finding as one line: "file:line: severity: words". */
export function describeFinding(finding: Finding): string {
  const line = lineOf(finding);
  return `${finding.file}${line > 0 ? `:${line}` : ''}: ${finding.severity}: ${words(finding)}`;
}

const lineOf = (finding: Finding): number =>
  'place' in finding ? finding.place.line : finding.code === 'stored' ? finding.problem.line : 0;

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
    case 'overlap':
      return `${quote(finding.place)} overlaps ${quote(finding.other)}, both by ${finding.place.annotator}`;
    case 'duplicate':
      return `${quote(finding.place)} by ${finding.place.annotator} stands there twice`;
    case 'disagreement':
      return finding.other
        ? `${finding.place.annotator} has ${quote(finding.place)}, ${finding.other.annotator} has ${quote(finding.other)}`
        : `${finding.place.annotator} has ${quote(finding.place)}, ${finding.by} has nothing there`;
    case 'two-labels':
      return `«${finding.name}» has ${finding.labels.length} labels: ${finding.labels.map(({ label, count, where }) => `${label} ×${count} (${where})`).join(', ')}`;
  }
}

const quote = ({ label, text }: Place): string =>
  `${label} «${text.length > 60 ? `${text.slice(0, 57)}…` : text}»`;

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
