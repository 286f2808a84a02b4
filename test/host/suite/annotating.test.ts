import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotatorOf, countOf, nth, plainWord, type Annotator } from './annotator.ts';
import { marksIn, openArticle, rangeOf, type OpenArticle } from './articles.ts';
import { until } from './until.ts';

describe('annotating an article', () => {
  let article: OpenArticle;
  let person: Annotator;
  let untouched: string;

  before(async () => {
    article = await openArticle('strait-bridge.txt');
    person = annotatorOf(article);
    untouched = await contentOf(article.document.uri);
  });

  it('tags the word at the caret, and undoes it', async () => {
    const word = plainWord(article);
    const event = { words: article.document.getText(word), label: 'EVENT' };
    const before = countOf(await person.stored(), event);
    person.putCaret(word);
    await person.run('tag.EVENT');
    await person.storedWhen(`«${event.words}» as an event`, (all) => countOf(all, event) === before + 1);
    await person.run('undo');
    await person.storedWhen(`«${event.words}» gone`, (all) => countOf(all, event) === before);
  });

  it('tags exactly the words that are selected', async () => {
    const word = plainWord(article);
    const line = article.document.lineAt(word.start.line).range;
    const words = article.document.getText(new vscode.Range(word.start, line.end)).split(' ').slice(0, 3);
    const law = { words: words.join(' '), label: 'LAW' };
    person.select(new vscode.Range(word.start, word.start.translate(0, law.words.length)));
    await person.run('tag.LAW');
    await person.storedWhen(`«${law.words}» as a law`, (all) => countOf(all, law) === 1);
    await person.run('undo');
    await person.storedWhen('it gone', (all) => countOf(all, law) === 0);
  });

  it('accepts the mark at the caret, whose diagnostic then goes', async () => {
    const mention = nth(person.undecided(), 0);
    const before = countOf(await person.stored(), mention);
    person.putCaret(mention.range);
    await person.run('accept');
    await person.storedWhen(`«${mention.words}»`, (all) => countOf(all, mention) === before + 1);
    await gone(mention.range);
  });

  it('rejects the mark at the caret, whose diagnostic then goes', async () => {
    const mention = nth(person.undecided(), 0);
    person.putCaret(mention.range);
    await person.run('reject');
    await person.storedWhen(`«${mention.words}» rejected`, (all) =>
      all.some(({ exact, decision }) => exact === mention.words && decision === 'rejected'),
    );
    await gone(mention.range);
  });

  it('widens an annotation by a word, narrows it again, and removes it', async () => {
    const mention = nth(person.undecided(), 0);
    person.putCaret(mention.range);
    await person.run('accept');
    const before = await person.storedWhen(`«${mention.words}»`, (all) => countOf(all, mention) > 0);
    person.putCaret(mention.range);
    await person.run('widenEnd');
    const wider = (exact: string) => exact.startsWith(`${mention.words} `);
    await person.storedWhen('a word more', (all) => all.some(({ exact }) => wider(exact)));
    await person.run('narrowEnd');
    await person.storedWhen('it as before', (all) => countOf(all, mention) === countOf(before, mention));
    await person.run('remove');
    await person.storedWhen('it gone', (all) => countOf(all, mention) === countOf(before, mention) - 1);
  });

  it('accepts every mention of one name together', async () => {
    const { entities } = article.analysis;
    const open = person.undecided();
    const repeated = entities.find(
      (one) =>
        open.some(({ range }) => range.isEqual(rangeOf(article.document, one))) &&
        entities.filter((other) => other.canonical === one.canonical && other.label === one.label).length > 2,
    );
    assert.ok(repeated, 'no name is mentioned three times');
    const mentions = entities.filter(
      ({ canonical, label }) => canonical === repeated.canonical && label === repeated.label,
    );
    person.putCaret(rangeOf(article.document, repeated));
    await person.run('acceptEverywhere');
    for (const words of new Set(mentions.map(({ text }) => text))) {
      const wanted = mentions.filter(({ text }) => text === words).length;
      await person.storedWhen(
        `${wanted} × «${words}»`,
        (all) => countOf(all, { words, label: repeated.label }) >= wanted - 1,
      );
    }
  });

  it('offers to accept, reject and relabel as code actions, which do it', async () => {
    const mention = nth(person.undecided(), 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      mention.range,
    );
    const titled = (wanted: RegExp) => {
      const found = actions.find(({ title }) => wanted.test(title));
      assert.ok(found, `${wanted} in: ${actions.map(({ title }) => title).join(' · ')}`);
      return found;
    };
    titled(/^Reject/);
    const label = mention.label === 'LAW' ? 'EVENT' : 'LAW';
    const before = await person.stored();
    const { command } = titled(label === 'LAW' ? /law/i : /event/i);
    assert.ok(command, 'the action has no command');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const relabelled = { words: mention.words, label };
    await person.storedWhen(
      `«${mention.words}» as ${label}`,
      (all) => countOf(all, relabelled) === countOf(before, relabelled) + 1,
    );
    titled(/^Accept/);
  });

  it('sets the words that are selected as the speaker of a quotation', async () => {
    const quotation = article.analysis.quotations.find(({ kind }) => kind === 'direct');
    assert.ok(quotation);
    const [range] = marksIn(article.document.uri)
      .map((mark) => mark.range)
      .filter((one) => one.isEqual(rangeOf(article.document, quotation)));
    assert.ok(range, 'the quotation is not marked');
    const word = article.document.getWordRangeAtPosition(
      article.document.positionAt(quotation.start - 8),
      /[\u0621-\u064a]+/,
    );
    assert.ok(word);
    person.select(word);
    await person.run('setSpeaker');
    await person.storedWhen(`«${article.document.getText(word)}» as the speaker`, (all) =>
      all.some(({ speaker }) => speaker === article.document.getText(word)),
    );
  });

  it('keeps annotations on their words while the text before them is edited', async () => {
    const mention = nth(person.undecided(), 0);
    person.putCaret(mention.range);
    await person.run('accept');
    const starts = (all: Awaited<ReturnType<Annotator['stored']>>) =>
      all.filter(({ decision }) => decision === 'accepted').map(({ start }) => start);
    const before = starts(await person.storedWhen(`«${mention.words}»`, (all) => countOf(all, mention) > 0));
    const inserted = 'مقدمة جديدة\n';
    await article.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), inserted));
    await article.document.save();
    await person.storedWhen(
      'every annotation moved',
      (all) => starts(all).join() === before.map((start) => start + inserted.length).join(),
    );
    await article.editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await article.document.save();
    await person.storedWhen('every annotation back', (all) => starts(all).join() === before.join());
  });

  it('never writes the article itself', async () => {
    assert.equal(await contentOf(article.document.uri), untouched);
  });

  it('exports a dataset that holds every accepted annotation', async () => {
    const known = new Set((await vscode.workspace.findFiles('*')).map(String));
    const done = person.run('export');
    // Each question is answered with what it proposes.
    const [dataset] = await until('the dataset', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const fresh = (await vscode.workspace.findFiles('*')).filter((file) => !known.has(String(file)));
      return fresh.length > 0 && fresh;
    });
    await vscode.commands.executeCommand('notifications.clearAll');
    await done;
    assert.ok(dataset);
    const content = await contentOf(dataset);
    const accepted = (await person.stored()).filter(({ decision }) => decision === 'accepted');
    assert.ok(accepted.length > 3, `only ${accepted.length} annotations`);
    for (const { exact } of accepted) assert.ok(content.includes(exact), `«${exact}» in ${dataset.path}`);
  });

  const gone = (range: vscode.Range) =>
    until('the mark to go', () => !marksIn(article.document.uri).some((mark) => mark.range.isEqual(range)));
});

/** The content of a file on disk. */
const contentOf = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
