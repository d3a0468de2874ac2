import { expect, it } from 'vitest';
import { installCommand, sourceOf, needsRebuild } from './source.ts';

it('is the argument of `go install`', () => {
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
] as const)('%j should be rebuilt: %s', (tool, needs) => {
  expect(needsRebuild(tool)).toBe(needs);
});
