import { expect, it } from 'vitest';
import type { FoundToolchain } from '#contract/toolchains';
import { isAdoptable, toggled } from './adopt-choice.ts';

const found = (path: string, version: string, more: Partial<FoundToolchain> = {}): FoundToolchain => ({
  version,
  os: 'darwin',
  arch: 'arm64',
  runsAs: 'native',
  path,
  manager: 'sdk',
  adopted: false,
  installed: false,
  inAll: false,
  ...more,
});
const a = found('/a', 'go1.26.1');
const b = found('/b', 'go1.26.1');
const c = found('/c', 'go1.26.1', { arch: 'amd64', runsAs: 'translated' });
const d = found('/d', 'go1.25.3', { adopted: true });
const e = found('/e', 'go1.24.9', { installed: true });
const all = [a, b, c, d, e];

it('are those that are neither adopted nor installed', () =>
  expect(all.filter(isAdoptable)).toEqual([a, b, c]));

it('selects one toolchain per version and target', () => {
  expect([...toggled(all, new Set(), a)]).toEqual(['/a']);
  expect([...toggled(all, new Set(['/a']), a)]).toEqual([]);
  expect([...toggled(all, new Set(['/a', '/c']), b)]).toEqual(['/c', '/b']);
});
