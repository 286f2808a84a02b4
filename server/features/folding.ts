/** Folding of boilerplate: what stands round the article, and appended articles within it. */
import { FoldingRangeKind } from 'vscode-languageserver';
import type { FoldingRange } from 'vscode-languageserver';
import type { OpenArticle } from '../articles.ts';
import { isBoilerplate, lineClassesOf, runsOfLines } from '../mentions.ts';
import type { LineRun } from '../mentions.ts';
import { positionAt } from '../positions.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';

/** Runs of boilerplate lines of two lines and more; in a run of several classes an appended article folds by itself. */
function foldingRangesOf(article: OpenArticle): FoldingRange[] {
  const classes = lineClassesOf(article);
  const runs = runsOfLines(classes, (lineClass) => (isBoilerplate(lineClass) ? 'boilerplate' : null));
  const appended = runsOfLines(classes, (lineClass) => (lineClass === 'appended-article' ? lineClass : null));
  const isWhole = ({ first, last }: LineRun): boolean =>
    runs.some((run) => run.first === first && run.last === last);
  return [...runs, ...appended.filter((run) => !isWhole(run))]
    .filter(({ first, last }) => last > first)
    .map(({ first, last }) => ({
      startLine: lineNumber(article, first),
      endLine: lineNumber(article, last),
      kind: FoldingRangeKind.Region,
    }));
}

/** The editor may count more line ends than the article does. */
const lineNumber = (article: OpenArticle, index: number): number =>
  positionAt(article.document, article.analysis.article.lines[index]?.start ?? 0).line;

/** textDocument/foldingRange. */
export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register(server) {
    server.connection.onFoldingRanges(
      guarded(server, 'folding', null, async ({ textDocument }, token) => {
        const article = await server.articles.current(textDocument.uri, token);
        return article && foldingRangesOf(article);
      }),
    );
  },
};
