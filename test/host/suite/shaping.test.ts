import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotatorOf, countOf, nth, plainWord, type Annotator } from './annotator.ts';
import { openArticle, rangeOf, type OpenArticle } from './articles.ts';
import { statusOf } from './stored.ts';
import { until } from './until.ts';

/** What the project of the samples says while this suite runs. */
const PROJECT = {
  include: ['articles/**/*.txt'],
  attributes: [{ name: 'role', type: 'choice', values: ['host', 'guest'], labels: ['entity'] }],
  relations: [{ name: 'near', from: ['EVENT'], to: ['LAW'] }],
};

describe('shaping annotations by commands', () => {
  let article: OpenArticle;
  let person: Annotator;
  let project: vscode.Uri;
  let untouched: Uint8Array;

  before(async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    project = vscode.Uri.joinPath(folder.uri, 'hashiya.json');
    untouched = await vscode.workspace.fs.readFile(project);
    await vscode.workspace.fs.writeFile(project, new TextEncoder().encode(JSON.stringify(PROJECT)));
    article = await openArticle('museum-night.txt');
    person = annotatorOf(article);
  });
  after(() => vscode.workspace.fs.writeFile(project, untouched));

  /** Answers each question of a command with what it proposes, until something is so. */
  async function answering<T>(
    command: string,
    what: string,
    wanted: () => T | undefined | false | Promise<T | undefined | false>,
  ): Promise<T> {
    const done = person.run(command);
    const result = await until(what, async () => {
      const found = await wanted();
      if (found === undefined || found === false)
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return found;
    });
    await done;
    return result;
  }

  it('merges two words into one annotation, splits it, and goes back and forth', async () => {
    const first = plainWord(article);
    const line = article.document.lineAt(first.start.line).range;
    const [word = '', next = ''] = article.document
      .getText(new vscode.Range(first.start, line.end))
      .split(/\s+/);
    const second = first.end.translate(0, 1);
    person.putCaret(first);
    await person.run('tag.LAW');
    person.putCaret(new vscode.Range(second, second));
    await person.run('tag.LAW');
    const both = [word, next].map((words) => ({ words, label: 'LAW' }));
    const parts = (all: Parameters<typeof countOf>[0]) => both.every((one) => countOf(all, one) === 1);
    await person.storedWhen(`«${word}» and «${next}»`, parts);

    const whole = { words: `${word} ${next}`, label: 'LAW' };
    const isWhole = (all: Parameters<typeof countOf>[0]) => countOf(all, whole) === 1 && !parts(all);
    person.putCaret(first);
    await person.run('merge');
    await person.storedWhen(`«${whole.words}»`, isWhole);

    person.putCaret(new vscode.Range(second, second));
    await person.run('split');
    await person.storedWhen('two again', parts);
    await person.run('undo');
    await person.storedWhen('the split taken back', isWhole);
    await person.run('redo');
    await person.storedWhen('and done again', parts);
    for (let step = 0; step < 4; step++) await person.run('undo');
    await person.storedWhen('all taken back', (all) => both.every((one) => countOf(all, one) === 0));
  });

  it('rejects every mark of the article with the same words', async () => {
    const mentions = person.undecided();
    const repeated = mentions.find(
      ({ words, label }) =>
        mentions.filter((other) => other.words === words && other.label === label).length > 1,
    );
    assert.ok(repeated, 'nothing is mentioned twice in the same words');
    const rejected = (all: Awaited<ReturnType<Annotator['stored']>>) =>
      all.filter(({ exact, decision }) => exact === repeated.words && decision === 'rejected').length;
    const count = mentions.filter(({ words, label }) => words === repeated.words && label === repeated.label);
    person.putCaret(repeated.range);
    await person.run('rejectEverywhere');
    await person.storedWhen(
      `${count.length} × «${repeated.words}» rejected`,
      (all) => rejected(all) >= count.length,
    );
    await person.run('undo');
    await person.storedWhen('all of them taken back in one step', (all) => rejected(all) === 0);
  });

  it('tags every occurrence of a word with the label that is picked', async () => {
    const { document } = article;
    const text = document.getText();
    const word = plainWord(article);
    const words = document.getText(word);
    person.putCaret(word);
    const tagged = await answering('tagEverywhere', `«${words}» tagged`, async () => {
      const all = (await person.stored()).filter(
        ({ exact, decision }) => exact === words && decision === 'accepted',
      );
      return all.length > 0 && all;
    });
    const alone = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])`, 'gu'))]
      .length;
    assert.ok(tagged.length >= alone, `${tagged.length} of ${alone}`);
    await person.run('undo');
    await person.storedWhen('none left', (all) => all.every(({ exact }) => exact !== words));
  });

  it('ties two annotations by two carets, and unties them', async () => {
    const mentions = [nth(person.undecided(), 0), nth(person.undecided(), 1)];
    for (const [index, label] of ['EVENT', 'LAW'].entries()) {
      person.putCaret(nth(mentions, index).range);
      await person.run(`tag.${label}`);
    }
    article.editor.selections = mentions.map(({ range }) => new vscode.Selection(range.start, range.start));
    const tied = (all: Awaited<ReturnType<Annotator['stored']>>) =>
      all.some(({ relations }) => relations.some(({ type }) => type === 'near'));
    // One relation alone leads from the one label to the other: there is nothing to ask.
    await person.run('relate');
    await person.storedWhen('a tie', tied);
    const [from, to] = mentions.map(({ words }) => words);
    const all = await person.stored();
    assert.deepEqual(all.find(({ exact }) => exact === from)?.relations, [{ type: 'near', words: to }]);
    person.putCaret(nth(mentions, 1).range);
    await person.run('unrelate');
    await person.storedWhen('no tie', (now) => !tied(now));
    for (let step = 0; step < 4; step++) await person.run('undo');
  });

  it('gives what is selected a value of an attribute in one step', async () => {
    const [first, second] = [nth(person.undecided(), 0), nth(person.undecided(), 1)];
    article.editor.selections = [first, second].map(
      ({ range }) => new vscode.Selection(range.start, range.start),
    );
    const hosts = (all: Awaited<ReturnType<Annotator['stored']>>) =>
      all.filter(({ attributes }) => attributes['role'] === 'host').length;
    await answering('setAttribute', 'two hosts', async () => hosts(await person.stored()) === 2);
    await person.run('undo');
    await person.storedWhen('no host', (all) => hosts(all) === 0);
  });

  it('gives a mention the full name that the article has', async () => {
    const { entities } = article.analysis;
    const short = person
      .undecided()
      .find(({ range, words }) =>
        entities.some((one) => one.canonical !== words && rangeOf(article.document, one).isEqual(range)),
      );
    assert.ok(short, 'no name is shortened');
    person.putCaret(short.range);
    await person.run('accept');
    person.putCaret(short.range);
    const before = await person.storedWhen(`«${short.words}»`, (all) => countOf(all, short) > 0);
    const name = (all: typeof before) => all.find(({ exact }) => exact === short.words)?.canonical;
    await answering('rename', 'another name', async () => name(await person.stored()) !== name(before));
    await person.run('undo');
    await person.storedWhen('the name as it was', (all) => name(all) === name(before));
    await person.run('undo');
  });

  it('says how far the article is, and goes to the next one', async () => {
    await answering(
      'setStatus',
      'a status',
      async () => (await statusOf(article.document.uri)) !== undefined,
    );
    await person.run('nextArticle');
    const next = await until('another article', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown !== undefined && shown.uri.path !== article.document.uri.path && shown;
    });
    assert.equal(next.languageId, 'article');
    await vscode.window.showTextDocument(article.document);
    await until('the article', () => vscode.window.activeTextEditor?.document === article.document);
    await person.run('undo');
    await until('no status', async () => (await statusOf(article.document.uri)) === undefined);
  });
});
