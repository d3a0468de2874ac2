import { expect, test, vi } from 'vitest';
import type { BuildRow } from '#contract/build-list';
import { programRecord } from '#testing/example-builds';
import { type Selected, Selection, whyNotComparable } from './selection.ts';

const rows = Array.from({ length: 8 }, (_, index) => ({
  build: { ...programRecord(), id: `b${8 - index}` },
})) as unknown as BuildRow[];
const ids = (selection: Selection) => selection.all.map(({ id }) => id).toSorted();
const row = (index: number) => rows[index] as BuildRow;

test('a range goes from the last build that was toggled, in both directions', () => {
  const selection = new Selection();
  selection.toggle(row(3));
  selection.extend(rows, 5);
  expect(ids(selection)).toEqual(['b3', 'b4', 'b5']);
  selection.extend(rows, 2);
  expect(ids(selection)).toEqual(['b3', 'b4', 'b5', 'b6']);
});

test('a range that begins with a build that was deselected deselects', () => {
  const selection = new Selection();
  selection.add(rows);
  selection.toggle(row(1));
  selection.extend(rows, 6);
  expect(ids(selection)).toEqual(['b1', 'b8']);
});

test('a range without a beginning is one build', () => {
  const selection = new Selection();
  selection.extend(rows, 4);
  expect(ids(selection)).toEqual(['b4']);
});

test('all that match are selected until one is toggled', () => {
  const selection = new Selection();
  selection.add(rows.slice(0, 3));
  selection.selectMatching({ filter: {}, total: 1000 });
  expect([selection.has('b999'), selection.count]).toEqual([true, 1000]);
  selection.toggle(row(0));
  expect([selection.has('b999'), ids(selection)]).toEqual([false, ['b6', 'b7']]);
});

test('who listens is told of each change', () => {
  const selection = new Selection();
  const told = vi.fn();
  const stop = selection.subscribe(told);
  selection.toggle(row(0));
  selection.remove(['b8']);
  stop();
  selection.clear();
  expect(told).toHaveBeenCalledTimes(2);
});

const program: Selected = { id: 'b1', kind: 'program', sized: true };
test.each([
  [[], 'one'],
  [[program], 'one'],
  [[program, program], null],
  [[program, { ...program, kind: 'image' }], 'kinds'],
  [[program, { ...program, sized: false }], 'size'],
  [[program, program, program, program], 'many'],
] as const)('whether %j can be compared', (chosen, why) => {
  expect(whyNotComparable(chosen, 3)).toBe(why);
});
