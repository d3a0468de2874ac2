import { expect, test } from 'vitest';
import { manifestFor, manifestToRun } from './platform.ts';

function manifest(ID: string, platform: string, more: { Kind?: string; Available?: boolean } = {}) {
  const [os = '', architecture = '', variant] = platform.split('/');
  const Platform = { os, architecture, ...(variant ? { variant } : {}) };
  return { ID, Kind: 'image', Size: { Content: 1 }, ImageData: { Platform }, ...more };
}

const both = [
  manifest('attestation', 'unknown/unknown', { Kind: 'attestation' }),
  manifest('not-pulled', 'linux/s390x', { Available: false }),
  manifest('arm', 'linux/arm64/v8'),
  manifest('amd', 'linux/amd64'),
  manifest('amd-again', 'linux/amd64'),
  manifest('arm7', 'linux/arm/v7'),
];

test.each([
  [{ os: 'linux', architecture: 'amd64' }, 'amd'],
  [{ os: 'linux', architecture: 'amd64', variant: 'v1' }, 'amd'],
  [{ os: 'linux', architecture: 'arm64' }, 'arm'],
  [{ os: 'linux', architecture: 'arm', variant: '' }, 'arm7'],
  [{ os: 'linux', architecture: 'arm', variant: 'v6' }, undefined],
  [{ os: 'linux', architecture: 's390x' }, undefined],
  [{ os: 'unknown', architecture: 'unknown' }, undefined],
])('%j', (wanted, id) => {
  expect(manifestFor(both, wanted)?.ID).toBe(id);
  expect(manifestToRun(both, wanted)?.ID).toBe(id ?? 'arm');
});

test('nothing but attestations', () => {
  expect(manifestToRun(both.slice(0, 2), { os: 'linux', architecture: 'amd64' })).toBeNull();
});
