import { expect, it } from 'vitest';
import { folderName, parseFolderName } from './targets.ts';

it.each([
  ['go1.26.1.linux-amd64', { version: 'go1.26.1', os: 'linux', arch: 'amd64' }],
  ['go1.20.darwin-arm64', { version: 'go1.20', os: 'darwin', arch: 'arm64' }],
  ['go1.27rc1.windows-386', { version: 'go1.27rc1', os: 'windows', arch: '386' }],
  ['go1.22.12-custom.linux-arm', { version: 'go1.22.12-custom', os: 'linux', arch: 'arm' }],
])('%s is a toolchain', (name, id) => {
  expect(parseFolderName(name)).toEqual(id);
  expect(folderName(id)).toBe(name);
});

it.each([
  'go1.26.1.linux-amd64.json',
  '.go1.26.1.linux-amd64',
  'go1.26.1',
  'go1.20.0.linux-amd64',
  'v1.26.1.linux-amd64',
  'go1.26.1-../x.linux-amd64',
  'half',
  '',
])('%j is not a toolchain', (name) => expect(parseFolderName(name)).toBeNull());
