import type { ImageFacts, ImageSummary } from '#contract/images';
import type { System } from '#core/system';
import { connect } from './connect.ts';
import { momentOf } from './image-facts.ts';
import { familiarRef } from './image-ref.ts';
import { infoReply, type ListReply, listReply } from './replies.ts';
import { storeOf } from './store.ts';

/**
 * The images of the engine that answers, newest first, and which engine that is. An image with several names is
 * there once for each; one without a name has its id for one. Failures: those of `connect`.
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
      return refs.map((ref) => ({ ref, id: Id, createdAt: momentOf(Created), engineReported: Size }));
    });
}
