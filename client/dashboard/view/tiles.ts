import type { Figures } from './card.ts';
import { element, fill, titled } from '../../webview/view/dom.ts';

/** The figures that tell most, on top. */
export function tilesElement({ statistics: { dataset, coverage }, texts, numbers }: Figures): HTMLElement {
  const { accepted, rejected, open } = coverage.decisions;
  const decided = accepted + rejected;
  const { count, percent } = numbers;
  const tiles: readonly (readonly [title: string, figure: string, detail: string])[] = [
    [
      texts.annotated,
      percent(coverage.annotated, coverage.articles),
      fill(
        texts.annotatedOf,
        count(coverage.annotated),
        count(coverage.articles),
        count(coverage.status.done + coverage.status.checked),
      ),
    ],
    [texts.decidedShare, percent(decided, decided + open), fill(texts.openMarks, count(open))],
    [texts.textDecided, percent(dataset.tokensDecided, dataset.tokens), texts.textDecidedHelp],
    [
      texts.boilerplateShare,
      percent(dataset.tokensIn.boilerplate, dataset.tokens),
      fill(texts.ofTokens, count(dataset.tokensIn.boilerplate), count(dataset.tokens)),
    ],
    [texts.sentences, count(dataset.sentences), titled(texts.tokens, count(dataset.tokens))],
  ];
  return element(
    'dl',
    { class: 'tiles' },
    ...tiles.map(([title, figure, detail]) =>
      element(
        'div',
        { class: 'tile' },
        element('dt', {}, title),
        element('dd', { class: 'figure' }, element('bdi', {}, figure)),
        element('dd', { class: 'detail' }, detail),
      ),
    ),
  );
}
