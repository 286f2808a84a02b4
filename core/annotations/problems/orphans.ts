import { inQuotes, titleOf } from './problem.ts';
import type { ProblemRule } from './problem.ts';

/** Accepted annotations whose words the article no longer has, told at its first character. */
export const orphans: ProblemRule = (context) =>
  context.annotations
    .filter(({ decision, anchor }) => decision === 'accepted' && !anchor.span)
    .map(({ id, label, anchor }) => {
      const [title, words] = [titleOf(label, context), inQuotes(anchor.exact)];
      return {
        code: 'orphan',
        severity: 'warning',
        start: 0,
        end: 0,
        ids: [id],
        related: null,
        message: {
          en: `The words of an annotation are gone: ${words} (${title.en}). Select those that it stands on now and place it there, or drop it.`,
          ar: `ضاعت كلمات وسم: ${words} (${title.ar}). حدّد ما يخصه الآن من الكلمات وضعه عليها، أو أسقطه.`,
        },
        fixes: [
          {
            title: { en: `Drop the annotation ${words}`, ar: `إسقاط الوسم ${words}` },
            action: { kind: 'remove', ids: [id] },
          },
        ],
      };
    });
