import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLexicon } from '../../lexicon/lexicon.ts';
import { readExpressions } from '../expressions-testing.ts';
import type { Table } from '../expressions-testing.ts';

const lexicon = parseLexicon(readFileSync('dist/lexicon.bin'));

const rows = (table: Table) =>
  it.each(table.map(([text, ...expected]) => [text, expected] as const))('%s', (text, expected) => {
    expect(readExpressions(text, lexicon, null), text).toEqual(expected);
  });

describe('numbers: in words, in every gender and case', () => {
  rows([
    ['اثنتي عشرة طائرة واثنا عشر جنديا', 'CARDINAL اثنتي عشرة = 12', 'CARDINAL اثنا عشر = 12'],
    ['ثمانمئة جندي وثمانمائة مدرعة', 'CARDINAL ثمانمئة = 800', 'CARDINAL ثمانمائة = 800'],
    ['مئتا شخص ومائتي رجل', 'CARDINAL مئتا = 200', 'CARDINAL مائتي = 200'],
    ['مليونا نازح ومليوني طفل', 'CARDINAL مليونا = 2000000', 'CARDINAL مليوني = 2000000'],
    ['ألفا مقاتل وألفي مدني', 'CARDINAL ألفا = 2000', 'CARDINAL ألفي = 2000'],
    ['خمسة وعشرون وخمس وعشرين', 'CARDINAL خمسة وعشرون = 25', 'CARDINAL خمس وعشرين = 25'],
    ['تسعة آلاف وثلاثمئة وإحدى وأربعون وثيقة', 'CARDINAL تسعة آلاف وثلاثمئة وإحدى وأربعون = 9341'],
    ['١٬٢٣٤٫٥ و۱۲۳ و1,234.5', 'CARDINAL ١٬٢٣٤٫٥ = 1234.5', 'CARDINAL ۱۲۳ = 123', 'CARDINAL 1,234.5 = 1234.5'],
    ['مئة وأحد وعشرين طالبا', 'CARDINAL مئة وأحد وعشرين = 121'],
    ['وقال أحد وزراء الخارجية'],
    ['قتل ألفا وخمسمئة جندي', 'CARDINAL ألفا وخمسمئة = 1500'],
    ['ثلاثة فاصلة خمسة بالمئة', 'PERCENT ثلاثة فاصلة خمسة بالمئة = 3.5'],
    ['3 فاصلة 25 ملايين برميل', 'QUANTITY 3 فاصلة 25 ملايين برميل = 3250000 barrel'],
    ['نصف السكان وثلثا الأعضاء', 'CARDINAL نصف = 0.5', 'CARDINAL ثلثا = 0.6666666666666666'],
    ['كشفت شركة ميتا عن خططها'],
  ]);
});

describe('numbers: what counts nothing', () => {
  rows([
    ['طائرة إف-16 ومنظومة إس 400 وقاذفة بي 52'],
    ['بوينغ 737 ورؤية 2030 والقناة 12 وأوميغا 3'],
    ['قمة مجموعة السبع ثم مجموعة الـ20'],
    ['1- المباشرة بتشكيل حكومة'],
    ['3-صفر للأهلي', 'CARDINAL 3-صفر'],
    ['كما ورد[10] في البيان'],
    ['الاتصال على 920003454 أو 0096612345678'],
    ['إلى جانب "6" رحلات', 'CARDINAL 6 = 6'],
  ]);
});

describe('numbers: ordinals', () => {
  rows([
    ['غادرت السيدة الأميركية الأولى'],
    ['قال كولن باول لأول مرة', 'ORDINAL أول = 1'],
    ['الملك محمد السادس'],
    ['القناة الثانية والكاتب الأول والانتفاضة الأولى'],
    ['القمة العربية الـ32', 'ORDINAL الـ32 = 32'],
    ['الذكرى السنوية الـ70', 'ORDINAL الـ70 = 70'],
    ['الخامس و العشرون', 'ORDINAL الخامس و العشرون = 25'],
  ]);
});

describe('numbers: measures and money', () => {
  rows([
    [
      'إلى متر ونصف المتر وطنين ونصف',
      'QUANTITY متر ونصف المتر = 1.5 meter',
      'QUANTITY طنين ونصف = 2.5 tonne',
    ],
    [
      '5 مليارات دولار للإمارات، 4 مليارات للكويت',
      'MONEY 5 مليارات دولار = 5000000000 USD',
      'MONEY 4 مليارات = 4000000000 USD',
    ],
  ]);
});

describe('numbers: money that several countries have', () => {
  rows([
    ['بلغ 500 ريال للسهم', 'MONEY 500 ريال = 500 XXX'],
    ['باعت قطر نفطا بقيمة 500 ريال', 'MONEY 500 ريال = 500 QAR'],
    ['باعت قطر للسعودية نفطا بقيمة 500 ريال', 'MONEY 500 ريال = 500 XXX'],
    ['رفعت مصر سعر الطن إلى 700 جنيه', 'MONEY 700 جنيه = 700 EGP'],
    ['500 درهم مغربي ثم 300 درهم', 'MONEY 500 درهم مغربي = 500 MAD', 'MONEY 300 درهم = 300 MAD'],
    ['خسر لبنان 20 ألف ليرة', 'MONEY 20 ألف ليرة = 20000 LBP'],
  ]);
});
