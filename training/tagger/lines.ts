import { NAME_LABELS } from '../../core/labels/entity-labels.ts';
import { beginOf, insideOf, OUTSIDE, STATES } from '../../core/entities/tagger/states.ts';
import type { NameLabel } from '../../core/labels/entity-labels.ts';
import type { LineReading } from '../../core/lexicon/article.ts';
import type { Token } from '../../core/text/tokens.ts';
import type { Span } from '../../core/text/span.ts';

/** Where a line to learn from comes from, and how far it is to be believed. */
export interface Origin {
  /** The data source, as the ablation names it. */
  readonly source: string;
  /** The house that published it; "" where none is known. Folds are made of whole houses. */
  readonly house: string;
  /** The text that the line is part of. */
  readonly document: string;
}

/** A line to learn from: for each token the states that its annotation leaves possible. */
export interface TrainingLine extends Origin {
  readonly reading: LineReading;
  /** By token, a set of states as bits. */
  readonly possible: Int32Array;
  /** By token, how many UTF-16 code units of particles stand before its word proper; -1 where the annotation does not tell. */
  readonly cuts: Int8Array;
}

/** A set of states as bits. */
export type StateSet = number;

export const ANY: StateSet = (1 << STATES) - 1;
export const OUTSIDE_ALONE: StateSet = 1 << OUTSIDE;

const indexOf = (label: NameLabel): number => NAME_LABELS.indexOf(label);

/** The beginnings of names with one of these labels. */
export const begins = (...labels: readonly NameLabel[]): StateSet =>
  labels.reduce((set, label) => set | (1 << beginOf(indexOf(label))), 0);

/** The insides of names with one of these labels. */
export const insides = (...labels: readonly NameLabel[]): StateSet =>
  labels.reduce((set, label) => set | (1 << insideOf(indexOf(label))), 0);

/** A name in a line, and what its annotation leaves possible for its first token and for the others. */
export interface PossibleName extends Span {
  readonly first: StateSet;
  readonly others: StateSet;
}

/**
 * Lays names over the tokens of a line.
 * @param outside what is possible for tokens outside every name; more than OUTSIDE where the guidelines are silent
 * @returns by token, the possible states, and where in it a name begins (-1: none does)
 */
export function layNames(
  tokens: readonly Token[],
  names: readonly PossibleName[],
  outside: StateSet,
): { possible: Int32Array; cuts: Int8Array } {
  const possible = new Int32Array(tokens.length).fill(outside);
  const cuts = new Int8Array(tokens.length).fill(-1);
  for (const { start, end, first, others } of names) {
    let begun = false;
    for (const [i, token] of tokens.entries()) {
      if (token.end <= start || token.start >= end) continue;
      possible[i] = begun ? others : first;
      if (!begun) cuts[i] = Math.min(127, Math.max(0, start - token.start));
      begun = true;
    }
  }
  return { possible, cuts };
}
