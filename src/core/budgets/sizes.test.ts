import { expect, it } from 'vitest';
import { detailOf, programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import { sizesOf } from './sizes.ts';

function matching(name: string, path: string): boolean {
  const module = { path, version: 'v1.0.0', sum: null, replacedBy: null };
  const record = programRecord({ mainModule: null, modules: [module], packages: [packageSize(path, 10)] });
  return sizesOf(detailOf('b1', record), { kind: 'module', name })?.some(({ bytes }) => bytes > 0) ?? false;
}

it.each([
  ['k8s.io/*', 'k8s.io/api', true],
  ['*/api', 'k8s.io/api', true],
  ['*', 'k8s.io/api', true],
  ['k8s.io/api*', 'k8s.io/api', true],
  ['k8s*io*api', 'k8s.io/api', true],
  ['k8s.io/a*api', 'k8s.io/api', false],
  ['k8s.io/*i*i', 'k8s.io/api', false],
  ['k8sxio/*', 'k8s.io/api', false],
  ['*.io', 'k8s.io/api', false],
  ['io/*', 'k8s.io/api', false],
])('%s for %s: %s', (pattern, path, expected) => {
  expect(matching(pattern, path)).toBe(expected);
});

it('a pattern of many stars takes no time', { timeout: 1000 }, () => {
  expect(matching(`${'*a'.repeat(5000)}x`, `example.com/${'a'.repeat(5000)}`)).toBe(false);
});
