import type { BuildDetail } from '#contract/build';
import { isFailure } from '#contract/failure';
import type { ImageReadProgress } from '#contract/image-calls';
import type { ImageContents } from '#contract/image-contents';
import type { ImageFacts } from '#contract/images';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { archiveFacts } from './archive-facts.ts';
import { decodeLayer, type LayerContent } from './contents/index.ts';
import { familiarRef, imageName, inspectImage } from './facts/index.ts';
import { readContents } from './read.ts';
import type { ImageSource } from './reading/index.ts';
import { recordOf } from './record.ts';
import { namedImage } from './source.ts';

/** An image as it was found, recorded or not. */
export interface SeenImage {
  /** Of one that is not recorded, the id is what it was named by. */
  build: BuildDetail;
  recorded: boolean;
  /** null: it was not read. */
  contents: ImageContents | null;
  /** The layers of these diff ids, as far as they were read. */
  layers(diffIds: readonly string[]): Promise<ReadonlyMap<string, LayerContent>>;
}

export interface LookRequest {
  /** The id of a record, a reference, or the absolute path of an archive or folder. */
  source: string;
  platform?: string | undefined;
  /** Whether an image of an engine is read; archives and folders always are. */
  read?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Finds an image by what people call it. A reference is that of an engine's image; if no engine has it, that of the newest
 * record. What was recorded is not read again. Failures: those of the history, of `inspectImage` and of `readContents`.
 */
export async function* lookAtImage(
  system: System,
  history: History,
  request: LookRequest,
): AsyncGenerator<ImageReadProgress, SeenImage> {
  const named = await namedImage(system, request.source);
  if (named.kind === 'record') return lookAtRecord(history, await history.get(named.id));
  if (named.kind !== 'engine') return yield* readSource(system, named, request);
  let facts;
  try {
    facts = await inspectImage(system, named.ref);
  } catch (error) {
    const record = isFailure(error) ? await newestRecord(history, named.ref) : null;
    if (record === null) throw error;
    return lookAtRecord(history, await history.get(record));
  }
  const known = await history.findImage(facts);
  const opened = known === null ? null : await lookAtRecord(history, await history.get(known));
  if (opened?.contents || (opened && !request.read)) return opened;
  const build = opened?.build ?? unrecorded(system, request.source, facts);
  if (!request.read) return { build, recorded: false, contents: null, layers: async () => new Map() };
  return { ...(yield* readSource(system, named, request)), build, recorded: opened !== null };
}

/** An image of the history. Failures: image.contents-damaged; of its layers image.layer-damaged. */
export async function lookAtRecord(history: History, build: BuildDetail): Promise<SeenImage> {
  const { id } = build;
  return {
    build,
    recorded: true,
    contents: await history.imageContents(id),
    layers: async (diffIds) => {
      const kept = await history.imageLayers(id, diffIds);
      return new Map(kept.map(({ diffId, content }) => [diffId, decodeLayer(content)]));
    },
  };
}

/** The newest record of an image of this name; null: there is none. */
async function newestRecord(history: History, ref: string): Promise<string | null> {
  const { builds } = await history.list({ kind: 'image', subject: imageName(familiarRef(ref)) });
  return builds.find(({ image }) => image?.ref === familiarRef(ref))?.id ?? null;
}

async function* readSource(
  system: System,
  source: ImageSource,
  { platform, signal, source: name }: LookRequest,
): AsyncGenerator<ImageReadProgress, SeenImage> {
  const { contents, layers } = yield* readContents(system, source, { platform, signal });
  const byId = new Map(contents.layers.map(({ diffId }, index) => [diffId, layers[index]]));
  const found = (diffIds: readonly string[]) =>
    diffIds.flatMap((diffId) => {
      const layer = byId.get(diffId);
      return layer ? [[diffId, layer] as const] : [];
    });
  const facts = source.kind === 'engine' ? null : archiveFacts(contents, source);
  return {
    build: unrecorded(system, name, facts),
    recorded: false,
    contents,
    layers: async (diffIds) => new Map(found(diffIds)),
  };
}

/** The build of an image that is not in the history. */
function unrecorded(system: System, id: string, image: ImageFacts | null): BuildDetail {
  return { id, ...recordOf(image, null, system.now()) };
}
