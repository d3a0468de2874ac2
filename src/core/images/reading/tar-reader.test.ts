import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Header, Pax } from 'tar';
import { stressed } from '#testing/stress';
import { rawTar, type RawTarEntry } from '#testing/raw-archives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { cleanPath, layerPath, nameText } from './entry-name.ts';
import type { Pieces } from './pieces.ts';
import { TarReader } from './tar-reader.ts';

/** The bytes in pieces of these sizes, in turn. Each is only valid until the next one, as those of a file are. */
function inPieces(bytes: Buffer, sizes: readonly number[]): Pieces {
  let at = 0;
  let turn = 0;
  let last = Buffer.alloc(0);
  return {
    next: async () => {
      last.fill(0xee);
      if (at >= bytes.length) return null;
      last = Buffer.from(bytes.subarray(at, at + (sizes[turn++ % sizes.length] ?? 512)));
      at += last.length;
      return last;
    },
  };
}

async function entriesOf(pieces: Pieces, takes: (index: number) => boolean = () => true) {
  const tar = new TarReader(new ByteReader(pieces));
  const found = [];
  for (let entry = await tar.next(); entry; entry = await tar.next()) {
    const row = { ...entry, name: entry.name.toString(), link: entry.link.toString() };
    const content: Buffer[] = [];
    if (takes(found.length)) {
      const whole = tar.whole();
      if (whole) content.push(Buffer.from(whole));
      for (let piece = await tar.piece(); piece; piece = await tar.piece()) content.push(Buffer.from(piece));
    }
    found.push({ ...row, content: Buffer.concat(content).toString('latin1') });
  }
  return found;
}

const name = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('/').replaceAll('\0', '0'));
const file = fc.record({
  path: name,
  content: fc.string({ unit: fc.constantFrom('a', 'b', '\0'), maxLength: 2000 }),
  mode: fc.nat(0o7777),
  uid: fc.nat(2 ** 31),
  gid: fc.nat(2 ** 31),
});

describe('a tar stream', () => {
  it('is read back as the package tar wrote it, whatever the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (files, sizes, skips) => {
          const bytes = packed(files);
          const found = await entriesOf(inPieces(bytes, sizes), (index) => !skips || index % 2 === 0);
          expect(found).toEqual(
            files.map(({ path, content, mode, uid, gid }, index) => ({
              kind: 'file',
              name: path,
              link: '',
              bytes: content.length,
              mode,
              uid,
              gid,
              content: skips && index % 2 === 1 ? '' : content,
            })),
          );
        },
      ),
      { numRuns: stressed(100, 3000) },
    );
  });

  it('of any bytes ends, with entries or Damaged', async () => {
    const start = rawTar([{ path: 'a', content: 'b' }]);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), async (bytes, isHeaderKept) => {
        const all = isHeaderKept ? Buffer.concat([start.subarray(0, 1024), bytes]) : Buffer.from(bytes);
        await entriesOf(inPieces(all, [700])).catch((error: unknown) => {
          if (!(error instanceof Error) || error.constructor.name !== 'Damaged') throw error;
        });
      }),
      { numRuns: stressed(200, 5000) },
    );
  });
});

/** Written by the package tar: names that a header cannot hold are in records before it. */
function packed(
  files: readonly { path: string; content: string; mode: number; uid: number; gid: number }[],
): Buffer {
  const blocks = files.flatMap(({ path, content, ...rest }) => {
    const header = new Header({ path, size: content.length, type: 'File', ...rest });
    const needsPax = header.encode() || Buffer.byteLength(path) !== path.length || header.path !== path;
    const block = header.block ?? Buffer.alloc(0);
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    const body = [block, Buffer.from(content, 'latin1'), padding];
    const reread = new Header(block);
    if (!needsPax && reread.path === path) return body;
    return [new Pax({ path, size: content.length, ...rest }).encode(), ...body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

describe('an entry', () => {
  it.each<[string, RawTarEntry, object]>([
    [
      'a size in records',
      { path: 'a', content: 'abc', size: 0, pax: { size: '3' } },
      { bytes: 3, content: 'abc' },
    ],
    ['a name in records', { path: 'x', pax: { path: 'é/ü' } }, { name: 'é/ü' }],
    [
      'a target in records',
      { path: 'x', type: 'SymbolicLink', pax: { linkpath: 'y'.repeat(200) } },
      { link: 'y'.repeat(200) },
    ],
    [
      'owners in records',
      { path: 'x', pax: { uid: '3000000', gid: '4000000' } },
      { uid: 3_000_000, gid: 4_000_000 },
    ],
    ['an empty record takes back', { path: 'x', pax: { path: '' } }, { name: 'x' }],
    ['a folder with a size', { path: 'x/', type: 'Directory', size: 5 }, { kind: 'directory', bytes: 0 }],
    [
      'a hard link with a size',
      { path: 'x', type: 'Link', linkpath: 'y', size: 9 },
      { kind: 'hardlink', bytes: 0 },
    ],
    [
      "V7's folder",
      { path: 'x/', over: { at: 156, bytes: Buffer.alloc(1) }, sealed: true },
      { kind: 'directory' },
    ],
    [
      "V7's file",
      { path: 'x', content: 'a', over: { at: 156, bytes: Buffer.alloc(1) }, sealed: true },
      { kind: 'file', bytes: 1 },
    ],
    [
      'a contiguous file',
      { path: 'x', content: 'a', over: { at: 156, bytes: Buffer.from('7') }, sealed: true },
      { kind: 'file', content: 'a' },
    ],
    [
      'a size in base 256',
      {
        path: 'x',
        content: 'abc',
        over: { at: 124, bytes: Buffer.from('800000000000000000000003', 'hex') },
        sealed: true,
      },
      { bytes: 3, content: 'abc' },
    ],
    ['a checksum with a sign', { path: 'é', pax: { path: 'é' } }, { name: 'é' }],
  ])('%s', async (_, entry, expected) => {
    expect(await entriesOf(inPieces(rawTar([entry]), [10_000]))).toMatchObject([expected]);
  });
});

it("GNU's long names, by GNU tar itself", async (ctx) => {
  const { spawnSync } = await import('node:child_process');
  const path = `${'long/'.repeat(60)}name`;
  const made = spawnSync('tar', ['--version'], { encoding: 'utf8' });
  if (!made.stdout?.includes('GNU tar')) ctx.skip('no GNU tar');
  for (const format of ['gnu', 'pax', 'posix']) {
    const script = [`--format=${format}`, '--transform', `s,^.*$,${path},`, '-cf', '-', '-C', folder, '.'];
    const { stdout } = spawnSync('tar', script);
    const found = await entriesOf(inPieces(stdout, [1000]));
    expect(found.map((each) => each.name.replace(/\/$/, ''))).toEqual([path]);
  }
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-tar-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('names', () => {
  it('of different bytes are different texts', () => {
    const bytes = fc.array(fc.constantFrom(0x61, 0x66, 0xff, 0xef, 0xbf, 0xbd, 0xc3, 0xa4), { maxLength: 8 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const same = Buffer.from(a).equals(Buffer.from(b));
        expect(nameText(Buffer.from(a)) === nameText(Buffer.from(b))).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a/b', 'a/b'],
    ['./a', 'a'],
    ['.', ''],
    ['./', ''],
    ['/', ''],
    ['/a/', 'a'],
    ['a//b', 'a/b'],
    ['a/./b/..', 'a'],
    ['...', '...'],
    ['.a/..b', '.a/..b'],
    ['..', null],
    ['a/../..', null],
  ])('%j is the path %j', (written, path) => expect(cleanPath(written)).toBe(path));

  it.each([
    ['a/.wh.b', { kind: 'whiteout', path: 'a/b' }],
    ['.wh.b', { kind: 'whiteout', path: 'b' }],
    ['a/.wh..wh..opq', { kind: 'opaque', path: 'a' }],
    ['.wh..wh..opq', { kind: 'opaque', path: '' }],
    ['.wh..wh.aufs', { kind: 'meta' }],
    ['a/.whb', { kind: 'entry', path: 'a/.whb' }],
    ['.wh.a/b', { kind: 'entry', path: '.wh.a/b' }],
    ['a/.wh..', null],
    ['a/.wh.', null],
  ])('%j stands for %j', (path, meaning) => expect(layerPath(path)).toEqual(meaning));
});
