import { expect, it } from 'vitest';
import { type PartRow, partTable, totals } from './part-table.ts';

type Detail = Parameters<typeof partTable>[0][number];

const program = (packages: Record<string, number>, bytes = 1000) =>
  ({
    artifact: { bytes },
    image: null,
    mainModule: 'a.b/shop',
    modules: [{ path: 'a.b/x' }],
    packages: Object.entries(packages).map(([path, size]) => ({ path, bytes: size })),
    unowned: [{ name: 'other', bytes: 7 }],
  }) as unknown as Detail;

const told = (rows: readonly PartRow[], depth = 0): unknown[] =>
  rows.flatMap(({ name, bytes, change, rows: within }) => [
    ['  '.repeat(depth) + name, ...bytes, change],
    ...told(within, depth + 1),
  ]);

it('has a column for each build and a row for each module, the most different first', () => {
  const table = partTable([
    program({ main: 100, runtime: 300, 'net/http': 50 }),
    program({ main: 100, runtime: 310, 'a.b/x': 20 }),
    program({ main: 110, runtime: 305, 'a.b/x': 25 }),
  ]);
  expect(told(table)).toEqual([
    ['(standard-library)', 350, 310, 305, -45],
    ['  net/http', 50, null, null, -50],
    ['  runtime', 300, 310, 305, 5],
    ['a.b/x', null, 20, 25, 25],
    ['  a.b/x', null, 20, 25, 25],
    ['a.b/shop', 100, 100, 110, 10],
    ['  main', 100, 100, 110, 10],
    ['(unowned)', 7, 7, 7, 0],
    ['  other', 7, 7, 7, 0],
  ]);
});

it('tells a build whose packages are not known from one that has none of them', () => {
  const [row] = partTable([program({ main: 100 }), program({}), program({ main: 120 })]);
  expect(row?.bytes).toEqual([100, undefined, 120]);
  expect(row?.change).toBe(20);
  expect(partTable([program({}), program({ main: 1 })])[0]?.change).toBeUndefined();
});

const image = (...layers: [string, number][]) =>
  ({
    image: { layers: layers.map(([createdBy, bytes]) => ({ createdBy, bytes, diffId: '' })) },
  }) as unknown as Detail;

it('lists the layers of images, those of one step by their order', () => {
  const table = partTable([image(['RUN a', 1], ['RUN a', 5]), image(['RUN a', 1], ['COPY b', 9])]);
  expect(told(table)).toEqual([
    ['COPY b', null, 9, 9],
    ['RUN a', 5, null, -5],
    ['RUN a', 1, 1, 0],
  ]);
});

it('adds up the whole files', () => {
  expect(totals([program({}, 10), program({}, 30)])).toEqual({ bytes: [10, 30], change: 20 });
});
