import { failure, isFailure } from '#contract/failure';
import type { ImageFacts } from '#contract/images';
import type { System } from '#core/system';
import {
  connect,
  type Connection,
  historyReply,
  infoReply,
  inspectReply,
  libpodImageReply,
  type LibpodImageReply,
  listReply,
  storeOf,
} from '../engines/index.ts';
import { imageFacts } from './image-facts.ts';
import { imagePath } from './image-ref.ts';

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
  ]);
  if (!inspect || !history) throw failure('image.unknown', { ref, engine: endpoint });
  const store = storeOf(version, info);
  const list = store.containerd ? await engine.get('/images/json?manifests=1', listReply) : [];
  const libpod = store.engine === 'podman' ? await ownHistory(engine, path) : null;
  return imageFacts({ version, info, inspect, history, list, libpod }, { ref, endpoint });
}

/** Podman's own API has versions of its own: those of Podman. null: it cannot be read. */
async function ownHistory(engine: Connection, path: string): Promise<LibpodImageReply | null> {
  const version = /^\d+\.\d+\.\d+/.exec(engine.version.Version)?.[0];
  if (version === undefined) return null;
  try {
    return await engine.getOther(`/v${version}/libpod${path}/json`, libpodImageReply);
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}
