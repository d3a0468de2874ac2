import { describe, expect, it } from 'vitest';
import { sizeProblems } from './build-cache-size.ts';
import { type Cache, cacheProblems, rootProblem } from './cache-owner.ts';
import { clockProblems } from './clock.ts';

const me = 1000;
const folder = { path: '/c/00', uid: me, mode: 0o40755, isFolder: true, writes: true };
const file = { path: '/c/00/x-d', uid: me, mode: 0o100644, isFolder: false, writes: true };

describe('the owner of a cache', () => {
  it.each<[string, Cache['entries'], [string, string] | null]>([
    ['all mine', [folder, file], null],
    ['empty', [], null],
    ["root's file", [folder, { ...file, uid: 0 }], ['warning', 'chown']],
    ["root's folder", [{ ...folder, uid: 0 }, file], ['error', 'chown']],
    ["root's folder that all may write", [{ ...folder, uid: 0, mode: 0o40777 }], ['warning', 'chown']],
    ['a folder that its owner may not write', [{ ...folder, mode: 0o40555 }], ['error', 'chmod']],
    ['a folder that need not be written', [{ ...folder, mode: 0o40555, writes: false }], null],
    ['a folder that cannot be entered', [{ ...folder, mode: 0o40444, writes: false }], ['error', 'chmod']],
    ['a file without rights', [{ ...file, mode: 0o100444 }], null],
  ])('%s', (_name, entries, expected) => {
    const [found] = cacheProblems({ use: 'build-cache', path: '/c', entries }, me);
    const command = found?.fix?.kind === 'command' ? found.fix.command : '';
    expect(found ? [found.severity, /ch\w+/.exec(command)?.[0]] : null).toEqual(expected);
  });

  it('shows three of the files, and quotes the folder in the command', () => {
    const entries = ['a', 'b', 'c', 'd'].map((name) => ({ ...file, path: name, uid: 0 }));
    const [found] = cacheProblems({ use: 'module-cache', path: '/my cache', entries }, me);
    expect(found?.evidence.map((each) => `${each.file} ${each.value}`)).toEqual([
      'a uid=0 mode=0644',
      'b uid=0 mode=0644',
      'c uid=0 mode=0644',
    ]);
    expect(found?.fix).toEqual({
      kind: 'command',
      command: `sudo chown -R "$(id -u):$(id -g)" '/my cache'`,
    });
  });

  it('as root, in the home of another', () => {
    expect(rootProblem('/home/me', me)).toMatchObject({
      severity: 'warning',
      evidence: [{ file: '/home/me', value: 'uid=1000' }],
    });
  });
});

it.each([
  [19_999_999_999, 0],
  [20_000_000_000, 1],
])('a build cache of %d bytes is large: %d', (bytes, count) => {
  expect(sizeProblems('/c', bytes)).toHaveLength(count);
});

/** One file of that time. */
const at = (iso: string) => [{ path: '/f', at: Date.parse(iso) }];

describe('the clock', () => {
  const now = new Date('2026-11-29T12:00:00Z');

  it.each<[string, Date, { path: string; at: number }[], string | null]>([
    ['right', now, at('2026-11-29T11:00:00Z'), null],
    ['a few minutes apart', now, at('2026-11-29T12:09:00Z'), null],
    ['behind a file', now, at('2026-11-29T12:11:00Z'), 'warning future'],
    ['behind a release', new Date('2026-08-18T23:59:59Z'), [], 'error behind'],
    ['behind a file of a time that is none', now, [{ path: '/f', at: 1e300 }], 'warning future'],
  ])('%s', (_name, clock, files, expected) => {
    const [found] = clockProblems(clock, files, '2026-08-19');
    expect(found ? `${found.severity} ${found.about}` : null).toBe(expected);
  });

  it('shows the newest files', () => {
    const files = [13, 16, 14, 15].map((hour) => ({
      path: `/${hour}`,
      at: Date.parse(`2026-11-29T${hour}:00:00Z`),
    }));
    const [found] = clockProblems(now, files, '2026-08-19');
    expect(found?.evidence).toEqual([
      { file: '/16', line: null, value: '2026-11-29T16:00:00.000Z' },
      { file: '/15', line: null, value: '2026-11-29T15:00:00.000Z' },
      { file: '/14', line: null, value: '2026-11-29T14:00:00.000Z' },
    ]);
  });
});
