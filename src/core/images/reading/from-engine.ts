import { failure } from '#contract/failure';
import type { System } from '#core/system';
import { connect, inspectReply, unlessStalled } from '../engines/index.ts';
import { familiarRef, imagePath } from '../facts/index.ts';
import { type Pieces, piecesOf } from './pieces.ts';

/** An image as an engine saves it. */
export interface SavedByEngine {
  /** The names that the engine has for it. */
  names: string[];
  pieces: Pieces;
}

/**
 * Asks the engine to save an image. That it exists is asked with a time limit; then the engine may take minutes until the
 * first byte. Failures: cancelled, image.ref-invalid, image.unknown, and those of `connect` and of `unlessStalled`.
 */
export async function savedByEngine(
  system: System,
  ref: string,
  signal: AbortSignal,
): Promise<SavedByEngine> {
  const path = imagePath(ref);
  const engine = await unlessAborted(connect(system), signal);
  const found = await unlessAborted(engine.getIfThere(`/images/${path}/json`, inspectReply), signal);
  if (!found) throw failure('image.unknown', { ref, engine: engine.endpoint });
  const names = found.RepoTags.map(familiarRef);
  // Of a name without a tag, Docker saves all tags.
  const wanted = familiarRef(ref);
  const name = names.find((each) => each === wanted) ?? names.find((each) => each === `${wanted}:latest`);
  const archive = `/images/${name === undefined ? path : imagePath(name)}/get`;
  const open = (ended: AbortSignal) => engine.stream(archive, ended);
  return { names, pieces: piecesOf(unlessStalled(system, engine.endpoint, open, signal)) };
}

/** The engine is left to its time limit when nobody waits any more. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(failure('cancelled', {}));
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
