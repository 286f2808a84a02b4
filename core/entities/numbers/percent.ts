import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { reachTo, reading } from '../reading.ts';
import type { Reader } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt, rangeEnd } from './number-phrase.ts';

const SIGNS = new Set(['%', '٪', '﹪', '％']);
const ONE_WORD = wordSet('بالمئة بالمائة بالمية بالميه');
const HUNDRED = wordSet('المئة المائة المية الميه');
const POINTS = wordSet('نقطة نقاط');
const POINT_KINDS = wordSet('مئوية مائوية');

/** Percentages: "25 %", "٪12", "1.4 بالمئة", "ثمانية في المئة", "نقطة مئوية واحدة". The sign is inside. */
export const percentAt: Reader = (scan, i) => {
  const before = SIGNS.has(foldedAt(scan, i)) ? i : -1;
  const number = numberPhraseAt(scan, before < 0 ? i : i + 1);
  if (number && number.kind === 'exact') {
    const percent = isBasis(scan, number.last + 1) ? number.decimal / 100 : number.decimal;
    const value = { type: 'percent' as const, number: percent };
    if (before >= 0) {
      const glued = number.written === 'digits' && scan.tokens[i + 1]?.spaced === false;
      const sign = scan.tokens[i];
      return glued && sign
        ? reading(reachTo(scan, i, sign.start, number.last), 'PERCENT', value, 0.95)
        : null;
    }
    const until = rangeEnd(scan, number);
    const last = percentEnd(scan, (until ?? number).last + 1);
    if (last >= 0 && until) return reading(reachTo(scan, i, number.start, last), 'PERCENT', null, 0.9);
    if (last >= 0) return reading(reachTo(scan, i, number.start, last), 'PERCENT', value, 0.98);
  }
  const single = foldedAt(scan, i);
  const token = scan.tokens[i];
  if (
    token &&
    POINTS.has(single) &&
    POINT_KINDS.has(foldedAt(scan, i + 1)) &&
    foldedAt(scan, i + 2) === 'واحده'
  )
    return reading(reachTo(scan, i, token.start, i + 2), 'PERCENT', { type: 'percent', number: 1 }, 0.9);
  return null;
};

/** "نقطة أساس": a hundredth of a percent. */
const isBasis = (scan: Scan, i: number): boolean =>
  POINTS.has(foldedAt(scan, i)) && foldedAt(scan, i + 1) === 'اساس';

/** The last token of the percent sign or words that begin at token `i`; -1 if there are none. */
function percentEnd(scan: Scan, i: number): number {
  const word = foldedAt(scan, i);
  if (SIGNS.has(word) || ONE_WORD.has(word)) return i;
  if (POINTS.has(word) && (POINT_KINDS.has(foldedAt(scan, i + 1)) || isBasis(scan, i))) return i + 1;
  if (word !== 'في') return -1;
  const at = foldedAt(scan, i + 1) === 'في' ? i + 2 : i + 1;
  return HUNDRED.has(foldedAt(scan, at)) ? at : -1;
}
