import { createHash } from 'node:crypto';
import { failure } from '#contract/failure';
import type { z } from 'zod';
import { familiarRef } from '../facts/index.ts';
import { Damaged } from './damaged.ts';
import {
  type Descriptor,
  imageIndex,
  type ImageManifest,
  imageManifest,
  manifestJson,
  type SavedImage,
} from './documents.ts';
import { cleanPath } from './entry-name.ts';
import { type ImageConfig, imageConfig } from './image-config.ts';
import type { ImageFiles } from './image-files.ts';
import type { Reading } from './reading.ts';

/** An image for one platform, as an archive or folder describes it. */
export interface Candidate {
  /** `shop/server:1.0` */
  names: Set<string>;
  /** What chooses it, too: its digests, and tags without a name. */
  aliases: Set<string>;
  configDigest: string;
  /** null: it has no manifest. */
  manifestDigest: string | null;
  /** Digests of the manifests of what is attested about it. */
  attestations: string[];
  config: ImageConfig;
  /** Lowest first. `digest` is null if it is not stored under one. */
  layers: { path: string; digest: string | null }[];
  /** The first file that it names and that is not there; null: it is whole. */
  missing: string | null;
}

const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
const configTypes = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];

/**
 * Finds the images of an archive or folder. Attestations and artifacts that are no images are passed over. Failures:
 * image.not-an-image, image.damaged, image.digest-mismatch, image.too-much.
 */
export async function findCandidates<Program>(
  reading: Reading<Program>,
  files: ImageFiles<Program>,
  notFound: 'no-image' | 'folder',
): Promise<Candidate[]> {
  const finder = new Finder(reading, files);
  // Where there are both, the index alone tells platforms and digests.
  await finder.ofIndex();
  await finder.ofSaved();
  if (finder.found.length > 0) return finder.found;
  const isOld = (await files.has('repositories')) && !(await files.has('manifest.json'));
  throw failure('image.not-an-image', { source: reading.source, why: isOld ? 'old-docker' : notFound });
}

class Finder<Program> {
  readonly #reading: Reading<Program>;
  readonly #files: ImageFiles<Program>;
  readonly found: Candidate[] = [];
  #names: BlobNames = ociNames;
  /** By the path of the manifest or configuration. */
  readonly #known = new Map<string, Candidate | null>();
  /** By the digest of the manifest of an image, the digests of the manifests of what is attested about it. */
  readonly #attestations = new Map<string, string[]>();
  #manifests = 0;

  constructor(reading: Reading<Program>, files: ImageFiles<Program>) {
    this.#reading = reading;
    this.#files = files;
  }

  async ofIndex(): Promise<void> {
    const index = await this.#document('index.json', imageIndex);
    if (index) await this.#index(index.manifests, { depth: 1, names: [], aliases: [] });
    for (const candidate of this.found) {
      candidate.attestations = this.#attestations.get(candidate.manifestDigest ?? '') ?? [];
    }
  }

  async ofSaved(): Promise<void> {
    const document = await this.#document('manifest.json', manifestJson);
    if (Array.isArray(document)) return this.#saved(document);
    // What `podman save --format docker-dir` and `skopeo copy … dir:` write has the manifest of the image there, or its index.
    this.#names = directoryNames;
    if (document && 'config' in document) await this.#image(document, 'manifest.json');
    else if (document) await this.#index(document.manifests, { depth: 1, names: [], aliases: [] });
  }

  async #saved(images: readonly SavedImage[]): Promise<void> {
    for (const { Config, RepoTags, Layers } of images) {
      this.#count();
      const path = this.#path(Config);
      const same = this.found.find(({ configDigest }) => path.includes(configDigest.slice('sha256:'.length)));
      const layers = Layers.map((layer) => this.#path(layer)).map((layer) => ({
        path: layer,
        digest: blobDigest(layer),
      }));
      const candidate = same ?? (await this.#candidate({ path, digest: configDigestIn(path) }, layers));
      // Docker 25.0.0 wrote manifests without layers beside it (moby/moby#47065).
      if (same && same.layers.length === 0) await this.#complete(same, layers);
      for (const tag of RepoTags) candidate?.names.add(familiarRef(tag));
    }
  }

  async #index(
    manifests: readonly Descriptor[],
    at: { depth: number; names: readonly string[]; aliases: readonly string[] },
  ): Promise<void> {
    if (at.depth > this.#reading.limits.indexDepth) throw this.#reading.tooMuch('indexDepth');
    for (const each of manifests) {
      this.#count();
      if (each.annotations['vnd.docker.reference.type'] || each.platform?.os === 'unknown') {
        this.#attest(each);
        continue;
      }
      const named = namesOf(each);
      const names = [...at.names, ...named.names];
      const aliases = [...at.aliases, ...named.aliases, each.digest];
      if (indexTypes.includes(each.mediaType ?? '')) {
        const nested = await this.#document(this.#names.manifest(each.digest), imageIndex, each.digest);
        if (nested) await this.#index(nested.manifests, { depth: at.depth + 1, names, aliases });
      } else if (manifestTypes.includes(each.mediaType ?? '')) {
        const candidate = await this.#manifest(each.digest);
        for (const name of names) candidate?.names.add(name);
        for (const alias of aliases) candidate?.aliases.add(alias);
      }
    }
  }

  /** Remembers what BuildKit attests about an image. */
  #attest({ digest, annotations }: Descriptor): void {
    const about = annotations['vnd.docker.reference.digest'];
    if (about === undefined || annotations['vnd.docker.reference.type'] !== 'attestation-manifest') return;
    this.#attestations.set(about, [...(this.#attestations.get(about) ?? []), digest]);
  }

  /** null: it is not there, or is no image. */
  async #manifest(digest: string): Promise<Candidate | null> {
    const path = this.#names.manifest(digest);
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const manifest = await this.#document(path, imageManifest, digest);
    const candidate = manifest && (await this.#image(manifest, path));
    if (candidate) candidate.manifestDigest = digest;
    this.#known.set(path, candidate);
    return candidate;
  }

  /** null: it is no image, or its configuration is not there. `path`: of its manifest. */
  async #image(manifest: ImageManifest, path: string): Promise<Candidate | null> {
    const { artifactType, config, layers } = manifest;
    if (artifactType || !configTypes.includes(config.mediaType ?? '')) return null;
    return this.#candidate(
      { path: this.#names.blob(config.digest), digest: config.digest },
      layers.map((layer) => {
        if (layer.mediaType?.endsWith('+encrypted')) throw this.#damaged(path, 'encrypted');
        return { path: this.#names.blob(layer.digest), digest: layer.digest };
      }),
    );
  }

  /** null: its configuration is not there. */
  async #candidate(
    at: { path: string; digest: string | null },
    layers: Candidate['layers'],
  ): Promise<Candidate | null> {
    const read = await this.#read(at.path, at.digest);
    if (!read) return null;
    const config = this.#parsed(at.path, read.content, imageConfig);
    if (config.os === 'unknown') return null;
    const candidate: Candidate = {
      names: new Set(),
      aliases: new Set([read.digest]),
      configDigest: read.digest,
      manifestDigest: null,
      attestations: [],
      config,
      layers: [],
      missing: null,
    };
    await this.#complete(candidate, layers);
    this.found.push(candidate);
    return candidate;
  }

  async #complete(candidate: Candidate, layers: Candidate['layers']): Promise<void> {
    candidate.layers = layers;
    for (const { path } of layers) {
      if (candidate.missing === null && !(await this.#files.has(path))) candidate.missing = path;
    }
  }

  async #document<T>(path: string, schema: z.ZodType<T>, digest: string | null = null): Promise<T | null> {
    const read = await this.#read(path, digest);
    return read && this.#parsed(path, read.content, schema);
  }

  /** The content of a document and its digest, which must be `digest` if that is given. */
  async #read(path: string, digest: string | null): Promise<{ content: Buffer; digest: string } | null> {
    const content = await this.#files.document(path);
    if (!content) return null;
    const actual = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    if (digest !== null && digest !== actual) {
      const { source } = this.#reading;
      throw failure('image.digest-mismatch', { source, at: path, expected: digest, actual });
    }
    return { content, digest: actual };
  }

  #parsed<T>(path: string, content: Buffer, schema: z.ZodType<T>): T {
    let json: unknown;
    try {
      json = JSON.parse(content.toString('utf8'));
    } catch {
      throw this.#damaged(path, 'json');
    }
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw this.#damaged(path, 'shape');
    return parsed.data;
  }

  /** The clean path of a name in `manifest.json`, which is not trusted. */
  #path(name: string): string {
    const path = cleanPath(name);
    if (path !== null && path !== '' && !name.includes('\0')) return path;
    throw failure('image.hostile-name', { source: this.#reading.source, at: 'manifest.json', name });
  }

  #count(): void {
    this.#reading.mayGoOn();
    if (++this.#manifests > this.#reading.limits.manifests) throw this.#reading.tooMuch('manifests');
  }

  #damaged(at: string, why: Damaged['why']): unknown {
    return this.#reading.failureAt(new Damaged(why), at);
  }
}

/** Where manifests, and other blobs, are by their digests. Both throw Damaged for another algorithm than SHA-256. */
interface BlobNames {
  manifest: (digest: string) => string;
  blob: (digest: string) => string;
}

const blobPath = (digest: string) => `blobs/sha256/${hexOf(digest)}`;
const ociNames: BlobNames = { manifest: blobPath, blob: blobPath };
/** github.com/containers/image, directory/directory_transport.go. */
const directoryNames: BlobNames = { manifest: (digest) => `${hexOf(digest)}.manifest.json`, blob: hexOf };

function hexOf(digest: string): string {
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
  if (hex === undefined) throw new Damaged('algorithm');
  return hex;
}

/** The digest that a blob is named by; null: it is no blob. The names of other files of layers may be any digests. */
function blobDigest(path: string): string | null {
  const hex = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(path)?.[1];
  return hex === undefined ? null : `sha256:${hex}`;
}

/** The digest that a configuration of `docker save` is named by: `4f3a….json`; null: none. */
function configDigestIn(path: string): string | null {
  const hex = /^(?:sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(path)?.[1];
  return hex === undefined ? blobDigest(path) : `sha256:${hex}`;
}

/** containerd and BuildKit write a whole name, others a whole name or a tag alone. */
function namesOf({ annotations }: Descriptor): { names: string[]; aliases: string[] } {
  const whole = annotations['io.containerd.image.name'];
  const ref = annotations['org.opencontainers.image.ref.name'];
  const isName = ref !== undefined && /[/:]/.test(ref);
  return {
    names: [whole, isName ? ref : undefined].filter((name) => name !== undefined).map(familiarRef),
    aliases: ref === undefined || isName ? [] : [ref],
  };
}
