import type { Build } from '#contract/builds';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { imageName } from './image-ref.ts';
import { inspectImage } from './inspect.ts';

/**
 * Puts an image, as it is in the engine now, into the history, filed under its name without tag. Its moment is when
 * it was built, where the image keeps that, so that images recorded late stand where they belong in time; else now.
 * Failures: those of `inspectImage` and of the history.
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
    // A target is a Go program's; what an image runs on is its platform.
    target: null,
    cgo: null,
    flags: [],
    vcs: null,
    artifact: null,
    image,
    logTail: null,
    modules: [],
    sections: [],
    buckets: [],
    packages: [],
  });
}
