import { createAnalyser } from '../../core/analysis/analysis.ts';
import type { Analysis } from '../../core/analysis/analysis.ts';
import { makeAnchor } from '../../core/annotations/anchors.ts';
import { NOTHING_ADDED } from '../../core/annotations/annotation.ts';
import type { Anchor, Annotation } from '../../core/annotations/annotation.ts';
import { buildDocument } from '../../core/dataset/build-document.ts';
import type { DocumentOptions } from '../../core/dataset/build-document.ts';
import { datasetContext } from '../../core/dataset/context.ts';
import { DEFAULT_PROJECT } from '../../core/labels/project.ts';
import { lexicon } from './lexicon.ts';
import { textOfFile } from '../../core/formats/files.ts';
import type { DatasetFormat, ReadDataset } from '../../core/formats/format.ts';
import { formatById } from '../../core/formats/formats.ts';
import { writeDataset } from '../../core/formats/write-dataset.ts';

export const { analyse } = createAnalyser(lexicon);

export const CONTEXT = datasetContext(DEFAULT_PROJECT, 'x', 'hashiya 0.1.0');

export const KEEP: DocumentOptions = { marks: false, boilerplate: true };

/** The anchor of words in a text, of their first occurrence. */
export function anchorOf(text: string, words: string): Anchor {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`);
  return makeAnchor(text, { start, end: start + words.length });
}

/** An annotation of the words of a text, of their first occurrence. */
export function of(text: string, words: string, label: string, more: Partial<Annotation> = {}): Annotation {
  return {
    id: `${label}-${words}`,
    family: 'entity',
    label,
    decision: 'accepted',
    anchor: anchorOf(text, words),
    speaker: null,
    cue: null,
    canonical: words,
    provenance: { annotator: 'huda', created: '', modified: '', source: 'hand' },
    ...NOTHING_ADDED,
    ...more,
  };
}

/** A name, and a quotation with its speaker and cue, behind an emoji, so that the units of offsets differ. */
export const SAYING = '😀 قال كيم: "نعم"';
export const SAID: readonly Annotation[] = [
  of(SAYING, 'كيم', 'PER', { canonical: 'كيم جونغ أون' }),
  of(SAYING, 'نعم', 'direct', {
    family: 'quotation',
    speaker: anchorOf(SAYING, 'كيم'),
    cue: anchorOf(SAYING, 'قال'),
    canonical: null,
  }),
];

export const format = (id: string): DatasetFormat => {
  const found = formatById(id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
};

export async function write(
  id: string,
  text: string,
  annotations: readonly Annotation[],
  options = KEEP,
  analysis?: Analysis,
) {
  const built = buildDocument('articles/x.txt', analysis ?? analyse(text), annotations, options);
  const dataset = await writeDataset(format(id), [built], CONTEXT);
  return { ...dataset, content: textOfFile(dataset.files[0]?.content ?? ''), document: built.document };
}

/** The losses of a dataset as "reason label words". */
export const told = ({ losses }: Awaited<ReturnType<typeof write>>): string[] =>
  losses.map(({ reason, label, text }) => `${reason} ${label} ${text}`);

/** Reads one file in a format. */
export const read = async (id: string, content: string, path = ''): Promise<ReadDataset> =>
  format(id).parse([{ path, content }], CONTEXT);
