import { describe, expect, it } from 'vitest';
import { type Disk, diskProblems } from './disk-space.ts';
import { networkProblems } from './network-disk.ts';
import { noexecProblem } from './noexec.ts';
import { workProblem } from './work-folder.ts';

describe('free space', () => {
  const cache: Disk['folders'] = [{ use: 'build-cache', path: '/c' }];
  const work: Disk['folders'] = [{ use: 'work', path: '/tmp' }];

  it.each<[string, Disk, string[]]>([
    ['enough', { folders: cache, freeBytes: 1e9, freeFiles: 1e6 }, []],
    ['little for a cache', { folders: cache, freeBytes: 999e6, freeFiles: 1e6 }, ['warning bytes /c']],
    ['none for a cache', { folders: cache, freeBytes: 99e6, freeFiles: null }, ['error bytes /c']],
    ['enough to link', { folders: work, freeBytes: 200e6, freeFiles: null }, []],
    ['little to link', { folders: work, freeBytes: 199e6, freeFiles: null }, ['warning bytes /tmp']],
    ['none to link', { folders: work, freeBytes: 19e6, freeFiles: null }, ['error bytes /tmp']],
    [
      'as much as a cache needs, where work is beside it',
      { folders: [...work, ...cache], freeBytes: 500e6, freeFiles: null },
      ['warning bytes /tmp'],
    ],
    ['few files', { folders: cache, freeBytes: 1e10, freeFiles: 19_999 }, ['warning files /c']],
    ['no files', { folders: cache, freeBytes: 0, freeFiles: 9 }, ['error bytes /c', 'error files /c']],
  ])('%s', (_name, disk, expected) => {
    expect(diskProblems(disk).map(({ severity, about }) => `${severity} ${about}`)).toEqual(expected);
  });

  it('names what is on the disk, and deletes caches only where they are', () => {
    const [found] = diskProblems({ folders: [...work, ...cache], freeBytes: 0, freeFiles: null });
    expect(found?.evidence).toEqual([
      { file: '/tmp', line: null, value: '0 MB' },
      { file: '/c', line: null, value: '0 MB' },
    ]);
    expect(found?.fix).toEqual({ kind: 'command', command: 'burrow prune --caches' });
    expect(diskProblems({ folders: work, freeBytes: 0, freeFiles: null })[0]?.fix).toBeNull();
  });
});

it.each([
  ['toolchains', 'error'],
  ['work', 'error'],
  ['build-cache', 'warning'],
] as const)('noexec for %s: %s', (use, severity) => {
  const mount = { path: '/mnt', type: 'tmpfs', options: ['rw', 'noexec'] };
  const found = noexecProblem(use, '/mnt/x', mount);
  expect(found).toMatchObject({ severity, reason: { params: { use, path: '/mnt/x', mount: '/mnt' } } });
  expect(found.evidence).toEqual([{ file: '/mnt', line: null, value: 'tmpfs (rw,noexec)' }]);
});

it('tells of each network disk once', () => {
  const nfs = { path: '/home', type: 'nfs4', options: [] };
  const windows = { path: '/mnt/c', type: '9p', options: [] };
  const found = networkProblems([
    { use: 'toolchains', path: '/home/me/.burrow', mount: nfs },
    { use: 'build-cache', path: '/home/me/.cache/go-build', mount: nfs },
    { use: 'project', path: '/mnt/c/p', mount: windows },
  ]);
  expect(found.map(({ severity, about, evidence }) => [severity, about, evidence.length])).toEqual([
    ['warning', '/home', 2],
    ['info', '/mnt/c', 1],
  ]);
});

it('makes a missing folder for work, and shows what names it', () => {
  const variable = { name: 'TMPDIR', value: "/it's", file: null, line: null };
  expect(workProblem({ path: "/it's", variable }, 'missing')).toMatchObject({
    severity: 'error',
    evidence: [
      { file: null, line: null, value: "TMPDIR=/it's" },
      { file: "/it's", line: null },
    ],
    fix: { command: String.raw`mkdir -p '/it'\''s'` },
  });
  expect(workProblem({ path: '/tmp', variable: null }, 'not-writable').fix).toBeNull();
});
