/** Growing selections: word, mention, quotation, sentence, paragraph. */
import type { SelectionRange } from 'vscode-languageserver';
import { lineAt, wordAt } from '../../core/annotations/words.ts';
import { contains, sameSpan, shift } from '../../core/text/span.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenArticle } from '../articles.ts';
import { mentionsOf, quotationsOf } from '../mentions.ts';
import { offsetAt, rangeOf } from '../positions.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';

/** The spans round an offset, each within the next, from the word to the paragraph. */
function growingSpans(article: OpenArticle, offset: number): Span[] {
  const { article: read } = article.analysis;
  const line = lineAt(read, offset);
  if (!line) return [{ start: offset, end: offset }];
  const word = wordAt(read, offset);
  const round = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const candidates: Span[] = [
    ...mentionsOf(article).filter(round),
    ...quotationsOf(article).filter(round),
    ...line.reading.sentences.map((sentence) => shift(sentence, line.start)).filter(round),
    { start: line.start, end: line.end },
  ].sort((a, b) => a.end - a.start - (b.end - b.start));
  const spans: Span[] = [word && round(word) ? word : { start: offset, end: offset }];
  for (const { start, end } of candidates) {
    const inner = spans.at(-1) as Span;
    if (contains({ start, end }, inner) && !sameSpan({ start, end }, inner)) spans.push({ start, end });
  }
  return spans;
}

/** textDocument/selectionRange. */
export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register(server) {
    server.connection.onSelectionRanges(
      guarded(server, 'selection ranges', null, async ({ textDocument, positions }, token) => {
        const article = await server.articles.current(textDocument.uri, token);
        if (!article) return null;
        const { document } = article;
        return positions.map((position) =>
          growingSpans(article, offsetAt(document, position)).reduceRight<SelectionRange | undefined>(
            (parent, span) => ({ range: rangeOf(document, span), ...(parent ? { parent } : {}) }),
            undefined,
          ),
        ) as SelectionRange[];
      }),
    );
  },
};
