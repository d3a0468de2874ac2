import { describe, expect, it } from 'vitest';
import { runsAs } from '#contract/runs-as';
import { bundledIndex } from '../releases/index.ts';
import { supportedMinors, targetHere } from '../versions/index.ts';
import { describeRelease, newestOfEachMinor } from './available.ts';

const index = bundledIndex();
const versions = index.releases.map(({ version }) => version);

describe('the bundled index', () => {
  it('is complete: every release, newest first, each archive with its checksum', () => {
    expect(versions).toHaveLength(289);
    expect(versions[0]).toBe('go1.27.0');
    const files = index.releases.flatMap((release) => release.files);
    expect(files).toHaveLength(2179);
    for (const { sha256 } of files) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names archives as the download site does', () => {
    const names = index.releases.find(({ version }) => version === 'go1.16')?.files;
    expect(names?.map(({ filename, arch }) => [filename, arch])).toContainEqual([
      'go1.16.linux-armv6l.tar.gz',
      'arm',
    ]);
  });
});

it('supports the two newest minor versions that have a stable release', () => {
  expect([...supportedMinors(versions)]).toEqual(['go1.27', 'go1.26']);
  expect([...supportedMinors(['go1.28rc1', ...versions])]).toEqual(['go1.27', 'go1.26']);
  expect([...supportedMinors(['go1.28.0', ...versions])]).toEqual(['go1.28', 'go1.27']);
});

function shown(...more: string[]): string[] {
  const ahead = more.map((version) => ({ version, stable: false, files: [] }));
  return newestOfEachMinor([...ahead, ...index.releases]).map(({ version }) => version);
}

describe('without `all`', () => {
  it('shows the newest patch of each minor version', () => {
    expect(shown().slice(0, 3)).toEqual(['go1.27.0', 'go1.26.7', 'go1.25.13']);
    expect(shown().filter((version) => /rc|beta/.test(version))).toEqual([]);
  });
  it('shows the newest pre-release of an upcoming version', () => {
    expect(shown('go1.28rc2', 'go1.28rc1').slice(0, 2)).toEqual(['go1.28rc2', 'go1.27.0']);
  });
});

const machines = {
  linux: { os: 'linux', arch: 'amd64' },
  appleSilicon: { os: 'darwin', arch: 'arm64' },
  intelMac: { os: 'darwin', arch: 'amd64' },
} as const;

it.each([
  ['linux', 'go1.26.7', { os: 'linux', arch: 'amd64', runsAs: 'native' }],
  ['appleSilicon', 'go1.26.7', { os: 'darwin', arch: 'arm64', runsAs: 'native' }],
  ['appleSilicon', 'go1.16', { os: 'darwin', arch: 'arm64', runsAs: 'native' }],
  ['appleSilicon', 'go1.15.15', { os: 'darwin', arch: 'amd64', runsAs: 'translated' }],
  ['intelMac', 'go1.15.15', { os: 'darwin', arch: 'amd64', runsAs: 'native' }],
] as const)('%s gets of %s: %j', (machine, version, target) => {
  const release = index.releases.find((each) => each.version === version) ?? expect.fail('not there');
  const known = { supported: supportedMinors(versions), installed: [], proxy: null };
  expect(describeRelease(machines[machine], release, known).target).toEqual(target);
});

it('gets nothing when there was no build', () => {
  const release = { version: 'go1.26.7', stable: true, files: [] };
  const known = { supported: new Set<string>(), installed: [], proxy: null };
  expect(describeRelease(machines.linux, release, known).target).toBeNull();
});

it('gets what only a module proxy lists from there', () => {
  const release = { version: 'go1.27.4', stable: true, files: [] };
  const proxy = { toolchains: [{ version: 'go1.27.4', os: 'linux', arch: 'amd64' }] };
  const known = { supported: new Set<string>(), installed: [], proxy };
  expect(describeRelease(machines.linux, release, known)).toMatchObject({
    listedBy: 'proxy',
    target: { os: 'linux', arch: 'amd64' },
  });
  expect(describeRelease(machines.appleSilicon, release, known).target).toBeNull();
});

it('reports how a Go runs here', () => {
  expect(runsAs(machines.appleSilicon, { os: 'darwin', arch: 'amd64' })).toBe('translated');
  expect(runsAs(machines.intelMac, { os: 'darwin', arch: 'arm64' })).toBe('foreign');
  expect(runsAs(machines.linux, { os: 'darwin', arch: 'amd64' })).toBe('foreign');
  expect(targetHere(machines.linux, 'go1.26.7', { arch: 'armv6l' })).toEqual({ os: 'linux', arch: 'arm' });
});
