import type { LineClass } from '../../labels/line-classes.ts';
import { isTail } from '../phrases.ts';
import type { RunRule } from './runs.ts';

/** A phrase behind the paragraph's last stop, with what follows it: "تابع الجزيرة نت على:". */
export const findTails: RunRule = (page, i) => {
  const line = page.lines[i];
  const last = line?.reading.tokens.at(-1);
  if (!line || !last) return [];
  const tail = line.phrases.find(({ rule }) => isTail(rule));
  if (!tail) return [];
  return [
    {
      start: tail.start,
      end: last.end,
      class: tail.class as LineClass,
      confidence: 0.85,
      source: 'list/boilerplate-phrase',
    },
  ];
};
