/**
 * The parts of the bench, in the order in which they run: adding one is one file and one line. A part's module exports
 * `run`, which measures and gives its tables, or null where what it reads does not lie beside the project.
 * @type {readonly { name: string, title: string, long?: boolean, load: () => Promise<{ run: () => Promise<import('./lib/tables.mjs').Table[] | null> }> }[]}
 */
export const PARTS = [
  {
    name: 'stages',
    title: 'what each stage of the analysis costs',
    load: () => import('./parts/stages.mjs'),
  },
  {
    name: 'keystrokes',
    title: 'from a key pressed to the new marks, through the server',
    load: () => import('./parts/keystrokes.mjs'),
  },
  {
    name: 'start-up',
    title: 'from a start to the first marks, and the size of what ships',
    load: () => import('./parts/start-up.mjs'),
  },
  {
    name: 'editor',
    title: 'activation and first marks in a real VS Code',
    load: () => import('./parts/editor.mjs'),
  },
  {
    name: 'memory',
    title: 'what memory the server takes, and gives back',
    load: () => import('./parts/memory.mjs'),
  },
  {
    name: 'peers',
    title: 'how fast articles are read from nothing, beside programs of others (installs them from npm)',
    load: () => import('./parts/peers.mjs'),
  },
  {
    name: 'news',
    title: '50 MB of raw news, each article read once',
    long: true,
    load: () => import('./parts/news.mjs'),
  },
  {
    name: 'worst',
    title: 'texts that nobody writes, and time against size',
    load: () => import('./parts/worst.mjs'),
  },
  {
    name: 'corpus',
    title: 'the command line over 100,000 articles, and killed in the middle of a folder',
    long: true,
    load: () => import('./parts/corpus.mjs'),
  },
  {
    name: 'reader',
    title: 'how long the reading view takes for a megabyte',
    load: () => import('./parts/reader.mjs'),
  },
  {
    name: 'reanchoring',
    title: 'annotations found again where nobody followed the edits',
    load: () => import('./parts/reanchoring.mjs'),
  },
];
