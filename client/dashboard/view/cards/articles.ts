import type { Card } from '../card.ts';
import { sumOf } from '../numbers.ts';

export const articles: Card = {
  id: 'articles',
  title: (texts) => texts.everyArticle,
  isWide: true,
  content({ texts, numbers, statistics }) {
    const { byArticle } = statistics.dataset;
    if (byArticle.length === 0) return null;
    return {
      bars: null,
      table: {
        columns: [
          { title: texts.article, isNumber: false },
          { title: texts.published, isNumber: false },
          { title: texts.tokens, isNumber: true },
          { title: texts.boilerplateShare, isNumber: true },
          { title: texts.lengthOf.entity, isNumber: true },
          { title: texts.lengthOf.quotation, isNumber: true },
          { title: texts.open, isNumber: true },
        ],
        rows: byArticle.map((article) => [
          { text: article.file, target: { kind: 'article', file: article.file } },
          { text: article.published ?? '–' },
          article.tokens,
          {
            text: numbers.percentInColumn(article.boilerplateTokens, article.tokens),
            value: article.tokens === 0 ? 0 : article.boilerplateTokens / article.tokens,
          },
          sumOf(article.entities),
          sumOf(article.quotations),
          article.entities.silver + article.quotations.silver,
        ]),
      },
    };
  },
};
