import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '#contract/failure';
import { type RawTarEntry, type RawZipEntry, rawTar, rawZip } from '#testing/raw-archives';
import type { Hostility } from './hostile.ts';
import { unpackHere } from './unpack-here.ts';
import type { UnpackedFile } from './unpack-job.ts';
import { UnpackedTree } from './unpacked-tree.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-unpack-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const into = (): string => join(folder, 'into');

/** Unpacks what is below `go/`, or below another root. */
async function unpack(
  bytes: Buffer,
  { root = 'go', progress = () => {} }: { root?: string; progress?: (bytes: number) => void } = {},
): Promise<UnpackedFile[]> {
  const format = bytes.subarray(0, 2).toString() === 'PK' ? 'zip' : 'tar.gz';
  const archive = join(folder, 'archive');
  writeFileSync(archive, bytes);
  return (await unpackHere({ format, archive, into: into(), root }, progress)).files;
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const thrown = await work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Failure);
  return thrown as Failure;
}

const tgz = (entries: readonly RawTarEntry[], options?: { end: boolean }): Buffer =>
  gzipSync(rawTar(entries, options));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Long enough to arrive in more than one piece. */
const long = 'package main // 世界\n'.repeat(50_000);

describe('an honest archive', () => {
  const expected = [
    { path: 'VERSION', bytes: 8, sha256: sha256('go1.26.1'), mode: 0o644 },
    { path: 'bin/go', bytes: Buffer.byteLength(long), sha256: sha256(long), mode: 0o755 },
    { path: 'src/世界.go', bytes: 0, sha256: sha256(''), mode: 0o644 },
  ];
  const cases: [string, Buffer][] = [
    [
      'tar.gz',
      tgz([
        { path: 'go/', type: 'Directory' },
        { path: 'go/VERSION', content: 'go1.26.1', mode: 0o600 },
        { path: 'go/bin/go', content: long, mode: 0o4711 },
        { path: 'go/src/', type: 'Directory' },
        { path: 'go/x', pax: { path: 'go/src/世界.go' } },
      ]),
    ],
    [
      'zip',
      rawZip([
        { name: 'go/VERSION', content: 'go1.26.1', mode: 0o100600 },
        { name: 'go/bin/go', content: long, mode: 0o104711 },
        { name: 'go/src/', mode: 0o040777 },
        { name: 'go/src/世界.go', method: 0 },
      ]),
    ],
  ];

  test.each(cases)(
    '%s: is unpacked without its top folder and hashed; only execute bits are kept',
    async (_, bytes) => {
      const files = await unpack(bytes);

      expect(files.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(expected);
      for (const file of expected) {
        const path = join(into(), file.path);
        expect(sha256(readFileSync(path, 'utf8'))).toBe(file.sha256);
        expect(statSync(path).mode & 0o7777).toBe(file.mode);
      }
      expect(statSync(join(into(), 'src')).mode & 0o7777).toBe(0o755);
    },
  );

  test('a zip may have a prefix of several folders, as toolchain modules do', async () => {
    const prefix = 'golang.org/toolchain@v0.0.1-go1.26.1.linux-amd64';
    const files = await unpack(rawZip([{ name: `${prefix}/VERSION`, content: 'go1.26.1' }]), {
      root: prefix,
    });
    expect(files.map((file) => file.path)).toEqual(['VERSION']);
  });

  test('links that stay inside are created, and hashed by content (hard) or target (symbolic)', async () => {
    const files = await unpack(
      tgz([
        { path: 'go/lib/time/here', type: 'SymbolicLink', linkpath: '../../VERSION' },
        { path: 'go/copy', type: 'Link', linkpath: 'go/VERSION' },
        { path: 'go/VERSION', content: 'go1.26.1' },
      ]),
    );
    expect(files).toContainEqual({ path: 'copy', bytes: 8, sha256: sha256('go1.26.1'), mode: 0o644 });
    expect(files).toContainEqual({
      path: 'lib/time/here',
      bytes: 13,
      sha256: sha256('../../VERSION'),
      mode: 0o777,
    });
    expect(readlinkSync(join(into(), 'lib/time/here'))).toBe('../../VERSION');
    expect(readFileSync(join(into(), 'lib/time/here'), 'utf8')).toBe('go1.26.1');
  });

  test('reports the bytes unpacked, all of them at the end', async () => {
    const seen: number[] = [];
    await unpack(rawZip([{ name: 'go/a', content: long }]), { progress: (bytes) => seen.push(bytes) });
    expect(seen.at(-1)).toBe(Buffer.byteLength(long));
  });
});

const version: RawTarEntry = { path: 'go/VERSION', content: 'go1.26.1' };
const folderA: RawTarEntry = { path: 'go/a', type: 'Directory' };
const link = (path: string, linkpath: string): RawTarEntry => ({ path, type: 'SymbolicLink', linkpath });
const symlinkMode = 0o120777;

describe('a hostile archive is refused', () => {
  const tars: [string, Hostility, RawTarEntry[]][] = [
    ['..', 'leaves-root', [{ path: 'go/../../evil' }]],
    ['.. at the start', 'leaves-root', [{ path: '../evil' }]],
    ['.. at the end', 'leaves-root', [{ path: 'go/a/..', type: 'Directory' }]],
    ['.. by a PAX header', 'leaves-root', [{ path: 'go/a', pax: { path: 'go/../../evil' } }]],
    ['an absolute path', 'absolute', [{ path: '/tmp/evil' }]],
    ['a drive letter', 'absolute', [{ path: 'C:/evil' }]],
    ['a backslash', 'backslash', [{ path: 'go\\..\\evil' }]],
    ['a line break', 'control-character', [{ path: 'go/a\nb' }]],
    ['a path outside the root', 'outside-prefix', [{ path: 'gone/evil' }]],
    ['a file where the root belongs', 'duplicate', [{ path: 'go' }]],
    ['an empty path element', 'outside-prefix', [{ path: 'go//etc/passwd' }]],
    ['a dot as a path element', 'outside-prefix', [{ path: 'go/./a' }]],
    ['an absolute link', 'link-leaves-root', [link('go/a', '/etc/passwd')]],
    ['a link out', 'link-leaves-root', [link('go/a/b', '../../../etc/passwd')]],
    ['a link to the folder above', 'link-leaves-root', [link('go/a', '..')]],
    ['a link to nothing', 'link-leaves-root', [link('go/a', 'b')]],
    [
      'a link out through another link',
      'link-leaves-root',
      [{ path: 'go/a/b/', type: 'Directory' }, link('go/a/b/up', '../..'), link('go/out', 'a/b/up/../x')],
    ],
    ['a hard link out', 'link-leaves-root', [{ path: 'go/a', type: 'Link', linkpath: '/etc/passwd' }]],
    ['a hard link by ..', 'link-leaves-root', [{ path: 'go/a', type: 'Link', linkpath: 'go/../../x' }]],
    [
      'a hard link to a link',
      'link-leaves-root',
      [version, link('go/a', 'VERSION'), { path: 'go/b', type: 'Link', linkpath: 'go/a' }],
    ],
    ['writing through a link', 'through-link', [link('go/a', 'b'), { path: 'go/a/evil' }]],
    ['a folder over a link', 'through-link', [link('go/a', 'b'), { path: 'go/a', type: 'Directory' }]],
    ['a file over a link', 'duplicate', [link('go/a', 'b'), { path: 'go/a' }]],
    ['a file twice', 'duplicate', [version, version]],
    ['a folder twice', 'duplicate', [folderA, folderA]],
    ['a file below a file', 'duplicate', [version, { path: 'go/VERSION/evil' }]],
    ['a file over a folder', 'duplicate', [{ path: 'go/a/b' }, { path: 'go/a' }]],
    ['a character device', 'special-file', [{ path: 'go/a', type: 'CharacterDevice' }]],
    ['a block device', 'special-file', [{ path: 'go/a', type: 'BlockDevice' }]],
    ['a pipe', 'special-file', [{ path: 'go/a', type: 'FIFO' }]],
    [
      'a type that does not exist',
      'special-file',
      [{ path: 'go/a', over: { at: 156, bytes: Buffer.from('Q') }, sealed: true }],
    ],
  ];
  const zips: [string, Hostility, RawZipEntry[]][] = [
    ['..', 'leaves-root', [{ name: 'go/../../evil' }]],
    ['an absolute path', 'absolute', [{ name: '/tmp/evil' }]],
    ['a drive letter', 'absolute', [{ name: 'c:evil' }]],
    ['a backslash', 'backslash', [{ name: 'go\\evil' }]],
    ['a NUL', 'control-character', [{ name: 'go/a\0.txt' }]],
    ['a path outside the root', 'outside-prefix', [{ name: 'evil' }]],
    ['a file twice', 'duplicate', [{ name: 'go/a' }, { name: 'go/a' }]],
    ['a link out', 'link-leaves-root', [{ name: 'go/a', mode: symlinkMode, content: '../../etc' }]],
    ['an absolute link', 'link-leaves-root', [{ name: 'go/a', mode: symlinkMode, content: '/etc' }]],
    [
      'writing through a link',
      'through-link',
      [{ name: 'go/a', mode: symlinkMode, content: 'b' }, { name: 'go/a/evil' }],
    ],
    ['a device', 'special-file', [{ name: 'go/a', mode: 0o020666 }]],
    ['a pipe', 'special-file', [{ name: 'go/a', mode: 0o010666 }]],
  ];
  const cases = [
    ...tars.map(([name, reason, entries]) => [`tar: ${name}`, reason, tgz(entries)] as const),
    ...zips.map(([name, reason, entries]) => [`zip: ${name}`, reason, rawZip(entries)] as const),
  ];

  test.each(cases)('%s', async (_, reason, archive) => {
    const { code, params } = await failureOf(unpack(archive));

    expect({ code, reason: params['reason'] }).toEqual({ code: 'archive.hostile', reason });
    expect(readdirSync(folder).toSorted()).toEqual(['archive', 'into']);
  });

  test('the name in the failure cannot control a terminal', async () => {
    const { params } = await failureOf(unpack(rawZip([{ name: 'go/\u001b[2J' }])));
    expect(params['entry']).toBe('go/\u{fffd}[2J');
  });
});

describe('a damaged archive is refused', () => {
  const whole = tgz([version, { path: 'go/long', content: long }]);
  const zip = rawZip([{ name: 'go/long', content: long }]);
  const cases: [string, Buffer][] = [
    ['an empty file', Buffer.alloc(0)],
    ['not gzip', Buffer.from('<html>sign in</html>')],
    ['gzip of something other than tar', gzipSync('hello')],
    ['gzip of gzip', gzipSync(whole)],
    ['a cut gzip', whole.subarray(0, whole.length / 2)],
    ['a gzip without its checksum', whole.subarray(0, -8)],
    ['a changed byte', Buffer.from(whole.map((byte, i) => (i === whole.length >> 1 ? byte ^ 0xff : byte)))],
    ['a tar cut inside a file', gzipSync(rawTar([{ path: 'go/long', content: long }]).subarray(0, 5000))],
    ['a tar without its end', tgz([version], { end: false })],
    ['a wrong header checksum', tgz([{ ...version, over: { at: 0, bytes: Buffer.from('x') } }])],
    ['a cut zip', zip.subarray(0, -10)],
    ['a zip whose middle is missing', Buffer.concat([zip.subarray(0, 100), zip.subarray(200)])],
    ['a zip with a wrong CRC', rawZip([{ name: 'go/a', content: 'a', crc: 1 }])],
    ['a zip entry that is longer than declared', rawZip([{ name: 'go/a', content: 'aaaa', length: 2 }])],
    ['a zip entry that is shorter than declared', rawZip([{ name: 'go/a', content: 'aa', length: 4 }])],
    ['a zip entry with two names', rawZip([{ name: 'go/a', localName: 'go/b' }])],
    ['a zip entry at another offset', rawZip([{ name: 'go/a', offset: 7 }])],
    ['a zip entry outside the file', rawZip([{ name: 'go/a', offset: 70_000 }])],
    ['a zip entry without a name', rawZip([{ name: '' }])],
    ['an encrypted zip entry', rawZip([{ name: 'go/a', content: 'a', flags: 0x0801 }])],
    ['a zip entry in an unknown compression', rawZip([{ name: 'go/a', content: 'a', method: 12 }])],
    ['a zip name that is not UTF-8', rawZip([{ name: Buffer.from([0x67, 0x6f, 0x2f, 0xff]) }])],
    ['a zip that declares too many entries', zip64WithCount(2 ** 40)],
    ['a zip that declares more entries than it has', rawZip([{ name: 'go/a' }], { count: 2 })],
  ];

  test.each(cases)('%s', async (_, archive) => {
    const { code } = await failureOf(unpack(archive));
    expect(code).toBe('archive.damaged');
  });
});

describe('a bomb', () => {
  test('of many bytes is refused before they are written', () => {
    const tree = new UnpackedTree({ archive: 'bomb', into: into(), root: 'go' }, { bytes: 10, entries: 10 });
    const file = tree.file('go/a', 0);
    file.write(Buffer.alloc(10));
    expect(() => file.write(Buffer.alloc(1))).toThrow('exceeds the size of any Go archive');
    expect(statSync(join(into(), 'a')).size).toBe(10);
  });

  test('of many entries is refused', () => {
    const tree = new UnpackedTree({ archive: 'bomb', into: into(), root: 'go' }, { bytes: 10, entries: 2 });
    tree.folder('go/a');
    tree.file('go/b', 0).end();
    expect(() => tree.folder('go/c')).toThrow('exceeds the size of any Go archive');
  });
});

/** A zip whose ZIP64 end record (APPNOTE.TXT 4.3.14) declares this many entries. */
function zip64WithCount(count: number): Buffer {
  const start = rawZip([{ name: 'go/a' }]).subarray(0, -22);
  const end64 = Buffer.alloc(56);
  end64.write('PK\x06\x06', 'latin1');
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(start.length), 8);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.fill(0xff, 8, 20);
  return Buffer.concat([start, end64, locator, end]);
}
