import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { codeOf, inWords, marksIn, openArticle, rangeOf, type OpenArticle } from './articles.ts';
import { until } from './until.ts';

describe('the marks of an article', () => {
  let article: OpenArticle;
  before(async () => (article = await openArticle('railway-agreement.txt')));

  const found = (family: string, shift = 0) =>
    marksIn(article.document.uri)
      .filter((mark) => codeOf(mark).startsWith(`${family}/`))
      .map((mark) => inWords(article.document, codeOf(mark), mark.range, shift))
      .sort();

  it('come with the extension and the language id `article`', () => {
    assert.equal(vscode.extensions.getExtension('hashiya.hashiya')?.isActive, true);
    assert.equal(article.document.languageId, 'article');
  });

  it('are the entities that the command line finds, each at its place', () => {
    const expected = article.analysis.marked.map((entity) =>
      inWords(article.document, `entity/${entity.label}`, rangeOf(article.document, entity)),
    );
    assert.ok(expected.length > 10, `only ${expected.length} entities`);
    assert.deepEqual(found('entity'), expected.sort());
  });

  it('are the quotations that the command line finds, each at its place', () => {
    const expected = article.analysis.quotations.map((quotation) =>
      inWords(article.document, `quotation/${quotation.kind}`, rangeOf(article.document, quotation)),
    );
    assert.ok(expected.length > 0, 'no quotations');
    assert.deepEqual(found('quotation'), expected.sort());
  });

  it('cover each line of boilerplate, and runs of lines together', () => {
    const marks = marksIn(article.document.uri).filter((mark) => codeOf(mark).startsWith('boilerplate/'));
    const lines = article.analysis.lines.filter(
      (line) => !['headline', 'body', 'byline'].includes(line.class),
    );
    assert.ok(lines.length > 0, 'no boilerplate');
    for (const line of lines) {
      const { range: all, text, firstNonWhitespaceCharacterIndex } = article.document.lineAt(line.line - 1);
      const range = new vscode.Range(
        all.start.translate(0, firstNonWhitespaceCharacterIndex),
        all.start.translate(0, text.trimEnd().length),
      );
      assert.ok(
        marks.some((mark) => mark.range.contains(range) && codeOf(mark) === `boilerplate/${line.class}`),
        `line ${line.line}, ${line.class}, has no mark: «${text}»`,
      );
    }
    assert.ok(marks.length <= lines.length + article.analysis.boilerplate.length);
  });

  it('are hints, which stay out of the Problems panel', () => {
    const { Hint } = vscode.DiagnosticSeverity;
    for (const mark of marksIn(article.document.uri)) {
      const family = codeOf(mark).split('/')[0];
      if (family === 'problem') continue;
      assert.equal(mark.severity, Hint, codeOf(mark));
    }
  });

  it('each link to a page of the documentation that is there', () => {
    for (const mark of marksIn(article.document.uri)) {
      const target = typeof mark.code === 'object' ? mark.code.target : undefined;
      assert.ok(target, `${codeOf(mark)} has no page`);
      if (target.scheme === 'file') assert.ok(existsSync(target.fsPath), `${target.fsPath} is not there`);
    }
  });

  it('move with the text that is edited before them, and back', async () => {
    const before = found('entity').join('\n');
    const inserted = new vscode.Range(0, 0, 3, 0);
    await article.editor.edit((edit) => edit.insert(inserted.start, '\n\n\n'));
    await until('the marks to move', () => found('entity', -3).join('\n') === before);
    await article.editor.edit((edit) => edit.delete(inserted));
    await until('the marks to come back', () => found('entity').join('\n') === before);
  });

  it('go away when the person hides their family, and come back; problems and other families stay', async () => {
    const families = ['entity', 'quotation', 'boilerplate', 'problem'] as const;
    const all = () => Object.fromEntries(families.map((family) => [family, found(family)]));
    const before = all();
    assert.ok(families.every((family) => (before[family] ?? []).length > 0));
    for (const family of ['entity', 'quotation', 'boilerplate']) {
      await vscode.commands.executeCommand(`hashiya.toggle.${family}`);
      await until(`nothing of ${family}`, () => found(family).length === 0);
      assert.deepEqual({ ...all(), [family]: before[family] }, before);
      await vscode.commands.executeCommand(`hashiya.toggle.${family}`);
      await until(`${family} again`, () => found(family).join() === before[family]?.join());
    }
  });

  it('go away when the settings turn their family off, and come back', async () => {
    const settings = vscode.workspace.getConfiguration('hashiya.severity', article.document.uri);
    await settings.update('entity', 'off', vscode.ConfigurationTarget.Workspace);
    await until('no entities', () => found('entity').length === 0);
    assert.ok(found('quotation').length > 0);
    await settings.update('entity', undefined, vscode.ConfigurationTarget.Workspace);
    await until('entities', () => found('entity').length > 0);
  });
});

describe('a text in another script', () => {
  it('stays plain text without marks', async () => {
    const content = 'The minister said on Tuesday that the talks in Cairo would go on until Friday.\n'.repeat(
      5,
    );
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    await vscode.window.showTextDocument(document);
    // Long enough for the marks of an article of this length to have come.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(document.languageId, 'plaintext');
    assert.deepEqual(marksIn(document.uri), []);
  });
});
