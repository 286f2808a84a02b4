import type { DatasetDocument, DatasetSpan, Layer } from '../document.ts';

/** A span of a test's document, by its words. */
export interface SaidSpan {
  readonly layer: Layer;
  readonly label: string;
  /** Where in the text, by the words themselves: their first occurrence. */
  readonly words: string;
  readonly canonical?: string;
  readonly speaker?: string;
  readonly silver?: true;
}

/** A document for tests: a sentence a line, a token for every run without blanks. */
export function documentOf(
  file: string,
  text: string,
  spans: readonly SaidSpan[],
  more: Partial<Pick<DatasetDocument, 'published' | 'split'>> = {},
): DatasetDocument {
  const find = (words: string) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`${file} has no «${words}»`);
    return { start, end: start + words.length };
  };
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }, at) => ({
    start: index,
    end: index + words.length,
    number: at + 1,
    class: 'body',
    silver: true,
  }));
  return {
    file,
    text,
    pieces: [{ start: 0, source: 0, sourceCodePoint: 0, length: text.length }],
    published: null,
    articleAttributes: {},
    split: null,
    lines,
    sentences: lines
      .map(({ start, end }) =>
        [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: token, index }) => ({
          start: start + index,
          end: start + index + token.length,
          proper: start + index,
        })),
      )
      .filter((sentence) => sentence.length > 0),
    spans: spans.map(({ layer, label, words, canonical, speaker, silver }): DatasetSpan => {
      const { start, end } = find(words);
      return {
        id: `${label}:${start}-${end}`,
        layer,
        label,
        start,
        end,
        silver: silver ?? false,
        annotator: silver ? null : 'huda',
        source: 'hand',
        canonical: canonical ?? null,
        value: null,
        speaker: speaker === undefined ? null : find(speaker),
        cue: null,
        attributes: {},
        relations: [],
        note: '',
        line: text.slice(0, start).split('\n').length,
      };
    }),
    ...more,
  };
}
