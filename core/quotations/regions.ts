import type { LineClass } from '../labels/line-classes.ts';

/**
 * The part of the page that each line belongs to, by name: lines of one name may share quotations and speakers. The
 * article and the article appended to it are each one part; every other line stands for itself, and an advertisement
 * between paragraphs parts nothing.
 */
export function regionsOf(classes: readonly (LineClass | null)[]): string[] {
  let latest = 'article';
  return classes.map((lineClass, i) => {
    switch (lineClass) {
      case 'headline':
      case 'body':
      case 'byline':
        return (latest = 'article');
      case 'appended-article':
        return (latest = 'appended');
      case null:
      case 'ad':
        return latest;
      default:
        return `line ${i}`;
    }
  });
}
