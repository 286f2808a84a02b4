import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Entity, Quotation } from './analysis.ts';
import { openArticle, rangeOf, type OpenArticle } from './articles.ts';

describe('at a place of an article', () => {
  let article: OpenArticle;
  let repeated: Entity;
  let spoken: Quotation;

  before(async () => {
    article = await openArticle('railway-agreement.txt');
    const { entities, quotations } = article.analysis;
    const mentions = (one: Entity) =>
      entities.filter((other) => other.canonical === one.canonical && other.label === one.label).length;
    const [most] = entities.toSorted((a, b) => mentions(b) - mentions(a));
    assert.ok(most && mentions(most) > 1, 'no entity is mentioned twice');
    repeated = most;
    const direct = quotations.find(({ kind, speaker }) => kind === 'direct' && speaker);
    assert.ok(direct, 'no direct quotation has a speaker');
    spoken = direct;
  });

  const at = (offset: number) => article.document.positionAt(offset);
  const ask = <T>(command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<T>(command, article.document.uri, ...args);
  const mentionsOfRepeated = () =>
    article.analysis.entities
      .filter(({ canonical, label }) => canonical === repeated.canonical && label === repeated.label)
      .map((mention) => describeRange(rangeOf(article.document, mention)))
      .sort();

  it('a hover tells the label and the name of an entity', async () => {
    const text = await hoverText(at(repeated.start + 1));
    assert.match(text, new RegExp(`\\b${repeated.label}\\b`));
    assert.ok(text.includes(repeated.canonical), text);
  });

  it('a hover tells who speaks in a quotation', async () => {
    const free = freeOffset(article, spoken);
    const text = await hoverText(at(free));
    assert.ok(spoken.speaker && text.includes(spoken.speaker.text), text);
  });

  it('references are all mentions of the entity', async () => {
    const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', at(repeated.start + 1));
    assert.deepEqual(found.map(({ range }) => describeRange(range)).sort(), mentionsOfRepeated());
  });

  it('highlights are all mentions of the entity', async () => {
    const found = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      at(repeated.start + 1),
    );
    assert.deepEqual(found.map(({ range }) => describeRange(range)).sort(), mentionsOfRepeated());
  });

  it('the definition of a quotation is its speaker', async () => {
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      at(freeOffset(article, spoken)),
    );
    const ranges = found.map((place) =>
      'range' in place ? place.range : (place.targetSelectionRange ?? place.targetRange),
    );
    assert.ok(spoken.speaker);
    assert.deepEqual(ranges.map(describeRange), [describeRange(rangeOf(article.document, spoken.speaker))]);
  });

  it('the selection grows from the word to the whole text, each step in the next', async () => {
    const [range] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [
      at(repeated.start + 1),
    ]);
    const steps: vscode.Range[] = [];
    for (let step = range; step; step = step.parent) steps.push(step.range);
    assert.ok(
      steps.some((step) => step.isEqual(rangeOf(article.document, repeated))),
      'the mention is no step',
    );
    assert.ok(steps.length >= 4, `only ${steps.length} steps`);
    steps.slice(1).forEach((outer, index) => assert.ok(outer.contains(steps[index] as vscode.Range)));
  });

  it('the outline begins with the headline and names the speakers', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    const headline = article.analysis.lines.find((line) => line.class === 'headline');
    const names = symbols.flatMap(function all(symbol): string[] {
      return [symbol.name, symbol.detail, ...symbol.children.flatMap(all)];
    });
    if (headline)
      assert.ok(names.some((name) => article.document.lineAt(headline.line - 1).text.includes(name) && name));
    assert.ok(spoken.speaker);
    assert.ok(names.join('\n').includes(spoken.speaker.text), names.join('\n'));
  });

  it('runs of boilerplate fold', async () => {
    const ranges = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    const boilerplate = new Set(
      article.analysis.lines
        .filter((line) => !['headline', 'body', 'byline'].includes(line.class))
        .map((line) => line.line - 1),
    );
    assert.ok(ranges.length > 0, 'nothing folds');
    assert.ok(
      ranges.some(({ start }) => boilerplate.has(start)),
      'no boilerplate folds',
    );
  });

  it('entities are found in the workspace by name', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      repeated.canonical,
    );
    assert.ok(
      found.some(({ name }) => name.includes(repeated.canonical)),
      found.map(({ name }) => name).join(),
    );
  });

  async function hoverText(position: vscode.Position): Promise<string> {
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', position);
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
  }
});

const describeRange = ({ start, end }: vscode.Range): string =>
  `${start.line + 1}:${start.character}–${end.line + 1}:${end.character}`;

/** An offset in a quotation that lies in none of its entities. */
function freeOffset({ analysis }: OpenArticle, { start, end }: Quotation): number {
  for (let offset = start; offset < end; offset += 1) {
    if (!analysis.marked.some((entity) => entity.start <= offset && offset <= entity.end)) return offset;
  }
  return start;
}
