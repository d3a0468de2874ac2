import { createHash } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import { burrowPaths, download, fileFailure, maskSecrets } from '#core/system';
import { isSourceFailure, netrcHeaders } from '../../network/index.ts';
import { downloadsFolder } from '../../store/index.ts';
import type { Order } from './delivery.ts';

/** Times that a place is asked to go on before the next one is. */
const mostTries = 12;

interface Wanted {
  url: string;
  /** Where it is kept until it is installed, also over a kill -9: `partPath`. */
  to: string;
  /** Its content is known by a checksum that the caller checks, so it may come from several places. */
  isKnown: boolean;
  /** Bytes that nothing honest comes near. */
  maxBytes?: number;
  /** ms without a byte after which nobody is there any more. */
  idleTimeoutMs: number;
  /** Told how much of it is there, again and again; less than before when it began anew. */
  arrived?: (bytes: number) => Promise<void>;
}

/** Where a download is kept in cache/ under a name that is one plain word. `content`: what makes it another one. */
export function partPath({ system }: Order, name: string, content: string): string {
  const mark = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return join(downloadsFolder(burrowPaths(system)), `${mark}-${name}`);
}

/**
 * Downloads a file, and goes on where an earlier time stopped. A connection that is cut is taken up again at the same
 * place as long as that brings the file further than any time before, but for one time in a row. Failures: those of
 * `download`, source.bad-address.
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
  for (let tries = 1; ; tries++) {
    try {
      return yield* meter.watch(
        download(system, {
          url,
          to,
          headers,
          idleTimeoutMs,
          resume: isKnown ? 'any-place' : 'same-place',
          ...(maxBytes === undefined ? {} : { maxBytes }),
          ...(signal ? { signal } : {}),
        }),
        arrived,
      );
    } catch (error) {
      const bytes = await bytesAt(to);
      if (!isSourceFailure(error)) throw error;
      fruitless = bytes > furthest ? 0 : fruitless + 1;
      // What had come when a connection was cut may be lost on its way to the file: once is no sign.
      const mostFruitless = isFailure(error, 'download.short') ? 1 : 0;
      // That it was cut says more than that going on did not work.
      if (fruitless > mostFruitless || tries >= mostTries) throw cut ?? error;
      furthest = Math.max(furthest, bytes);
      cut = error;
    }
  }
}

/** Bytes of a file; 0 where there is none. */
async function bytesAt(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
