import { stat } from 'node:fs/promises';
import { isFailure, isFailureOfClass } from '#contract/failure';
import type { System } from '../system.ts';
import { type Downloaded, type DownloadProgress, download } from './download.ts';
import { MinimumRate } from './minimum-rate.ts';
import type { DownloadRequest } from './request.ts';

/** Maximum attempts at one source. */
const maxTries = 12;

/**
 * Downloads a file, continuing an earlier download. After a cut connection it is resumed at the same source as long as
 * the file grows fast enough; one attempt in a row may bring nothing. Failures: those of `download`.
 */
export async function* downloadWithRetries(
  system: Pick<System, 'fetch' | 'now' | 'after'>,
  request: DownloadRequest & Required<Pick<DownloadRequest, 'resume'>>,
): AsyncGenerator<DownloadProgress, Downloaded> {
  let furthest = await bytesAt(request.to);
  let cut: unknown = null;
  let fruitless = 0;
  const rate = new MinimumRate();
  for (let tries = 1; ; tries++) {
    try {
      return yield* download(system, { ...request, rate });
    } catch (error) {
      const bytes = await bytesAt(request.to);
      if (!isFailureOfClass(error, 'source') || rate.isTooLow) throw error;
      fruitless = bytes > furthest ? 0 : fruitless + 1;
      // Bytes that had arrived when a connection was cut may not reach the file: a single such attempt is allowed.
      const maxFruitless = isFailure(error, 'download.short') ? 1 : 0;
      // The cut is more informative than the failed resumption.
      if (fruitless > maxFruitless || tries >= maxTries) throw cut ?? error;
      furthest = Math.max(furthest, bytes);
      cut = error;
    }
  }
}

/** Bytes of a file; 0 when it is missing. */
async function bytesAt(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
