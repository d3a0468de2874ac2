import { describe, expect, it } from 'vitest';
import type { Release } from '#contract/toolchains';
import {
  exactVersion,
  installRequestOf,
  matchingReleases,
  offersFor,
  sourceOf,
  targetName,
  targetsOf,
} from './choice.ts';

const file = (os: string, arch: string, kind: 'archive' | 'installer' = 'archive') => ({
  filename: `go.${os}-${arch}`,
  os,
  arch,
  kind,
  sha256: '',
  bytes: 74_000_000,
});

const release = (version: string, files = [file('darwin', 'arm64')]): Release => ({
  version,
  stable: true,
  listedBy: 'index',
  supported: true,
  minorReleased: null,
  installed: false,
  target: { os: 'darwin', arch: 'arm64', runsAs: 'native' },
  files,
});

const mac = { os: 'darwin', arch: 'arm64' };

describe('matchingReleases', () => {
  const releases = ['go1.28rc1', 'go1.27.0', 'go1.26.8', 'go1.2.2'].map((version) => release(version));
  it.each([
    ['', ['go1.28rc1', 'go1.27.0', 'go1.26.8', 'go1.2.2']],
    ['1.27', ['go1.27.0']],
    ['go1.26', ['go1.26.8']],
    ['v1.26.8', ['go1.26.8']],
    ['1.2', ['go1.28rc1', 'go1.27.0', 'go1.26.8', 'go1.2.2']],
    [' RC ', ['go1.28rc1']],
    ['7', []],
  ])('"%s" finds %j', (query, found) => {
    expect(matchingReleases(releases, query).map(({ version }) => version)).toEqual(found);
  });
});

describe('exactVersion', () => {
  it.each([
    ['1.22.5', 'go1.22.5'],
    ['go1.22.5', 'go1.22.5'],
    ['v1.22.5', 'go1.22.5'],
    [' 1.28RC1 ', 'go1.28rc1'],
    ['1.22', 'go1.22'],
    ['1.', null],
    ['1.22.', null],
    ['2.0', null],
    ['shop', null],
  ])('"%s" is %s', (query, version) => {
    expect(exactVersion(query)).toBe(version);
  });
});

describe('offersFor', () => {
  const releases = ['go1.28rc1', 'go1.27.0', 'go1.26.8', 'go1.2.2'].map((version) => release(version));
  it.each([
    ['1.26', ['go1.26.8']],
    ['1.26.8', ['go1.26.8']],
    ['1.26.9', ['go1.26.9, not listed']],
    ['1.28', ['go1.28rc1']],
    ['1.2', ['go1.28rc1', 'go1.27.0', 'go1.26.8', 'go1.2.2']],
    ['1.22', ['go1.22, not listed']],
    ['1.99', ['go1.99, not listed']],
    ['rc', ['go1.28rc1']],
  ])('"%s" offers %j', (query, offered) => {
    const offers = offersFor(releases, query).map((offer) =>
      offer.release === null ? `${offer.version}, not listed` : offer.version,
    );
    expect(offers).toEqual(offered);
  });
});

describe('targetsOf', () => {
  it('puts this machine first, its system next, and omits installers', () => {
    const files = [
      file('linux', 'arm64'),
      file('linux', 'amd64'),
      file('darwin', 'amd64'),
      file('darwin', 'arm64', 'installer'),
      file('darwin', 'arm64'),
    ];
    const targets = targetsOf(release('go1.27.0', files), mac);
    expect(targets.map((target) => [targetName(target), target.runsAs])).toEqual([
      ['darwin/arm64', 'native'],
      ['darwin/amd64', 'translated'],
      ['linux/amd64', 'foreign'],
      ['linux/arm64', 'foreign'],
    ]);
    expect(targets[0]?.bytes).toBe(74_000_000);
  });

  it('has no size if the list has no files', () => {
    expect(targetsOf(release('go1.27.0', []), mac)).toEqual([
      { os: 'darwin', arch: 'arm64', runsAs: 'native', bytes: null },
    ]);
  });
});

it.each([
  ['auto', 'auto'],
  ['nju', 'nju'],
  ['https://goproxy.cn', 'url'],
])('the standing choice %s is shown as %s', (setting, choice) => expect(sourceOf(setting)).toBe(choice));

describe('installRequestOf', () => {
  const choice = { version: 'go1.27.0', target: null, source: 'auto' as const, url: '' };
  it('names the source, since the standing choice may be another', () => {
    expect(installRequestOf(choice)).toEqual({ version: 'go1.27.0', from: 'auto' });
  });
  it('contains target and source if they were chosen', () => {
    expect(installRequestOf({ ...choice, source: 'nju' })).toMatchObject({ from: 'nju' });
    expect(installRequestOf({ ...choice, source: 'source' })).toMatchObject({ from: 'source' });
    expect(installRequestOf({ ...choice, target: mac, source: 'proxy' })).toEqual({
      version: 'go1.27.0',
      os: 'darwin',
      arch: 'arm64',
      from: 'proxy',
    });
    expect(installRequestOf({ ...choice, source: 'url', url: ' https://example.com/go.tgz ' })).toEqual({
      version: 'go1.27.0',
      from: 'https://example.com/go.tgz',
    });
  });
});
