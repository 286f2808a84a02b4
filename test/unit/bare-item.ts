import type { ArticleItem } from '../../server/protocol.ts';

/** What an item is of which a test says nothing further: an undecided person. */
export const BARE_ITEM: Omit<ArticleItem, 'id' | 'range'> = {
  family: 'entity',
  label: 'PER',
  state: 'mark',
  canonical: null,
  speaker: null,
  cue: null,
  attributes: {},
  relations: [],
  note: '',
  decided: null,
};
