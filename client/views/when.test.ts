import { describe, expect, it } from 'vitest';
import { timeAgo } from './when.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');

describe('how long ago something was', () => {
  it.each([
    ['2026-03-10T11:59:30Z', 'now'],
    ['2026-03-10T11:58:59Z', '1 minute ago'],
    ['2026-03-10T11:15:00Z', '45 minutes ago'],
    ['2026-03-10T09:59:00Z', '2 hours ago'],
    ['2026-03-09T11:00:00Z', 'yesterday'],
    ['2026-03-01T12:00:00Z', 'last week'],
    ['2025-12-01T12:00:00Z', '3 months ago'],
    ['2023-03-10T12:00:00Z', '3 years ago'],
    // A clock that goes ahead of ours.
    ['2026-03-10T12:05:00Z', 'now'],
    ['not an instant', 'not an instant'],
  ])('%s is %s', (at, expected) => expect(timeAgo(at, NOW, 'en')).toBe(expected));

  it('is said in Arabic, too', () => {
    expect(timeAgo('2026-03-10T11:15:00Z', NOW, 'ar')).toMatch(/دقيقة/);
  });
});
