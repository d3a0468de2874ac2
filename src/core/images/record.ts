import { failure } from '#contract/failure';
import type { ImageReadProgress } from '#contract/image-calls';
import type { ImageFacts } from '#contract/images';
import { type History, type ImageRecord, noFacts, type ReadImage, unsaid } from '#core/history';
import type { System } from '#core/system';
import { imageName, inspectImage } from './facts/index.ts';
import { readNow } from './read-now.ts';
import { namedImage } from './source.ts';

/** Which image to record, and for which project (an absolute path). */
export interface RecordRequest {
  /** As `namedImage` reads it. */
  source: string;
  platform?: string | undefined;
  project?: string | undefined;
  /** Whether to read its files, too; default: true. Those of an archive are always read. */
  read?: boolean | undefined;
}

/**
 * Adds an image to the history, with its name without tag as the subject, unless it is there already: the same image under
 * the same name, for the same project if one is given. What was read of it is then added to that build. It starts at the time when
 * it was built, so that an image recorded later is in the right place; if the image does not say when, now. Failures: those of
 * `namedImage`, of reading and of the history; image.is-recorded.
 */
export async function* recordImage(
  system: System,
  history: History,
  { source: name, project, read = true, platform }: RecordRequest,
  signal?: AbortSignal,
): AsyncGenerator<ImageReadProgress, { id: string; already: boolean }> {
  const source = await namedImage(system, name);
  if (source.kind === 'record') throw failure('image.is-recorded', { id: source.id });
  const image: ToRecord =
    source.kind === 'engine' && !read
      ? { facts: await inspectImage(system, source.ref), read: null }
      : yield* readNow(system, source, { platform, signal });
  const record = recordOf(image.facts, project ?? null, system.now());
  return history.recordImage(record, image.read);
}

interface ToRecord {
  facts: ImageFacts;
  read: ReadImage | null;
}

/** The build of an image that was built elsewhere. Pure. */
export function recordOf(image: ImageFacts, project: string | null, now: Date): ImageRecord {
  return {
    kind: 'image',
    status: 'recorded',
    startedAt: image.createdAt ?? now.toISOString(),
    durationMs: null,
    exitCode: null,
    project,
    subject: imageName(image.ref),
    goVersion: null,
    // Only Go programs have a target; images have a platform.
    target: null,
    cgo: null,
    flags: [],
    vcs: null,
    artifact: null,
    image,
    logTail: null,
    ...unsaid,
    builtAt: null,
    stripped: null,
    mainModule: null,
    ...noFacts,
  };
}
