import { brat } from './brat/brat.ts';
import { casJson } from './cas-json.ts';
import { casXmi } from './cas-xmi.ts';
import { CONLL_FORMATS } from './conll.ts';
import { conlluPlus } from './conllu-plus.ts';
import { displacy } from './displacy.ts';
import { doccano } from './doccano.ts';
import type { DatasetFormat } from './format.ts';
import { labelStudio } from './label-studio/label-studio.ts';
import { huggingface } from './huggingface/huggingface.ts';
import { cleanText } from './own/clean-text.ts';
import { hashiyaJsonl } from './own/hashiya-jsonl.ts';
import { lineClasses } from './own/line-classes.ts';
import { quotationPairs } from './own/quotation-pairs.ts';
import { prodigy } from './prodigy/prodigy.ts';
import { spacyJsonl } from './spacy-jsonl.ts';
import { webannoTsv } from './webanno-tsv.ts';
import { tei } from './tei/tei.ts';
import { webAnnotation } from './web-annotation/web-annotation.ts';

/** Every dataset format: adding one is one file and one line here. */
export const FORMATS: readonly DatasetFormat[] = [
  spacyJsonl,
  displacy,
  ...CONLL_FORMATS,
  conlluPlus,
  brat,
  doccano,
  labelStudio,
  prodigy,
  webannoTsv,
  casXmi,
  casJson,
  hashiyaJsonl,
  quotationPairs,
  cleanText,
  lineClasses,
  webAnnotation,
  tei,
  huggingface,
];

/** The format with an id, or undefined. */
export const formatById = (id: string): DatasetFormat | undefined =>
  FORMATS.find((format) => format.id === id);
