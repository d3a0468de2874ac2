import { expect, it } from 'vitest';
import { settingFacts } from './build-settings.ts';

const settings = (values: Record<string, string>) =>
  Object.entries(values).map(([key, value]) => ({ key, value }));
const unknown = { race: null, trimpath: null, cgo: null, fips140: null, vcs: null };
const plain = { ...unknown, race: false, trimpath: false };

it.each([
  ['nothing', {}, [], unknown],
  ['packages alone', {}, ['runtime', 'runtime/race', 'runtime/cgo'], { ...unknown, race: true, cgo: true }],
  ['packages without C', {}, ['runtime'], { ...unknown, race: false, cgo: false }],
  ['C of which Go knows nothing', {}, ['runtime', '(C) main.c'], { ...unknown, race: false, cgo: true }],
  ['flags', { '-race': 'true', '-trimpath': 'true' }, [], { ...unknown, race: true, trimpath: true }],
  ['cgo that is allowed and used', { CGO_ENABLED: '1' }, ['runtime/cgo'], { ...plain, cgo: true }],
  ['cgo that is allowed, not used', { CGO_ENABLED: '1' }, ['net'], { ...plain, cgo: false }],
  ['cgo, and no packages', { CGO_ENABLED: '1' }, [], { ...plain, cgo: true }],
  ['no cgo', { CGO_ENABLED: '0' }, [], { ...plain, cgo: false }],
  ['a version of the FIPS module', { GOFIPS140: 'v1.0.0' }, [], { ...plain, fips140: 'v1.0.0' }],
  ['no FIPS module', { GOFIPS140: 'off' }, [], plain],
  ['FIPS by GODEBUG', { DefaultGODEBUG: 'madvdontneed=1,fips140=on' }, [], { ...plain, fips140: 'latest' }],
  ['FIPS turned off', { DefaultGODEBUG: 'fips140=off' }, [], plain],
  [
    'a stamp',
    { vcs: 'git', 'vcs.revision': 'abc', 'vcs.time': '2026-01-02T03:04:05Z', 'vcs.modified': 'true' },
    [],
    { ...plain, vcs: { system: 'git', revision: 'abc', time: '2026-01-02T03:04:05Z', modified: true } },
  ],
  [
    'a part of a stamp',
    { vcs: 'hg', 'vcs.time': 'yesterday' },
    [],
    { ...plain, vcs: { system: 'hg', revision: null, time: null, modified: null } },
  ],
])('%s', (_, values, packages, expected) => {
  expect(settingFacts(settings(values), new Set(packages))).toEqual(expected);
});
