import { CharacterClass, classOf } from '../../text/characters.ts';
import { overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { tidySpan } from '../tidy-span.ts';
import { trimSpan } from '../trim.ts';
import { inQuotes, placedIn } from './problem.ts';
import type { AnnotationProblem, Placed, ProblemContext, ProblemRule } from './problem.ts';

const LETTERS: ReadonlySet<CharacterClass> = new Set([
  CharacterClass.Arabic,
  CharacterClass.Latin,
  CharacterClass.Digit,
]);

const GAPS: ReadonlySet<CharacterClass> = new Set([CharacterClass.Blank, CharacterClass.Mark]);

/** Whether both edges stand between a letter within and a blank or a mark outside: nothing more need be asked. */
function isPlain(text: string, { start, end }: Span): boolean {
  const of = (offset: number): CharacterClass => classOf(text.charCodeAt(offset));
  return (
    LETTERS.has(of(start)) &&
    LETTERS.has(of(end - 1)) &&
    (start === 0 || GAPS.has(of(start - 1))) &&
    (end === text.length || GAPS.has(of(end)))
  );
}

/** Edges that stand where no word begins or ends: at blanks and stray marks, or within words and graphemes. */
export const edges: ProblemRule = (context) =>
  placedIn(context.annotations)
    .filter(
      ({ annotation, span }) =>
        // Of lines round an article the words count, not where their indents and bullets begin.
        annotation.family !== 'boilerplate' && !isPlain(context.article.text, span),
    )
    .flatMap((placed) => problemOf(placed, context) ?? []);

function problemOf({ annotation, span }: Placed, context: ProblemContext): AnnotationProblem | null {
  const { article } = context;
  const { id, family } = annotation;
  const words = article.text.slice(span.start, span.end);
  const trimmed = trimSpan(article.text, span, family);
  if (!trimmed)
    return {
      ...problem('stray-edge', span, id),
      message: {
        en: `This annotation has no word in it: ${inQuotes(words)}.`,
        ar: `ليس في هذا الوسم كلمة: ${inQuotes(words)}.`,
      },
      fixes: [
        {
          title: { en: 'Remove the annotation', ar: 'إزالة الوسم' },
          action: { kind: 'remove', ids: [id] },
        },
      ],
    };
  const tidied = tidySpan(article, span, family) ?? trimmed;
  const better = inQuotes(article.text.slice(tidied.start, tidied.end));
  const fixes = (en: string, ar: string): AnnotationProblem['fixes'] => [
    { title: { en: `${en}: ${better}`, ar: `${ar}: ${better}` }, action: { kind: 'tidy', ids: [id] } },
  ];
  if (trimmed.start > span.start || trimmed.end < span.end)
    return {
      ...problem('stray-edge', span, id),
      message: {
        en: `A blank, an invisible character or a stray mark stands at the edge of ${better}.`,
        ar: `عند طرف ${better} فراغ أو محرف خفي أو علامة زائدة.`,
      },
      fixes: fixes('Trim', 'تشذيب الطرفين'),
    };
  // Words that run together have no edge between them where one could stand.
  const isGlued = context.textProblems.some(
    (other) => other.code === 'glued-words' && overlaps(widened(other), span),
  );
  if ((tidied.start === span.start && tidied.end === span.end) || isGlued) return null;
  return {
    ...problem('half-word', span, id),
    message: {
      en: `${inQuotes(words)} is a part of ${better}.`,
      ar: `${inQuotes(words)} جزء من ${better}.`,
    },
    fixes: fixes('Take in the whole word', 'ضم الكلمة كاملة'),
  };
}

const widened = ({ start, end }: Span): Span => ({ start: start - 1, end: end + 1 });

const problem = (
  code: 'stray-edge' | 'half-word',
  span: Span,
  id: string,
): Omit<AnnotationProblem, 'message' | 'fixes'> => ({
  code,
  severity: 'warning',
  start: span.start,
  end: span.end,
  ids: [id],
  related: null,
});
