import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NAME_LABELS } from '../../core/labels/entity-labels.ts';
import { beginOf, insideOf, OUTSIDE } from '../../core/entities/tagger/states.ts';
import type { NameLabel } from '../../core/labels/entity-labels.ts';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';
import { CORPORA, lineOfSentence, readRows } from './corpora.ts';
import type { Corpus } from './corpora.ts';

const lexicon = parseLexicon(readFileSync(new URL('../../dist/lexicon.bin', import.meta.url)));

const corpus = (name: string): Corpus => CORPORA.find((one) => one.name === name) as Corpus;

const line = (name: string, rows: string) =>
  lineOfSentence(
    corpus(name),
    readRows(rows.trim().replaceAll(' | ', '\n').replaceAll('/', '\t')),
    '',
    lexicon,
  );

/** The states that are possible for a token, as the BIO scheme writes them. */
const statesOf = (set = 0): string[] =>
  [
    ...(set & (1 << OUTSIDE) ? ['O'] : []),
    ...NAME_LABELS.flatMap((label: NameLabel, l) => [
      ...(set & (1 << beginOf(l)) ? [`B-${label}`] : []),
      ...(set & (1 << insideOf(l)) ? [`I-${label}`] : []),
    ]),
  ].sort();

describe('a corpus of other guidelines', () => {
  it('leaves open which kind of place a place is, and what it is silent about', () => {
    const { possible } = line(
      'cleananercorp',
      'زار/O | الرئيس/O | كوفي/B-PERS | عنان/I-PERS | مدينة/B-LOC | بغداد/I-LOC',
    );
    expect(statesOf(possible[2])).toEqual(['B-PER']);
    expect(statesOf(possible[3])).toEqual(['I-PER']);
    expect(statesOf(possible[4])).toEqual(['B-FAC', 'B-GPE', 'B-LOC']);
    expect(statesOf(possible[1])).toContain('B-OCC');
    expect(statesOf(possible[1])).toContain('O');
    expect(statesOf(possible[1])).not.toContain('B-PER');
  });

  it('parts what is written as one token but is several of ours', () => {
    const { reading, possible } = line('cleananercorp', '(د/B-ORG | ب/I-ORG | أ)/I-ORG');
    expect(reading.tokens.map(({ text }) => text)).toEqual(['(', 'د', 'ب', 'أ', ')']);
    expect(statesOf(possible[1])).toEqual(['I-ORG']);
  });

  it('has particles and pronouns written onto their words again, and knows where names begin', () => {
    const { reading, possible, cuts } = line(
      'wikifane',
      'عاصمة/O | ها/O | و/O | ل/O | السودان/B-Nation | و/O | يقال/O',
    );
    expect(reading.text).toBe('عاصمةها وللسودان ويقال');
    expect(statesOf(possible[1])).toEqual(['B-GPE']);
    expect([...cuts]).toEqual([0, 2, 1]);
  });

  it('takes dates for none of the tagger’s names, and leaves open what stands in a body’s name', () => {
    const { possible } = line('wojood', 'رئيس/B-OCC | بلدية/I-OCC | غزة/I-OCC | أمس/B-DATE');
    expect(statesOf(possible[0])).toEqual(['B-OCC']);
    expect(statesOf(possible[1])).toContain('B-ORG');
    expect(statesOf(possible[3])).toEqual(['O']);
  });
});
