import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, marksIn, openArticle, rangeOf, type OpenArticle } from './articles.ts';
import { storedFor, type Stored } from './stored.ts';
import { until } from './until.ts';

describe('annotating an article', () => {
  let article: OpenArticle;
  let untouched: string;

  before(async () => {
    article = await openArticle('strait-bridge.txt');
    untouched = new TextDecoder().decode(await vscode.workspace.fs.readFile(article.document.uri));
  });

  const run = (command: string) => vscode.commands.executeCommand(`hashiya.${command}`);
  const select = (range: vscode.Range) =>
    (article.editor.selection = new vscode.Selection(range.start, range.end));
  const stored = () => storedFor(article.document.uri);
  const storedWhen = (what: string, wanted: (all: Stored[]) => boolean) =>
    until(what, async () => {
      const all = await stored();
      return wanted(all) && all;
    });
  /** A mention in the article itself that nobody has decided on. */
  const undecided = (index: number) => {
    const ownLines = new Set(
      article.analysis.lines
        .filter((line) => line.class === 'headline' || line.class === 'body')
        .map(({ line }) => line - 1),
    );
    const marks = marksIn(article.document.uri).filter(
      (mark) => codeOf(mark).startsWith('entity/') && ownLines.has(mark.range.start.line),
    );
    const mark = marks[index];
    assert.ok(mark, `no undecided mention ${index}`);
    return {
      label: codeOf(mark).slice('entity/'.length),
      range: mark.range,
      words: article.document.getText(mark.range),
    };
  };
  const countOf = (words: string, label: string) => (all: Stored[]) =>
    all.filter((one) => one.exact === words && one.label === label && one.decision === 'accepted').length;

  it('tags the word at the caret, and undoes it', async () => {
    const word = plainWord(article);
    const words = article.document.getText(word);
    const before = countOf(words, 'EVENT')(await stored());
    select(new vscode.Range(word.start.translate(0, 1), word.start.translate(0, 1)));
    await run('tag.EVENT');
    await storedWhen(`«${words}» as an event`, (all) => countOf(words, 'EVENT')(all) === before + 1);
    await run('undo');
    await storedWhen(`«${words}» gone`, (all) => countOf(words, 'EVENT')(all) === before);
  });

  it('accepts the mark at the caret', async () => {
    const { label, range, words } = undecided(0);
    const before = countOf(words, label)(await stored());
    select(new vscode.Range(range.start, range.start));
    await run('accept');
    await storedWhen(`«${words}» as ${label}`, (all) => countOf(words, label)(all) === before + 1);
  });

  it('rejects the mark at the caret, whose diagnostic then goes', async () => {
    const { range, words } = undecided(1);
    select(new vscode.Range(range.start, range.start));
    await run('reject');
    await storedWhen(`«${words}» rejected`, (all) =>
      all.some((one) => one.exact === words && one.decision === 'rejected'),
    );
    await until(
      'the mark to go',
      () => !marksIn(article.document.uri).some((mark) => mark.range.isEqual(range)),
    );
  });

  it('offers to accept, reject and relabel as code actions, which do it', async () => {
    const { label, range, words } = undecided(2);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      range,
    );
    const titles = actions.map(({ title }) => title);
    for (const wanted of [/^Accept/, /^Reject/, /ORG|Organisation/]) {
      assert.ok(
        titles.some((title) => wanted.test(title)),
        `${wanted} in: ${titles.join(' · ')}`,
      );
    }
    const before = countOf(words, label)(await stored());
    const accept = actions.find(({ title }) => /^Accept/.test(title));
    assert.ok(accept?.command, 'the action has no command');
    await vscode.commands.executeCommand(accept.command.command, ...(accept.command.arguments ?? []));
    await storedWhen(`«${words}» as ${label}`, (all) => countOf(words, label)(all) > before);
  });

  it('keeps annotations on their words while the text before them is edited', async () => {
    const { label, range, words } = undecided(3);
    select(new vscode.Range(range.start, range.start));
    await run('accept');
    const ofWords = (all: Stored[]) => all.filter((one) => one.exact === words && one.label === label).at(-1);
    const before = ofWords(await storedWhen(`«${words}»`, (all) => ofWords(all) !== undefined));
    const inserted = 'مقدمة جديدة\n';
    await article.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), inserted));
    await article.document.save();
    await storedWhen(
      `«${words}» moved`,
      (all) => ofWords(all)?.start === (before?.start ?? 0) + inserted.length,
    );
    await article.editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await article.document.save();
    await storedWhen(`«${words}» moved back`, (all) => ofWords(all)?.start === before?.start);
  });

  it('never writes the article itself', async () => {
    assert.equal(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(article.document.uri)),
      untouched,
    );
  });

  it('exports a dataset', async function () {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const known = new Set((await vscode.workspace.findFiles('*')).map(String));
    const done = run('export');
    // Each question is answered with what it proposes.
    const [dataset] = await until('the dataset', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const fresh = (await vscode.workspace.findFiles('*')).filter((file) => !known.has(String(file)));
      return fresh.length > 0 && fresh;
    });
    await vscode.commands.executeCommand('notifications.clearAll');
    await done;
    assert.ok(dataset);
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(dataset));
    for (const one of await stored()) {
      if (one.decision !== 'accepted') continue;
      for (const word of one.exact.split(/\s+/))
        assert.ok(content.includes(word), `${word} in ${dataset.path}`);
    }
  });
});

/** A word of the article that lies in no mark, long enough to have a middle. */
function plainWord({ document, analysis }: OpenArticle): vscode.Range {
  const text = document.getText();
  const bodyLines = new Set(
    analysis.lines.filter((line) => line.class === 'body').map(({ line }) => line - 1),
  );
  const marked = [...analysis.entities, ...analysis.boilerplate];
  for (const match of text.matchAll(/(?<=\s)[\u0621-\u064a]{4,}(?=\s)/g)) {
    const range = rangeOf(document, { start: match.index, end: match.index + match[0].length });
    const free = marked.every(
      ({ start, end }) => end <= match.index || start >= match.index + match[0].length,
    );
    if (free && bodyLines.has(range.start.line)) return range;
  }
  throw new Error('Every word of the article is marked.');
}
