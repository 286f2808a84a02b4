import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, marksIn, rangeOf, type OpenArticle } from './articles.ts';
import { storedFor, type Stored } from './stored.ts';
import { until } from './until.ts';

/** A mention that is marked and not decided on. */
export interface Undecided {
  readonly label: string;
  readonly range: vscode.Range;
  readonly words: string;
}

/** What a person does in an article, and what is then on disk. */
export interface Annotator {
  /** Runs a command of the extension, named without its prefix. */
  readonly run: (command: string) => Thenable<unknown>;
  readonly select: (range: vscode.Range) => void;
  /** Puts the caret before a range's first letter. */
  readonly putCaret: (range: vscode.Range) => void;
  readonly stored: () => Promise<Stored[]>;
  /** Waits until the annotations on disk are as wanted, and gives them. */
  readonly storedWhen: (what: string, wanted: (all: Stored[]) => boolean) => Promise<Stored[]>;
  /** The undecided mentions in the lines of the article itself, in the order of the text. */
  readonly undecided: () => Undecided[];
}

/** @param article that is in the active editor */
export function annotatorOf({ document, editor, analysis }: OpenArticle): Annotator {
  const ownLines = new Set(
    analysis.lines.filter((line) => /^(?:headline|body)$/.test(line.class)).map(({ line }) => line - 1),
  );
  const select = (range: vscode.Range) => {
    editor.selection = new vscode.Selection(range.start, range.end);
  };
  const stored = () => storedFor(document.uri);
  return {
    run: (command) => vscode.commands.executeCommand(`hashiya.${command}`),
    select,
    putCaret: ({ start }) => select(new vscode.Range(start, start)),
    stored,
    storedWhen: (what, wanted) =>
      until(what, async () => {
        const all = await stored();
        return wanted(all) && all;
      }),
    undecided: () =>
      marksIn(document.uri)
        .filter((mark) => codeOf(mark).startsWith('entity/') && ownLines.has(mark.range.start.line))
        .map((mark) => ({
          label: codeOf(mark).slice('entity/'.length),
          range: mark.range,
          words: document.getText(mark.range),
        })),
  };
}

/** How many accepted annotations have this label and stand on these words. */
export const countOf = (all: readonly Stored[], { words, label }: { words: string; label: string }): number =>
  all.filter((one) => one.exact === words && one.label === label && one.decision === 'accepted').length;

/** The undecided mention that a test asked for, which has to be there. */
export function nth(mentions: readonly Undecided[], index: number): Undecided {
  const mention = mentions[index];
  assert.ok(mention, `only ${mentions.length} mentions are left to decide on`);
  return mention;
}

/** A word of the article that lies in no mark, long enough to have a middle. */
export function plainWord({ document, analysis }: OpenArticle): vscode.Range {
  const bodyLines = new Set(
    analysis.lines.filter((line) => line.class === 'body').map(({ line }) => line - 1),
  );
  const marked = [...analysis.marked, ...analysis.boilerplate];
  for (const { 0: word, index: start } of document.getText().matchAll(/(?<=\s)[\u0621-\u064a]{4,}(?=\s)/g)) {
    const end = start + word.length;
    const range = rangeOf(document, { start, end });
    if (marked.every((mark) => mark.end <= start || mark.start >= end) && bodyLines.has(range.start.line))
      return range;
  }
  throw new Error('Every word of the article is marked.');
}
