import type { ImageFacts, ImageSummary } from '#contract/images';
import type { System } from '#core/system';
import { connect, infoReply, type ListReply, listReply, type Store, storeOf } from '../engines/index.ts';
import { headline } from '#contract/image-measure';
import { isoTime } from './image-facts.ts';
import { familiarRef } from './image-ref.ts';
import { manifestToRun, type Platform, platformName } from './platform.ts';
import { listedSizes } from './sizes.ts';

/**
 * Lists the images of the engine, newest first, and describes the engine. An image with several names is listed once
 * for each; one without a name is listed by its id. Failures: those of `connect`.
 */
export async function listImages(
  system: System,
): Promise<{ engine: ImageFacts['engine']; images: ImageSummary[] }> {
  const engine = await connect(system);
  const { endpoint, version } = engine;
  const info = await engine.get('/info', infoReply);
  const store = storeOf(version, info);
  const list = await engine.get(store.containerd ? '/images/json?manifests=1' : '/images/json', listReply);
  return {
    engine: { name: store.engine, version: version.Version, store: store.driver, endpoint },
    images: summaries(list, store, { os: version.Os ?? '', architecture: version.Arch ?? '' }),
  };
}

/** `here` is the engine's own platform. */
function summaries(list: ListReply, store: Store, here: Platform): ImageSummary[] {
  return list
    .toSorted((a, b) => b.Created - a.Created)
    .flatMap((image) => {
      const names = image.RepoTags.filter((tag) => !tag.startsWith('<none>')).map((tag) => familiarRef(tag));
      const refs = names.length > 0 ? names : [image.Id];
      const manifest = manifestToRun(image.Manifests, here);
      const sizes = listedSizes({ store, listed: image.Size, manifest, os: here.os });
      return refs.map((ref) => ({
        ref,
        id: image.Id,
        createdAt: isoTime(image.Created),
        platform: manifest?.ImageData ? platformName(manifest.ImageData.Platform) : null,
        size: headline({ engine: { name: store.engine, store: store.driver }, sizes }),
        engineReported: image.Size,
      }));
    });
}
