import type { ImageFacts } from '#contract/images';
import { familiarRef, imageName, isImageId } from './image-ref.ts';
import { layersOf, type Step } from './layers.ts';
import { manifestFor, platformName } from './platform.ts';
import {
  type InfoReply,
  type InspectReply,
  type ListReply,
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
}

/** Turns replies into facts. `ref` is the requested name, `endpoint` the engine's address with secrets masked. */
export function imageFacts(replies: ImageReplies, asked: { ref: string; endpoint: string }): ImageFacts {
  const { inspect, steps } = replies;
  const store = storeOf(replies.version, replies.info);
  const listed = replies.list.find(({ Id }) => Id === inspect.Id);
  const platform = { os: inspect.Os, architecture: inspect.Architecture, variant: inspect.Variant };
  const manifest = manifestFor(listed?.Manifests ?? [], platform);
  const ref = nameFor(asked.ref, inspect.RepoTags);
  return {
    ref,
    // In the containerd store `Id` may be that of an index, which differs between identical builds; the manifest's
    // does not.
    id: manifest?.ID ?? inspect.Id,
    repoDigest: repoDigest(ref, inspect.RepoDigests),
    platform: platformName(platform),
    createdAt: isoTime(inspect.Created),
    engine: {
      name: store.engine,
      version: replies.version.Version,
      store: store.driver,
      endpoint: asked.endpoint,
    },
    sizes: sizesOf({ store, inspect, steps, listed: listed?.Size ?? null, manifest }),
    layers: layersOf(inspect.RootFS?.Layers ?? [], steps),
  };
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
