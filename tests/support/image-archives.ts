import { createHash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { rawTar } from './raw-archives.ts';

/** The files of an archive or folder with images; a link instead of content is a symbolic one. */
export type ImageFilesOf = Record<string, Buffer | { link: string }>;

/** An image for one platform. */
export interface TestImage {
  /** Uncompressed tar streams, the lowest first. */
  layers: readonly Buffer[];
  platform?: { os: string; architecture: string; variant?: string };
  names?: readonly string[];
  /** Over the usual members of the configuration. */
  config?: object;
}

/** `shop:1`: a base layer that all have, and one with `app/server`. */
export const shopImage = (tag: string, server: string): TestImage => ({
  names: [`shop:${tag}`],
  layers: [
    rawTar([{ path: 'etc/base', content: Buffer.from('base') }]),
    rawTar([{ path: 'app/server', content: Buffer.from(server) }]),
  ],
});

export const digestOf = (content: Buffer): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;

const hexOf = (content: Buffer): string => digestOf(content).slice('sha256:'.length);
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

export function configOf({ layers, platform, config }: TestImage): Buffer {
  return json({
    ...(platform ?? { os: 'linux', architecture: 'amd64' }),
    created: '2026-01-02T03:04:05.678901234Z',
    config: { Env: ['PATH=/bin'], Entrypoint: ['/server'] },
    rootfs: { type: 'layers', diff_ids: layers.map(digestOf) },
    history: layers.map((_, index) => ({ created_by: `COPY ${index} / # buildkit` })),
    ...config,
  });
}

/** As `docker save` before version 25 writes them. */
export function legacyFiles(...images: TestImage[]): ImageFilesOf {
  const files: ImageFilesOf = {};
  const saved = images.map((image) => {
    const config = configOf(image);
    files[`${hexOf(config)}.json`] = config;
    const Layers = image.layers.map((layer, index) => {
      const path = `${hexOf(Buffer.from(`${index} ${hexOf(layer)}`))}/layer.tar`;
      files[path] = layer;
      files[path.replace('layer.tar', 'json')] = json({ id: path.slice(0, 64) });
      files[path.replace('layer.tar', 'VERSION')] = Buffer.from('1.0');
      return path;
    });
    return { Config: `${hexOf(config)}.json`, RepoTags: image.names ?? null, Layers };
  });
  files['manifest.json'] = json(saved);
  files['repositories'] = json({});
  return files;
}

/** As `podman save` writes them: layers by their digests, and links in place of Docker's files. */
export function podmanFiles(image: TestImage): ImageFilesOf {
  const config = configOf(image);
  const files: ImageFilesOf = { [`${hexOf(config)}.json`]: config };
  const Layers = image.layers.map((layer, index) => {
    files[`${hexOf(layer)}.tar`] = layer;
    files[`${hexOf(Buffer.from(String(index)))}/layer.tar`] = { link: `../${hexOf(layer)}.tar` };
    return `${hexOf(layer)}.tar`;
  });
  files['manifest.json'] = json([{ Config: `${hexOf(config)}.json`, RepoTags: image.names ?? null, Layers }]);
  return files;
}

const compressors = { none: (layer: Buffer) => layer, gzip: gzipSync, zstd: zstdCompressSync };

const types = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
};

export interface OciOptions {
  compression?: keyof typeof compressors;
  /** The platforms of one image, in an index of their own. */
  isNested?: boolean;
  /** Adds what BuildKit adds: a manifest that says how the image was built. */
  hasAttestation?: boolean;
  /** What that manifest says of the first image. */
  provenance?: object;
  /** Adds a `manifest.json`, as Docker does since version 25. */
  hasSaved?: boolean;
}

/** An OCI image layout. With `isNested` the images are the platforms of the first one's names. */
export function ociFiles(images: readonly TestImage[], options: OciOptions = {}): ImageFilesOf {
  const files: ImageFilesOf = { 'oci-layout': json({ imageLayoutVersion: '1.0.0' }) };
  const blob = (content: Buffer, mediaType: string) => {
    files[`blobs/sha256/${hexOf(content)}`] = content;
    return { mediaType, digest: digestOf(content), size: content.length };
  };
  const saved: object[] = [];
  const described = images.map((image): Record<string, unknown> & { digest: string } => {
    const config = configOf(image);
    const layers = image.layers.map((layer) => compressors[options.compression ?? 'gzip'](layer));
    const manifest = json({
      schemaVersion: 2,
      mediaType: types.manifest,
      config: blob(config, types.config),
      layers: layers.map((layer) => blob(layer, types.layer)),
    });
    saved.push({
      Config: `blobs/sha256/${hexOf(config)}`,
      RepoTags: image.names ?? null,
      Layers: layers.map((layer) => `blobs/sha256/${hexOf(layer)}`),
    });
    return {
      ...blob(manifest, types.manifest),
      platform: image.platform ?? { os: 'linux', architecture: 'amd64' },
    };
  });
  if (options.hasAttestation) {
    const config = blob(
      json({ os: 'unknown', architecture: 'unknown', rootfs: { diff_ids: [] } }),
      types.config,
    );
    const said = { _type: 'https://in-toto.io/Statement/v0.1', predicate: options.provenance };
    const statement = {
      ...blob(json(said), 'application/vnd.in-toto+json'),
      annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v0.2' },
    };
    described.push({
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': described[0]?.digest ?? '',
      },
      ...blob(
        json({ schemaVersion: 2, mediaType: types.manifest, config, layers: [statement] }),
        types.manifest,
      ),
      platform: { os: 'unknown', architecture: 'unknown' },
    });
  }
  const annotationsOf = (image: TestImage | undefined) =>
    (image?.names ?? []).map((name) => ({ 'io.containerd.image.name': name }));
  const manifests = options.isNested
    ? annotationsOf(images[0]).map((annotations) => ({
        ...blob(json({ schemaVersion: 2, mediaType: types.index, manifests: described }), types.index),
        annotations,
      }))
    : described.flatMap((each, index) => {
        const named = annotationsOf(images[index]);
        return named.length === 0 ? [each] : named.map((annotations) => ({ ...each, annotations }));
      });
  files['index.json'] = json({ schemaVersion: 2, mediaType: types.index, manifests });
  if (options.hasSaved) files['manifest.json'] = json(saved);
  return files;
}

/** As `podman save --format docker-dir` writes it, and with `isIndex` as `skopeo copy --all … dir:` does. */
export function directoryFiles(image: TestImage, { isIndex = false } = {}): ImageFilesOf {
  const files: ImageFilesOf = { version: Buffer.from('Directory Transport Version: 1.1\n') };
  const blob = (content: Buffer, mediaType: string) => {
    files[hexOf(content)] = content;
    return { mediaType, digest: digestOf(content), size: content.length };
  };
  const manifest = json({
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    config: blob(configOf(image), 'application/vnd.docker.container.image.v1+json'),
    layers: image.layers.map((layer) => blob(layer, 'application/vnd.docker.image.rootfs.diff.tar')),
  });
  if (!isIndex) return { ...files, 'manifest.json': manifest };
  files[`${hexOf(manifest)}.manifest.json`] = manifest;
  const platform = image.platform ?? { os: 'linux', architecture: 'amd64' };
  const manifests = [{ mediaType: types.manifest, digest: digestOf(manifest), platform }];
  return { ...files, 'manifest.json': json({ schemaVersion: 2, mediaType: types.index, manifests }) };
}

/** The archive of such files, in their order; `prefix`: before every name, as `tar -c .` writes them. */
export function archiveOf(files: ImageFilesOf, prefix = ''): Buffer {
  return rawTar(
    Object.entries(files).map(([path, content]) =>
      Buffer.isBuffer(content)
        ? { path: `${prefix}${path}`, content }
        : { path: `${prefix}${path}`, type: 'SymbolicLink', linkpath: content.link },
    ),
  );
}

/** The content of a file that is there and is no link. */
export function contentOf(files: ImageFilesOf, path: string): Buffer {
  const content = files[path];
  if (!Buffer.isBuffer(content)) throw new Error(`${path} has no content`);
  return content;
}

export async function writeImageFolder(folder: string, files: ImageFilesOf): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await (Buffer.isBuffer(content) ? writeFile(place, content) : symlink(content.link, place));
  }
}
