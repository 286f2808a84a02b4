import { inQuotes, placedIn } from './problem.ts';
import type { ProblemRule } from './problem.ts';

/** Kinds of quotations that are somebody's words. */
const SPOKEN: ReadonlySet<string> = new Set(['direct', 'indirect']);

/** Quotations of somebody's words for which nobody said whose they are. */
export const withoutSpeaker: ProblemRule = ({ annotations, article }) =>
  placedIn(annotations)
    .filter(
      ({ annotation: { family, label, speaker, unattributed } }) =>
        family === 'quotation' && SPOKEN.has(label) && !speaker && !unattributed,
    )
    .map(({ annotation: { id }, span }) => {
      const words = inQuotes(article.text.slice(span.start, span.end));
      return {
        code: 'without-speaker',
        severity: 'warning',
        start: span.start,
        end: span.end,
        ids: [id],
        related: null,
        message: { en: `Nobody speaks ${words}.`, ar: `لا قائل للاقتباس ${words}.` },
        fixes: [
          {
            title: { en: 'Set the speaker…', ar: 'تحديد القائل…' },
            action: { kind: 'ask', for: 'speaker' },
          },
          {
            title: { en: 'The article names no speaker', ar: 'المقال لا يسمي قائلًا' },
            action: { kind: 'setSpeaker', id, span: null },
          },
        ],
      };
    });
