import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, gzip, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fakeArchiveFiles, fakeGo } from '#testing/fake-toolchains';
import { type RawTarEntry, type RawZipEntry, rawTar, rawZip } from '#testing/raw-archives';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { filesBelow, wholeToolchains } from '#testing/whole-toolchains';

// Archives with correct checksums in the official index, so that only the unpacking can refuse them.
let world: ToolchainWorld;
let outside: string;
beforeAll(async () => {
  world = await toolchainWorld();
  outside = join(world.folder, 'outside');
  await mkdir(outside);
  await writeFile(join(outside, 'precious'), 'as it was');
});
beforeEach(() => rm(world.root, { recursive: true, force: true }));
afterAll(() => world[Symbol.asyncDispose]());

const linux = fakeGo('go1.26.1');
const windows = fakeGo('go1.26.1', { os: 'windows' });
const honestTar: RawTarEntry[] = fakeArchiveFiles(linux).map(({ name, content, mode = 0o644 }) => ({
  path: name,
  content,
  mode,
}));
const honestZip: RawZipEntry[] = fakeArchiveFiles(windows).map(({ name, content }) => ({ name, content }));

/** Asynchronous, because the server is in the same thread and would lose its connections meanwhile. */
const packed: (plain: Buffer) => Promise<Buffer> = promisify(gzip);
const tar = (...evil: RawTarEntry[]): Buffer => gzipSync(rawTar([...honestTar, ...evil]));
const zip = (...evil: RawZipEntry[]): Buffer => rawZip([...honestZip, ...evil]);
const link = (path: string, linkpath: string): RawTarEntry => ({ path, type: 'SymbolicLink', linkpath });
const hardLink = (path: string, linkpath: string): RawTarEntry => ({ path, type: 'Link', linkpath });
const zipLink = (name: string, content: string): RawZipEntry => ({ name, content, mode: 0o120777 });
/** The path from staging/go1.26.1.linux-amd64/goroot to the folder beside Burrow's home. */
const up = '../../../../outside';

/** A long name or link path, which GNU tar writes as a separate entry before the one it belongs to. */
const gnuLong = (type: 'NextFileHasLongPath' | 'NextFileHasLongLinkpath', text: string): RawTarEntry => ({
  path: '././@LongLink',
  type,
  content: `${text}\0`,
});

/** An entry with a raw field in its tar header and a correct checksum. */
const field = (entry: RawTarEntry, at: number, bytes: string): RawTarEntry => ({
  ...entry,
  over: { at, bytes: Buffer.from(bytes, 'latin1') },
  sealed: true,
});

/** The ZIP64 field (APPNOTE.TXT 4.5.3), which applies where the plain field is all ones. */
function zip64(...values: bigint[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(value, 4 + 8 * index);
  return extra;
}

/** Two stored entries, the second of which lies within the content of the first. */
function overlapping(): Buffer {
  const inner = rawZip([{ name: 'go/b', content: 'bomb', method: 0 }]).subarray(0, 30 + 4 + 4);
  const start = rawZip(honestZip);
  const firstAt = start.readUInt32LE(start.length - 22 + 16);
  return rawZip([
    ...honestZip,
    { name: 'go/a', content: inner, method: 0 },
    { name: 'go/b', content: 'bomb', method: 0, offset: firstAt + 30 + 4, crc: crc32('bomb') },
  ]);
}

const huge = 'x'.repeat(5000);
const cases: [string, string, Buffer][] = [
  ['tar: a path that climbs out', 'archive.hostile', tar({ path: `go/${up}/evil` })],
  ['tar: an absolute path', 'archive.hostile', tar({ path: '/tmp/burrow-hostile' })],
  [
    'tar: a path that a PAX header replaces',
    'archive.hostile',
    tar({ path: 'go/a', pax: { path: `go/${up}/evil` } }),
  ],
  [
    'tar: a path that a GNU long name replaces',
    'archive.hostile',
    tar(gnuLong('NextFileHasLongPath', `go/${'a/'.repeat(60)}${'../'.repeat(64)}outside/evil`), {
      path: 'go/a',
    }),
  ],
  [
    'tar: a way out before a NUL',
    'archive.hostile',
    tar({ path: 'go/a', pax: { path: `go/${up}/evil\0.go` } }),
  ],
  ['tar: a line break in a name', 'archive.hostile', tar({ path: 'go/a\nb' })],
  ['tar: a backslash in a name', 'archive.hostile', tar({ path: 'go\\..\\evil' })],
  ['tar: a name of 5,000 letters', 'archive.damaged', tar({ path: 'go/a', pax: { path: `go/${huge}` } })],
  [
    'tar: 3,000 folders in one another',
    'archive.damaged',
    tar({ path: 'go/a', pax: { path: `go/${'d/'.repeat(3000)}f` } }),
  ],
  ['tar: a stream of a program', 'archive.hostile', tar({ path: 'go/bin/go:evil', content: 'evil' })],
  ['tar: a device of Windows', 'archive.hostile', tar({ path: 'go/src/NUL.go' })],
  ['tar: a name that ends with a dot', 'archive.hostile', tar({ path: 'go/bin/go.' })],
  ['tar: a name that ends with a blank', 'archive.hostile', tar({ path: 'go/bin /go' })],
  ['tar: a link out', 'archive.hostile', tar(link('go/out', up))],
  ['tar: an absolute link', 'archive.hostile', tar(link('go/out', '/tmp'))],
  [
    'tar: a link out by a GNU long link path',
    'archive.hostile',
    tar(gnuLong('NextFileHasLongLinkpath', `${'x/../'.repeat(30)}${up}`), link('go/out', 'x')),
  ],
  [
    'tar: a link out by a PAX header',
    'archive.hostile',
    tar({ ...link('go/out', 'VERSION'), pax: { linkpath: up } }),
  ],
  [
    'tar: a link, then a file through it',
    'archive.hostile',
    tar(link('go/out', up), { path: 'go/out/evil' }),
  ],
  [
    'tar: a link to a folder of its own, then a file through it',
    'archive.hostile',
    tar(link('go/s', 'src'), { path: 'go/s/evil' }),
  ],
  ['tar: a hard link out', 'archive.hostile', tar(hardLink('go/out', `go/${up}/precious`))],
  ['tar: an absolute hard link', 'archive.hostile', tar(hardLink('go/out', '/etc/passwd'))],
  ['tar: a character device', 'archive.hostile', tar({ path: 'go/null', type: 'CharacterDevice' })],
  ['tar: a block device', 'archive.hostile', tar({ path: 'go/disk', type: 'BlockDevice' })],
  ['tar: a pipe', 'archive.hostile', tar({ path: 'go/pipe', type: 'FIFO' })],
  ['tar: a sparse file', 'archive.hostile', tar(field({ path: 'go/sparse' }, 156, 'S'))],
  ['tar: a program twice', 'archive.hostile', tar({ path: 'go/bin/go', content: 'evil', mode: 0o755 })],
  [
    'tar: two names that are one on a Mac',
    'archive.hostile',
    tar({ path: 'go/bin/GO', content: 'evil', mode: 0o755 }),
  ],
  ['tar: a file where a folder is', 'archive.hostile', tar({ path: 'go/src' })],
  ['tar: a folder where a file is', 'archive.hostile', tar({ path: 'go/VERSION/x' })],
  ['tar: a file beside the root', 'archive.hostile', tar({ path: 'evil' })],
  [
    'tar: nothing but an empty root',
    'toolchain.wrong-content',
    gzipSync(rawTar([{ path: 'go/', type: 'Directory' }])),
  ],
  ['tar: another root', 'archive.hostile', gzipSync(rawTar([{ path: 'sdk/VERSION', content: 'go1.26.1' }]))],
  ['tar: cut in the middle of a file', 'archive.damaged', gzipSync(rawTar(honestTar).subarray(0, 3000))],
  ['tar: cut in the middle of the gzip', 'archive.damaged', tar().subarray(0, 900)],
  [
    'tar: a file of more bytes than there are',
    'archive.damaged',
    tar(field({ path: 'go/a' }, 124, '00777777777\0')),
  ],
  [
    'tar: a file of a size that is no number',
    'archive.damaged',
    tar(field({ path: 'go/a', content: 'x' }, 124, 'zzzzzzzzzzz\0')),
  ],
  ['zip: a path that climbs out', 'archive.hostile', zip({ name: `go/${up}/evil` })],
  ['zip: an absolute path', 'archive.hostile', zip({ name: '/tmp/burrow-hostile' })],
  ['zip: a drive', 'archive.hostile', zip({ name: 'C:/evil' })],
  ['zip: a NUL in a name', 'archive.hostile', zip({ name: 'go/a\0b' })],
  ['zip: a backslash in a name', 'archive.hostile', zip({ name: 'go\\..\\..\\evil' })],
  ['zip: a stream of a program', 'archive.hostile', zip({ name: 'go/bin/go.exe:evil:$DATA' })],
  ['zip: a device of Windows', 'archive.hostile', zip({ name: 'go/com1.txt' })],
  ['zip: a superscript device', 'archive.hostile', zip({ name: 'go/LPT\u00b2' })],
  ['zip: a link out', 'archive.hostile', zip(zipLink('go/out', up))],
  [
    'zip: a link, then a file through it',
    'archive.hostile',
    zip(zipLink('go/out', up), { name: 'go/out/evil' }),
  ],
  ['zip: a device', 'archive.hostile', zip({ name: 'go/null', mode: 0o020666 })],
  ['zip: a program twice', 'archive.hostile', zip({ name: 'go/bin/go.exe', content: 'evil' })],
  [
    'zip: two names that are one on a Mac',
    'archive.hostile',
    zip({ name: 'go/bin/GO.exe', content: 'evil' }),
  ],
  ['zip: a file beside the root', 'archive.hostile', zip({ name: 'evil' })],
  ['zip: a directory that names another file', 'archive.damaged', zip({ name: 'go/a', localName: 'go/b' })],
  [
    'zip: a directory that claims another place',
    'archive.damaged',
    zip({ name: 'go/a', content: 'a', offset: 3 }),
  ],
  ['zip: a directory that claims more entries', 'archive.damaged', rawZip(honestZip, { count: 60_000 })],
  ['zip: entries that share their bytes', 'archive.damaged', overlapping()],
  ['zip: an encrypted entry', 'archive.damaged', zip({ name: 'go/a', content: 'a', flags: 0x0801 })],
  [
    'zip: a ZIP64 field that claims eight exabytes',
    'archive.damaged',
    zip({ name: 'go/a', content: 'a', length: 0xffffffff, extra: zip64(2n ** 53n - 1n) }),
  ],
  [
    'zip: a ZIP64 field that claims a place beyond the end',
    'archive.damaged',
    zip({ name: 'go/a', content: 'a', offset: 0xffffffff, extra: zip64(2n ** 52n) }),
  ],
  [
    'zip: a ZIP64 field that is missing',
    'archive.damaged',
    zip({ name: 'go/a', content: 'a', length: 0xffffffff }),
  ],
];

it.each(cases)('refuses %s, and touches nothing outside', async (name, code, archive) => {
  const { os } = name.startsWith('zip') ? windows : linux;
  world.server.offerArchive(os === 'windows' ? windows : linux, archive);
  const failed = await world.failed(world.everywhere(), { version: '1.26.1', from: 'official', os });
  expect(failed.code).toBe(code);
  await world.expectNothing();
  expect(await filesBelow(join(world.root, 'cache', 'downloads'))).toEqual([]);
  expect((await readdir(world.folder)).toSorted()).toEqual(['.burrow', 'outside']);
  expect(await filesBelow(outside)).toEqual(['precious']);
  expect(await readFile(join(outside, 'precious'), 'utf8')).toBe('as it was');
  await expect(lstat('/tmp/burrow-hostile')).rejects.toThrow(/ENOENT/);
});

const zeros = Buffer.alloc(150 * 1024 ** 2);
const bombs: [string, () => Buffer | Promise<Buffer>][] = [
  ['a tar with a file of zeros', () => packed(rawTar([...honestTar, { path: 'go/zeros', content: zeros }]))],
  ['a tar with zeros after its end', () => packed(Buffer.concat([rawTar(honestTar), zeros]))],
  [
    'a tar with a link that has a body of zeros',
    () => packed(rawTar([...honestTar, { ...link('go/a', 'VERSION'), size: zeros.length, content: zeros }])),
  ],
  ['a zip with a file of zeros', () => zip({ name: 'go/zeros', content: zeros })],
];

it.each(bombs)('refuses %s, a thousand times its archive, before it fills the disk', async (name, make) => {
  const bomb = await make();
  expect(bomb.length).toBeLessThan(1024 ** 2);
  const { os } = name.includes('zip') ? windows : linux;
  world.server.offerArchive(os === 'windows' ? windows : linux, bomb);
  let most = 0;
  const refused = install(
    world.everywhere(),
    { version: '1.26.1', from: 'official', os },
    { onProgress: ({ phase, bytes }) => (most = Math.max(most, phase === 'unpacking' ? bytes : 0)) },
  );
  await expect(refused).rejects.toMatchObject({
    code: expect.toBeOneOf(['archive.hostile', 'archive.damaged']),
  });
  expect(most).toBeLessThan(100 * 1024 ** 2);
  await world.expectNothing();
});

it('installs the honest archives that the hostile ones were made of', async () => {
  world.server.offerArchive(linux, tar({ path: 'go/bin/setuid', content: '', mode: 0o6755 }));
  world.server.offerArchive(windows, zip());
  const { toolchain } = await install(world.everywhere(), { version: '1.26.1', from: 'official' });
  await install(world.everywhere(), { version: '1.26.1', from: 'official', os: 'windows' });
  expect(await wholeToolchains(world.everywhere())).toEqual(['go1.26.1', 'go1.26.1']);
  expect((await lstat(join(toolchain.path, 'bin/setuid'))).mode & 0o7777).toBe(0o755);
});
