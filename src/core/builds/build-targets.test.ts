import { expect, it } from 'vitest';
import { readTargets } from './build-targets.ts';

it('reads the targets of go tool dist list, and nothing else', () => {
  const listed = [
    { GOOS: 'linux', GOARCH: 'arm64', CgoSupported: true, FirstClass: true },
    { GOOS: 'plan9', GOARCH: '386', CgoSupported: false, FirstClass: false },
  ];
  expect(readTargets(JSON.stringify(listed))).toEqual([
    { target: 'linux/arm64', cgo: true },
    { target: 'plan9/386', cgo: false },
  ]);
  expect(readTargets('go: no such tool "dist"\n')).toBeNull();
});
