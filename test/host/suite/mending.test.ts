import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, marksIn, openArticle, type OpenArticle } from './articles.ts';
import { until } from './until.ts';

describe('mending the text of an article', () => {
  let article: OpenArticle;
  let text: string;

  before(async () => {
    article = await openArticle('railway-agreement.txt');
    text = article.document.getText();
  });
  after(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  const problems = (code: string) =>
    marksIn(article.document.uri).filter((mark) => codeOf(mark) === `problem/${code}`);

  for (const code of ['glued-words', 'persian-letters', 'unbalanced-quotation']) {
    it(`offers a fix for ${code}, which edits the article only when it is asked for`, async () => {
      const [problem] = problems(code);
      assert.ok(problem, 'the article has no such problem');
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        article.document.uri,
        problem.range,
      );
      const fix = actions.find(({ edit }) => edit !== undefined);
      assert.ok(fix?.edit, `no fix among: ${actions.map(({ title }) => title).join(' · ')}`);
      assert.equal(article.document.getText(), text, 'offering has changed the text');

      const before = problems(code).length;
      await vscode.workspace.applyEdit(fix.edit);
      assert.notEqual(article.document.getText(), text);
      await until('one problem less', () => problems(code).length === before - 1);
      await vscode.commands.executeCommand('undo');
      assert.equal(article.document.getText(), text);
      await until('the problem again', () => problems(code).length === before);
    });
  }
});
