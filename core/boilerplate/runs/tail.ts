import type { LineClass } from '../../labels/line-classes.ts';
import type { LineShape } from '../lines/shape.ts';
import { isTail } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
import type { Page } from '../structure/page.ts';
import { NO_RUNS } from './run.ts';
import type { Run, RunRule } from './run.ts';

const SOURCE = 'list/boilerplate-phrase';
const CONFIDENCE = 0.85;

/**
 * Phrases behind a stop, with what follows them: up to the next one, to the bracket that closes a caption's credit, or
 * to the line's end. Of "رابط الخبر بصحيفة …:" and the headline behind it each is a run of its own.
 */
export const findTails: RunRule = (page, i) => {
  const line = page.lines[i] as LineShape;
  if (line.phrases.length === 0) return NO_RUNS;
  const tails = line.phrases.filter(({ rule }) => isTail(rule)).sort((a, b) => a.first - b.first);
  return tails.flatMap((tail, k) =>
    runsOf(page, line, tail, tails[k + 1]?.first ?? line.reading.tokens.length),
  );
};

function runsOf(page: Page, line: LineShape, tail: Phrase, stop: number): readonly Run[] {
  const tokens = line.reading.tokens.slice(tail.first, stop);
  const run = (from: number, to: number, lineClass: LineClass): Run[] => {
    const first = tokens[from];
    const last = tokens[to - 1];
    return first && last && to > from
      ? [
          {
            start: first.start,
            end: last.end,
            class: lineClass,
            confidence: CONFIDENCE,
            source: SOURCE,
          },
        ]
      : [];
  };
  const lineClass = tail.class as LineClass;
  const bracket = tokens.findIndex(({ text }) => text === ')');
  if (lineClass === 'caption' && bracket > 0) return run(0, bracket + 1, lineClass);
  const colon = tokens.findIndex(({ text }) => text === ':');
  const headline = page.decisions.findIndex((decision) => decision?.class === 'headline');
  const behind = tokens.slice(colon + 1).filter(({ kind }) => kind !== 'mark');
  if (colon > 0 && page.lines[headline]?.key === behind.map(({ folded }) => folded).join(' '))
    return [...run(0, colon + 1, lineClass), ...run(colon + 1, tokens.length, 'headline-repeat')];
  return run(0, tokens.length, lineClass);
}
