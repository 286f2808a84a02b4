import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotatorOf, countOf, nth, type Undecided } from './annotator.ts';
import { openArticle } from './articles.ts';
import { until } from './until.ts';

describe('an article that was changed outside of the editor', () => {
  const name = 'comet.txt';
  let kept: Undecided;
  let lost: Undecided;
  let last: Undecided;

  before(async () => {
    const article = await openArticle(name);
    const person = annotatorOf(article);
    const open = person.undecided();
    const once = open.filter(({ words }) => article.document.getText().split(words).length === 2);
    lost = nth(once, 0);
    kept = nth(once, 2);
    last = nth(open, open.length - 1);
    for (const mention of [lost, kept]) {
      person.putCaret(mention.range);
      await person.run('accept');
      await person.storedWhen(`«${mention.words}»`, (all) => countOf(all, mention) === 1);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const text = article.document.getText().replace(lost.words, '');
    await vscode.workspace.fs.writeFile(
      article.document.uri,
      new TextEncoder().encode(`خبر عاجل وصل قبل قليل\n\n${text}`),
    );
  });

  it('has its annotations on their words again', async () => {
    const article = await openArticle(name);
    const person = annotatorOf(article);
    // Until the editor has read the file and asked for marks, those of the text before stand in the text before.
    await until('the marks two lines lower', () =>
      person
        .undecided()
        .some(({ words, range }) => words === last.words && range.start.line === last.range.start.line + 2),
    );
    // A new annotation has them all written anew, at their new places.
    const more = nth(person.undecided(), 0);
    person.putCaret(more.range);
    await person.run('accept');
    const all = await person.storedWhen(`«${more.words}»`, (stored) => countOf(stored, more) > 0);
    const found = all.find(({ exact, label }) => exact === kept.words && label === kept.label);
    const characters = [...article.document.getText()];
    assert.ok(found, `«${kept.words}» is no longer stored`);
    assert.equal(
      characters.slice(found.start, found.start + [...kept.words].length).join(''),
      kept.words,
      'its place is another',
    );
    assert.ok(!person.undecided().some(({ words }) => words === kept.words), 'it is suggested again');
  });

  it('keeps the annotation whose words are gone, without a place', async () => {
    const all = await annotatorOf(await openArticle(name)).stored();
    const orphan = all.find(({ exact, label }) => exact === lost.words && label === lost.label);
    assert.equal(orphan?.start, -1);
  });
});
