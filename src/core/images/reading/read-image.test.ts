import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import {
  archiveOf,
  contentOf,
  digestOf,
  directoryFiles,
  type ImageFilesOf,
  legacyFiles,
  ociFiles,
  podmanFiles,
  type TestImage,
  writeImageFolder,
} from '#testing/image-archives';
import { rawTar } from '#testing/raw-archives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageSource, readImage, type ReadImage, type ReadImageOptions } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-reading-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const system = { ...localSystem(), os: 'linux', arch: 'amd64' } as const;

function read<Program = never>(
  source: ImageSource,
  options: Partial<ReadImageOptions<Program>> = {},
): Promise<ReadImage<Program>> {
  return drain(readImage<Program>(system, source, { keep: () => false, ...options }));
}

let made = 0;

/** The four ways in which the same files may be stored. */
const ways: Record<string, (files: ImageFilesOf) => Promise<ImageSource>> = {
  'an archive': (files) => archived(archiveOf(files)),
  'an archive with ./ names': (files) => archived(archiveOf(files, './')),
  'a compressed archive': (files) => archived(gzipSync(archiveOf(files))),
  'a zstd archive': (files) => archived(zstdCompressSync(archiveOf(files))),
  'a folder': async (files) => {
    const path = join(folder, `folder-${made++}`);
    await writeImageFolder(path, files);
    return { kind: 'folder', path };
  },
};

async function archived(bytes: Buffer): Promise<Extract<ImageSource, { kind: 'archive' }>> {
  const path = join(folder, `archive-${made++}.tar`);
  await writeFile(path, bytes);
  return { kind: 'archive', path };
}

const base = rawTar([
  { path: './', type: 'Directory', mode: 0o755 },
  { path: './etc/', type: 'Directory', mode: 0o755 },
  { path: './etc/passwd', content: 'root:x:0:0\n', uid: 0, gid: 0 },
  { path: './etc/old', content: 'old' },
  { path: './bin/sh', content: 'shell'.repeat(300), mode: 0o4755, uid: 1, gid: 2 },
  { path: './bin/ash', type: 'Link', linkpath: './bin/sh' },
  { path: './bin/bash', type: 'SymbolicLink', linkpath: '../bin/sh' },
  { path: './dev/null', type: 'CharacterDevice', devmaj: 1, devmin: 3 },
  { path: './run/pipe', type: 'FIFO' },
]);
const top = rawTar([
  { path: 'etc/.wh.old' },
  { path: 'srv/.wh..wh..opq' },
  { path: 'srv/server', content: 'server'.repeat(1000) },
]);
/** What Docker makes for a step that changes nothing. */
const empty = Buffer.alloc(1024);
const image: TestImage = { layers: [base, top], names: ['shop/server:1.0'] };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const formats: Record<string, ImageFilesOf> = {
  'docker save before 25': legacyFiles(image),
  'podman save': podmanFiles(image),
  'podman save --format docker-dir': directoryFiles(image),
  'skopeo copy --all': directoryFiles(image, { isIndex: true }),
  'docker save since 25': ociFiles([image], { compression: 'none', hasSaved: true }),
  'OCI, gzip': ociFiles([image]),
  'OCI, zstd': ociFiles([image], { compression: 'zstd' }),
  'OCI, nested, with an attestation': ociFiles([image], { isNested: true, hasAttestation: true }),
};

/** Those that do not have the name of the image. */
const nameless = new Set(['podman save --format docker-dir', 'skopeo copy --all']);

describe.each(Object.entries(formats))('%s', (format, files) => {
  it.each(Object.keys(ways))('is read from %s', async (way) => {
    const source = (await ways[way]?.(files)) as ImageSource;
    const found = await read(source);
    expect(found).toMatchObject({
      platform: 'linux/amd64',
      otherPlatforms: [],
      names: nameless.has(format) ? [] : ['shop/server:1.0'],
      createdAt: '2026-01-02T03:04:05.678Z',
      history: [
        { createdBy: 'COPY 0 / # buildkit', emptyLayer: false },
        { createdBy: 'COPY 1 / # buildkit', emptyLayer: false },
      ],
    });
    expect(found.config.config?.Entrypoint).toEqual(['/server']);
    expect(found.layers.map(({ diffId }) => diffId)).toEqual([digestOf(base), digestOf(top)]);
    expect(found.sizes.tarBytes).toBe(base.length + top.length);
    expect(found.sizes.fileBytes).toBe(11 + 3 + 1500 + 6000);
  });
});

/** The entries of a layer in rows. */
function rowsOf({ content }: ReadImage<never>['layers'][number]) {
  return content.paths.map((path, index) => ({
    path,
    kind: imageEntryKinds[content.kinds[index] ?? 0],
    bytes: content.bytes[index],
    mode: content.modes[index],
    ids: [content.uids[index], content.gids[index]],
    link: content.links[index],
    sha256: Buffer.from(content.hashes.subarray(32 * index, 32 * index + 32)).toString('hex'),
  }));
}

it('tells every entry with kind, size, mode, owner, target and hash', async () => {
  const found = await read(await archived(archiveOf(legacyFiles(image))));
  const none = '0'.repeat(64);
  const plain = { bytes: 0, mode: 0o644, ids: [0, 0], link: undefined, sha256: none };
  const folderOf = (path: string) => ({ ...plain, path, kind: 'directory', mode: 0o755 });
  expect(found.layers.map(rowsOf)).toEqual([
    [
      folderOf('etc'),
      { ...plain, path: 'etc/passwd', kind: 'file', bytes: 11, sha256: sha256('root:x:0:0\n') },
      { ...plain, path: 'etc/old', kind: 'file', bytes: 3, sha256: sha256('old') },
      {
        ...plain,
        path: 'bin/sh',
        kind: 'file',
        bytes: 1500,
        mode: 0o4755,
        ids: [1, 2],
        sha256: sha256('shell'.repeat(300)),
      },
      { ...plain, path: 'bin/ash', kind: 'hardlink', link: 'bin/sh' },
      { ...plain, path: 'bin/bash', kind: 'symlink', link: '../bin/sh' },
      { ...plain, path: 'dev/null', kind: 'device' },
      { ...plain, path: 'run/pipe', kind: 'fifo' },
    ],
    [
      { ...plain, path: 'etc/old', kind: 'whiteout' },
      { ...plain, path: 'srv', kind: 'opaque' },
      { ...plain, path: 'srv/server', kind: 'file', bytes: 6000, sha256: sha256('server'.repeat(1000)) },
    ],
  ]);
});

it.each([
  ['none', null],
  ['gzip', gzipSync],
  ['zstd', zstdCompressSync],
] as const)('tells the stored size and digest of %s layers', async (compression, compress) => {
  const found = await read(await archived(archiveOf(ociFiles([image], { compression }))));
  const stored = image.layers.map((layer) => (compress ? compress(layer) : layer));
  expect(found.layers.map(({ digest }) => digest)).toEqual(stored.map(digestOf));
  expect(found.layers.map((layer) => layer.compression)).toEqual([compression, compression]);
  const bytes = stored.reduce((sum, { length }) => sum + length, 0);
  expect(found.sizes.compressedBytes).toBe(compress ? bytes : null);
});

it('reads an image without layers, and one with the same empty layer twice', async () => {
  for (const layers of [[], [base, empty, empty]]) {
    for (const files of [legacyFiles({ layers }), ociFiles([{ layers }])]) {
      for (const way of Object.values(ways)) {
        const found = await read(await way(files));
        expect(found.layers.map(({ diffId }) => diffId)).toEqual(layers.map(digestOf));
        expect(found.sizes.tarBytes).toBe(layers.reduce((sum, { length }) => sum + length, 0));
      }
    }
  }
});

it('takes null for no layers, as Go writes it', async () => {
  const files = legacyFiles({
    layers: [],
    config: { rootfs: { type: 'layers', diff_ids: null }, history: null },
  });
  const manifest = contentOf(files, 'manifest.json').toString();
  files['manifest.json'] = Buffer.from(manifest.replace('"Layers":[]', '"Layers":null'));
  for (const way of Object.values(ways)) expect((await read(await way(files))).layers).toEqual([]);
});

it('takes the layers of Docker 25.0.0 from manifest.json, where its own manifest has none', async () => {
  const files = ociFiles([image], { compression: 'none', hasSaved: true });
  const isManifest = (path: string) => contentOf(files, path).includes('"config":{"mediaType"');
  const path = Object.keys(files).find((each) => each.startsWith('blobs/') && isManifest(each)) ?? '';
  const without = JSON.stringify({ ...JSON.parse(contentOf(files, path).toString()), layers: [] });
  const digest = digestOf(Buffer.from(without));
  files[digest.replace('sha256:', 'blobs/sha256/')] = Buffer.from(without);
  const index = contentOf(files, 'index.json').toString();
  files['index.json'] = Buffer.from(index.replace(path.replace('blobs/sha256/', 'sha256:'), digest));
  expect((await read(await archived(archiveOf(files)))).layers).toHaveLength(2);
});

it('follows the links of an archive, wherever they stand', async () => {
  const files = legacyFiles(image);
  const path = Object.keys(files).find((each) => each.endsWith('/layer.tar')) ?? '';
  const linked: ImageFilesOf = { [path]: { link: '../moved/a/../layer' }, ...files };
  linked[path] = { link: '../moved/a/../layer' };
  linked['moved/layer'] = base;
  linked['moved/a/x'] = Buffer.from('');
  for (const way of Object.values(ways)) expect((await read(await way(linked))).layers).toHaveLength(2);
});

describe('content', () => {
  const elf = Buffer.concat([
    Buffer.from('\u007FELF\u0002\u0001\u0001\0', 'latin1'),
    Buffer.alloc(400_000, 7),
  ]);
  const layer = rawTar([
    { path: 'etc/os-release', content: 'ID=debian' },
    { path: 'etc/shadow', content: 'secret' },
    { path: 'bin/server', content: elf },
    { path: 'bin/script', content: '#!/bin/sh\n' },
    { path: 'bin/server.exe', content: Buffer.concat([Buffer.from('MZ\0\0\0\0\0\0')]) },
    { path: 'bin/mac', content: Buffer.from('cffaedfe0c000001', 'hex') },
    { path: 'bin/Main.class', content: Buffer.from('cafebabe00000034', 'hex') },
    { path: 'bin/short', content: Buffer.from('\u007FELF', 'latin1') },
  ]);

  it.each(Object.keys(ways))('is kept where it is asked for, from %s', async (way) => {
    const asked: string[] = [];
    const contents: Buffer[] = [];
    const source = (await ways[way]?.(ociFiles([{ layers: [layer, top] }]))) as ImageSource;
    const found = await read<string>(source, {
      keep: (path, bytes) => path === 'etc/os-release' && bytes === 9,
      program: async (path, content) => {
        asked.push(path);
        contents.push(content);
        expect(path !== 'bin/server' || content.equals(elf)).toBe(true);
        return path === 'bin/mac' ? null : `${content.length}`;
      },
    });
    expect(new Map(found.layers[0]?.kept)).toEqual(new Map([['etc/os-release', Buffer.from('ID=debian')]]));
    expect(asked).toEqual(['bin/server', 'bin/server.exe', 'bin/mac']);
    expect([...(found.layers[0]?.programs ?? [])]).toEqual([
      ['bin/server', String(elf.length)],
      ['bin/server.exe', '8'],
    ]);
    // So that large programs do not pile up.
    expect(contents[0]).toHaveLength(0);
  });

  it('is that of the last entry of a path', async () => {
    const twice = rawTar([
      { path: 'a', content: 'first' },
      { path: 'b', content: 'b' },
      { path: './a', content: 'last one' },
      { path: '.wh.a' },
    ]);
    const found = await read(await archived(archiveOf(ociFiles([{ layers: [twice] }]))), {
      keep: () => true,
    });
    expect(found.layers[0]?.content.paths).toEqual(['b', 'a', 'a']);
    expect(found.layers[0]?.kept.get('a')?.toString()).toBe('last one');
    expect(found.sizes.fileBytes).toBe('b'.length + 'last one'.length);
  });
});

async function readOf(files: ImageFilesOf, options: { platform?: string; image?: string } = {}) {
  const { image: wanted, ...rest } = options;
  const source = await archived(archiveOf(files));
  return read(wanted === undefined ? source : { ...source, image: wanted }, rest);
}

describe('several images', () => {
  const amd: TestImage = { layers: [base, top], names: ['docker.io/library/shop:1'] };
  const arm: TestImage = {
    layers: [base],
    names: ['docker.io/library/shop:1'],
    platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
  };
  const s390x: TestImage = { layers: [top], platform: { os: 'linux', architecture: 's390x' } };
  const other: TestImage = { layers: [top], names: ['db:2'] };
  it.each([true, false])('of several platforms one is chosen, never all (nested: %s)', async (isNested) => {
    const files = ociFiles([amd, arm], { isNested, hasAttestation: true });
    const chosen = { platform: 'linux/amd64', otherPlatforms: ['linux/arm64/v8'], names: ['shop:1'] };
    const found = await readOf(files);
    expect(found).toMatchObject(chosen);
    expect(found.sizes.tarBytes).toBe(base.length + top.length);
    const forced = await readOf(files, { platform: 'linux/arm64' });
    expect(forced).toMatchObject({ platform: 'linux/arm64/v8', otherPlatforms: ['linux/amd64'] });
    expect(forced.sizes.tarBytes).toBe(base.length);
  });

  it('takes the only platform, and lists several that are not of this machine', async () => {
    expect((await readOf(ociFiles([arm]))).platform).toBe('linux/arm64/v8');
    await expect(readOf(ociFiles([{ ...arm, names: [] }, s390x]))).rejects.toMatchObject({
      code: 'image.no-such-platform',
      params: { wanted: null, platforms: ['linux/arm64/v8', 'linux/s390x'] },
    });
    await expect(readOf(ociFiles([amd]), { platform: 'linux/riscv64' })).rejects.toMatchObject({
      code: 'image.no-such-platform',
      params: { wanted: 'linux/riscv64', platforms: ['linux/amd64'] },
    });
  });

  it.each([
    ['legacy', legacyFiles(amd, other)],
    ['OCI', ociFiles([amd, other])],
  ])('one is chosen by its name (%s)', async (_, files) => {
    const names = ['shop:1', 'db:2'];
    await expect(readOf(files)).rejects.toMatchObject({
      code: 'image.several',
      params: { wanted: null, images: names },
    });
    await expect(readOf(files, { image: 'x' })).rejects.toMatchObject({
      code: 'image.several',
      params: { wanted: 'x', images: names },
    });
    expect((await readOf(files, { image: 'db:2' })).names).toEqual(['db:2']);
    expect((await readOf(files, { image: 'docker.io/library/shop:1' })).names).toEqual(['shop:1']);
  });

  it('two names of one image are no reason to ask', async () => {
    const both = { ...amd, names: ['shop:1', 'shop:latest'] };
    for (const files of [ociFiles([both]), legacyFiles(both), ociFiles([both], { isNested: true })]) {
      expect((await readOf(files)).names).toEqual(['shop:1', 'shop:latest']);
    }
  });

  it('a platform without its layers does not count, and is missed if it is asked for', async () => {
    const files = ociFiles([amd, { ...arm, layers: [Buffer.concat([base, empty])] }], { isNested: true });
    const lacking = `blobs/sha256/${digestOf(gzipSync(Buffer.concat([base, empty]))).slice(7)}`;
    delete files[lacking];
    expect(await readOf(files)).toMatchObject({ platform: 'linux/amd64', otherPlatforms: [] });
    await expect(readOf(files, { platform: 'linux/arm64' })).rejects.toMatchObject({
      code: 'image.content-missing',
      params: { at: lacking },
    });
  });
});

it('says how far it is, and what there is to read', async () => {
  const large = rawTar(
    Array.from({ length: 300 }, (_, i) => ({ path: `f${i}`, content: Buffer.alloc(1000, i) })),
  );
  const source = await archived(archiveOf(ociFiles([{ layers: [large] }], { compression: 'none' })));
  // Its clock is due at once, so that it reports as often as it can.
  const eager = { ...system, after: (_: number, work: () => void) => (setImmediate(work), () => {}) };
  const seen: unknown[] = [];
  await drain(readImage(eager, source, { keep: () => false }), (progress) => seen.push(progress));
  expect(seen.at(-1)).toMatchObject({ totalBytes: large.length });
});

it('ends when it is cancelled', async () => {
  const signal = AbortSignal.abort();
  for (const way of Object.values(ways)) {
    await expect(read(await way(legacyFiles(image)), { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  }
});

it('ends when its reader stops', async () => {
  const source = await archived(archiveOf(legacyFiles(image)));
  const reading = readImage(system, source, { keep: () => false });
  await reading.return(undefined as never);
  expect(await reading.next()).toMatchObject({ done: true });
});

it.each<[string, () => Promise<ImageSource>, object]>([
  [
    'no archive',
    () => archived(Buffer.from('not an archive'.repeat(100))),
    { code: 'image.not-an-image', params: { why: 'not-tar' } },
  ],
  [
    'an empty file',
    () => archived(Buffer.alloc(0)),
    { code: 'image.not-an-image', params: { why: 'not-tar' } },
  ],
  [
    'an archive of something else',
    () => archived(base),
    { code: 'image.not-an-image', params: { why: 'no-image' } },
  ],
  [
    'an archive of nothing',
    () => archived(empty),
    { code: 'image.not-an-image', params: { why: 'no-image' } },
  ],
  [
    'Docker before 1.10',
    () => archived(archiveOf({ repositories: Buffer.from('{}') })),
    { code: 'image.not-an-image', params: { why: 'old-docker' } },
  ],
  [
    'a folder of something else',
    async () => ({ kind: 'folder', path: folder }),
    { code: 'image.not-an-image', params: { why: 'folder' } },
  ],
  ['no file', async () => ({ kind: 'archive', path: join(folder, 'none') }), { code: 'file.not-found' }],
  ['no folder', async () => ({ kind: 'folder', path: join(folder, 'none') }), { code: 'file.not-found' }],
  [
    'a folder in place of an archive',
    async () => ({ kind: 'archive', path: folder }),
    { code: 'file.unusable' },
  ],
])('refuses %s', async (_, source, failed) => {
  await mkdir(folder, { recursive: true });
  await expect(read(await source())).rejects.toMatchObject(failed);
});
