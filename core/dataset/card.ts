import type { DatasetContext } from './context.ts';
import { LAYERS, SPLITS } from './document.ts';
import type { DatasetDocument, Layer } from './document.ts';
import { markdownTable, markdownText } from './markdown.ts';
import { articleOf } from './sentences.ts';
import { countDocument } from './statistics/count-document.ts';
import type { DocumentCounts } from './statistics/count-document.ts';
import { sumOf } from './statistics/counts.ts';
import { MEASURED } from './statistics/figures.ts';
import type { DatasetStatistics } from './statistics/figures.ts';
import { decimal, percent } from './statistics/numbers.ts';
import { datasetStatistics } from './statistics/statistics.ts';

/** How many names of each label, and how many speakers, a card lists. */
const LISTED = 5;

const LAYER_TITLES: Readonly<Record<Layer, string>> = {
  entities: 'Entities',
  quotations: 'Quotations',
  boilerplate: 'Line classes',
};

/** What one and what several spans of a layer are called. */
const NOUNS: Readonly<Record<Layer, readonly [one: string, several: string]>> = {
  entities: ['entity', 'entities'],
  quotations: ['quotation', 'quotations'],
  boilerplate: ['classed line or run', 'classed lines and runs'],
};

/**
 * The dataset card of documents: the Markdown that tells people what a dataset is, in the sections of Hugging Face's
 * template (github.com/huggingface/huggingface_hub, templates/datasetcard_template.md), without the YAML before it.
 * Of everything that documents cannot tell (licence, terms of the sources, contact) it says what to fill in. The same
 * documents give the same card; words of articles never become markup.
 */
export function datasetCard(documents: readonly DatasetDocument[], context: DatasetContext): string {
  const counts = documents.map(countDocument);
  const statistics = datasetStatistics(counts);
  const sections = [
    `# Dataset Card for ${markdownText(context.name)}`,
    summary(statistics),
    '## Dataset Details',
    details(documents, context),
    '## Dataset Structure',
    structure(counts, context, statistics),
    '## Statistics',
    figures(statistics),
    '## Dataset Creation',
    creation(documents, context, statistics),
    '## Bias, Risks, and Limitations',
    limits(documents, statistics),
    '## Licence',
    'Not stated. To fill in: the licence of the annotations, and on what terms the texts of the articles, which belong to their publishers, may be passed on. Say it in the field `license` of the YAML too.',
    '## Citation and Contact',
    'Not stated. To fill in: how to cite the dataset, and whom to ask.',
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function summary(statistics: DatasetStatistics): string {
  const held = LAYERS.flatMap((layer) => {
    const count = countOf(statistics, layer);
    return count > 0 ? [numbered(count, ...NOUNS[layer])] : [];
  });
  return `${numbered(statistics.articles, 'Arabic news article', 'Arabic news articles')} with ${held.join(', ') || 'no annotations'}.`;
}

const numbered = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

/** A label as code; what somebody has made of letters that Markdown reads stays text. */
const code = (label: string): string => (/^[\w-]+$/.test(label) ? `\`${label}\`` : markdownText(label));

const countOf = ({ labels }: DatasetStatistics, layer: Layer): number =>
  labels.filter((label) => label.layer === layer).reduce((sum, label) => sum + sumOf(label), 0);

function details(documents: readonly DatasetDocument[], { tool }: DatasetContext): string {
  const dates = documents.flatMap(({ published }) => published ?? []).sort();
  const dated = dates.length > 0 ? `${dates[0]} to ${dates[dates.length - 1]}` : 'not known';
  const without = documents.length - dates.length;
  return [
    '- **Language:** Arabic (`ar`)',
    `- **Published:** ${dated}${dates.length > 0 && without > 0 ? `; ${without} articles without a date` : ''}`,
    `- **Made with:** ${markdownText(tool)}`,
  ].join('\n');
}

function structure(
  documents: readonly DocumentCounts[],
  { labels }: DatasetContext,
  { splits, labels: used }: DatasetStatistics,
): string {
  const parts = [
    '### Splits',
    splits
      ? splitTable(documents)
      : 'The dataset is not split. Near-duplicates of one article must not fall on both sides of a split of your own.',
  ];
  for (const layer of LAYERS) {
    const counts = used.filter((one) => one.layer === layer);
    if (counts.length === 0) continue;
    const rows = [
      ...labels.filter((label) => label.layer === layer),
      ...counts
        .filter(({ label }) => !labels.some((known) => known.layer === layer && known.label === label))
        .map(({ label }) => ({ label, title: { en: '' }, description: { en: 'Not in the scheme.' } })),
    ].map(({ label, title, description }) => {
      const count = counts.find((one) => one.label === label);
      return [
        code(label),
        markdownText(title.en),
        markdownText(description.en),
        String(count?.decided ?? 0),
        String(count?.silver ?? 0),
      ];
    });
    parts.push(
      `### ${LAYER_TITLES[layer]}`,
      markdownTable(['Label', 'Title', 'Meaning', 'Decided', 'Silver'], rows, [3, 4]),
    );
  }
  parts.push(
    '**Decided** is what a person accepted or tagged. **Silver** is what the engine suggests and nobody has decided on.',
  );
  return parts.join('\n\n');
}

function splitTable(documents: readonly DocumentCounts[]): string {
  const rows = SPLITS.map((split) => {
    const part = datasetStatistics(documents.filter((document) => document.split === split));
    return [
      `\`${split}\``,
      ...[part.articles, part.sentences, part.tokens].map(String),
      ...LAYERS.map((layer) => String(countOf(part, layer))),
    ];
  });
  return markdownTable(
    ['Split', 'Articles', 'Sentences', 'Tokens', 'Entities', 'Quotations', 'Line classes'],
    rows,
    [1, 2, 3, 4, 5, 6],
  );
}

function figures(statistics: DatasetStatistics): string {
  const { lengths, names, speakers, labels, months, tokens, tokensIn } = statistics;
  const parts = [
    '### Lengths in tokens',
    markdownTable(
      ['', 'Number', 'Shortest', 'Median', 'Mean', 'Longest'],
      MEASURED.flatMap((measured) => {
        const length = lengths[measured];
        if (!length) return [];
        const { count, min, median, mean, max } = length;
        return [[measured, String(count), String(min), decimal(median), decimal(mean), String(max)]];
      }),
      [1, 2, 3, 4, 5],
    ),
    `Tokens are words, numbers and marks. ${percent(tokensIn.entities, tokens)} of them stand in entities, ${percent(tokensIn.quotations, tokens)} in quotations, ${percent(tokensIn.boilerplate, tokens)} in boilerplate.`,
  ];
  const frequent = labels
    .filter(({ layer }) => layer === 'entities')
    .map(({ label }) => [
      code(label),
      names
        .filter((name) => name.label === label)
        .slice(0, LISTED)
        .map((name) => `${markdownText(name.name)} (${sumOf(name)})`)
        .join(' · '),
    ]);
  if (frequent.length > 0)
    parts.push('### Most frequent entities', markdownTable(['Label', 'By full name'], frequent));
  const quoted = speakers.filter(({ name }) => name !== null).slice(0, LISTED);
  if (quoted.length > 0)
    parts.push(
      '### Most quoted',
      markdownTable(
        ['Speaker', 'Directly', 'Indirectly'],
        quoted.map(({ name, direct, indirect }) => [
          markdownText(name ?? ''),
          String(sumOf(direct)),
          String(sumOf(indirect)),
        ]),
        [1, 2],
      ),
    );
  if (months.some(({ month }) => month !== null))
    parts.push(
      '### Articles by month of publication',
      markdownTable(
        ['Month', 'Articles'],
        months.map(({ month, articles }) => [month ?? 'not known', String(articles)]),
        [1],
      ),
    );
  return parts.join('\n\n');
}

function creation(
  documents: readonly DatasetDocument[],
  { tool }: DatasetContext,
  { labels }: DatasetStatistics,
): string {
  const counts = new Map<string, number>();
  for (const { spans } of documents)
    for (const { annotator } of spans)
      if (annotator !== null) counts.set(annotator, (counts.get(annotator) ?? 0) + 1);
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([annotator, count]) => [markdownText(annotator), String(count)]);
  const silver = labels.reduce((sum, label) => sum + label.silver, 0);
  return [
    `${markdownText(tool)} marked entities, quotations with their speakers, and the class of each line by name lists, rules and a learnt tagger; people accepted, rejected or corrected the marks and added what was missing. What was rejected is no part of the dataset.`,
    rows.length > 0
      ? markdownTable(['Annotator', 'Annotations'], rows, [1])
      : silver > 0
        ? 'Nobody has decided on any annotation: all are the engine’s suggestions.'
        : '',
    'To fill in: where the articles come from, how they were chosen, who the annotators are and how they were trained and paid.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function limits(documents: readonly DatasetDocument[], statistics: DatasetStatistics): string {
  const { labels, tokens, tokensIn } = statistics;
  const silver = labels.reduce((sum, label) => sum + label.silver, 0);
  const all = labels.reduce((sum, label) => sum + sumOf(label), 0);
  const decided = documents.filter(({ spans }) => spans.some((span) => !span.silver));
  const bare = statistics.articles - new Set(decided.map(({ file }) => articleOf(file))).size;
  return [
    silver > 0
      ? `- ${percent(silver, all)} of the annotations are **silver**: suggestions of a program that nobody has looked at. Do not evaluate on them.`
      : '- Every annotation was decided on by a person.',
    ...(bare > 0
      ? [`- ${bare} of ${statistics.articles} articles hold nothing that anybody has decided on.`]
      : []),
    tokensIn.boilerplate > 0
      ? `- ${percent(tokensIn.boilerplate, tokens)} of the tokens are boilerplate (stamps, links, other articles’ headlines), as crawled news has it.`
      : '- No line or run that is marked as boilerplate is in the text.',
    '- Agreement between annotators is not told here: `hashiya agree` measures it.',
    '- The articles name real people, as news does.',
  ].join('\n');
}
