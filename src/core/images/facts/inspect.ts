import { failure, isFailure } from '#contract/failure';
import type { ImageFacts } from '#contract/images';
import type { System } from '#core/system';
import { connect, historyReply, infoReply, inspectReply, listReply, storeOf } from '../engines/index.ts';
import { engineBuild } from '../build-records/index.ts';
import { imageFacts, imageId } from './image-facts.ts';
import { imagePath } from './image-ref.ts';
import { stepsFrom } from './steps.ts';

/**
 * Reads the facts about an image from the engine, by name, digest or id. Failures: image.ref-invalid, image.unknown,
 * and those of `connect`.
 */
export async function inspectImage(system: System, ref: string): Promise<ImageFacts> {
  const path = `/images/${imagePath(ref)}`;
  const engine = await connect(system);
  const { endpoint, version } = engine;
  const [info, inspect, history] = await Promise.all([
    engine.get('/info', infoReply),
    engine.getIfThere(`${path}/json`, inspectReply),
    engine.getIfThere(`${path}/history`, historyReply),
  ]).catch((error: unknown) => {
    throw isOfInvalidRef(error) ? failure('image.ref-invalid', { ref }) : error;
  });
  if (!inspect || !history) throw failure('image.unknown', { ref, engine: endpoint });
  const store = storeOf(version, info);
  const list = store.containerd ? await engine.get('/images/json?manifests=1', listReply) : [];
  const build = await engineBuild(engine, [imageId(inspect, list)]);
  const emptySteps = build?.image?.emptySteps ?? null;
  const steps = await stepsFrom(engine, store, { path, inspect, history, emptySteps });
  return imageFacts({ version, info, inspect, steps, list, build }, { ref, endpoint });
}

/** Whether an engine refuses a name such as `shop:` or `Shop:1`, in the words of Docker's and Podman's reference parser. */
function isOfInvalidRef(error: unknown): boolean {
  return (
    isFailure(error, 'engine.refused') && String(error.params['detail']).includes('invalid reference format')
  );
}
