import type { ShownDispute } from '../../../server/protocol.ts';
import { fill, isolated } from '../../webview/view/dom.ts';
import type { Texts } from '../texts.ts';
import type { Column } from './disputes.ts';

const ofKind = (kind: string, { kinds }: Texts): string =>
  Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? kind;

/** In what the sides of a dispute differ, in words; who has it alone or has nothing is named. */
export function differences(
  { kinds }: Pick<ShownDispute, 'kinds'>,
  columns: readonly Column[],
  texts: Texts,
): string[] {
  const having = columns.filter(({ annotations }) => annotations.length > 0).flatMap((one) => one.annotators);
  const lacking = columns
    .filter(({ annotations }) => annotations.length === 0)
    .flatMap((one) => one.annotators);
  const [first = ''] = having;
  return kinds.map((kind) =>
    kind !== 'only'
      ? ofKind(kind, texts)
      : having.length === 1
        ? fill(texts.onlyOne, isolated(first))
        : fill(texts.nothingOf, lacking.map(isolated).join(' · ')),
  );
}
