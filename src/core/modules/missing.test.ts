import { expect, it } from 'vitest';
import { missingModules } from './missing.ts';

it.each<[string, string[] | null]>([
  ['go: errors parsing go.mod:\ngo.mod:4: unknown directive: foo', null],
  ['go: example.com/x@v1.0.0: module lookup disabled by GOPROXY=off', ['example.com/x@v1.0.0']],
  [
    'go: downloading example.com/x v1.0.0\nmain.go:5:2: module lookup disabled by GOPROXY=off',
    ['example.com/x@v1.0.0'],
  ],
  [
    'a.go:3:2: example.com/x@v1.0.0: module lookup disabled by GOPROXY=off\nb.go:3:2: example.com/x@v1.0.0: module lookup disabled by GOPROXY=off',
    ['example.com/x@v1.0.0'],
  ],
  ['go: module lookup disabled by GOPROXY=off', []],
])('%j', (stderr, modules) => {
  expect(missingModules(stderr)).toEqual(modules);
});
