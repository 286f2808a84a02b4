import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tagLine } from '../../core/entities/tagger/tagger.ts';
import { readLine } from '../../core/lexicon/article.ts';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';
import { linesOfText } from './articles.ts';
import { fitOn, FITTING, layGround } from './fit.ts';
import type { Fitting } from './fit.ts';
import type { TrainingLine } from './lines.ts';
import { f1, measure, taggerOf } from './measure.ts';

const lexicon = parseLexicon(readFileSync(new URL('../../dist/lexicon.bin', import.meta.url)));

/** Lines with their names written into them: "زار [PER سامي حداد] [GPE بغداد]". */
function linesOf(...texts: readonly string[]): TrainingLine[] {
  return texts.flatMap((marked) => {
    let text = '';
    const names: { start: number; end: number; label: string }[] = [];
    for (const part of marked.split(/(\[[A-Z]+ [^\]]*\])/)) {
      const name = /^\[([A-Z]+) (.*)\]$/.exec(part);
      if (name) names.push({ start: text.length, end: text.length + name[2]!.length, label: name[1]! });
      text += name ? name[2] : part;
    }
    return linesOfText(text, names, { source: 'gold', house: '', document: '' }, lexicon);
  });
}

const LINES = linesOf(
  'وصل [OCC الرئيس] [PER سامي حداد] إلى [GPE بغداد] أمس.',
  'التقى [OCC الوزير] [PER ماجد عيسى] [OCC الرئيس] [PER سامي حداد] في [GPE دمشق].',
  'قال [PER حداد] إن الزيارة ناجحة.',
  'عاد [OCC الوزير] [PER ماجد عيسى] من [GPE بيروت] إلى [GPE بغداد].',
  'لم يحضر أحد من المدعوين إلى القاعة.',
  'سافر و[PER سامي حداد] إلى [GPE عمان].',
);

const FEW = { ...FITTING, minimum: 1, own: { ...FITTING.own, rounds: 30 } };

const fitTagger = (lines: readonly TrainingLine[], fitting: Fitting): Uint8Array =>
  fitOn(layGround(lines, fitting), () => true, fitting);

describe('learning a tagger', () => {
  it('learns what it is shown, to the last name', () => {
    const tagger = taggerOf(fitTagger(LINES, FEW));
    expect(f1(measure(LINES, tagger).get('all')!)).toBe(1);
  });

  it('knows a name that it was not shown by where it stands', () => {
    const tagger = taggerOf(fitTagger(LINES, FEW));
    const text = 'وصل الرئيس سعيد نجم إلى بغداد.';
    const found = tagLine(readLine(text, lexicon), tagger).filter(({ chosen }) => chosen);
    expect(found.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`)).toContain(
      'PER سعيد نجم',
    );
  });

  it('gives the same bytes for the same lines', () => {
    expect(fitTagger(LINES, FEW)).toEqual(fitTagger(LINES, FEW));
  });

  it('learns nothing from a feature group that is left out', () => {
    const without = fitTagger(LINES, { ...FEW, without: new Set(['affixes'] as const) });
    expect(without.length).toBeLessThan(fitTagger(LINES, FEW).length);
  });
});
