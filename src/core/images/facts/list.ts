import type { ImageFacts, ImageSummary } from '#contract/images';
import type { System } from '#core/system';
import { connect, infoReply, type ListReply, listReply, storeOf } from '../engines/index.ts';
import { isoTime } from './image-facts.ts';
import { familiarRef } from './image-ref.ts';

/**
 * Lists the images of the engine, newest first, and describes the engine. An image with several names is listed once
 * for each; one without a name is listed by its id. Failures: those of `connect`.
 */
export async function listImages(
  system: System,
): Promise<{ engine: ImageFacts['engine']; images: ImageSummary[] }> {
  const engine = await connect(system);
  const { endpoint, version } = engine;
  const [info, list] = await Promise.all([
    engine.get('/info', infoReply),
    engine.get('/images/json', listReply),
  ]);
  const store = storeOf(version, info);
  return {
    engine: { name: store.engine, version: version.Version, store: store.driver, endpoint },
    images: summaries(list),
  };
}

function summaries(list: ListReply): ImageSummary[] {
  return list
    .toSorted((a, b) => b.Created - a.Created)
    .flatMap(({ Id, RepoTags, Created, Size }) => {
      const names = RepoTags.filter((tag) => !tag.startsWith('<none>')).map((tag) => familiarRef(tag));
      const refs = names.length > 0 ? names : [Id];
      return refs.map((ref) => ({ ref, id: Id, createdAt: isoTime(Created), engineReported: Size }));
    });
}
