import { expect, it } from 'vitest';
import { choiceOf, readTrendSearch, searchOf } from './trend-search.ts';

it.each([
  {},
  { series: 12 },
  { draw: 'time' as const, zoom: '120-340' },
  { series: 1, draw: 'packages' as const, zoom: '0-9', table: true as const },
])('reads and writes %j', (search) => {
  expect(searchOf(choiceOf(readTrendSearch(search)))).toEqual(search);
});

it.each([
  { series: '12' },
  { series: 1.5 },
  { draw: 'size' },
  { draw: 'noise' },
  { zoom: 12 },
  { zoom: '-5-9' },
  { zoom: '9'.repeat(30) + '-1' },
  { table: 'yes' },
])('leaves out %j', (search) => {
  expect(readTrendSearch(search)).toEqual({});
});
