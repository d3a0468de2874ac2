import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { moduleMoves, type ModulePackage, type MovingModule } from './module-moves.ts';

const part = (below: string, bytes: number, functions = Math.ceil(bytes / 500)): ModulePackage => ({
  below,
  bytes,
  functions,
});
const module = (
  path: string,
  a: ModulePackage[] | null,
  b: ModulePackage[] | null,
  replacementB: string | null = null,
): MovingModule => ({ path, replacementA: null, replacementB, a, b });

it.each<[string, MovingModule[], [from: string[], to: string[]][]]>([
  [
    'yaml went to its new home',
    [
      module('gopkg.in/yaml.v3', [part('', 310_000, 420)], null),
      module('go.yaml.in/yaml/v3', null, [part('', 312_000, 424)]),
    ],
    [[['gopkg.in/yaml.v3'], ['go.yaml.in/yaml/v3']]],
  ],
  [
    'the next major version, also if it is another program',
    [
      module('github.com/x/y/v2', [part('', 10_000), part('z', 20_000)], null),
      module('github.com/x/y/v3', null, [part('', 90_000)]),
    ],
    [[['github.com/x/y/v2'], ['github.com/x/y/v3']]],
  ],
  [
    'the first major version with a path of its own',
    [module('github.com/x/y', [part('', 9000)], null), module('github.com/x/y/v2', null, [part('', 9000)])],
    [[['github.com/x/y'], ['github.com/x/y/v2']]],
  ],
  [
    'a fork by another owner',
    [
      module('github.com/dgrijalva/jwt-go', [part('', 60_000, 100)], null),
      module('github.com/golang-jwt/jwt/v4', null, [part('', 66_000, 110)]),
    ],
    [[['github.com/dgrijalva/jwt-go'], ['github.com/golang-jwt/jwt/v4']]],
  ],
  [
    'a fork of several packages',
    [
      module('github.com/a/kit', [part('log', 10_000), part('sd', 50_000)], null),
      module('example.com/b/kit', null, [part('log', 12_000), part('sd', 49_000), part('new', 9000)]),
    ],
    [[['github.com/a/kit'], ['example.com/b/kit']]],
  ],
  [
    'a replace by a fork',
    [module('github.com/a/kit', [part('', 9000)], [part('', 9500)], 'github.com/b/kit')],
    [[['github.com/a/kit'], ['github.com/b/kit']]],
  ],
  [
    'a replace of a module that is not in the program',
    [module('github.com/a/kit', [], [], 'github.com/b/kit')],
    [],
  ],
  [
    'the same last name, but another module',
    [
      module('k8s.io/api', [part('core/v1', 400_000), part('apps/v1', 90_000)], null),
      module('example.com/api', null, [part('client', 380_000)]),
    ],
    [],
  ],
  [
    'one package each, of the same name and size, with another number of functions',
    [
      module('github.com/a/uuid', [part('', 9000, 20)], null),
      module('github.com/b/uuid', null, [part('', 9000, 80)]),
    ],
    [],
  ],
  [
    'another name',
    [
      module('github.com/a/zap', [part('', 9000, 20)], null),
      module('github.com/a/zerolog', null, [part('', 9000, 20)]),
    ],
    [],
  ],
  [
    'two that fit equally',
    [
      module('github.com/a/kit', [part('', 9000, 20)], null),
      module('github.com/b/kit', null, [part('', 9000, 20)]),
      module('github.com/c/kit', null, [part('', 9000, 20)]),
    ],
    [],
  ],
  [
    'a package became a module of its own',
    [
      module('cloud.google.com/go', [part('storage', 80_000), part('iam', 9000)], [part('iam', 9000)]),
      module('cloud.google.com/go/storage', null, [part('', 82_000)]),
    ],
    [[['cloud.google.com/go'], ['cloud.google.com/go', 'cloud.google.com/go/storage']]],
  ],
  [
    'and was joined again',
    [
      module('cloud.google.com/go', [part('iam', 9000)], [part('storage', 80_000), part('iam', 9000)]),
      module('cloud.google.com/go/storage', [part('', 82_000)], null),
    ],
    [[['cloud.google.com/go', 'cloud.google.com/go/storage'], ['cloud.google.com/go']]],
  ],
  [
    'added and removed at once, without packages in the program',
    [module('github.com/a/kit', [], null), module('github.com/b/kit', null, [])],
    [],
  ],
])('%s', (_, modules, expected) => {
  expect(moduleMoves(modules).map(({ from, to }) => [from, to])).toEqual(expected);
});

const packages = fc.option(
  fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom('', 'log', 'sd', 'x/y'),
        fc.integer({ min: 0, max: 50_000 }),
        fc.nat({ max: 90 }),
      )
      .map(([below, bytes, functions]) => part(below, bytes, functions)),
    { selector: ({ below }) => below },
  ),
  { nil: null },
);
const anyModules = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('kit', 'jwt', 'jwt-go', 'kit/v2', 'kit/v3'),
      packages,
      packages,
    )
    .map(([owner, name, a, b]) => module(`example.com/${owner}/${name}`, a, b))
    .filter(({ a, b }) => a !== null || b !== null),
  { selector: ({ path }) => path },
);

it('nothing is in two moves; what is moved was there and is there', () => {
  fc.assert(
    fc.property(anyModules, (modules) => {
      const moves = moduleMoves(modules);
      const names = moves.flatMap(({ from, to }) => [...new Set([...from, ...to])]);
      expect(new Set(names).size).toBe(names.length);
      for (const { from, to } of moves) {
        expect(from.every((path) => modules.find((each) => each.path === path)?.a != null)).toBe(true);
        expect(to.every((path) => modules.find((each) => each.path === path)?.b != null)).toBe(true);
      }
    }),
  );
});

it('modules that are on both sides do not move', () => {
  fc.assert(
    fc.property(anyModules, (modules) => {
      const both = modules.filter(({ a, b }) => a !== null && b !== null);
      expect(moduleMoves(both)).toEqual([]);
    }),
  );
});
