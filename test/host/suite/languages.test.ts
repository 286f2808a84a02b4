import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { annotatorOf, countOf, plainWord } from './annotator.ts';
import { marksIn, openArticle, type OpenArticle } from './articles.ts';
import { until } from './until.ts';

const name = 'strait-bridge.txt';

/** Long enough for a text to become an article if it is to. */
const patience = () => new Promise((resolve) => setTimeout(resolve, 1500));

const languageNow = () => vscode.window.activeTextEditor?.document.languageId;

describe('the language of a text', () => {
  let article: OpenArticle;
  before(async () => (article = await openArticle(name)));
  afterEach(() => vscode.languages.setTextDocumentLanguage(article.document, 'article'));

  it('stays plain text where the person has chosen that, also when it is opened again', async () => {
    const { uri } = article.document;
    await vscode.languages.setTextDocumentLanguage(article.document, 'plaintext');
    await until('no marks', () => marksIn(uri).length === 0);
    await patience();
    assert.equal(languageNow(), 'plaintext');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await patience();
    assert.equal(languageNow(), 'plaintext');
  });

  it('is an article again when the person says so', async () => {
    const { uri } = article.document;
    await vscode.languages.setTextDocumentLanguage(article.document, 'plaintext');
    await until('no marks', () => marksIn(uri).length === 0);
    await vscode.languages.setTextDocumentLanguage(article.document, 'article');
    await until('marks', () => marksIn(uri).length > 0);
  });

  it('is an article again however quickly the person changes it back and forth', async () => {
    const { uri } = article.document;
    for (const shown of [0, 5, 20, 40])
      for (const hidden of [0, 2, 4, 8]) {
        await vscode.languages.setTextDocumentLanguage(article.document, 'plaintext');
        await until('no marks', () => marksIn(uri).length === 0);
        await vscode.languages.setTextDocumentLanguage(article.document, 'article');
        await pause(shown);
        await vscode.languages.setTextDocumentLanguage(article.document, 'plaintext');
        await pause(hidden);
        await vscode.languages.setTextDocumentLanguage(article.document, 'article');
        await until(`marks after ${shown} and ${hidden} ms`, () => marksIn(uri).length > 0);
      }
  });

  it('is an article for a new text when enough Arabic is pasted into it', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), article.document.getText()));
    await until('an article', () => languageNow() === 'article');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is an article for a new text when Arabic is typed into it, letter by letter, and again for the next', async () => {
    for (const time of ['first', 'second']) {
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext' });
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('type', {
        text: 'زار الرئيس محمد مرسي القاهرة أمس وقال إن الأمر خطير',
      });
      await until(`an article, the ${time} time`, () => languageNow() === 'article');
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      await vscode.commands.executeCommand('type', { text: ' جدا.' });
      await patience();
      assert.equal(languageNow(), 'plaintext', 'the person has said that it is none');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});

describe('a project file', () => {
  let file: vscode.Uri;
  let content: Uint8Array;
  before(async () => {
    const [found] = await vscode.workspace.findFiles('hashiya.json');
    assert.ok(found, 'The samples have no hashiya.json.');
    file = found;
    content = await vscode.workspace.fs.readFile(file);
  });
  afterEach(() => vscode.workspace.fs.writeFile(file, content));

  const write = (project: object) =>
    vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(project)));

  it('says which key tags with which label', async () => {
    const article = await openArticle(name);
    const person = annotatorOf(article);
    const label = { id: 'WEAPON', family: 'entity', title: 'Weapon' };
    const original = JSON.parse(new TextDecoder().decode(content)) as object;
    await write({ ...original, labels: { add: [label], keys: { WEAPON: 'y' } } });
    const word = plainWord(article);
    const weapon = { words: article.document.getText(word), label: 'WEAPON' };
    person.putCaret(word);
    await until('the key', async () => {
      await vscode.commands.executeCommand('hashiya.tagWithKey', 'y');
      return countOf(await person.stored(), weapon) === 1;
    });
    await person.run('undo');
    await person.storedWhen(`«${weapon.words}» gone`, (all) => countOf(all, weapon) === 0);
  });

  it('keeps what it excludes plain text', async () => {
    const text = (await openArticle(name)).document.getText();
    await write({ exclude: ['articles/note.txt'] });
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const note = vscode.Uri.joinPath(folder.uri, 'articles/note.txt');
    await vscode.workspace.fs.writeFile(note, new TextEncoder().encode(text));
    await patience();
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(note));
    await patience();
    assert.equal(languageNow(), 'plaintext');
    await vscode.workspace.fs.writeFile(file, content);
    await until('an article', () => languageNow() === 'article');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(note);
  });
});
