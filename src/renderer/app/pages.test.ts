import { expect, it, vi } from 'vitest';

vi.mock('#shared/client.ts', () => ({}));

const { pages } = await import('./pages.ts');

it.each(['path', 'title', 'key'] as const)('no two pages have the same %s', (property) => {
  const values = pages.map((page) => page[property]).filter((value) => value !== undefined);
  expect(values.length).toBeGreaterThan(1);
  expect(new Set(values).size).toBe(values.length);
});

it('keys are lowercase letters other than g, which precedes them', () => {
  const keys = pages.map(({ key }) => key).filter((key) => key !== undefined);
  for (const key of keys) expect(key).toMatch(/^[a-fh-z]$/);
});

it('every page in the sidebar has a key', () => {
  expect(pages.filter(({ sidebar, key }) => sidebar !== undefined && key === undefined)).toEqual([]);
});
