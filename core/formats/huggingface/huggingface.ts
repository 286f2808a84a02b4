import { datasetCard } from '../../dataset/card.ts';
import type { DatasetContext } from '../../dataset/context.ts';
import { SPLITS } from '../../dataset/document.ts';
import type { DatasetDocument, Loss, Split } from '../../dataset/document.ts';
import { lossOf } from '../../dataset/loss-of.ts';
import type { DatasetFile, DatasetFormat, WrittenDataset } from '../format.ts';
import { PLAIN_DETAILS } from '../format.ts';
import { withoutOverlaps } from '../overlaps.ts';
import { columnsOf, rowOf, tagsOf } from './columns.ts';
import { featuresJson } from './features.ts';
import { frontMatter } from './front-matter.ts';
import type { WrittenSplit } from './front-matter.ts';
import { unpackedSize, writeParquet } from './parquet.ts';
import { parse } from './read.ts';

/**
 * A dataset as the Hugging Face Hub has it (huggingface.co/docs/hub/datasets-data-files-configuration): a Parquet file
 * for each split, whose metadata tells the features with the names of the tags, and a card with the same in YAML. A row
 * is an article: its tokens with tags, its text, and everything that is marked in it. Offsets are Unicode code points
 * of "text", ends exclusive.
 */
export const huggingface: DatasetFormat = {
  id: 'huggingface',
  title: { en: 'Hugging Face dataset', ar: 'مجموعة Hugging Face' },
  description: {
    en: 'A folder that load_dataset takes: Parquet with tokens, tags and all spans, and a dataset card; offsets in code points.',
    ar: 'مجلد تفتحه load_dataset: ملفات Parquet فيها الوحدات ووسومها وكل العلامات، وبطاقة المجموعة؛ والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: PLAIN_DETAILS,
  holds: ['text', 'lines', 'pieces', 'published', 'split'],
  ownSplits: true,
  serialise,
  parse,
};

function serialise(documents: readonly DatasetDocument[], context: DatasetContext): WrittenDataset {
  const losses: Loss[] = [];
  const tags = tagsOf(documents, context);
  const features = columnsOf(tags);
  const files: DatasetFile[] = [];
  const splits: WrittenSplit[] = [];
  for (const { name, split, part } of partsOf(documents)) {
    const rows = part.map((document) => {
      const { kept, lost } = withoutOverlaps(document);
      losses.push(...lost);
      return rowOf(document, kept, tags, (span) => losses.push(lossOf(document, span, 'without-token')));
    });
    const content = writeParquet(
      rows,
      features,
      {
        huggingface: JSON.stringify({ info: { features: featuresJson(features) } }),
        hashiya: JSON.stringify({ tool: context.tool, offsets: 'codepoint', split }),
      },
      context.tool,
    );
    files.push({ path: `data/${name}-00000-of-00001.parquet`, content });
    splits.push({ name, examples: rows.length, bytes: unpackedSize(content), packed: content.length });
  }
  const card = `${frontMatter(context.name, features, splits)}\n${datasetCard(documents, context)}`;
  return { files: [{ path: 'README.md', content: card }, ...files], losses };
}

/** The documents of each split that there is. A dataset that is not split is all for training, as `datasets` has it. */
function partsOf(
  documents: readonly DatasetDocument[],
): { readonly name: string; readonly split: Split | null; readonly part: readonly DatasetDocument[] }[] {
  const isSplit = documents.some(({ split }) => split !== null);
  return [...SPLITS, null].flatMap((split) => {
    const part = documents.filter((document) => document.split === split);
    const name = split ?? (isSplit ? 'rest' : 'train');
    return part.length > 0 ? [{ name, split, part }] : [];
  });
}
