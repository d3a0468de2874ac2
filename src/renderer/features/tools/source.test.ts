import { expect, it } from 'vitest';
import { installCommand, sourceOf, wantsRebuild } from './source.ts';

it('is what `go install` takes', () => {
  const tool = { packagePath: 'golang.org/x/tools/gopls', version: 'v0.16.2' };
  expect(sourceOf(tool)).toBe('golang.org/x/tools/gopls@v0.16.2');
  expect(installCommand(tool)).toBe('go install golang.org/x/tools/gopls@v0.16.2');
  expect(sourceOf({ packagePath: 'cmd/gofmt', version: null })).toBe('cmd/gofmt');
});

it.each([
  [{ outdated: true, runsAs: 'native', obstacle: null }, true],
  [{ outdated: false, runsAs: 'translated', obstacle: null }, true],
  [{ outdated: false, runsAs: 'native', obstacle: null }, false],
  [{ outdated: true, runsAs: 'foreign', obstacle: 'local' }, false],
] as const)('%j wants a rebuild: %s', (tool, wants) => {
  expect(wantsRebuild(tool)).toBe(wants);
});
