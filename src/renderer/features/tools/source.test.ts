import { expect, it } from 'vitest';
import { installCommand, sourceOf } from './source.ts';

it('is the argument of `go install`', () => {
  const tool = { packagePath: 'golang.org/x/tools/gopls', version: 'v0.16.2' };
  expect(sourceOf(tool)).toBe('golang.org/x/tools/gopls@v0.16.2');
  expect(installCommand(tool)).toBe('go install golang.org/x/tools/gopls@v0.16.2');
  expect(sourceOf({ packagePath: 'cmd/gofmt', version: null })).toBe('cmd/gofmt');
});
