import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

const SOURCE = 'rule/crawl-header';

/** "2025-10-15@23:45:36 GMT": the moment of crawling, as feed readers write it. */
const CRAWL_STAMP = /^\s*\d{4}-\d\d-\d\d@\d\d:\d\d/;
const ADDRESS = /^\s*https?:\/\/\S+\s*$/i;
const IDENTIFIER = /^\s*[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\s*$/i;
const CODE = /^\s*(?:\/\/\s*[a-z]|\/\*|<!--|<script|function\s*\(|var\s+\w|window\.|\(adsbygoogle)/i;
const ENTITY = /^\s*&[a-z]+;\s*$/i;

/** A line that no person wrote: a crawler's stamp, an address, an identifier, a scrap of a page's code. */
export const crawlLine: LineRule = ({ reading: { text, tokens } }) =>
  tokens[0]?.kind === 'word'
    ? null
    : CRAWL_STAMP.test(text) || ADDRESS.test(text) || IDENTIFIER.test(text)
      ? sighting('crawl-header', 0.97, SOURCE)
      : CODE.test(text) || ENTITY.test(text)
        ? sighting('crawl-header', 0.8, SOURCE)
        : null;
