import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InstallProgress } from '#contract/install-progress';
import { burrowPaths, downloadWithRetries, fileFailure, maskSecrets } from '#core/system';
import { netrcHeaders } from '../../network/index.ts';
import { downloadsFolder } from '../../store/index.ts';
import type { Order } from './delivery.ts';

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

/** Downloads a file, continuing an earlier download. Failures: those of `downloadWithRetries`, source.bad-address. */
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
  return yield* meter.watch(
    downloadWithRetries(system, {
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
}
