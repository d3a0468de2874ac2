import type { ImageFacts, ImageLayer } from '#contract/images';
import { builtFrom, type EngineBuild } from '../build-records/index.ts';
import { familiarRef, imageName, isImageId } from './image-ref.ts';
import { layersOf, type Step } from './layers.ts';
import { manifestFor, type Platform, platformName } from './platform.ts';
import {
  type InfoReply,
  type InspectReply,
  type ListReply,
  type ManifestReply,
  type VersionReply,
  storeOf,
} from '../engines/index.ts';
import { sizesOf } from './sizes.ts';

/** An engine's replies about itself and one image. */
export interface ImageReplies {
  version: VersionReply;
  info: InfoReply;
  inspect: InspectReply;
  /** Oldest first. */
  steps: readonly Step[];
  /** Only for the containerd store, whose sizes are nowhere else; otherwise empty. */
  list: ListReply;
  /** null: it tells nothing about how it was built. */
  build: EngineBuild | null;
}

/** Turns replies into facts. `ref` is the requested name, `endpoint` the engine's address with secrets masked. */
export function imageFacts(replies: ImageReplies, asked: { ref: string; endpoint: string }): ImageFacts {
  const { inspect, steps } = replies;
  const store = storeOf(replies.version, replies.info);
  const listed = replies.list.find(({ Id }) => Id === inspect.Id);
  const manifest = manifestOf(inspect, replies.list);
  const ref = nameFor(asked.ref, inspect.RepoTags);
  return {
    ref,
    id: imageId(inspect, replies.list),
    repoDigest: repoDigest(ref, inspect.RepoDigests),
    platform: platformName(platformOf(inspect)),
    createdAt: isoTime(inspect.Created),
    engine: {
      name: store.engine,
      version: replies.version.Version,
      store: store.driver,
      endpoint: asked.endpoint,
    },
    sizes: sizesOf({ store, inspect, steps, listed: listed?.Size ?? null, manifest }),
    ...withBuild(layersOf(inspect.RootFS?.Layers ?? [], steps), replies.build),
  };
}

/** The layers with the lines that they were built from, and the stage. */
function withBuild(
  layers: readonly ImageLayer[],
  build: EngineBuild | null,
): Pick<ImageFacts, 'layers' | 'target'> {
  if (!build?.provenance) return { layers: [...layers] };
  const stored = build.image?.layers;
  const digests = layers.map(({ diffId }, index) => ({ diffId, digest: stored?.[index] ?? null }));
  const { target, lines } = builtFrom(build.provenance, digests);
  return { layers: layers.map((layer, index) => ({ ...layer, dockerfile: lines[index] })), target };
}

/**
 * In the containerd store the digest of the manifest: `Id` may be that of an index, which differs between identical builds. In others
 * that of the configuration.
 */
export function imageId(inspect: InspectReply, list: ListReply): string {
  return manifestOf(inspect, list)?.ID ?? inspect.Id;
}

function manifestOf(inspect: InspectReply, list: ListReply): ManifestReply | null {
  const listed = list.find(({ Id }) => Id === inspect.Id);
  return manifestFor(listed?.Manifests ?? [], platformOf(inspect));
}

function platformOf({ Os, Architecture, Variant }: InspectReply): Platform {
  return { os: Os, architecture: Architecture, variant: Variant };
}

/**
 * Converts an engine's time (a string, or seconds since 1970) to ISO 8601. null if there is none, for Go's zero time,
 * and for the start of 1970, which reproducible builds use.
 */
export function isoTime(created: string | number | null | undefined): string | null {
  const ms = typeof created === 'number' ? created * 1000 : Date.parse(created ?? '');
  return Number.isFinite(ms) && ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : null;
}

/** For an id, a tag of the same image, which is easier to recognize. */
function nameFor(ref: string, tags: readonly string[]): string {
  return familiarRef(isImageId(ref) ? (tags[0] ?? ref) : ref);
}

/** The digest for the given name, if the image has several; otherwise the first. */
function repoDigest(ref: string, digests: readonly string[]): string | null {
  const name = imageName(ref);
  const own = digests.find((digest) => imageName(familiarRef(digest)) === name);
  return own ?? digests[0] ?? null;
}
