import type { BuildDetail } from '#contract/build';
import { failure, isFailure } from '#contract/failure';
import type { ImageReadProgress } from '#contract/image-calls';
import type { ImageContents } from '#contract/image-contents';
import { onlyGo } from '#contract/image-go';
import type { ImageFacts } from '#contract/images';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { archiveFacts } from './archive-facts.ts';
import { decodeLayer, type LayerContent } from './contents/index.ts';
import { familiarRef, imageName, inspectImage } from './facts/index.ts';
import { type ReadContents, readContents } from './read-contents.ts';
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
  layers: (diffIds: readonly string[]) => Promise<ReadonlyMap<string, LayerContent>>;
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
 * record. What was recorded is not read again. Failures: those of the history, of `inspectImage` and of `readContents`;
 * image.not-recorded (the record is of a program).
 */
export async function* lookAtImage(
  system: System,
  history: History,
  request: LookRequest,
): AsyncGenerator<ImageReadProgress, SeenImage> {
  const { source: name, platform, signal } = request;
  const source = await namedImage(system, name);
  if (source.kind === 'record') {
    const build = await history.get(source.id);
    if (!build.image) throw failure('image.not-recorded', { id: build.id });
    return yield* readIfWanted(system, await lookAtRecord(history, build), request);
  }
  if (source.kind !== 'engine') {
    const read = yield* readContents(system, source, { platform, signal });
    return seen(unrecorded(system, name, archiveFacts(read.contents, source)), read);
  }
  return yield* readIfWanted(system, await toldOrRecorded(system, history, source.ref), request);
}

/** Reads an image that was not read when it was recorded, if the engine still has it. */
async function* readIfWanted(
  system: System,
  known: SeenImage,
  { read, platform, signal }: LookRequest,
): AsyncGenerator<ImageReadProgress, SeenImage> {
  const { image } = known.build;
  if (known.contents || !read || !image || image.engine.name === 'archive') return known;
  // Without an engine that has the very same image, what was recorded is what is known.
  if (known.recorded && (await engineIdOf(system, image.ref)) !== image.id) return known;
  const contents = yield* readContents(system, { kind: 'engine', ref: image.ref }, { platform, signal });
  return { ...seen(known.build, contents), recorded: known.recorded };
}

/** null: no engine has it, or none answers. */
async function engineIdOf(system: System, ref: string): Promise<string | null> {
  try {
    return (await inspectImage(system, ref)).id;
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
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

/** What an engine tells, with what was recorded of the same image; without an engine that has it, the newest record. */
async function toldOrRecorded(system: System, history: History, ref: string): Promise<SeenImage> {
  try {
    const facts = await inspectImage(system, ref);
    const known = await history.findImage(facts);
    if (known !== null) return await lookAtRecord(history, await history.get(known));
    return seen(unrecorded(system, ref, facts), null);
  } catch (error) {
    const record =
      isFailure(error) && !isFailure(error, 'image.ref-invalid') ? await newestRecord(history, ref) : null;
    if (record === null) throw error;
    return lookAtRecord(history, await history.get(record));
  }
}

/** The newest record of an image of this name; null: there is none. */
async function newestRecord(history: History, ref: string): Promise<string | null> {
  const { builds } = await history.list({ kind: 'image', subject: imageName(familiarRef(ref)) });
  return builds.find(({ image }) => image?.ref === familiarRef(ref))?.id ?? null;
}

function seen(build: BuildDetail, read: ReadContents | null): SeenImage {
  const byId = new Map(read?.contents.layers.map(({ diffId }, index) => [diffId, read.layers[index]]));
  const found = (diffIds: readonly string[]) =>
    diffIds.flatMap((diffId) => {
      const layer = byId.get(diffId);
      return layer ? [[diffId, layer] as const] : [];
    });
  return {
    // As the history keeps it.
    build: read ? { ...build, goVersion: onlyGo(read.contents.programs) } : build,
    recorded: false,
    contents: read?.contents ?? null,
    layers: async (diffIds) => new Map(found(diffIds)),
  };
}

/** The build of an image that is not in the history. */
function unrecorded(system: System, id: string, image: ImageFacts): BuildDetail {
  return { id, ...recordOf(image, null, system.now()) };
}
