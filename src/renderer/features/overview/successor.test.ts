import { describe, expect, it } from 'vitest';
import type { GoneToolchain } from '#contract/gone-toolchain';
import type { Rule } from '#contract/switching';
import { successorOf } from './successor.ts';

const now = {
  version: 'go1.26.3',
  path: '/opt/homebrew/Cellar/go/1.26.3/libexec',
  adopt: true,
  satisfies: false,
};

function successor(rule: Rule, changed: Partial<typeof now> | null, file = '/p/.go-version') {
  const gone: GoneToolchain = {
    version: 'go1.26.1',
    from: '/opt/homebrew/Cellar/go/1.26.1/libexec',
    manager: 'homebrew',
    now: changed && { ...now, ...changed },
    commands: [],
  };
  return successorOf({ gone, reason: { rule, file, line: 1, text: '1.26.1' } });
}

describe('what runs in the place of an adopted toolchain that is gone', () => {
  it.each([
    ['default', {}, 'adoptDefault', true, null],
    ['default', { adopt: false }, 'makeDefault', true, null],
    ['default', { satisfies: true }, 'adopt', false, null],
    ['go-version-file', {}, 'adoptPin', false, '/p'],
    ['go-version-file', { adopt: false }, 'pin', false, '/p'],
    ['go-mod-go', { satisfies: true }, 'adopt', false, null],
  ] as const)('for %s, %j: %s', (rule, changed, action, isDefault, pinIn) => {
    const { version, path, adopt } = { ...now, ...changed };
    expect(successor(rule, changed)).toEqual({ version, path, adopt, isDefault, pinIn, action });
  });

  it('is pinned in the folder of the file, on Windows too', () => {
    expect(successor('go-version-file', {}, String.raw`C:\p\.go-version`)?.pinIn).toBe(String.raw`C:\p`);
  });

  it('is none where nothing is there, or another file has to be changed', () => {
    expect(successor('default', null)).toBe(null);
    expect(successor('tool-versions', {})).toBe(null);
    expect(successor('burrow-go', {})).toBe(null);
    expect(successorOf({ gone: null, reason: null })).toBe(null);
  });
});
