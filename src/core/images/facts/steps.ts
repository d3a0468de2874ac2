import { isFailure } from '#contract/failure';
import {
  type Connection,
  type HistoryReply,
  inspectReply,
  type InspectReply,
  libpodImageReply,
  type LibpodImageReply,
  type Store,
} from '../engines/index.ts';
import { layersOf, type Step, stepsOf, withEmptySteps, withLayerCounts } from './layers.ts';

/**
 * The steps of an image, oldest first, with all that the engine says about which of them are empty. `path` is that of the
 * image in its API. `emptySteps`: what is known from elsewhere; null: nothing.
 */
export async function stepsFrom(
  engine: Connection,
  store: Store,
  image: {
    path: string;
    inspect: InspectReply;
    history: HistoryReply;
    emptySteps: readonly boolean[] | null;
  },
): Promise<readonly Step[]> {
  const steps = stepsOf(image.history);
  if (image.emptySteps?.length === steps.length) return withEmptySteps(steps, image.emptySteps);
  if (store.engine === 'podman') {
    const own = await ownHistory(engine, image.path);
    const emptySteps = own?.History.map(({ empty_layer }) => empty_layer === true);
    return emptySteps ? withEmptySteps(steps, emptySteps) : steps;
  }
  const layers = layersOf(image.inspect.RootFS?.Layers ?? [], steps);
  const areKnown = layers.every(({ createdBy, bytes }) => createdBy !== null && bytes !== null);
  return areKnown || store.engine === 'containerd'
    ? steps
    : withLayerCounts(steps, await layerCounts(engine, image.history));
}

/** Podman's own API has versions of its own: those of Podman. null: it cannot be read. */
async function ownHistory(engine: Connection, path: string): Promise<LibpodImageReply | null> {
  const version = /^\d+\.\d+\.\d+/.exec(engine.version.Version)?.[0];
  if (version === undefined) return null;
  return orNull(engine.getOther(`/v${version}/libpod${path}/json`, libpodImageReply));
}

/** More steps than Docker's limit of 127 layers makes likely; each is a request. */
const maxSteps = 300;

/** Of each step, oldest first, the number of layers after it; null where its image is not kept. */
async function layerCounts(engine: Connection, history: HistoryReply): Promise<(number | null)[]> {
  if (history.length > maxSteps) return [];
  return Promise.all(
    history.toReversed().map(async ({ Id }) => {
      if (!Id || !/^(?:sha256:)?[0-9a-f]{64}$/.test(Id)) return null;
      const kept = await orNull(engine.getIfThere(`/images/${Id}/json`, inspectReply));
      return kept && (kept.RootFS?.Layers.length ?? 0);
    }),
  );
}

/** What only makes the facts more exact may fail. */
async function orNull<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}
