import type { Label } from '../annotation.ts';
import { nameKey } from '../project-names/decision.ts';
import { inQuotes, placedIn, titleOf } from './problem.ts';
import type { AnnotationFix, AnnotationProblem, Placed, ProblemContext, ProblemRule } from './problem.ts';

/**
 * Names with several labels: in the article, told at each mention whose label fewer have (of two that are as frequent,
 * the later one); in the project, told at the first mention, where the article says other than most of the project.
 */
export const twoLabels: ProblemRule = (context) => {
  const groups = new Map<string, Placed[]>();
  for (const placed of placedIn(context.annotations)) {
    const name = nameKey(placed.annotation);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(placed);
    else groups.set(name, [placed]);
  }
  return [...groups].flatMap(([name, mentions]) =>
    new Set(mentions.map(({ annotation }) => annotation.label)).size > 1
      ? inArticle(mentions, context)
      : inProject(name, mentions, context),
  );
};

function inArticle(mentions: readonly Placed[], context: ProblemContext): AnnotationProblem[] {
  const counts = new Map<Label, number>();
  for (const { annotation } of mentions)
    counts.set(annotation.label, (counts.get(annotation.label) ?? 0) + 1);
  const labels = [...counts].sort((a, b) => b[1] - a[1]).map(([label]) => label);
  const [main = ''] = labels;
  const first = mentions.find(({ annotation }) => annotation.label === main);
  return mentions
    .filter(({ annotation }) => annotation.label !== main)
    .map((mention) => {
      const [own, other] = [titleOf(mention.annotation.label, context), titleOf(main, context)];
      const words = wordsOf(mention, context);
      return {
        ...problem(mention, first ?? null),
        message: {
          en: `${words} is “${own.en}” here and “${other.en}” elsewhere in this article.`,
          ar: `${words} موسوم هنا «${own.ar}» وفي موضع آخر من المقال «${other.ar}».`,
        },
        fixes: labels.map((label) => tagAll(mentions, label, context)),
      };
    });
}

function inProject(name: string, mentions: readonly Placed[], context: ProblemContext): AnnotationProblem[] {
  const [most, next] = context.names.labels.get(name) ?? [];
  const [first] = mentions;
  if (!most || !first || most.label === first.annotation.label || most.count === next?.count) return [];
  const [own, other] = [titleOf(first.annotation.label, context), titleOf(most.label, context)];
  const words = wordsOf(first, context);
  return [
    {
      ...problem(first, null),
      message: {
        en: `${words} is “${own.en}” here and mostly “${other.en}” in this project (${most.count} times).`,
        ar: `${words} موسوم هنا «${own.ar}» وفي المشروع «${other.ar}» غالبًا (عدد المرات: ${most.count}).`,
      },
      fixes: [tagAll(mentions, most.label, context)],
    },
  ];
}

function tagAll(mentions: readonly Placed[], label: Label, context: ProblemContext): AnnotationFix {
  const title = titleOf(label, context);
  const others = mentions.filter(({ annotation }) => annotation.label !== label);
  return {
    title: { en: `Make all of them in this article: ${title.en}`, ar: `توحيد وسمها في المقال: ${title.ar}` },
    action: { kind: 'tag', spans: others.map(({ span }) => span), label },
  };
}

const wordsOf = ({ span }: Placed, { article }: ProblemContext): string =>
  inQuotes(article.text.slice(span.start, span.end));

const problem = (
  { annotation, span }: Placed,
  related: Placed | null,
): Omit<AnnotationProblem, 'message' | 'fixes'> => ({
  code: 'two-labels',
  severity: 'information',
  start: span.start,
  end: span.end,
  ids: [annotation.id],
  related: related?.span ?? null,
});
