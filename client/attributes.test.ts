import { describe, expect, it } from 'vitest';
import type { AttributeChoice } from '../server/protocol.ts';
import {
  attributesFor,
  commonValue,
  faultOf,
  idFrom,
  missingAttributes,
  pageOf,
  wikidataSearch,
} from './attributes.ts';

const attribute = (name: string, more: Partial<AttributeChoice> = {}): AttributeChoice => ({
  name,
  type: 'text',
  title: name,
  description: '',
  values: [],
  labels: [],
  required: false,
  url: '',
  ...more,
});

const entity = (label: string, attributes: Record<string, string> = {}) =>
  ({ family: 'entity', label, attributes }) as const;

const names = (list: readonly AttributeChoice[]) => list.map(({ name }) => name);

describe('the attributes that items can have', () => {
  const SCHEME = [
    attribute('comment'),
    attribute('gender', { labels: ['PER'] }),
    attribute('kind', { labels: ['entity'], required: true }),
    attribute('tone', { labels: ['quotation'], required: true }),
  ];

  it.each<[what: string, items: Parameters<typeof attributesFor>[1], all: string[], missing: string[]]>([
    ['what is asked for and missing comes first', [entity('PER')], ['kind', 'comment', 'gender'], ['kind']],
    ['then as the scheme has them', [entity('PER', { kind: 'أ' })], ['comment', 'gender', 'kind'], []],
    ['of several items what all can have', [entity('PER'), entity('ORG')], ['kind', 'comment'], ['kind']],
    ['one of several lacks it', [entity('ORG', { kind: 'أ' }), entity('GPE')], ['kind', 'comment'], ['kind']],
  ])('%s', (_, items, all, missing) => {
    const found = attributesFor(SCHEME, items);
    expect(names(found)).toEqual(all);
    expect(names(missingAttributes(found, items))).toEqual(missing);
  });

  it.each<[what: string, values: (string | undefined)[], expected: string | null]>([
    ['all have it', ['ذكر', 'ذكر'], 'ذكر'],
    ['they differ', ['ذكر', 'أنثى'], null],
    ['one has none', ['ذكر', undefined], null],
    ['none has one', [undefined], null],
  ])('a value in common: %s', (_, values, expected) => {
    const items = values.map((value) => entity('PER', value === undefined ? {} : { gender: value }));
    expect(commonValue('gender', items)).toBe(expected);
  });
});

describe('links to a knowledge base', () => {
  const WIKIDATA = attribute('wikidata', { type: 'link', url: 'https://www.wikidata.org/wiki/{id}' });
  const LIBRARY = attribute('library', { type: 'link', url: 'https://example.org/book/{id}/page' });
  const PLAIN = attribute('number', { type: 'link' });

  it.each<[attribute: AttributeChoice, typed: string, id: string]>([
    [WIKIDATA, ' Q42 ', 'Q42'],
    [WIKIDATA, 'https://www.wikidata.org/wiki/Q42', 'Q42'],
    [WIKIDATA, 'http://wikidata.org/wiki/Q42#sitelinks', 'Q42'],
    [LIBRARY, 'https://example.org/book/%D9%83%D8%AA%D8%A7%D8%A8/page', 'كتاب'],
    [LIBRARY, 'https://example.org/book/%E0%A4%A/page', '%E0%A4%A'],
    [LIBRARY, 'https://elsewhere.org/7', 'https://elsewhere.org/7'],
    [PLAIN, 'https://elsewhere.org/7', 'https://elsewhere.org/7'],
  ])('$name: «%s» means $id', (one, typed, id) => {
    expect(idFrom(one, typed)).toBe(id);
  });

  it.each<[attribute: AttributeChoice, id: string, fault: string | null]>([
    [WIKIDATA, 'Q42', null],
    [WIKIDATA, 'L7', null],
    [WIKIDATA, 'q42', 'wikidata'],
    [WIKIDATA, 'Q042', 'wikidata'],
    [WIKIDATA, 'كتاب', 'wikidata'],
    [LIBRARY, 'كتاب', null],
    [LIBRARY, 'كتاب قديم', 'blank'],
  ])('$name: fault of «%s»', (one, id, fault) => {
    expect(faultOf(one, id)).toBe(fault);
  });

  it('names the page of an id, and where Wikidata is searched', () => {
    expect(pageOf(WIKIDATA, 'Q42')).toBe('https://www.wikidata.org/wiki/Q42');
    expect(pageOf(LIBRARY, 'أ/ب?')).toBe(`https://example.org/book/${encodeURIComponent('أ/ب?')}/page`);
    expect(pageOf(WIKIDATA, '')).toBeNull();
    expect(pageOf(PLAIN, 'Q42')).toBeNull();
    expect(wikidataSearch('بحر & نهر')).toContain(encodeURIComponent('بحر & نهر'));
  });
});
