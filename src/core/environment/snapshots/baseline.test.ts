import { expect, it } from 'vitest';
import { tellDrift } from '#contract/words/drift';
import { exampleSnapshot } from '#testing/example-snapshots';
import { baselineOf, driftFrom, formatBaseline } from './baseline.ts';

const snapshot = exampleSnapshot();
const drift = (must: Record<string, string | null>, more: Parameters<typeof exampleSnapshot>[0] = {}) =>
  driftFrom(new Map(Object.entries(must)), exampleSnapshot(more));

it('has only what a team can share, and holds where it was made', () => {
  const baseline = baselineOf(snapshot);
  expect([...baseline.keys()]).toEqual(['go', 'GOFLAGS', 'GOPROXY']);
  expect(driftFrom(baseline, snapshot)).toEqual([]);
  expect(formatBaseline(baseline)).not.toMatch(/sha256|~|box/);
});

it('has GOTOOLCHAIN where someone has set it', () => {
  expect(factsOf('goroot')).toEqual(['go']);
  expect(factsOf('environment')).toEqual(['go', 'GOTOOLCHAIN']);
});

/** Of the baseline where GOTOOLCHAIN comes from there. */
function factsOf(kind: 'goroot' | 'environment'): string[] {
  const origin = { kind, file: null, line: null };
  const variables = [{ name: 'GOTOOLCHAIN', value: 'local', origin }];
  return [...baselineOf(exampleSnapshot({ variables })).keys()];
}

it.each<[string, string, boolean]>([
  ['go1.26.1', 'go1.26.1', true],
  ['go1.26', 'go1.26.1', true],
  ['go1.26', 'go1.26.10', true],
  ['go1.26', 'go1.260.1', false],
  ['go1.26', 'go1.25.3', false],
  ['go1.26.1', 'go1.26.10', false],
  ['go1', 'go1.26.1', false],
  ['', 'go1.26.1', false],
])('wants %s where %s runs: %s', (wanted, version, holds) => {
  expect(drift({ go: wanted }, { go: { version, goroot: null } }).length === 0).toBe(holds);
});

it('says what matters first, with the value, its place and the command', () => {
  const found = drift({
    compiler: null,
    GOPROXY: 'https://goproxy.cn,direct',
    GOFLAGS: '-mod=vendor',
    git: 'git version 2.39.5',
    go: 'go1.25.3',
  });
  expect(found.map((each) => [tellDrift(each, 'en'), each.severity, each.fix?.command ?? null])).toEqual([
    ['go1.26.1 runs instead of go1.25.3', 'error', 'burrow use 1.25.3'],
    ['GOFLAGS is empty instead of -mod=vendor', 'warning', "burrow env set 'GOFLAGS=-mod=vendor'"],
    [
      'GOPROXY is direct instead of https://goproxy.cn,direct',
      'warning',
      "burrow env set 'GOPROXY=https://goproxy.cn,direct'",
    ],
    ['The C compiler: gcc 12.2.0 instead of none', 'warning', null],
  ]);
  expect(found[2]?.evidence).toEqual([{ file: '~/.config/go/env', line: 1, value: 'direct' }]);
});

it.each(['GOFALGS', 'constructor', 'start:zsh:login', 'profile:/etc/x', ''])(
  'does not pass where nothing is known of %j',
  (id) => {
    expect(drift({ [id]: 'x' })).toMatchObject([{ id, problem: 'unknown', severity: 'warning', fix: null }]);
    expect(drift({ [id]: null })).toHaveLength(1);
  },
);

// A project's file is not trusted: what its author wants may be to run something.
it.each([
  ['GOFLAGS', '-toolexec=/tmp/evil'],
  ['GOFLAGS', '-mod=vendor -toolexec=/tmp/evil'],
  ['GOPROXY', 'http://evil.test'],
  ['GOPROXY', "https://a.test';rm -rf ~;'"],
  ['GOPROXY', 'https://me:***@a.test,direct'],
  ['CC', '/tmp/evil'],
  ['go', '1.26.1; rm -rf ~'],
  ['go', 'go1.26.1$(evil)'],
  ['go', '--help'],
])('offers no command for %s=%s', (id, wanted) => {
  const variables = ['GOFLAGS', 'GOPROXY', 'CC'].map((name) => ({
    name,
    value: '-',
    origin: { kind: 'default' as const, file: null, line: null },
  }));
  expect(drift({ [id]: wanted }, { variables })).toMatchObject([{ problem: 'drift', fix: null }]);
});

it.each<[string, string | null, string | null]>([
  ['file', '', 'burrow env unset GOPROXY'],
  ['default', '', null],
  ['environment', 'direct', null],
])('for a value from %s that must be %j, offers %s', (kind, wanted, command) => {
  const origin = { kind: kind as 'file', file: null, line: null };
  const [found] = drift({ GOPROXY: wanted }, { variables: [{ name: 'GOPROXY', value: 'off', origin }] });
  expect(found?.fix?.command ?? null).toBe(command);
});
