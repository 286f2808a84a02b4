import type { LayerAgreement } from '../core/dataset/agreement/agreement.ts';
import type { LeftOut } from '../core/dataset/agreement/compared.ts';
import type { Disagreement } from '../core/dataset/agreement/disagreements.ts';
import type { ComparedArticle } from '../core/dataset/agreement/prepare.ts';
import type { Judged } from './agreement-minimum.ts';
import { counted } from './counted.ts';
import { describeLayer, describeLeftOut } from './describe-agreement.ts';
import { describeDisagreement } from './describe-disagreement.ts';
import { disagreementRecord } from './disagreement-record.ts';
import { writeMessage } from './message.ts';
import type { MessageFormat } from './message.ts';

/** What a comparison of annotators found. */
export interface Found {
  readonly annotators: readonly string[];
  readonly articles: readonly ComparedArticle[];
  readonly agreement: readonly LayerAgreement[];
  readonly disagreements: readonly {
    readonly article: ComparedArticle;
    readonly disagreement: Disagreement;
  }[];
  readonly leftOut: readonly LeftOut[];
}

/** All of it as one JSON object; `judged` is null where no minimum was asked for. */
export const agreementRecord = (
  { annotators, articles, agreement, disagreements, leftOut }: Found,
  judged: readonly Judged[] | null,
  isListing: boolean,
): object => ({
  annotators,
  articles: articles.map(({ article }) => article),
  layers: agreement,
  leftOut,
  ...(judged === null ? {} : { minimum: judged }),
  ...(isListing
    ? {
        offsets: 'codepoint',
        disagreements: disagreements.map(({ article, disagreement }) =>
          disagreementRecord(article, disagreement),
        ),
      }
    : {}),
});

/**
 * All of it for people: the disagreements, if a format is given in which to list them, then tables, then what was left
 * out. `folder` is the project.
 */
export function describeFound(found: Found, listing: MessageFormat | null, folder: string): string {
  const { annotators, articles, agreement, disagreements, leftOut } = found;
  const names = annotators.join(', ');
  const list = listing === null ? [] : disagreements;
  const count = counted(disagreements.length, 'disagreement');
  const hint = listing !== null || disagreements.length === 0 ? '' : ' (--disagreements lists them)';
  const nothing =
    annotators.length < 2
      ? `Nobody ${names === '' ? '' : `but ${names} `}has annotated here`
      : articles.length === 0
        ? `No article was annotated by two of ${names}`
        : null;
  const head =
    nothing === null
      ? `${names}: ${counted(articles.length, 'article')} that at least two of them annotated, ${count}${hint}`
      : `${nothing}: there is nothing to compare.`;
  const parts = [
    list
      .map(
        ({ article, disagreement }) => `${describePlace(article, disagreement, listing ?? 'text', folder)}\n`,
      )
      .join(''),
    `${head}\n`,
    ...agreement.map(describeLayer),
    describeLeftOut(leftOut),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

const describePlace = (
  { article }: ComparedArticle,
  disagreement: Disagreement,
  format: MessageFormat,
  folder: string,
): string =>
  writeMessage(format, folder, {
    file: article,
    line: disagreement.line,
    column: 0,
    severity: 'warning',
    code: `disagreement (${disagreement.kinds.join(', ')})`,
    text: describeDisagreement(disagreement),
  });
