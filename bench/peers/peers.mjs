/**
 * The programs that are measured beside ours: adding one is one file and one line. A module exports `open`, which loads
 * the program and gives what reads a text. Each reads what it is made for: `arabic` news, or else `english` speeches, as
 * many bytes as it gets through in some seconds.
 * @typedef {{ open: () => Promise<(text: string) => unknown> }} PeerModule
 * @type {readonly { name: string, does: string, language: 'arabic' | 'english', bytes: number, load: () => Promise<PeerModule> }[]}
 */
export const PEERS = [
  {
    name: '@nlpjs/lang-ar',
    does: 'normalises, cuts words, stems',
    language: 'arabic',
    bytes: 6e6,
    load: () => import('./nlpjs.mjs'),
  },
  {
    name: 'cspell-lib with @cspell/dict-ar',
    does: 'looks up each word in a list of correct spellings; no suggestions',
    language: 'arabic',
    bytes: 2e6,
    load: () => import('./cspell.mjs'),
  },
  {
    name: 'wink-nlp',
    does: 'cuts words and sentences, tags parts of speech, finds dates, amounts and the like (no names of people or places), negation, sentiment',
    language: 'english',
    bytes: 2e6,
    load: () => import('./wink.mjs'),
  },
  {
    name: 'compromise',
    does: 'cuts words and sentences, tags parts of speech, finds people, places and organisations',
    language: 'english',
    bytes: 5e5,
    load: () => import('./compromise.mjs'),
  },
  {
    name: 'natural',
    does: 'cuts words, tags parts of speech (Brill), stems (Porter)',
    language: 'english',
    bytes: 1e6,
    load: () => import('./natural.mjs'),
  },
  {
    name: 'retext',
    does: 'parses sentences and words; rules for repeated words, a and an, passive voice',
    language: 'english',
    bytes: 1e6,
    load: () => import('./retext.mjs'),
  },
  {
    name: 'retext with spelling',
    does: 'the same, and looks up each word in a Hunspell dictionary, with suggestions',
    language: 'english',
    bytes: 2e5,
    load: () => import('./retext-spelling.mjs'),
  },
  {
    name: 'harper.js',
    does: 'checks spelling and grammar, with suggestions (WebAssembly)',
    language: 'english',
    bytes: 5e4,
    load: () => import('./harper.mjs'),
  },
];
