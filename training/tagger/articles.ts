/** Lines of articles that are annotated by our own guidelines. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NAME_LABELS } from '../../core/entities/tagger/states.ts';
import type { NameLabel } from '../../core/entities/tagger/states.ts';
import { readLine } from '../../core/lexicon/article.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { isBlank, splitLines } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';
import type { GoldArticle } from '../gold.ts';
import { houseOf } from '../splits.ts';
import { begins, insides, layNames, OUTSIDE_ALONE } from './lines.ts';
import type { Origin, TrainingLine } from './lines.ts';

interface LabelledSpan extends Span {
  readonly label: string;
}

const isName = (label: string): label is NameLabel => (NAME_LABELS as readonly string[]).includes(label);

/** The lines of a text with the names that are marked in it. Offsets count from the start of the text. */
export function linesOfText(
  text: string,
  names: readonly LabelledSpan[],
  origin: Origin,
  lexicon: Lexicon,
): TrainingLine[] {
  return splitLines(text)
    .filter((line) => !isBlank(line.text))
    .map((line) => {
      const reading = readLine(line.text, lexicon);
      const own = names.flatMap(({ start, end, label }) =>
        isName(label) && start >= line.start && end <= line.end
          ? [
              {
                start: start - line.start,
                end: end - line.start,
                first: begins(label),
                others: insides(label),
              },
            ]
          : [],
      );
      return { ...origin, reading, ...layNames(reading.tokens, own, OUTSIDE_ALONE) };
    });
}

/** The lines of an annotated article. */
export const linesOfArticle = (article: GoldArticle, source: string, lexicon: Lexicon): TrainingLine[] =>
  linesOfText(
    article.text,
    article.entities,
    { source, house: houseOf(article.outlet), document: article.name },
    lexicon,
  );

/** A row of training/annotations: what is marked in the n-th article of the raw news, without its text. */
interface StandOff {
  readonly article: number;
  readonly sha256: string;
  readonly lines?: readonly [number, number][];
  readonly entities: readonly [number, number, string][];
}

/**
 * The annotated lines of the raw news.
 * @param folder holds the .jsonl files of annotations
 * @param articles the raw news, one JSON object a line
 * @throws Error where a row names an article whose text is another
 */
export function linesOfAnnotations(
  folder: string,
  articles: readonly string[],
  lexicon: Lexicon,
): TrainingLine[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .filter((row) => row.trim() !== '')
        .flatMap((row, i) => {
          const { article, sha256, lines, entities } = JSON.parse(row) as StandOff;
          const { src, text } = JSON.parse(articles[article] ?? '{}') as { src?: string; text?: string };
          if (text === undefined || createHash('sha256').update(text).digest('hex') !== sha256)
            throw new Error(
              `${file}, row ${i + 1}: article ${article} of the news is not the one annotated.`,
            );
          return (lines ?? [[0, text.length] as const]).flatMap(([start, end]) =>
            linesOfText(
              text.slice(start, end),
              entities
                .filter(([from, to]) => from >= start && to <= end)
                .map(([from, to, label]) => ({ start: from - start, end: to - start, label })),
              { source: 'annotations', house: houseOf(src ?? ''), document: `news ${article}` },
              lexicon,
            ),
          );
        }),
    );
}
