import { expect, it } from 'vitest';
import { ownTags, switchThatLeavesOut } from './build-tags.ts';

const own = ownTags({ os: 'linux', arch: 'amd64', cgo: false, minor: 26 });

it.each<[string, string[], ReturnType<typeof switchThatLeavesOut>]>([
  ['!nopprof', [], { tag: 'nopprof', on: true }],
  ['pprof', ['pprof'], { tag: 'pprof', on: false }],
  ['linux && !nopprof', [], { tag: 'nopprof', on: true }],
  ['!windows && !(nopprof || small)', [], { tag: 'nopprof', on: true }],
  ['debug || linux', ['debug'], null],
  ['a || b', ['a', 'b'], null],
  ['a || b', ['a'], { tag: 'a', on: false }],
  ['linux && amd64 && go1.18 && unix && gc', [], null],
  ['!cgo', [], null],
  ['!(a', [], null],
  ['', [], null],
])('//go:build %s with the tags %j', (condition, tags, wanted) => {
  const text = `// A licence.\n\n//go:build ${condition}\n\npackage main\n`;
  expect(switchThatLeavesOut(text, new Set(tags), own)).toEqual(wanted);
});

it.each(['package main\n', 'package main\n\n//go:build !late\n'])('%j has no condition', (text) => {
  expect(switchThatLeavesOut(text, new Set(), own)).toBeNull();
});
