/** Lines of articles that are annotated by our own guidelines. */
import { NAME_LABELS } from '../../core/labels/entity-labels.ts';
import type { NameLabel } from '../../core/labels/entity-labels.ts';
import { readLine } from '../../core/lexicon/article.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { isBlank, splitLines } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';
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
