import type { Analysis } from '../../analysis/analysis.ts';
import type { EntityMark, Mark } from '../../labels/marks.ts';
import { overlaps, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { markLabel } from '../mark-identity.ts';
import { findNames } from './find-names.ts';
import type { NameMatch } from './find-names.ts';
import { wordsOfName } from './name-words.ts';
import { kindKey } from './names.ts';
import type { ProjectNames } from './names.ts';

/** The source of marks that stand on what was decided elsewhere in the project. */
export const PROJECT_NAME = 'project/name';

/**
 * The analysis with the project's names among its entities. A name takes the place of marks within it and of those
 * with its span and another label: what people decided comes before what the engine thinks. It gives way to a mark
 * that is longer ("القاهرة" within "جامعة القاهرة"). Names that mean this here and that there are left to the engine,
 * which looks at what stands beside them: those that its own lists have ("السعودية", "فيسبوك"), unless people decided
 * in many articles and always alike; and, where it marks something, those that were decided otherwise too. A mark
 * that says the same stays, with the full name that the project knows where it has none of its own. The same analysis
 * where nothing changes.
 */
export function withProjectNames(analysis: Analysis, { root }: ProjectNames): Analysis {
  const matches = findNames(analysis.article, root);
  if (matches.length === 0) return analysis;
  const { text } = analysis.article;
  const entities: EntityMark[] = [];
  const taken: Span[] = [];
  let isChanged = false;
  let next = 0;
  const { entities: own } = analysis;
  for (const match of matches) {
    while (next < own.length && (own[next] as EntityMark).end <= match.start)
      entities.push(own[next++] as EntityMark);
    let behind = next;
    while (behind < own.length && (own[behind] as EntityMark).start < match.end) behind++;
    const touched = own.slice(next, behind);
    const mark = markOf(match, text);
    if (!mark) continue;
    const agreeing = touched.find((other) => sameSpan(other, mark) && other.label === mark.label);
    if (agreeing) {
      entities.push(named(agreeing, mark, text));
      isChanged ||= entities.at(-1) !== agreeing;
    } else if (!comesBefore(match, touched)) continue;
    else {
      entities.push(mark);
      taken.push(mark);
      isChanged = true;
    }
    next = behind;
  }
  if (!isChanged) return analysis;
  return {
    ...analysis,
    entities: [...entities, ...own.slice(next)],
    weak: analysis.weak.filter((mark) => !taken.some((span) => overlaps(span, mark))),
  };
}

/** In so many articles, and in none otherwise: then a label holds against the engine's own lists. */
const FIRM = 5;

/** Whether a name takes the place of the engine's marks that it touches. */
function comesBefore({ start, end, name, isListed }: NameMatch, touched: readonly EntityMark[]): boolean {
  if (touched.some((other) => other.end - other.start > end - start)) return false;
  if (name.against > 0) return touched.length === 0 && !isListed;
  return !isListed || name.count >= FIRM;
}

function markOf({ start, end, name }: NameMatch, text: string): EntityMark | null {
  const { label, canonical, count, against } = name;
  if (label === null) return null;
  return {
    family: 'entity',
    start,
    end,
    label,
    canonical: canonical ?? text.slice(start, end),
    value: null,
    // Laplace's rule of succession: what few have decided is less sure.
    confidence: (count + 1) / (count + against + 2),
    source: PROJECT_NAME,
  };
}

/** The engine's mark, with the project's full name where it has no other than its own words. */
const named = (mark: EntityMark, { canonical }: EntityMark, text: string): EntityMark =>
  mark.canonical === text.slice(mark.start, mark.end) && canonical !== mark.canonical
    ? { ...mark, canonical }
    : mark;

/** The analysis without the marks that were rejected in every article of the project. The same where there are none. */
export function withoutRejected(analysis: Analysis, { rejected }: ProjectNames): Analysis {
  if (rejected.size === 0) return analysis;
  const { text } = analysis.article;
  const stays = (mark: Mark): boolean =>
    rejected
      .get(kindKey(mark.family, markLabel(mark)))
      ?.has(wordsOfName(text.slice(mark.start, mark.end))) !== true;
  const [entities, weak] = [analysis.entities.filter(stays), analysis.weak.filter(stays)];
  const [quotations, boilerplate] = [analysis.quotations.filter(stays), analysis.boilerplate.filter(stays)];
  return entities.length === analysis.entities.length &&
    weak.length === analysis.weak.length &&
    quotations.length === analysis.quotations.length &&
    boilerplate.length === analysis.boilerplate.length
    ? analysis
    : { ...analysis, entities, weak, quotations, boilerplate };
}
