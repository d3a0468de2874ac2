import { describe, expect, it } from 'vitest';
import type { Comparison, ModuleDelta, Move, NamedDelta } from '#contract/comparison';
import { embeddedRows, flatRows, functionRows, type GrowthRow, isKnown, moduleRows } from './rows.ts';

const delta = (a: number | null, b: number | null) => ({
  a,
  b,
  change: (b ?? 0) - (a ?? 0),
  percent: null,
});
const module = (
  path: string,
  kind: ModuleDelta['kind'],
  a: number | null,
  b: number | null,
  [versionA, versionB]: [string | null, string | null] = [null, null],
): ModuleDelta => ({ path, kind, versionA, versionB, ...delta(a, b) });
const named = (name: string, of: string | null, a: number | null, b: number | null) => ({
  name,
  module: of,
  ...delta(a, b),
});
const move = (kind: Move['kind'], from: string, to: string, withModule = false): Move => ({
  kind,
  from: [from],
  to: [to],
  moved: 80,
  withModule,
  ...delta(80, 82),
});
const comparison = (change: Partial<Comparison>) =>
  ({ modules: [], packages: [], moves: [], ...change }) as unknown as Comparison;

const told = (rows: readonly GrowthRow[], depth = 0): string[] =>
  rows.flatMap((row) => [
    `${'  '.repeat(depth)}${[...row.from, ''].join(' → ')}${row.name} ${row.change}${row.versions ? ` ${row.versions}` : ''}`,
    ...told(row.rows, depth + 1),
  ]);

describe('moduleRows', () => {
  it('groups packages by module, largest change first, with moves where they belong', () => {
    const rows = moduleRows(
      comparison({
        modules: [
          module('', 'standard-library', 500, 560, ['go1.26.1', 'go1.27.0']),
          module('example.com/shop', 'main', 100, 90),
          module('k8s.io/client-go', 'dependency', null, 300, [null, 'v0.29.1']),
          module('example.com/same', 'dependency', 7, 7, ['v1.0.0', 'v1.0.1']),
          module('', 'c', 10, 15),
        ],
        packages: [
          named('runtime', '', 400, 450),
          named('main', 'example.com/shop', 100, 90),
          named('k8s.io/client-go/rest', 'k8s.io/client-go', null, 100),
          named('k8s.io/client-go/kubernetes', 'k8s.io/client-go', null, 200),
          named('(C) sqlite3.c', null, 10, 15),
        ],
        moves: [
          move('module', 'gopkg.in/yaml.v3', 'go.yaml.in/yaml/v3'),
          move('package', 'gopkg.in/yaml.v3', 'go.yaml.in/yaml/v3', true),
          move('package', 'net/http', 'net/http/internal/http2'),
        ],
      }),
    );
    expect(told(rows)).toEqual([
      'k8s.io/client-go 300 v0.29.1',
      '  k8s.io/client-go/kubernetes 200',
      '  k8s.io/client-go/rest 100',
      '(standard-library) 60 go1.26.1 → go1.27.0',
      '  runtime 50',
      '  net/http → net/http/internal/http2 2',
      'example.com/shop -10',
      '  main -10',
      '(c) 5',
      '  (C) sqlite3.c 5',
      'gopkg.in/yaml.v3 → go.yaml.in/yaml/v3 2',
      '  gopkg.in/yaml.v3 → go.yaml.in/yaml/v3 2',
      'example.com/same 0 v1.0.0 → v1.0.1',
    ]);
  });

  it('keeps versions where sizes are not known', () => {
    const unknown = { ...module('a.b/c', 'dependency', null, null, ['v1', 'v2']), change: null };
    expect(told(moduleRows(comparison({ modules: [unknown] })))).toEqual(['a.b/c null v1 → v2']);
  });
});

it('flatRows leaves out what did not change', () => {
  const deltas: NamedDelta[] = [
    { name: '.text', ...delta(1, 3) },
    { name: '.same', ...delta(4, 4) },
  ];
  expect(flatRows('sections', deltas).map(({ name }) => name)).toEqual(['.text']);
});

it('embeddedRows lists all files, those that changed first', () => {
  const a = {
    embedded: [
      { path: 'big.css', bytes: 90, package: null },
      { path: 'old.txt', bytes: 5, package: null },
    ],
  };
  const b = {
    embedded: [
      { path: 'big.css', bytes: 90, package: null },
      { path: 'small.css', bytes: 2, package: null },
    ],
  };
  expect(told(embeddedRows(a, b))).toEqual(['old.txt -5', 'small.css 2', 'big.css 0']);
});

const func = (name: string, codeBytes: number, from = 'net/http') => ({
  name,
  package: from,
  instances: 1,
  codeBytes,
});

it('functionRows compares the functions of one package by machine code, also if it has moved', () => {
  const a = [
    func('net/http.Get', 10),
    func('net/http.(*Server).Serve', 90),
    func('net/http.Same', 5),
    func('old/p.F', 7, 'old/p'),
  ];
  const b = [
    func('net/http.Get', 30),
    func('net/http.Post', 8),
    func('net/http.Same', 5),
    func('new/p.F', 9, 'new/p'),
  ];
  expect(told(functionRows({ a, b }, 'net/http'))).toEqual(['(*Server).Serve -90', 'Get 20', 'Post 8']);
  expect(told(functionRows({ a, b }, 'new/p', 'old/p'))).toEqual(['F 2']);
});

const changed = { a: 10, b: 12, change: 2, percent: 20 };
const bucket = { ...changed, name: 'code' };
const owned = { bytes: 9, percent: 90, byReference: 0, byShare: 0 };

it.each([
  ['buckets', { change: changed, buckets: [], owned: null }, false],
  ['packages', { change: changed, buckets: [], owned: null }, false],
  ['packages', { change: changed, buckets: [bucket], owned: null }, false],
  ['sections', { change: changed, buckets: [bucket], owned: null }, true],
  ['packages', { change: changed, buckets: [bucket], owned }, true],
  ['modules', { change: { ...changed, b: 10, change: 0 }, buckets: [], owned }, true],
])('of %s in %j it is known whether they changed: %j', (view, sides, known) => {
  expect(isKnown(view, sides)).toBe(known);
});
