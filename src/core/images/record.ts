import type { Build } from '#contract/build';
import { type History, noFacts, unsaid } from '#core/history';
import type { System } from '#core/system';
import { imageName, inspectImage } from './facts/index.ts';

/**
 * Adds an image, in its current state in the engine, to the history, with its name without tag as the subject. It
 * starts at the time when it was built, so that an image recorded later is in the right place; if the image does not
 * contain that time, now. Failures: those of `inspectImage` and of the history.
 */
export async function recordImage(
  system: System,
  history: History,
  request: { ref: string; project?: string | undefined },
): Promise<Build> {
  const image = await inspectImage(system, request.ref);
  return history.add({
    kind: 'image',
    status: 'recorded',
    startedAt: image.createdAt ?? system.now().toISOString(),
    durationMs: null,
    exitCode: null,
    project: request.project ?? null,
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
  });
}
