import type { ImageReadProgress } from '#contract/image-calls';
import type { ImageFacts } from '#contract/images';
import { type BuildRecord, type History, noFacts, unsaid } from '#core/history';
import type { System } from '#core/system';
import { imageName, inspectImage } from './facts/index.ts';

/** Which image to record, and for which project (an absolute path). */
export interface RecordRequest {
  source: string;
  project?: string | undefined;
}

/**
 * Adds an image to the history, with its name without tag as the subject, unless it is there already: the same image under
 * the same name, for the same project if one is given. It starts at the time when it was built, so that an image recorded
 * later is in the right place; if the image does not say when, now. Failures: those of `inspectImage` and of the history.
 */
export async function* recordImage(
  system: System,
  history: History,
  request: RecordRequest,
): AsyncGenerator<ImageReadProgress, { id: string; already: boolean }> {
  const image = await inspectImage(system, request.source);
  const known = await history.findImage({ ...image, project: request.project });
  if (known !== null) return { id: known, already: true };
  const { id } = await history.add(recordOf(image, request.project ?? null, system.now()));
  return { id, already: false };
}

/** The build of an image that was built elsewhere. */
function recordOf(image: ImageFacts, project: string | null, now: Date): BuildRecord {
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
