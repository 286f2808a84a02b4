import fc from 'fast-check';
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, plainPath, quote, quoteMarkdown, shorten } from './quoting.ts';

/** The renderer of VS Code's hovers, with raw HTML let through, which VS Code itself does not. */
const marked = new Marked({ gfm: true });

const rendered = (markdown: string): string => marked.parse(markdown, { async: false });
/** What a browser shows of HTML that has nothing but text in one paragraph. */
const shown = (html: string): string => {
  const [, inner = `not one paragraph: ${html}`] = /^<p>([\s\S]*)<\/p>\n$/.exec(html) ?? [];
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return inner.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');
};

const PIECES = [
  ...'[]()<>!`*_~#|$\\"\'&:;/@.-+=',
  'http://e.example',
  'www.e.example',
  'a@b.example',
  'command:x',
  '<img src=x onerror=alert(1)>',
  '</p><script>',
  '&lt;',
  '$(flame)',
  'موسكو',
  ' ',
  '\n',
  '- x',
  '1. x',
  '    x',
  '|a|b|\n|-|-|',
];

describe('article text in a hover', () => {
  it('is shown letter by letter, whatever it is', () => {
    const texts = fc.array(
      fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        const html = rendered(`**${quoteMarkdown(text, 1000)}**`);
        const bare = html.replace(/<\/?strong>/g, '');
        expect(bare).not.toMatch(/<(?!\/?p>)/);
        expect(shown(bare)).toBe(`\u2068«${shorten(text, 1000)}»\u2069`);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['[موسكو](command:workbench.action.quit)'],
    ['<img src=x onerror=alert(1)>'],
    ['![x](http://e.example/x.png)'],
    ['http://e.example www.e.example a@b.example'],
  ])('%s would do something if it were not escaped', (text) => {
    expect(rendered(text)).toMatch(/<(?:a|img) /);
    expect(rendered(escapeMarkdown(text))).not.toMatch(/<(?:a|img) /);
  });
});

describe('article text in a plain message', () => {
  it.each([
    ['قال\n\tبوتين', 80, '\u2068«قال بوتين»\u2069'],
    ['\u202eقلب\u202c\u2066', 80, '\u2068«قلب»\u2069'],
    ['الأولى الثانية الثالثة', 15, '\u2068«الأولى الثانية…»\u2069'],
    ['😀😀😀', 3, '\u2068«😀…»\u2069'],
  ])('%j in %i code units is %j', (text, longest, expected) => expect(quote(text, longest)).toBe(expected));
});

it.each([
  ['file:///corpus/%D8%AE%D8%A8%D8%B1.txt', '/corpus/خبر.txt'],
  ['file:///100%25', '/100%'],
  ['memory:/a%zz', 'memory:/a%zz'],
])('a person reads %s as %s', (uri, path) => {
  expect(plainPath(uri).replace(/[\u2068\u2069]/g, '')).toBe(path);
});
