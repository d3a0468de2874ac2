import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesPatterns } from './patterns.ts';

it.each([
  ['golang.org', true],
  ['golang.org/toolchain', true],
  ['golang.org/toolchain/', true],
  ['*', true],
  ['*.org', true],
  ['*.org/*', true],
  ['example.com,golang.org/t*', true],
  [',,golang.org,', true],
  ['golan?.org', true],
  ['gol[a-c]ng.org', true],
  ['gol[^x-z]ng.org', true],
  [String.raw`gol\ang.org`, true],
  ['[g]olang[.]org', true],
  ['', false],
  [',', false],
  ['golang.org/toolchain/more', false],
  ['golang', false],
  ['golang.or', false],
  ['golangxorg', false],
  ['*/*/*', false],
  ['golang.org?toolchain', false],
  ['golang.org[/]toolchain', false],
  ['gol[^a]ng.org', false],
  ['gol[c-a]ng.org', false],
  ['golang.org[', false],
  ['golang.org/[]', false],
  [String.raw`golang.org/toolchain${'\\'}`, false],
  [' golang.org', false],
  ['none', false],
])('%s matches golang.org/toolchain: %s', (patterns, matches) => {
  expect(matchesPatterns(patterns, 'golang.org/toolchain')).toBe(matches);
});

it('never throws, and a path matches itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (patterns, path) => {
      matchesPatterns(patterns, path);
    }),
  );
  const word = fc.stringMatching(/^[a-z.+()|{}$]{1,8}$/);
  fc.assert(
    fc.property(word, word, (host, name) => {
      expect(matchesPatterns(`${host}/${name}`, `${host}/${name}/v2`)).toBe(true);
      expect(matchesPatterns(`${host}/${name}`, `${host}/x${name}`)).toBe(false);
    }),
  );
});
