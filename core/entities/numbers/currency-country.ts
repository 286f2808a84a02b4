import type { LineReading } from '../../lexicon/article.ts';
import { nextWithTrait, traitOf } from '../../lexicon/traits.ts';
import { fold } from '../../text/fold.ts';
import type { Reading } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';

/** The code of a currency whose name the text does not tell apart from others (ISO 4217: no currency). */
const UNTOLD = 'XXX';

/** Names of money that several countries share, and the ISO 4217 code of each country (ISO 3166-1) that has it. */
const SHARED_NAMES: readonly (readonly [stem: string, codes: ReadonlyMap<string, string>])[] = (
  [
    ['ريال', 'SA:SAR QA:QAR OM:OMR YE:YER IR:IRR BR:BRL'],
    ['درهم', 'AE:AED MA:MAD'],
    ['دراهم', 'AE:AED MA:MAD'],
    ['دينار', 'KW:KWD BH:BHD JO:JOD IQ:IQD LY:LYD TN:TND DZ:DZD RS:RSD'],
    ['دنانير', 'KW:KWD BH:BHD JO:JOD IQ:IQD LY:LYD TN:TND DZ:DZD RS:RSD'],
    ['جنيه', 'EG:EGP SD:SDG SS:SSP GB:GBP'],
    ['لير', 'TR:TRY LB:LBP SY:SYP'],
    ['فرنك', 'CH:CHF DJ:DJF SN:XOF ML:XOF CI:XOF NE:XOF BF:XOF TD:XAF CM:XAF GA:XAF'],
    ['روبي', 'IN:INR PK:PKR LK:LKR NP:NPR'],
    ['كرون', 'SE:SEK NO:NOK DK:DKK IS:ISK'],
    ['شلن', 'KE:KES UG:UGX TZ:TZS SO:SOS'],
    ['بيزو', 'MX:MXN AR:ARS CL:CLP CO:COP PH:PHP UY:UYU CU:CUP'],
  ] as const
).map(([stem, cells]) => [
  fold(stem),
  new Map(cells.split(' ').map((cell) => cell.split(':') as [string, string])),
]);

const isUntold = ({ value }: Reading): boolean =>
  value !== null && typeof value !== 'function' && value.type === 'money' && value.currency === UNTOLD;

/**
 * Gives amounts whose money several countries have ("500 ريال") the code that the line tells: that of another amount in
 * money of the same name ("40 مليار ريال قطري"), or that of the one country named in the line that has such money. An
 * amount of which neither tells keeps XXX.
 */
export function resolveCurrencies(
  line: LineReading,
  scan: Scan,
  readings: readonly Reading[],
): readonly Reading[] {
  if (!readings.some(isUntold)) return readings;
  return readings.map((reading) => {
    const { value } = reading;
    if (!isUntold(reading) || !value || typeof value === 'function' || value.type !== 'money') return reading;
    const codes = codesOf(scan, reading);
    const currency = codes && (toldByAmount(readings, codes) ?? toldByCountry(line, codes));
    return currency ? { ...reading, value: { ...value, currency } } : reading;
  });
}

/** The countries that have money of the name with which an amount ends. */
function codesOf(scan: Scan, { last }: Reading): ReadonlyMap<string, string> | null {
  const word = foldedAt(scan, last).replace(/^ال/, '');
  for (const [stem, codes] of SHARED_NAMES) if (word.startsWith(stem)) return codes;
  return null;
}

function toldByAmount(readings: readonly Reading[], codes: ReadonlyMap<string, string>): string | null {
  const told = new Set<string>();
  for (const { value } of readings)
    if (value && typeof value !== 'function' && value.type === 'money')
      for (const code of codes.values()) if (code === value.currency) told.add(code);
  return only(told);
}

const COUNTRY = traitOf('country');

function toldByCountry(line: LineReading, codes: ReadonlyMap<string, string>): string | null {
  const told = new Set<string>();
  for (let i = nextWithTrait(line.traits, COUNTRY, 0); i >= 0; i = nextWithTrait(line.traits, COUNTRY, i + 1))
    for (const { entries } of line.matchesAt(i))
      for (const { list, value } of entries) {
        const code = list === 'country' ? codes.get(value) : undefined;
        if (code !== undefined) told.add(code);
      }
  return only(told);
}

/** The only member of a set; null if it has none or several. */
function only(values: ReadonlySet<string>): string | null {
  if (values.size !== 1) return null;
  for (const value of values) return value;
  return null;
}
