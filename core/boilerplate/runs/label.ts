import { NO_RUNS } from './run.ts';
import type { RunRule } from './run.ts';

/** The label in a line that leads elsewhere with its target behind it: "إقرأ أيضا:" before a headline. */
export const findLabel: RunRule = (page, i) => {
  const line = page.lines[i];
  if (!line || page.decisions[i]?.class !== 'related') return NO_RUNS;
  const label = line.phrases.find(
    (phrase) => phrase.class === 'read-also' && (phrase.rule === 'label' || phrase.rule === 'lead'),
  );
  if (!label) return NO_RUNS;
  const mark = line.reading.tokens[label.last + 1];
  if (!mark) return NO_RUNS;
  const end = mark.kind === 'mark' ? mark.end : label.end;
  return [
    { start: label.start, end, class: 'read-also', confidence: 0.95, source: 'list/boilerplate-phrase' },
  ];
};
