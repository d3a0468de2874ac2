import type { ImageFacts } from '#contract/images';
import { familiarRef, imageName, isImageId } from './image-ref.ts';
import { layersOf } from './layers.ts';
import type {
  HistoryReply,
  InfoReply,
  InspectReply,
  ListReply,
  ManifestReply,
  VersionReply,
} from './replies.ts';
import { sizesOf } from './sizes.ts';
import { storeOf } from './store.ts';

/** Everything an engine said about itself and one image. */
export interface ImageReplies {
  version: VersionReply;
  info: InfoReply;
  inspect: InspectReply;
  history: HistoryReply;
  /** Of the containerd store only, which tells its sizes nowhere else; else empty. */
  list: ListReply;
}

/** Turns an engine's replies into facts. `ref` is what was asked for, `endpoint` who was asked (secrets masked). */
export function imageFacts(replies: ImageReplies, asked: { ref: string; endpoint: string }): ImageFacts {
  const { inspect } = replies;
  const store = storeOf(replies.version, replies.info);
  const listed = replies.list.find(({ Id }) => Id === inspect.Id);
  const manifest = manifestOf(inspect, listed?.Manifests ?? []);
  const layers = layersOf(inspect.RootFS?.Layers ?? [], replies.history);
  const ref = nameFor(asked.ref, inspect.RepoTags);
  return {
    ref,
    // In the containerd store `Id` may be an index, which differs between identical builds; its manifest does not.
    id: manifest?.ID ?? inspect.Id,
    repoDigest: repoDigest(ref, inspect.RepoDigests),
    platform: [inspect.Os, inspect.Architecture, inspect.Variant].filter(Boolean).join('/'),
    createdAt: momentOf(inspect.Created),
    engine: {
      name: store.engine,
      version: replies.version.Version,
      store: store.driver,
      endpoint: asked.endpoint,
    },
    sizes: sizesOf({ store, inspect, layers, listed: listed?.Size ?? null, manifest }),
    layers,
  };
}

/**
 * A moment as the engine gives it: text, or seconds since 1970. null for none, for Go's zero time, and for the very
 * start of 1970, which reproducible builds write because they keep no moment.
 */
export function momentOf(created: string | number | null | undefined): string | null {
  const moment = typeof created === 'number' ? created * 1000 : Date.parse(created ?? '');
  return Number.isFinite(moment) && moment > 0 && moment < 8.64e15 ? new Date(moment).toISOString() : null;
}

/** An id says nothing to people; a tag of the same image does. */
function nameFor(ref: string, tags: readonly string[]): string {
  return familiarRef(isImageId(ref) ? (tags[0] ?? ref) : ref);
}

/** The digest under the image's own name, when it is known under several. */
function repoDigest(ref: string, digests: readonly string[]): string | null {
  const name = imageName(ref);
  const own = digests.find((digest) => imageName(familiarRef(digest)) === name);
  return own ?? digests[0] ?? null;
}

/** The one manifest for the image's platform; attestations are none. null when there is not exactly one. */
function manifestOf(inspect: InspectReply, manifests: readonly ManifestReply[]): ManifestReply | null {
  const fitting = manifests.filter(({ Kind, ImageData }) => {
    const platform = ImageData?.Platform;
    return (
      Kind === 'image' &&
      platform?.os === inspect.Os &&
      platform.architecture === inspect.Architecture &&
      (platform.variant ?? '') === (inspect.Variant ?? '')
    );
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
