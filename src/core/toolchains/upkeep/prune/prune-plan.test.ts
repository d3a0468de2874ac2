import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, dispensable, type Found, planned } from './prune-plan.ts';

const now = new Date('2026-11-20T12:00:00Z');
const longAgo = '2026-01-01T00:00:00.000Z';

function go(version: string, more: Partial<Candidate> = {}): Candidate {
  const path = `/t/${version}.${more.os ?? 'linux'}-${more.arch ?? 'amd64'}`;
  return {
    version,
    os: 'linux',
    arch: 'amd64',
    path,
    bytes: 1,
    installedAt: longAgo,
    lastUsedAt: null,
    default: false,
    ...more,
  };
}

function plan(installed: Candidate[], used: string[] = [], days = 30) {
  const users = new Map(used.map((path) => [path, ['/project']]));
  return dispensable(installed, users, { now, days }).map(({ version, kind, newer }) => [
    version,
    kind,
    newer,
  ]);
}

describe('what can be deleted', () => {
  it('is a patch that a newer one supersedes, however new', () => {
    const fresh = go('go1.26.1', { installedAt: now.toISOString() });
    expect(plan([go('go1.26.10', { default: true }), fresh])).toEqual([
      ['go1.26.1', 'superseded', 'go1.26.10'],
    ]);
  });
  it('is a pre-release whose release is here', () => {
    expect(plan([go('go1.27.0', { default: true }), go('go1.27rc1')])).toEqual([
      ['go1.27rc1', 'superseded', 'go1.27.0'],
    ]);
  });
  it('is an unused toolchain, after a while', () => {
    expect(plan([go('go1.25.3')])).toEqual([['go1.25.3', 'unused', null]]);
    expect(plan([go('go1.25.3', { installedAt: '2026-11-01T00:00:00.000Z' })])).toEqual([]);
    expect(plan([go('go1.25.3', { installedAt: now.toISOString() })], [], 0)).toHaveLength(1);
    expect(plan([go('go1.25.3', { installedAt: null })])).toEqual([]);
  });
  it('is not a toolchain that was used recently', () => {
    expect(plan([go('go1.25.3', { lastUsedAt: '2026-11-01T00:00:00.000Z' })])).toEqual([]);
    expect(plan([go('go1.25.3', { lastUsedAt: '2026-10-01T00:00:00.000Z' })])).toEqual([
      ['go1.25.3', 'unused', null],
    ]);
    expect(plan([go('go1.25.3', { lastUsedAt: '2026-11-01T00:00:00.000Z' })], [], 7)).toEqual([
      ['go1.25.3', 'unused', null],
    ]);
  });
  it('is not a patch when the newer one is for another processor', () => {
    expect(plan([go('go1.26.2', { arch: 'arm64', default: true }), go('go1.26.1')])).toEqual([
      ['go1.26.1', 'unused', null],
    ]);
  });
  it('is not go1.2 for go1.20', () => {
    expect(plan([go('go1.20.5', { default: true }), go('go1.2')])).toEqual([['go1.2', 'unused', null]]);
  });
});

const found = (kind: Found['kind'], bytes: number): Found => {
  const nothing = { version: null, newer: null, installedAt: null, lastUsedAt: null };
  return { kind, bytes, path: `/${kind}/${bytes}`, ...nothing };
};

it('is shown by kind, the largest first, and deleted by default except the caches of Go', () => {
  const items = planned([
    found('compile-cache', 900),
    found('module-cache', 800),
    found('unused', 1),
    found('superseded', 2),
    found('download', 3),
    found('leftover', 4),
    found('unused', 500),
  ]);
  expect(items.map(({ kind, bytes, byDefault }) => [kind, bytes, byDefault])).toEqual([
    ['leftover', 4, true],
    ['download', 3, true],
    ['superseded', 2, true],
    ['unused', 500, true],
    ['unused', 1, true],
    ['module-cache', 800, false],
    ['compile-cache', 900, false],
  ]);
});

it('is never what a project or the default uses', () => {
  const versions = fc.constantFrom(
    'go1.26.1',
    'go1.26.2',
    'go1.26.10',
    'go1.27rc1',
    'go1.27.0',
    'go1.20',
    'go1.2',
  );
  const candidate = fc.record({
    version: versions,
    arch: fc.constantFrom('amd64', 'arm64'),
    used: fc.boolean(),
  });
  const candidates = fc.uniqueArray(candidate, { selector: ({ version, arch }) => version + arch });
  fc.assert(
    fc.property(candidates, fc.nat(6), (all, chosen) => {
      const installed = all.map(({ version, arch }, i) => go(version, { arch, default: i === chosen }));
      const used = installed.filter((_, i) => all[i]?.used).map(({ path }) => path);
      const users = new Map(used.map((path) => [path, ['/project']]));
      const items = dispensable(installed, users, { now, days: 0 });
      for (const { path } of items) {
        expect(used).not.toContain(path);
        expect(installed.find((each) => each.path === path)?.default).toBe(false);
      }
      expect(items.length).toBe(installed.filter((each) => !each.default && !users.has(each.path)).length);
    }),
  );
});
