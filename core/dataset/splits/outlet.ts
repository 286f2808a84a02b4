import type { Analysis } from '../../analysis/analysis.ts';
import { fold } from '../../text/fold.ts';

/** "المصدر: بوابة المرفأ", folded. */
const SOURCE = /^(?:ال)?مصدر ?: ?(.+)$/;

/** The line that an aggregator puts first, "الجزيرة:", folded. */
const CRAWLED = /^([^:]{2,40}):$/;

/** What stands for an outlet but names none. */
const AGENCIES = new Set(['وكالات', 'الوكالات', 'متابعات', 'خاص']);

/**
 * The outlet that an article comes from, folded: as the aggregator's first line or the line with its source says; else the
 * folder that it lies in, "" where it lies in none. `file` is the path in the project.
 */
export function outletOf({ article, classes }: Pick<Analysis, 'article' | 'classes'>, file: string): string {
  const named = (lineClass: string, pattern: RegExp): string | undefined => {
    for (const [i, line] of article.lines.entries()) {
      if (classes[i] !== lineClass) continue;
      const name = pattern.exec(fold(line.text).trim())?.[1]?.trim();
      if (name !== undefined && !AGENCIES.has(name)) return name;
    }
    return undefined;
  };
  const folder = file.split('/').slice(0, -1).join('/');
  return named('crawl-header', CRAWLED) ?? named('source', SOURCE) ?? folder;
}
