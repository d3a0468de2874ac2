import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFilter } from '#contract/build-list';
import { chosenFilters, filterOf, nextOrder, readChoices, readOrder, writeOrder } from './choices.ts';

const now = new Date(2026, 10, 29, 15, 30);

test.each([
  [{ q: '  fix main ' }, { text: 'fix main' }],
  [{ kind: 'image' }, { kind: 'image' }],
  [{ kind: 'container' }, {}],
  [{ status: 'failed,nonsense,recorded' }, { status: ['failed', 'recorded'] }],
  [{ status: 'nonsense' }, {}],
  [
    { go: 'go1.26.1', target: 'linux/arm64' },
    { goVersion: 'go1.26.1', target: 'linux/arm64' },
  ],
  [{ since: '7d' }, { since: new Date(2026, 10, 22).toISOString() }],
  [{ since: '0d' }, { since: new Date(2026, 10, 29).toISOString() }],
  // The whole day.
  [{ until: '2026-11-03' }, { until: new Date(2026, 10, 4).toISOString() }],
  [{ since: '2026-02-30' }, {}],
  [{ since: '99999999d' }, {}],
  [{ pinned: 'true' }, { pinned: true }],
  [{ pinned: 'false' }, {}],
  [{ branch: 'x'.repeat(1000) }, { branch: 'x'.repeat(300) }],
])('an address with %j', (search, filter) => {
  expect(filterOf(readChoices(search, now), null, now)).toEqual(filter);
});

test('the project is a filter', () => {
  expect(filterOf({}, '/home/me/shop', now)).toEqual({ project: '/home/me/shop' });
});

test('any address makes a filter that the contract takes, and choices that are read the same again', () => {
  const names = ['q', 'kind', 'status', 'since', 'until', 'pinned', 'sort', 'go', 'flag', '__proto__'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' })), (search) => {
      const choices = readChoices(search, now);
      expect(buildFilter.safeParse(filterOf(choices, null, now)).error).toBeUndefined();
      expect(readChoices(choices, now)).toEqual(choices);
    }),
  );
});

test.each([
  [undefined, undefined],
  ['bytes', { by: 'bytes', descending: false }],
  ['-bytes', { by: 'bytes', descending: true }],
  ['--bytes', undefined],
  ['constructor', undefined],
] as const)('the order %j', (text, order) => {
  expect(readOrder(text)).toEqual(order);
  if (order) expect(writeOrder(order)).toBe(text);
});

test('a heading sorts in the useful direction first, then in the other', () => {
  const newest = { by: 'started', descending: true } as const;
  expect(nextOrder(newest, 'started')).toEqual({ by: 'started', descending: false });
  expect(nextOrder(newest, 'bytes')).toEqual({ by: 'bytes', descending: true });
  expect(nextOrder(newest, 'subject')).toEqual({ by: 'subject', descending: false });
  expect(writeOrder(newest)).toBeUndefined();
});

test('the order is no filter', () => {
  expect(chosenFilters({ sort: 'bytes', q: 'x', tag: 'v1' })).toEqual(['q', 'tag']);
});
