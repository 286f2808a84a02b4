import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotatorOf, countOf, nth, type Annotator, type Undecided } from './annotator.ts';
import { openArticle, type OpenArticle } from './articles.ts';

describe('the side views', () => {
  let article: OpenArticle;
  let person: Annotator;

  before(async () => {
    article = await openArticle('museum-night.txt');
    // Else the next article would take its tab, and its marks would go with it.
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    person = annotatorOf(article);
  });
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  for (const view of ['articles', 'entities', 'quotations', 'annotations', 'history'])
    it(`can be gone to by a command: ${view}`, async () => {
      await vscode.commands.executeCommand(`hashiya.views.${view}.focus`);
    });

  it('lead to a place in an article, and to the article where another one is open', async () => {
    await openArticle('book-fair.txt');
    const mention = nth(person.undecided(), 1);
    const goal = { uri: article.document.uri.toString(), id: null, range: mention.range };
    await vscode.commands.executeCommand('hashiya.views.goTo', goal);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), article.document.uri.toString());
    assert.ok(editor.selection.active.isEqual(mention.range.start));
  });

  it('do what is asked to all rows that were chosen', async () => {
    const chosen = [nth(person.undecided(), 0), nth(person.undecided(), 1)];
    const before = await person.stored();
    const rows = chosen.map((mention) => ({ items: [idOf(mention)] }));
    await vscode.commands.executeCommand('hashiya.views.accept', rows[0], rows);
    for (const mention of chosen)
      await person.storedWhen(
        `«${mention.words}»`,
        (all) => countOf(all, mention) > countOf(before, mention),
      );
    await person.run('undo');
    await person.storedWhen('all of it gone', (all) => all.length === before.length);
  });

  /** The id of a mark, as the server names it for the version of the text that it has. */
  const idOf = ({ label, range }: Undecided) =>
    `entity:${label}:${article.document.offsetAt(range.start)}-${article.document.offsetAt(range.end)}`;
});
