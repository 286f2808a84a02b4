import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotatorOf, nth, type Annotator } from './annotator.ts';
import { openArticle, type OpenArticle } from './articles.ts';
import { storedFor, type Stored } from './stored.ts';
import { until } from './until.ts';

/** A country that two of the samples name, three times and once. */
const COUNTRY = { words: 'تونس', label: 'GPE' };

describe('what is done in all articles of the project', () => {
  let article: OpenArticle;
  let person: Annotator;
  let other: vscode.Uri;

  before(async () => {
    [other = assert.fail('The samples have changed.')] = await vscode.workspace.findFiles(
      'articles/volleyball-final.txt',
    );
    article = await openArticle('desalination.txt');
    person = annotatorOf(article);
  });

  const mention = () =>
    nth(
      person.undecided().filter(({ words, label }) => words === COUNTRY.words && label === COUNTRY.label),
      0,
    );
  const inBoth = async () => Promise.all([article.document.uri, other].map(storedFor));
  const count = (all: readonly Stored[], decision: string) =>
    all.filter(
      (one) => one.label === COUNTRY.label && one.exact === COUNTRY.words && one.decision === decision,
    ).length;

  for (const [command, decision] of [
    ['acceptInProject', 'accepted'],
    ['rejectInProject', 'rejected'],
  ] as const)
    it(`${command} shows the places, does it in every article, and is undone in one step`, async () => {
      person.putCaret(mention().range);
      const before = await inBoth();
      assert.deepEqual(
        before.map((all) => count(all, decision)),
        [0, 0],
      );
      const done = person.run(command);
      await until('both articles', async () => {
        const [here = [], there = []] = await inBoth();
        if (count(here, decision) > 1 && count(there, decision) > 0) return true;
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return false;
      });
      await done;
      await vscode.commands.executeCommand('notifications.clearAll');
      await person.run('undo');
      await until('both as they were', async () => {
        const now = await inBoth();
        return now.every((all) => count(all, decision) === 0);
      });
    });
});
