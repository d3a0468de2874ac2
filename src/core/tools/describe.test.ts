import { expect, it } from 'vitest';
import type { GoProgram } from '#core/binaries';
import { describeTool } from './describe.ts';

const linux = { os: 'linux', arch: 'amd64' } as const;
const main = { path: 'example.com/hello', version: 'v1.0.0', sum: 'h1:abc=', replacedBy: null };
const program = (more: Partial<GoProgram> = {}): GoProgram => ({
  goVersion: 'go1.26.1',
  mainPackage: main.path,
  mainModule: main,
  modules: [],
  settings: [],
  bytes: 1000,
  targets: [linux],
  ...more,
});
const file = { name: 'hello', path: '/bin/hello', linkTo: null, modifiedAt: new Date(0) };

it.each<[string, GoProgram, boolean]>([
  ['built with an older Go', program({ goVersion: 'go1.24.9' }), true],
  ['for another processor', program({ targets: [{ os: 'linux', arch: 'arm64' }] }), true],
  ['as it would be built now', program(), false],
  ['built with a newer Go', program({ goVersion: 'go1.27.0' }), false],
  [
    'older, and made in a folder',
    program({ goVersion: 'go1.24.9', mainModule: { ...main, sum: null } }),
    false,
  ],
])('of a tool %s', (_, built, wants) => {
  expect(describeTool(linux, file, built, 'go1.26.1').needsRebuild).toBe(wants);
});
