import { spawnSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import '#contract/image-contents-failures';
import { describeFailure, isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import {
  archiveOf,
  contentOf,
  digestOf,
  type ImageFilesOf,
  legacyFiles,
  ociFiles,
  podmanFiles,
} from '#testing/image-archives';
import { imageSources, linuxSystem } from '#testing/image-sources';
import { rawTar, type RawTarEntry } from '#testing/raw-archives';
import { stressed } from '#testing/stress';
import { describe, expect, it } from 'vitest';
import { type Limits, limits as usual } from './limits.ts';
import { readImage } from './read-image.ts';
import type { ImageSource, ReadImage } from './read-image-types.ts';

const { place, archived, folderOf } = imageSources('hostile-images');

function read(
  source: ImageSource,
  limits: Partial<Limits> = {},
  platform?: string,
): Promise<ReadImage<never>> {
  return drain(readImage(linuxSystem, source, { keep: () => true, platform }, { ...usual, ...limits }));
}

/** Reads an image with this one layer. */
const readLayer = async (layer: Buffer, limits: Partial<Limits> = {}) =>
  read(await archived(archiveOf(legacyFiles({ layers: [layer] }))), limits);

const one = rawTar([
  { path: 'etc/', type: 'Directory' },
  { path: 'etc/a', content: 'a'.repeat(3000) },
  { path: 'etc/b', type: 'SymbolicLink', linkpath: 'a' },
]);

describe('damage', () => {
  const archives = [
    archiveOf(legacyFiles({ layers: [one], names: ['a:1'] })),
    archiveOf(podmanFiles({ layers: [one] })),
    archiveOf(ociFiles([{ layers: [one] }], { hasSaved: true })),
    archiveOf(ociFiles([{ layers: [one] }], { compression: 'zstd', isNested: true })),
  ].flatMap((archive) => [archive, gzipSync(archive), zstdCompressSync(archive)]);
  const intact = digestOf(one);

  it('is a clear failure or does no harm, wherever it is', async () => {
    let failed = 0;
    const runs = stressed(200, 4000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...archives),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('cut', 'flip', 'zero', 'repeat'),
        async (archive, where, how) => {
          const at = Math.floor(where * archive.length);
          const bytes = Buffer.from(archive);
          if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ 0xff;
          if (how === 'zero') bytes.fill(0, at, Math.min(at + 700, bytes.length));
          const damaged =
            how === 'cut'
              ? bytes.subarray(0, at)
              : how === 'repeat'
                ? Buffer.concat([bytes.subarray(0, at), bytes])
                : bytes;
          const path = place('damaged.tar');
          await writeFile(path, damaged);
          try {
            const found = await read({ kind: 'archive', path });
            // Names and times may be different words now, the layers are what their digests say.
            expect(found.layers.every(({ diffId }) => diffId === intact)).toBe(true);
          } catch (error) {
            failed++;
            if (!isFailure(error)) throw error;
            expect(error.code).toMatch(/^image\./);
            expect(error.code).not.toBe('image.hostile-name');
            for (const locale of ['en', 'zh-CN'] as const) {
              expect(describeFailure(error, locale).message).not.toMatch(/undefined|NaN/);
            }
          }
        },
      ),
      { numRuns: runs, seed: 20261129 },
    );
    expect(failed).toBeGreaterThan(runs / 4);
    console.log(`stress: damaged images: ${runs} read, ${failed} refused`);
  });

  it.each<[string, (files: ImageFilesOf, layer: string) => void, string]>([
    [
      'another layer',
      (files, layer) => (files[layer] = rawTar([{ path: 'etc/a', content: 'b' }])),
      'image.digest-mismatch',
    ],
    ['a shorter layer', (files, layer) => (files[layer] = one.subarray(0, 1000)), 'image.damaged'],
    [
      'a byte after the end of the layer',
      (files, layer) => (files[layer] = Buffer.concat([one, Buffer.alloc(1)])),
      'image.digest-mismatch',
    ],
    ['no layer', (files, layer) => delete files[layer], 'image.content-missing'],
    ['no JSON', (files) => (files['manifest.json'] = Buffer.from('[{')), 'image.damaged'],
    ['other JSON', (files) => (files['manifest.json'] = Buffer.from('{"a":[]}')), 'image.damaged'],
    [
      'another configuration',
      (files) => change(files, '.json', '"amd64"', '"arm64"'),
      'image.digest-mismatch',
    ],
    [
      'fewer layers than the configuration has',
      (files) => change(files, 'manifest.json', /"Layers":\[.*?\]/, '"Layers":[]'),
      'image.damaged',
    ],
  ])('%s is refused', async (_, damage, code) => {
    const files = legacyFiles({ layers: [one] });
    damage(files, Object.keys(files).find((path) => path.endsWith('layer.tar')) ?? '');
    await expect(read(await archived(archiveOf(files)))).rejects.toMatchObject({ code });
    await expect(read(await archived(gzipSync(archiveOf(files))))).rejects.toMatchObject({ code });
  });

  it('what does not belong to the image may be damaged', async () => {
    const files = { 'a.tar.gz': gzipSync(Buffer.from('no tar')), ...legacyFiles({ layers: [one] }) };
    const rest = { 'b.json': Buffer.from('{'), 'c.tar': rawTar([{ path: '../x' }]) };
    for (const pack of [archiveOf, (all: ImageFilesOf) => gzipSync(archiveOf(all))]) {
      expect((await read(await archived(pack({ ...files, ...rest })))).layers).toHaveLength(1);
    }
  });

  it('a compressed blob of an index is compared as it is stored', async () => {
    const files = ociFiles([{ layers: [one] }]);
    const path = Object.keys(files).find((each) => contentOf(files, each)[0] === 0x1f);
    files[path ?? ''] = gzipSync(one, { level: 1 });
    await expect(read(await archived(archiveOf(files)))).rejects.toMatchObject({
      code: 'image.digest-mismatch',
    });
  });
});

function change(files: ImageFilesOf, ending: string, from: string | RegExp, to: string): void {
  const path = Object.keys(files).find((each) => each.endsWith(ending)) ?? '';
  files[path] = Buffer.from(contentOf(files, path).toString().replace(from, to));
}

/** An entry with a name of any bytes. */
function entryNamed(hex: string): RawTarEntry {
  const bytes = Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(20)]);
  return { path: 'placeholder', over: { at: 0, bytes }, sealed: true };
}

describe('names', () => {
  it.each([
    ['../etc/passwd', 'image.hostile-name'],
    ['a/../../b', 'image.hostile-name'],
    ['/../a', 'image.hostile-name'],
    ['a/.wh...', 'image.hostile-name'],
    ['.wh.', 'image.hostile-name'],
  ])('%s is refused', async (path, code) => {
    await expect(readLayer(rawTar([{ path }]))).rejects.toMatchObject({ code });
  });

  it.each([
    [
      'a hard link out of the image',
      { path: 'a', type: 'Link', linkpath: '../b' } as const,
      'image.hostile-name',
    ],
    ['a NUL byte', { path: 'a', pax: { path: 'a\0b' } }, 'image.damaged'],
    ['a path of 5000 bytes', { path: 'a', pax: { path: 'a'.repeat(5000) } }, 'image.too-much'],
    [
      'a target of 5000 bytes',
      { path: 'a', type: 'SymbolicLink', pax: { linkpath: 'a'.repeat(5000) } } as const,
      'image.too-much',
    ],
    ['a size that is none', { path: 'a', pax: { size: '12x' } }, 'image.damaged'],
    [
      'a negative size',
      { path: 'a', over: { at: 124, bytes: Buffer.alloc(12, 0xff) }, sealed: true },
      'image.damaged',
    ],
    [
      'a size above all numbers',
      {
        path: 'a',
        over: { at: 124, bytes: Buffer.from(`80${'00'.repeat(2)}7f${'ff'.repeat(8)}`, 'hex') },
        sealed: true,
      },
      'image.damaged',
    ],
    ['a size beyond the end', { path: 'a', pax: { size: '9007199254740991' } }, 'image.damaged'],
    ['a sparse file', { path: 'a', pax: { 'GNU.sparse.major': '1' } }, 'image.damaged'],
    [
      "GNU's sparse file",
      { path: 'a', over: { at: 156, bytes: Buffer.from('S') }, sealed: true },
      'image.damaged',
    ],
    [
      'an unknown type',
      { path: 'a', over: { at: 156, bytes: Buffer.from('Q') }, sealed: true },
      'image.damaged',
    ],
  ] satisfies [string, RawTarEntry, string][])('%s is refused', async (_, entry, code) => {
    await expect(readLayer(rawTar([entry]))).rejects.toMatchObject({ code });
  });

  it('absolute ones begin at the root, and all are clean', async () => {
    const found = await readLayer(
      rawTar(['/etc/x', './/a//b/./c', 'd/../e', 'f/'].map((path) => ({ path }))),
    );
    expect(found.layers[0]?.content.paths).toEqual(['etc/x', 'a/b/c', 'e', 'f']);
  });

  it('those that are not UTF-8 stay different', async () => {
    const names = ['61ff', '61fe', '61efbfbd6666', '61c3', '61c3a4', '61efbfbd', '61efbfbdefbfbd'];
    const found = await readLayer(rawTar(names.map(entryNamed)));
    const paths = found.layers[0]?.content.paths ?? [];
    expect(new Set(paths).size).toBe(names.length);
    expect(paths).toContain('aä');
    expect(paths).toContain('a\uFFFDff');
  });
});

const archive = (files: ImageFilesOf) => () => archived(archiveOf(files));

describe('limits', () => {
  const many = rawTar(Array.from({ length: 20 }, (_, i) => ({ path: `file-${i}` })));
  const zeros = rawTar([{ path: 'zeros', content: Buffer.alloc(3_000_000) }]);
  const bomb = { expandedBytes: 1_000_000, expansion: 100 };

  it.each<[keyof Limits, () => Promise<ImageSource>, Partial<Limits>]>([
    ['archiveEntries', archive(legacyFiles({ layers: [one] })), { archiveEntries: 5 }],
    [
      'archiveEntries',
      () => archived(gzipSync(archiveOf(legacyFiles({ layers: [one] })))),
      { archiveEntries: 5 },
    ],
    ['layerEntries', archive(legacyFiles({ layers: [many] })), { layerEntries: 19 }],
    ['nameBytes', archive(legacyFiles({ layers: [many] })), { nameBytes: 100 }],
    ['tarBytes', archive(legacyFiles({ layers: [many] })), { tarBytes: 5000 }],
    ['documentBytes', archive(legacyFiles({ layers: [one] })), { documentBytes: 100 }],
    [
      'documentBytes',
      () => archived(gzipSync(archiveOf(legacyFiles({ layers: [one] })))),
      { documentBytes: 100 },
    ],
    ['documentsBytes', archive(legacyFiles({ layers: [one] })), { documentsBytes: 300 }],
    ['expansion', archive(ociFiles([{ layers: [zeros] }])), bomb],
    ['expansion', archive(ociFiles([{ layers: [zeros] }], { compression: 'zstd' })), bomb],
    ['expansion', () => archived(gzipSync(archiveOf(legacyFiles({ layers: [zeros] })))), bomb],
    ['expansion', () => archived(zstdCompressSync(archiveOf(legacyFiles({ layers: [zeros] })))), bomb],
    ['manifests', archive(ociFiles([{ layers: [one] }, { layers: [many] }])), { manifests: 1 }],
    ['indexDepth', archive(nested(6)), {}],
    ['manifests', archive(nested(4, 11)), {}],
  ])('%s', async (what, source, limits) => {
    await expect(read(await source(), limits)).rejects.toMatchObject({
      code: 'image.too-much',
      params: { what, max: limits[what] ?? usual[what] },
    });
  });

  /** An index in an index, and so on; `times` how often each names the next. */
  function nested(depth: number, times = 1): ImageFilesOf {
    const files = ociFiles([{ layers: [one] }]);
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    for (let level = 1; level < depth; level++) {
      const index = contentOf(files, 'index.json');
      files[`blobs/sha256/${digestOf(index).slice(7)}`] = index;
      const manifests = Array.from({ length: times }, () => ({ mediaType, digest: digestOf(index) }));
      files['index.json'] = Buffer.from(JSON.stringify({ manifests }));
    }
    return files;
  }

  it('honest images within them are read', async () => {
    expect((await read(await archived(archiveOf(nested(5))))).layers).toHaveLength(1);
    expect((await readLayer(zeros)).sizes.fileBytes).toBe(3_000_000);
  });

  it('what is kept is bounded, and the rest is only hashed', async () => {
    const found = await readLayer(many, { keptTotalBytes: 0 });
    expect(found.layers[0]?.kept.size).toBe(20);
    const files = rawTar([
      { path: 'a', content: 'a'.repeat(60) },
      { path: 'b', content: 'b'.repeat(60) },
      { path: 'c', content: 'c'.repeat(30) },
    ]);
    const some = await readLayer(files, { keptBytes: 60, keptTotalBytes: 100 });
    expect([...(some.layers[0]?.kept.keys() ?? [])]).toEqual(['a', 'c']);
  });

  it('deeply nested JSON is refused or read, without a crash', async () => {
    const files = legacyFiles({ layers: [one] });
    files['manifest.json'] = Buffer.from('['.repeat(4_000_000));
    await expect(read(await archived(archiveOf(files)))).rejects.toMatchObject({ code: 'image.damaged' });
  });
});

const layerPath = (files: ImageFilesOf) => Object.keys(files).find((path) => path.endsWith('.tar')) ?? '';
describe('folders', () => {
  it('a link that leaves the folder is not followed', async () => {
    const outside = place('outside.tar');
    await writeFile(outside, one);
    const files = podmanFiles({ layers: [one] });
    files[layerPath(files)] = { link: '../outside.tar' };
    await expect(read(await folderOf(files))).rejects.toMatchObject({ code: 'image.hostile-name' });
    // The folder itself may be behind a link.
    const inside = await folderOf(podmanFiles({ layers: [one] }));
    await symlink(inside.path, place('linked'));
    expect((await read({ kind: 'folder', path: place('linked') })).layers).toHaveLength(1);
  });

  it.each(['../outside.tar', '../../../../etc/passwd', 'a\0b'])(
    'the name %j in a manifest is refused',
    async (name) => {
      const files = podmanFiles({ layers: [one] });
      change(files, 'manifest.json', layerPath(files), JSON.stringify(name).slice(1, -1));
      await expect(read(await folderOf(files))).rejects.toMatchObject({ code: 'image.hostile-name' });
    },
  );

  it('a pipe is never waited for', async () => {
    const files = podmanFiles({ layers: [one] });
    const layer = layerPath(files);
    delete files[layer];
    const source = await folderOf(files);
    expect(spawnSync('mkfifo', [join(source.path, layer)]).status).toBe(0);
    await expect(read(source)).rejects.toMatchObject({ code: 'file.unusable' });
    const index = place('pipe-index');
    await mkdir(index);
    spawnSync('mkfifo', [join(index, 'index.json')]);
    await expect(read({ kind: 'folder', path: index })).rejects.toMatchObject({ code: 'file.unusable' });
    spawnSync('mkfifo', [place('pipe.tar')]);
    await expect(read({ kind: 'archive', path: place('pipe.tar') })).rejects.toMatchObject({
      code: 'file.unusable',
    });
  });

  it('links in a circle end', async () => {
    const files = podmanFiles({ layers: [one] });
    const path = layerPath(files);
    files[path] = { link: 'other' };
    files['other'] = { link: path };
    await expect(read(await folderOf(files))).rejects.toMatchObject({ code: 'file.unusable' });
    await expect(read(await archived(archiveOf(files)))).rejects.toMatchObject({
      code: 'image.damaged',
      params: { why: 'link-loop' },
    });
  });
});
