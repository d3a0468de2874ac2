import type { BuildDetail } from '#contract/build';
import { failure, type Failure, isFailure } from '#contract/failure';
import type { ImageReadProgress } from '#contract/image-calls';
import type { ImageContents } from '#contract/image-contents';
import { onlyGo } from '#contract/image-go';
import type { ImageFacts } from '#contract/images';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { archiveFacts } from './archive-facts.ts';
import { decodeLayer, type LayerContent } from './contents/index.ts';
import { familiarRef, imageName, inspectImage } from './facts/index.ts';
import { factsOfPlatform } from './facts-of-platform.ts';
import { type ReadContents, readContents } from './read-contents.ts';
import { samePlatform } from './reading/index.ts';
import { recordOf } from './record.ts';
import { namedImage } from './source.ts';

/** An image as it was found, recorded or not. */
export interface SeenImage {
  /** Of one that is not recorded, the id is what it was named by. */
  build: BuildDetail & { image: ImageFacts };
  recorded: boolean;
  /** Why the newest record of the name stands for the image: no engine has it, or none answers. null: it does not. */
  missing: Failure | null;
  /** null: it was not read. */
  contents: ImageContents | null;
  /** The layers of these diff ids, as far as they were read. */
  layers: (diffIds: readonly string[]) => Promise<ReadonlyMap<string, LayerContent>>;
}

export interface LookRequest {
  /** As `namedImage` reads it. */
  source: string;
  platform?: string | undefined;
  /** Whether an image of an engine is read; archives and folders always are. */
  read?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Finds an image by what people call it. A reference is that of an engine's image; if no engine has it, that of the newest
 * record. What was recorded is not read again. Failures: those of `namedImage`, of the history, of `inspectImage` and of
 * `readContents`; image.not-recorded (the record is of a program), image.no-such-platform.
 */
export async function* lookAtImage(
  system: System,
  history: History,
  request: LookRequest,
): AsyncGenerator<ImageReadProgress, SeenImage> {
  const { source: name, platform, signal } = request;
  const source = await namedImage(system, name);
  if (source.kind === 'record') {
    const record = await lookAtRecord(history, await history.get(source.id));
    const { image } = record.build;
    if (!isFor(image, platform)) {
      const params = { source: source.id, wanted: platform ?? null, platforms: [image.platform] };
      throw failure('image.no-such-platform', params);
    }
    return yield* readIfWanted(system, history, record, request);
  }
  if (source.kind !== 'engine') {
    const read = yield* readContents(system, source, { platform, signal });
    return seenNow(history, unrecorded(system, name, archiveFacts(read.contents, source)), read);
  }
  const found = await toldOrRecorded(system, history, { ref: source.ref, platform });
  return yield* readIfWanted(system, history, found, request);
}

function isFor(image: ImageFacts, platform: string | undefined): boolean {
  return platform === undefined || samePlatform(image.platform, platform);
}

/** Reads an image that was not read when it was recorded, if the engine still has it. */
async function* readIfWanted(
  system: System,
  history: History,
  known: SeenImage,
  { read, platform, signal }: LookRequest,
): AsyncGenerator<ImageReadProgress, SeenImage> {
  const { image } = known.build;
  if (known.contents || !read || image.engine.name === 'archive') return known;
  // Without an engine that has the very same image, what was recorded is what is known.
  if (known.recorded && (await engineIdOf(system, image.ref)) !== image.id) return known;
  const contents = yield* readContents(system, { kind: 'engine', ref: image.ref }, { platform, signal });
  const facts = factsOfPlatform(image, contents.contents);
  const seen = await seenNow(history, { ...known.build, image: facts }, contents);
  return { ...seen, recorded: known.recorded, missing: known.missing };
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

/** An image of the history. Failures: image.contents-damaged, image.not-recorded; of its layers image.layer-damaged. */
export async function lookAtRecord(history: History, build: BuildDetail): Promise<SeenImage> {
  const { id, image } = build;
  if (!image) throw failure('image.not-recorded', { id });
  return {
    build: { ...build, image },
    recorded: true,
    missing: null,
    contents: await history.imageContents(id),
    layers: async (diffIds) => {
      const kept = await history.imageLayers(id, diffIds);
      return new Map(kept.map(({ diffId, content }) => [diffId, decodeLayer(content)]));
    },
  };
}

/** An image of an engine; `platform`: of several. */
interface Reference {
  ref: string;
  platform: string | undefined;
}

/** What an engine tells, with what was recorded of the same image; without an engine that has it, the newest record. */
async function toldOrRecorded(system: System, history: History, wanted: Reference): Promise<SeenImage> {
  try {
    const facts = await inspectImage(system, wanted.ref);
    // An engine tells about the platform that it runs; of another one nothing is known before it is read.
    const known = isFor(facts, wanted.platform) ? await history.findImage(facts) : null;
    if (known !== null) return await lookAtRecord(history, await history.get(known));
    return await seenNow(history, unrecorded(system, wanted.ref, facts), null);
  } catch (error) {
    if (!isFailure(error) || error.code === 'image.ref-invalid') throw error;
    const record = await newestRecord(history, wanted);
    if (record === null) throw error;
    return { ...(await lookAtRecord(history, await history.get(record))), missing: error };
  }
}

/** The newest record of an image of this name; null: there is none. */
async function newestRecord(history: History, { ref, platform }: Reference): Promise<string | null> {
  const name = familiarRef(ref);
  const { builds } = await history.list({ kind: 'image', subject: imageName(name) });
  const found = builds.find(
    ({ image }) => image && [name, `${name}:latest`].includes(image.ref) && isFor(image, platform),
  );
  return found?.id ?? null;
}

/** An image as an engine or an archive has it now, its programs linked to the builds of the history. */
async function seenNow(
  history: History,
  build: SeenImage['build'],
  read: ReadContents | null,
): Promise<SeenImage> {
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
    missing: null,
    contents: read && {
      ...read.contents,
      programs: await history.linkedPrograms(read.contents.programs),
    },
    layers: async (diffIds) => new Map(found(diffIds)),
  };
}

/** The build of an image that is not in the history. */
function unrecorded(system: System, id: string, image: ImageFacts): SeenImage['build'] {
  return { id, ...recordOf(image, null, system.now()) };
}
