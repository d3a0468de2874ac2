import { describe, expect, it } from 'vitest';
import { hasModes, isNetworkDisk, mountOf, parseMount, parseMountinfo } from './mounts.ts';

const linux = `22 27 0:21 / /proc rw,nosuid,noexec,relatime shared:5 - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
63 43 0:39 / /tmp rw,noexec,relatime master:2 propagate_from:1 - tmpfs none rw,size=307200k
64 27 0:40 / /home/me\\040and\\011you rw,relatime - nfs4 server:/export rw,vers=4.2
65 27 0:41 / /tmp rw,relatime - tmpfs none rw
a line that is none
`;

const mac = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//me@nas._smb._tcp.local/home on /Volumes/home (smbfs, nodev, nosuid, mounted by me)
server:/export on /Volumes/on (old) (nfs, asynchronous, noexec)
`;

it('reads /proc/self/mountinfo', () => {
  expect(parseMountinfo(linux)).toEqual([
    { path: '/proc', type: 'proc', options: ['rw', 'nosuid', 'noexec', 'relatime'] },
    { path: '/', type: 'ext4', options: ['rw', 'relatime', 'discard'] },
    { path: '/tmp', type: 'tmpfs', options: ['rw', 'noexec', 'relatime', 'size=307200k'] },
    { path: '/home/me and\tyou', type: 'nfs4', options: ['rw', 'relatime', 'vers=4.2'] },
    { path: '/tmp', type: 'tmpfs', options: ['rw', 'relatime'] },
  ]);
});

it("reads what a Mac's mount prints", () => {
  expect(parseMount(mac).map(({ path, type }) => `${type} ${path}`)).toEqual([
    'apfs /',
    'devfs /dev',
    'apfs /System/Volumes/Data',
    'autofs /System/Volumes/Data/home',
    'smbfs /Volumes/home',
    'nfs /Volumes/on (old)',
  ]);
  expect(parseMount(mac).at(-1)?.options).toEqual(['asynchronous', 'noexec']);
});

describe('a path is on the deepest mount above it', () => {
  it.each([
    ['/', 'ext4 /'],
    ['/etc/go', 'ext4 /'],
    ['/home/me and\tyou/go', 'nfs4 /home/me and\tyou'],
    ['/home/me and\tyours', 'ext4 /'],
    ['/procfs', 'ext4 /'],
    ['/proc/self', 'proc /proc'],
  ])('%j: %j', (path, expected) => {
    const found = mountOf(parseMountinfo(linux), path);
    expect(`${found?.type} ${found?.path}`).toBe(expected);
  });

  it('and of two at one place, on the later', () => {
    expect(mountOf(parseMountinfo(linux), '/tmp/x')?.options).toEqual(['rw', 'relatime']);
  });

  it('if it is known', () => {
    expect(mountOf([], '/tmp')).toBeNull();
  });
});

it.each([
  ['nfs', true],
  ['nfs4', true],
  ['cifs', true],
  ['smbfs', true],
  ['fuse.sshfs', true],
  ['9p', true],
  ['ext4', false],
  ['fuse', false],
  ['fuseblk', false],
  ['overlay', false],
  ['virtiofs', false],
  ['apfs', false],
  ['autofs', false],
])('%s is a network disk: %s', (type, expected) => {
  expect(isNetworkDisk({ path: '/x', type, options: [] })).toBe(expected);
});

it.each([
  ['ext4', true],
  ['apfs', true],
  ['tmpfs', true],
  ['overlay', true],
  ['9p', false],
  ['drvfs', false],
  ['fuseblk', false],
  ['exfat', false],
  ['nfs4', false],
])('files of %s have modes of their own: %s', (type, expected) => {
  expect(hasModes({ path: '/x', type, options: [] })).toBe(expected);
});
