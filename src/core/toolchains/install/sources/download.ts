import { createHash } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import { burrowPaths, download, fileFailure, maskSecrets, MinimumRate } from '#core/system';
import { isSourceFailure, netrcHeaders } from '../../network/index.ts';
import { downloadsFolder } from '../../store/index.ts';
import type { Order } from './delivery.ts';

/** Maximum attempts at one source. */
const maxTries = 12;

interface Wanted {
  url: string;
  /** Where it is kept until it is installed, even after a kill -9: `partPath`. */
  to: string;
  /** The caller checks a checksum, so the bytes may come from several sources. */
  isKnown: boolean;
  /** Bytes, above any honest size. */
  maxBytes?: number;
  /** ms without data after which the server counts as gone. */
  idleTimeoutMs: number;
  /** Told from time to time how much has arrived; less than before when the download started over. */
  arrived?: (bytes: number) => Promise<void>;
}

/** Where a download is kept in cache/. `name`: a plain file name; `content`: what identifies the content. */
export function partPath({ system }: Order, name: string, content: string): string {
  const mark = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return join(downloadsFolder(burrowPaths(system)), `${mark}-${name}`);
}

/**
 * Downloads a file, continuing an earlier download. After a cut connection it is resumed at the same source as long as
 * the file grows fast enough; one attempt in a row may bring nothing. Failures: those of `download`, source.bad-address.
 */
export async function* downloadOn(
  { system, meter, signal }: Order,
  { url, to, isKnown, maxBytes, idleTimeoutMs, arrived }: Wanted,
): AsyncGenerator<InstallProgress, { sha256: string; resumedAt: number }> {
  yield meter.enter('downloading', maskSecrets(url));
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileFailure(error, dirname(to));
  }
  const headers = await netrcHeaders(system, url);
  let furthest = await bytesAt(to);
  let cut: unknown = null;
  let fruitless = 0;
  const rate = new MinimumRate();
  for (let tries = 1; ; tries++) {
    try {
      return yield* meter.watch(
        download(system, {
          url,
          to,
          headers,
          idleTimeoutMs,
          rate,
          resume: isKnown ? 'any-place' : 'same-place',
          ...(maxBytes === undefined ? {} : { maxBytes }),
          ...(signal ? { signal } : {}),
        }),
        arrived,
      );
    } catch (error) {
      const bytes = await bytesAt(to);
      if (!isSourceFailure(error) || rate.isTooLow) throw error;
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
