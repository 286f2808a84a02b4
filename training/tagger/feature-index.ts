import {
  classFeatures,
  contextFeatures,
  kindAt,
  listedFeatures,
  placeOfReading,
  spellingFeatures,
} from '../../core/entities/tagger/features.ts';
import { createFeatureList } from '../../core/entities/tagger/feature-list.ts';
import type { FeatureList } from '../../core/entities/tagger/feature-list.ts';
import type { FeatureTable } from '../../core/entities/tagger/feature-table.ts';
import { mix } from '../../core/entities/tagger/hash.ts';
import { chooseReading } from '../../core/entities/tagger/reading.ts';
import { edgeFeature, SPELLING, STEM, WORD } from '../../core/entities/tagger/templates.ts';
import type { WordClasses } from '../../core/entities/tagger/word-classes.ts';
import type { FeatureGroup, Template } from '../../core/entities/tagger/templates.ts';
import { OFFSETS, SIDES } from '../../core/entities/tagger/states.ts';
import { hashOfWord, matchesOfWord } from '../../core/entities/tagger/words.ts';
import type { TrainingLine } from './lines.ts';

/** What a word says of the token `offset` tokens from it: features by number, those that know it by name apart. */
interface WordRow {
  readonly named: Int32Array;
  readonly general: Int32Array;
}

/** The lines to learn from with their features as numbers from 0. */
export interface FeatureIndex {
  readonly lines: readonly IndexedLine[];
  /** By word × (2 × OFFSETS + 1) + offset + OFFSETS. */
  readonly rows: readonly WordRow[];
  /** The words that stand for what lies before and behind a line. */
  readonly edges: readonly [start: number, end: number];
  /** How many features there are. */
  readonly count: number;
  readonly names: readonly FeatureName[];
}

/** Under what a feature is kept: several names for one number where they are met under one key. */
interface FeatureName {
  readonly number: number;
  readonly hash: number;
  /** Of a word's feature how far the word stands from the token in question, null for a feature of a token in its line. */
  readonly offset: number | null;
}

export interface IndexedLine {
  readonly line: TrainingLine;
  /** By token: its word. */
  readonly types: Int32Array;
  /** Features of the token in its line: those of token i from `starts[i]` to `starts[i + 1]`. */
  readonly context: Int32Array;
  readonly starts: Int32Array;
}

/** Kinds of features that know a word by name: what a word never seen before lacks. */
const NAMED: ReadonlySet<Template> = new Set([WORD, SPELLING, STEM]);

/** The key of a word's feature as it tells of the token that stands `-offset` tokens behind the word. */
const atOffset = (hash: number, offset: number): number => mix(hash, offset + 3);

/**
 * Works out the features of lines. Features that are met fewer than `minimum` times are left out, as are those of the
 * groups in `without`.
 * @param readings weights that choose how words part into particles and word proper
 */
export function indexFeatures(
  lines: readonly TrainingLine[],
  readings: FeatureTable,
  classes: WordClasses,
  minimum: number,
  without: ReadonlySet<FeatureGroup>,
): FeatureIndex {
  const known = new Map<string, number>();
  const features: FeatureList[] = [edgeList(0), edgeList(1)];
  const counts = new Map<number, number>();
  const meet = (hash: number, times: number): void => void counts.set(hash, (counts.get(hash) ?? 0) + times);

  const uses: number[] = [0, 0];
  const kinds: number[] = [-1, -1];
  const typesByLine = lines.map((line) =>
    Int32Array.from(line.reading.tokens, (token, i) => {
      let type = known.get(token.text);
      if (type === undefined) {
        type = features.length;
        known.set(token.text, type);
        const matches = matchesOfWord(line.reading, i);
        const list = createFeatureList();
        const reading = chooseReading(token, matches, readings, classes);
        const place = placeOfReading(classes, token, reading);
        spellingFeatures(token, reading, list);
        classFeatures(classes, place, 0, classes.columns.length, list);
        listedFeatures(matches, reading, list);
        kinds.push(kindAt(classes, place));
        features.push(list);
        uses.push(0);
      }
      (uses[type] as number)++;
      return type;
    }),
  );
  for (const [type, list] of features.entries())
    for (let i = 0; i < list.length; i++) {
      const { reach, group } = list.templates[i] as Template;
      if (without.has(group)) continue;
      for (let offset = -reach; offset <= reach; offset++)
        meet(atOffset(list.hashes[i] as number, offset), type < 2 ? minimum : (uses[type] as number));
    }
  const contexts = lines.map((line, l) => {
    const kindsOfLine = (typesByLine[l] as Int32Array).map((type) => kinds[type] as number);
    const hashes: number[][] = line.reading.tokens.map(() => []);
    contextFeatures(
      line.reading,
      Int32Array.from(line.reading.tokens, hashOfWord),
      kindsOfLine,
      (token, { group }, hash) => {
        if (without.has(group)) return;
        hashes[token]?.push(hash);
        meet(hash, 1);
      },
    );
    return hashes;
  });

  const numbers = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= minimum) numbers.set(hash, numbers.size);
  counts.clear();
  const names = new Map<number, FeatureName>();
  const name = (number: number, hash: number, offset: number | null): void => {
    const key = hash * 8 + (offset ?? OFFSETS + 1);
    if (!names.has(key)) names.set(key, { number, hash, offset });
  };
  const rows = features.flatMap((list) => {
    const named: number[][] = Array.from({ length: SIDES }, () => []);
    const general: number[][] = Array.from({ length: SIDES }, () => []);
    for (let i = 0; i < list.length; i++) {
      const template = list.templates[i] as Template;
      for (let offset = -template.reach; offset <= template.reach; offset++) {
        const number = numbers.get(atOffset(list.hashes[i] as number, offset));
        if (number === undefined || without.has(template.group)) continue;
        (NAMED.has(template) ? named : general)[offset + OFFSETS]?.push(number);
        name(number, list.hashes[i] as number, offset);
      }
    }
    return named.map((own, side) => ({
      named: Int32Array.from(own),
      general: Int32Array.from(general[side] ?? []),
    }));
  });
  const indexed = lines.map((line, l): IndexedLine => {
    const starts = new Int32Array(line.reading.tokens.length + 1);
    const context: number[] = [];
    for (const [i, hashes] of (contexts[l] ?? []).entries()) {
      for (const hash of hashes) {
        const number = numbers.get(hash);
        if (number === undefined) continue;
        context.push(number);
        name(number, hash, null);
      }
      starts[i + 1] = context.length;
    }
    return { line, types: typesByLine[l] as Int32Array, context: Int32Array.from(context), starts };
  });
  return { lines: indexed, rows, edges: [0, 1], count: numbers.size, names: [...names.values()] };
}

/** The features of token `i` of a line, by number. */
export function featuresOf({ rows, edges }: FeatureIndex, line: IndexedLine, i: number): Int32Array {
  const { types, context, starts } = line;
  const features: number[] = [];
  for (let offset = -OFFSETS; offset <= OFFSETS; offset++) {
    const type = i + offset < 0 ? edges[0] : (types[i + offset] ?? edges[1]);
    const { named, general } = rows[type * SIDES + offset + OFFSETS] as WordRow;
    features.push(...general, ...named);
  }
  features.push(...context.subarray(starts[i], starts[i + 1]));
  return Int32Array.from(features);
}

function edgeList(side: 0 | 1): FeatureList {
  const list = createFeatureList();
  edgeFeature(side, list);
  return list;
}
