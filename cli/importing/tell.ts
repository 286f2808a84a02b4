import { describeImportLoss } from '../../core/importing/describe.ts';
import { IMPORT_LOSS_REASONS } from '../../core/importing/import-document.ts';
import type { ImportLoss } from '../../core/importing/import-document.ts';
import { counted } from '../counted.ts';
import type { ImportOptions, Sums } from './options.ts';

/** As many losses of one kind are told one by one; thousands would hide everything else. */
const SHOWN = 10;

/** Says what was taken in and what was not, on stderr. */
export function tell(
  { articles, taken, known, written }: Sums,
  losses: readonly ImportLoss[],
  options: ImportOptions,
): void {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  for (const reason of IMPORT_LOSS_REASONS) {
    const some = losses.filter((loss) => loss.reason === reason);
    for (const loss of some.slice(0, SHOWN)) say(describeImportLoss(loss).en);
    if (some.length > SHOWN) say(`… and ${some.length - SHOWN} more of this kind; --losses writes them all.`);
  }
  const strangers = [
    ...new Set(losses.flatMap(({ reason, label }) => (reason === 'unknown-label' ? [label] : []))),
  ];
  if (strangers.length > 0)
    say(
      `The project has no label ${strangers.join(', ')}: add it to hashiya.json, or say --rename ${strangers[0]}=PER.`,
    );
  if (!options.silver && losses.some(({ reason }) => reason === 'silver'))
    say('--silver takes what nobody had decided on as annotations, --marks as marks to decide on.');
  if (written > 0)
    say(`${counted(written, 'article')} ${options.dryRun ? 'would be ' : ''}written to ${options.articles}.`);
  if (known > 0) say(`${counted(known, 'span')} known already.`);
  const what = options.marks ? 'mark' : 'annotation';
  say(
    `${options.dryRun ? 'Would take' : 'Took'} ${counted(taken, what)} into ${counted(articles, 'article')}; ${losses.length} could not be taken as they are.`,
  );
}
