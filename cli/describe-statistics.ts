import { LAYERS, SPLITS } from '../core/dataset/document.ts';
import { sumOf } from '../core/dataset/statistics/counts.ts';
import { MEASURED } from '../core/dataset/statistics/figures.ts';
import type { Coverage, DatasetStatistics, ProjectStatistics } from '../core/dataset/statistics/figures.ts';
import { decimal, percent } from '../core/dataset/statistics/numbers.ts';
import { counted } from './counted.ts';
import { textTable } from './text-table.ts';
import type { Row } from './text-table.ts';

/**
 * The statistics of a project as a page of text. Numbers stand before names, and names last in their line: Arabic then
 * neither turns the numbers round nor pushes a column aside, whatever the terminal makes of it.
 * @param top how many names of each label and how many speakers are listed
 */
export function describeStatistics({ dataset, coverage }: ProjectStatistics, top: number): string {
  const sections: readonly [title: string, rows: readonly Row[]][] = [
    ['Coverage', coverageRows(dataset, coverage)],
    ['Annotators', annotatorRows(coverage)],
    ['Annotations by day', dayRows(coverage)],
    ['Labels', labelRows(dataset)],
    ['Lengths in tokens', lengthRows(dataset)],
    ['Most frequent names', nameRows(dataset, top)],
    ['Most quoted', speakerRows(dataset, top)],
    ['Articles by month of publication', monthRows(dataset)],
    ['Articles by outlet', outletRows(dataset)],
    ['Articles by split', splitRows(dataset)],
  ];
  return [
    `${counted(dataset.articles, 'article')}, ${counted(dataset.sentences, 'sentence')}, ${counted(dataset.tokens, 'token')}.\n`,
    ...sections.filter(([, rows]) => rows.length > 0).map(([title, rows]) => `${title}\n${textTable(rows)}`),
  ].join('\n');
}

function coverageRows(
  { tokens, tokensIn, tokensDecided }: DatasetStatistics,
  { articles, annotated, status, decisions: { accepted, rejected, open } }: Coverage,
): Row[] {
  if (articles === 0) return [];
  const decided = accepted + rejected;
  return [
    [percent(annotated, articles), `of the articles annotated (${annotated})`],
    [
      percent(status.done + status.checked, articles),
      `of the articles done (${status.done}) or checked (${status.checked})`,
    ],
    [
      percent(decided, decided + open),
      `of the marks decided (${accepted} accepted or added, ${rejected} rejected, ${open} open)`,
    ],
    [percent(tokensDecided, tokens), 'of the text in decided entities or quotations'],
    [percent(tokensIn.entities, tokens), 'of the text in entities'],
    [percent(tokensIn.quotations, tokens), 'of the text in quotations'],
    [percent(tokensIn.boilerplate, tokens), 'of the text boilerplate'],
  ];
}

const annotatorRows = ({ annotators }: Coverage): Row[] =>
  withHead(
    ['articles', 'accepted', 'rejected', 'orphans', 'from', 'until', 'annotator'],
    annotators.map(({ annotator, articles, accepted, rejected, orphans, from, until }) => [
      articles,
      accepted,
      rejected,
      orphans,
      from ?? '-',
      until ?? '-',
      annotator,
    ]),
  );

const dayRows = ({ days }: Coverage): Row[] =>
  withHead(
    ['day', 'accepted', 'rejected', 'annotator'],
    days.map(({ day, accepted, rejected, annotator }) => [day, accepted, rejected, annotator]),
  );

const labelRows = ({ labels }: DatasetStatistics): Row[] =>
  withHead(
    ['decided', 'silver', 'layer', 'label'],
    LAYERS.flatMap((layer) =>
      labels
        .filter((one) => one.layer === layer)
        .map(({ label, decided, silver }) => [decided, silver, layer, label]),
    ),
  );

const lengthRows = ({ lengths }: DatasetStatistics): Row[] =>
  withHead(
    ['number', 'min', 'median', 'mean', 'max', 'of each'],
    MEASURED.flatMap((measured) => {
      const length = lengths[measured];
      if (!length) return [];
      const { count, min, median, mean, max } = length;
      return [[count, min, decimal(median), decimal(mean), max, measured]];
    }),
  );

const nameRows = ({ labels, names }: DatasetStatistics, top: number): Row[] =>
  withHead(
    ['decided', 'silver', 'articles', 'label', 'name'],
    labels.flatMap(({ layer, label }) =>
      layer === 'entities'
        ? names
            .filter((name) => name.label === label)
            .slice(0, top)
            .map(({ name, decided, silver, articles }) => [decided, silver, articles, label, name])
        : [],
    ),
  );

const speakerRows = ({ speakers }: DatasetStatistics, top: number): Row[] =>
  withHead(
    ['direct', 'indirect', 'articles', 'speaker'],
    speakers
      .filter(({ name }, index) => index < top || name === null)
      .map(({ name, direct, indirect, articles }) => [
        sumOf(direct),
        sumOf(indirect),
        articles,
        name ?? '(not told)',
      ]),
  );

const monthRows = ({ months }: DatasetStatistics): Row[] =>
  withHead(
    ['month', 'articles'],
    months.map(({ month, articles }) => [month ?? '(not known)', articles]),
  );

const outletRows = ({ outlets }: DatasetStatistics): Row[] =>
  outlets.every(({ outlet }) => outlet === null)
    ? []
    : withHead(
        ['articles', 'outlet'],
        outlets.map(({ outlet, articles }) => [articles, outlet ?? '(not known)']),
      );

const splitRows = ({ splits }: DatasetStatistics): Row[] =>
  splits
    ? withHead(
        ['articles', 'split'],
        SPLITS.map((split) => [splits[split], split]),
      )
    : [];

const withHead = (head: Row, rows: readonly Row[]): Row[] => (rows.length > 0 ? [head, ...rows] : []);
