import { describe, expect, it } from 'vitest';
import { formatRelative } from './relative-time.ts';

const now = new Date('2026-11-20T12:00:00');

describe('formatRelative', () => {
  it.each([
    ['2026-11-20T11:59:40', 'now', '现在'],
    ['2026-11-20T11:55:00', '5 minutes ago', '5分钟前'],
    ['2026-11-20T09:30:00', '2 hours ago', '2小时前'],
    ['2026-11-19T23:30:00', 'yesterday', '昨天'],
    ['2026-11-16T12:00:00', '4 days ago', '4天前'],
    ['2026-11-02T14:10:00', '2 Nov, 14:10', '11月2日 14:10'],
    ['2026-11-20T12:30:00', '20 Nov, 12:30', '11月20日 12:30'],
  ])('%s is "%s" and "%s"', (iso, english, chinese) => {
    expect(formatRelative(iso, 'en', now)).toBe(english);
    expect(formatRelative(iso, 'zh-CN', now)).toBe(chinese);
  });
});
