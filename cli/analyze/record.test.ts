import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord } from './record.ts';

const read = (json: string | Uint8Array, textField = 'text') =>
  readRecord(typeof json === 'string' ? Buffer.from(json) : json, textField);

describe('readRecord', () => {
  const good: [what: string, json: string, text: string, file: string | null, meta: string][] = [
    ['an article alone', '{"text":"خبر"}', 'خبر', null, '{}'],
    [
      'other fields in their order',
      '{"id":7,"text":"خبر","tags":["أ"]}',
      'خبر',
      null,
      '{"id":7,"tags":["أ"]}',
    ],
    ['a file', '{"file":"a.txt","text":"خبر"}', 'خبر', 'a.txt', '{}'],
    ['a file that is no string', '{"file":3,"text":"خبر"}', 'خبر', null, '{"file":3}'],
    [
      'numbers longer than a double holds',
      '{"id":12345678901234567890,"text":""}',
      '',
      null,
      '{"id":12345678901234567890}',
    ],
    [
      'fields that the report has too',
      '{"meta":{"x":1},"lines":[],"text":""}',
      '',
      null,
      '{"meta":{"x":1},"lines":[]}',
    ],
    ['a field of an odd name', '{"__proto__":{"a":1},"text":""}', '', null, '{"__proto__":{"a":1}}'],
    ['escapes', '{"text":"\\u062e\\u0628\\u0631\\n","t\\u0065xt2":1}', 'خبر\n', null, '{"t\\u0065xt2":1}'],
    ['an article in a field whose name is escaped', '{"t\\u0065xt":"خبر"}', 'خبر', null, '{}'],
    ['blanks and a carriage return', ' { "text" : "خبر" , "id" : 1 } \r', 'خبر', null, '{"id" : 1}'],
    ['text within a deeper object', '{"a":{"text":"لا"},"text":"نعم"}', 'نعم', null, '{"a":{"text":"لا"}}'],
  ];
  it.each(good)('%s', (_, json, text, file, meta) => {
    expect(read(json)).toEqual({ text, file, meta });
  });

  it('takes the article from another field', () => {
    expect(read('{"body":"خبر","text":"غيره"}', 'body')).toEqual({
      text: 'خبر',
      file: null,
      meta: '{"text":"غيره"}',
    });
  });

  const bad: [json: string | Uint8Array, error: RegExp][] = [
    ['{"text":"خبر"', /^this is not JSON \(/],
    ['{text:"خبر"}', /^this is not JSON \(/],
    ['{"text":"خبر",}', /^this is not JSON \(/],
    ['// {"text":""}', /^this is not JSON \(/],
    ['["خبر"]', /^this is no JSON object$/],
    ['null', /^this is no JSON object$/],
    ['"خبر"', /^this is no JSON object$/],
    ['{"body":"خبر"}', /^there is no field "text"; say with --text-field/],
    ['{"text":null}', /^the field "text" is no string$/],
    [Uint8Array.of(0x7b, 0xc7, 0xe1, 0x7d), /^this is not UTF-8/],
  ];
  it.each(bad)('%s is refused', (json, error) => {
    expect(read(json)).toEqual({ error: expect.stringMatching(error) as string });
  });

  it('has no field "text" by inheritance', () => {
    expect(read('{}', 'constructor')).toEqual({ error: expect.stringContaining('no field') as string });
  });

  it('keeps every other field, whatever is in it', () => {
    const name = fc.string().filter((key) => key !== 'file' && key !== 'text');
    fc.assert(
      fc.property(fc.dictionary(name, fc.jsonValue()), fc.string(), (others, text) => {
        const record = read(JSON.stringify({ ...others, text }));
        expect(record).toMatchObject({ text, file: null });
        expect(JSON.parse((record as { meta: string }).meta)).toEqual(JSON.parse(JSON.stringify(others)));
      }),
    );
  });
});
