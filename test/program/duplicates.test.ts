import { describe, expect, test } from 'vitest';
import { useHashiya } from './hashiya.ts';
import { story } from './stories.ts';

const cli = useHashiya();
const { run: hashiya, write: file } = cli;

describe('duplicates', () => {
  test('prints groups with what they share, and related articles with the statement', () => {
    file('a.txt', story(1));
    file('b.txt', story(1).replace('جديد', 'آخر'));
    file('c.txt', story(2));
    const said = [
      'وقالت الوزيرة "لدينا معلومات تفيد بأن منسوب البحيرة سيرتفع خلال أسابيع، ونحن مستعدون لفتح البوابات".',
      'وأضافت الوزيرة: "لدينا معلومات مفادها أن منسوب مياه البحيرة سيرتفع خلال أسابيع، وإننا مستعدون لفتح البوابات".',
    ];
    file('d.txt', `${story(13)}\n${said[0]}`);
    file('e.txt', `${story(28)}\n${said[1]}`);
    const run = hashiya('duplicates');
    expect(run).toMatchObject({ status: 0, err: '' });
    expect(run.out).toContain('Near-duplicates: 1 group, 2 of 5 articles\n');
    expect(run.out).toContain('  b.txt  100% shared with a.txt\n');
    expect(run.out).toContain(`  e.txt:4  ${said[1]}\n`);
    const found = JSON.parse(hashiya('duplicates', '--json').out) as {
      groups: string[][];
      related: { files: string[]; statements: { sentences: { line: number; text: string }[] }[] }[];
    };
    expect(found.groups).toEqual([['a.txt', 'b.txt']]);
    expect(found.related.map(({ files }) => files)).toEqual([['d.txt', 'e.txt']]);
    expect(found.related[0]?.statements[0]?.sentences.map(({ text }) => text)).toEqual(said);
  });
});
