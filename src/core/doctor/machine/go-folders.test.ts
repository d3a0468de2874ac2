import { describe, expect, it } from 'vitest';
import { foldersFrom, type GoFolder } from './go-folders.ts';

const file = '/home/me/.config/go/env';

/** The folders where Go's file sets these variables. */
function inShort(os: 'linux' | 'darwin', env: Record<string, string>, set: Record<string, string> = {}) {
  const places = foldersFrom({ os, env, home: '/home/me' }, (name): GoFolder['variable'] => {
    const value = set[name];
    return value === undefined ? null : { name, value, file, line: 1 };
  });
  const { buildCache, moduleCache, gopath, work } = places;
  return [buildCache, moduleCache, work, ...gopath].map((each) =>
    each === null ? null : `${each.variable?.name ?? ''} ${each.path}`,
  );
}

describe("Go's folders", () => {
  it.each<[string, Parameters<typeof inShort>, (string | null)[]]>([
    [
      'by default on Linux',
      ['linux', {}],
      [' /home/me/.cache/go-build', ' /home/me/go/pkg/mod', ' /tmp', ' /home/me/go'],
    ],
    [
      'by default on a Mac',
      ['darwin', { XDG_CACHE_HOME: '/xdg' }],
      [' /home/me/Library/Caches/go-build', ' /home/me/go/pkg/mod', ' /tmp', ' /home/me/go'],
    ],
    [
      'of the environment',
      ['linux', { XDG_CACHE_HOME: '/xdg', TMPDIR: '/t' }],
      [' /xdg/go-build', ' /home/me/go/pkg/mod', 'TMPDIR /t', ' /home/me/go'],
    ],
    [
      'that are set',
      ['linux', { TMPDIR: '/t' }, { GOCACHE: '/c', GOMODCACHE: '/m', GOTMPDIR: '/g', GOPATH: '/a:/b' }],
      ['GOCACHE /c', 'GOMODCACHE /m', 'GOTMPDIR /g', 'GOPATH /a', 'GOPATH /b'],
    ],
    [
      'in GOPATH',
      ['linux', {}, { GOPATH: '/a:/b' }],
      [' /home/me/.cache/go-build', 'GOPATH /a/pkg/mod', ' /tmp', 'GOPATH /a', 'GOPATH /b'],
    ],
    [
      'that Go refuses are none',
      ['linux', {}, { GOCACHE: 'off', GOMODCACHE: 'm', GOPATH: '~/go' }],
      [null, null, ' /tmp'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(inShort(...given)).toEqual(expected);
  });
});
