import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MovingPackage, packageMoves } from './package-moves.ts';

const std = (path: string, a: number | null, b: number | null) => ({ path, owner: '(std)', a, b });
const own = (path: string, a: number | null, b: number | null) => ({ path, owner: '(main)', a, b });

it.each<[string, MovingPackage[], [from: string[], to: string[], moved: number][]]>([
  [
    'a folder was renamed',
    [own('m/internal/kube/watch', 40_000, null), own('m/pkg/kube/watch', null, 41_000)],
    [[['m/internal/kube/watch'], ['m/pkg/kube/watch'], 40_000]],
  ],
  [
    'one common name, of nearly the same size',
    [own('m/kube', 40_000, null), own('m/internal/kube', null, 38_000)],
    [[['m/kube'], ['m/internal/kube'], 38_000]],
  ],
  [
    'one common name, of another size',
    [own('m/kube', 40_000, null), own('m/internal/kube', null, 20_000)],
    [],
  ],
  [
    'of two that fit, the better one',
    [own('m/a/kube', 40_000, null), own('m/b/kube', null, 40_000), own('m/c/kube', null, 36_000)],
    [[['m/a/kube'], ['m/b/kube'], 40_000]],
  ],
  [
    'of two that fit equally, none',
    [own('m/a/kube', 40_000, null), own('m/b/kube', null, 40_000), own('m/c/kube', null, 40_000)],
    [],
  ],
  [
    'other owners',
    [{ path: 'x/util/strings', owner: 'x', a: 4000, b: null }, own('m/util/strings', null, 4000)],
    [],
  ],
  ['too small to tell', [own('m/a/kube', 400, null), own('m/b/kube', null, 400)], []],
  [
    'a part of a package became one below it',
    [std('net/http', 900_000, 420_000), std('net/http/internal/http2', null, 500_000)],
    [[['net/http'], ['net/http', 'net/http/internal/http2'], 480_000]],
  ],
  [
    'a part of a package became one of its name below internal',
    [std('crypto/aes', 30_000, 6_000), std('crypto/internal/fips140/aes', null, 25_000)],
    [[['crypto/aes'], ['crypto/aes', 'crypto/internal/fips140/aes'], 24_000]],
  ],
  [
    'the same at the root of the standard library',
    [std('strconv', 46_000, 13_000), std('internal/strconv', null, 32_000)],
    [[['strconv'], ['strconv', 'internal/strconv'], 32_000]],
  ],
  [
    'divided among several',
    [std('m/a', 90_000, 30_000), std('m/a/b', null, 30_000), std('m/a/c', null, 25_000)],
    [[['m/a'], ['m/a', 'm/a/b', 'm/a/c'], 55_000]],
  ],
  [
    'joined again',
    [std('net/http', 420_000, 900_000), std('net/http/internal/http2', 500_000, null)],
    [[['net/http', 'net/http/internal/http2'], ['net/http'], 480_000]],
  ],
  ['a new package below one that did not shrink', [std('m/a', 9000, 9000), std('m/a/b', null, 5000)], []],
  [
    'a new package below one that did not shrink, which is below one that did',
    [
      std('net', 288_000, 278_000),
      std('net/http', 900_000, 900_000),
      std('net/http/internal/httpcommon', null, 11_000),
    ],
    [],
  ],
  ['a new package that is much larger', [std('m/a', 9000, 7000), std('m/a/b', null, 50_000)], []],
])('%s', (_, packages, expected) => {
  expect(packageMoves(packages).map(({ from, to, moved }) => [from, to, moved])).toEqual(expected);
});

const size = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null });
const element = fc.constantFrom('a', 'b', 'kube', 'util', 'internal');
const anyPackages = fc.uniqueArray(
  fc
    .tuple(fc.array(element, { minLength: 1, maxLength: 4 }), size, size, fc.constantFrom('x', 'y'))
    .map(([path, a, b, owner]) => ({ path: [owner, ...path].join('/'), owner, a, b }))
    .filter(({ a, b }) => a !== null || b !== null),
  { selector: ({ path }) => path, maxLength: 30 },
);

it('nothing is in two moves, and every part is where it is said to be', () => {
  fc.assert(
    fc.property(anyPackages, (packages) => {
      const moves = packageMoves(packages);
      const byPath = new Map(packages.map((each) => [each.path, each]));
      const names = moves.flatMap(({ from, to }) => [...new Set([...from, ...to])]);
      expect(new Set(names).size).toBe(names.length);
      for (const { from, to, a, b, moved } of moves) {
        expect(from.reduce((sum, path) => sum + (byPath.get(path)?.a ?? Number.NaN), 0)).toBe(a);
        expect(to.reduce((sum, path) => sum + (byPath.get(path)?.b ?? Number.NaN), 0)).toBe(b);
        expect(moved).toBeLessThanOrEqual(Math.min(a, b));
        expect(new Set([...from, ...to].map((path) => byPath.get(path)?.owner)).size).toBe(1);
      }
    }),
  );
});

it('packages with names of their own are never renamed', () => {
  fc.assert(
    fc.property(anyPackages, (packages) => {
      const distinct = packages.map((each, index) => ({ ...each, path: `${each.owner}/only${index}` }));
      expect(packageMoves(distinct)).toEqual([]);
    }),
  );
});

const renamed = (packages: MovingPackage[]) =>
  packageMoves(packages).filter(({ from, to }) => from.length === 1 && to.length === 1);

it('the way back is the same way', () => {
  fc.assert(
    fc.property(anyPackages, (packages) => {
      const back = packages.map((each) => ({ ...each, a: each.b, b: each.a }));
      const there = renamed(packages).map(({ from, to }) => `${from[0]} ${to[0]}`);
      expect(new Set(renamed(back).map(({ from, to }) => `${to[0]} ${from[0]}`))).toEqual(new Set(there));
    }),
  );
});
