/** The places that a change of a whole project would touch. */
import { ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChangePlace } from '../../core/annotations/project-change/places.ts';
import type { Span } from '../../core/text/span.ts';
import type { Work } from '../long-work.ts';
import { rangeOf } from '../positions.ts';
import { unreadArticle } from '../project-articles.ts';
import type { ProjectArticle } from '../project-articles.ts';
import type { Plan, PlannedPlace, PlanParams } from '../protocol.ts';
import type { Server } from '../server-context.ts';
import { contextFor, idOf, isConcerned, placesIn, statedFor, undertakingOf } from './undertaking.ts';

/** How many articles are read ahead. */
const AHEAD = 16;

/** How much of its line is shown on either side of a place, in UTF-16 code units. */
const CONTEXT = 60;

/**
 * Looks for the places of a change in all articles of the project.
 * @throws ResponseError if it was cancelled
 */
export async function plan(server: Server, params: PlanParams, work: Work): Promise<Plan> {
  const undertaking = await undertakingOf(server, params, work);
  if (typeof undertaking === 'string') return { places: [], troubles: [], refused: undertaking };
  const { articles } = undertaking;
  const places: PlannedPlace[] = [];
  const troubles: string[] = [];
  /** Whether the articles ahead are concerned: their files are read while those before them are looked at. */
  const ahead: Promise<boolean>[] = [];
  for (const [i, article] of articles.entries()) {
    work.step(article.path, i, articles.length);
    while (ahead.length < AHEAD && i + ahead.length < articles.length) {
      const next = articles[i + ahead.length];
      if (!next) break;
      const concerned = isConcerned(server, undertaking, next);
      // Whoever waits for it hears of it; before that nobody must be alarmed.
      concerned.catch(() => undefined);
      ahead.push(concerned);
    }
    try {
      if (!(await ahead.shift())) continue;
      const { document, state, annotator } = await statedFor(server, undertaking, article, work);
      for (const place of placesIn(
        undertaking,
        article.uri,
        state,
        contextFor(server, undertaking, annotator),
      ))
        places.push(planned(document, article, place));
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      troubles.push(unreadArticle(server, article.path, error));
    }
  }
  return { places, troubles, refused: null };
}

function planned(document: TextDocument, { uri, path }: ProjectArticle, place: ChangePlace): PlannedPlace {
  const { span, words, label } = place;
  const range = rangeOf(document, span ?? { start: 0, end: 0 });
  const sides = span ? sidesOf(document.getText(), span) : { before: '', behind: '' };
  return { id: idOf(path, place), uri, path, range, words, ...sides, label };
}

/** The words on either side of a span in its line, cut between words so that no letter is torn off another. */
function sidesOf(text: string, { start, end }: Span): { readonly before: string; readonly behind: string } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const before = text.slice(Math.max(lineStart, start - CONTEXT), start);
  const behind = text.slice(end, Math.min(lineEnd, end + CONTEXT));
  return {
    before: start - lineStart > CONTEXT ? before.slice(before.indexOf(' ') + 1) : before,
    behind: (lineEnd - end > CONTEXT ? behind.slice(0, behind.lastIndexOf(' ') + 1) : behind).trimEnd(),
  };
}
