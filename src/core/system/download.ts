import { createHash } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { failure, isFailure } from '#contract/failure';
import { BufferSweeper } from './buffer-sweeper.ts';
import {
  announcedBytes,
  type DownloadRequest,
  fetchArguments,
  refusal,
  unreachable,
} from './download-request.ts';
import { fileFailure } from './failures.ts';
import { IdleWatch } from './idle-watch.ts';
import { maskSecrets } from './secrets.ts';
import type { System } from './system.ts';

export interface DownloadProgress {
  bytes: number;
  /** null: the server did not say. */
  totalBytes: number | null;
}

export interface Downloaded {
  bytes: number;
  /** Hex. */
  sha256: string;
  contentType: string | null;
}

/** No Go archive comes near it; an endless body must not fill the disk. */
const mostBytes = 2 * 1024 ** 3;
/** ms between two reports. */
const reportEvery = 100;

/**
 * Fetches a file and hashes it on the way. Redirects are followed; a user and password in the URL become an
 * Authorization header. After a failure, an abort or an early end nothing is left at `to`.
 * Failures: cancelled, download.unreachable, download.status, download.not-what-was-asked, download.short,
 * download.long, disk.full, file.no-permission, file.not-found (no such folder).
 */
export async function* download(
  system: Pick<System, 'fetch' | 'now'>,
  request: DownloadRequest,
): AsyncGenerator<DownloadProgress, Downloaded> {
  const shown = maskSecrets(request.url);
  const idle = new IdleWatch(request.idleMs ?? 60_000);
  const signal = request.signal ? AbortSignal.any([request.signal, idle.signal]) : idle.signal;
  const file = await createFile(request.to);
  let bytes = 0;
  let totalBytes: number | null = null;
  let whole = false;
  try {
    signal.throwIfAborted();
    idle.start();
    const response = await system.fetch(...fetchArguments(request, signal));
    idle.pause();
    const refused = refusal(response, request, shown);
    if (refused) throw refused;
    totalBytes = announcedBytes(response) ?? request.expectedBytes ?? null;
    const most = request.expectedBytes ?? mostBytes;
    const hash = createHash('sha256');
    const sweeper = new BufferSweeper();
    let reportedAt = system.now().getTime();
    yield { bytes, totalBytes };
    idle.start();
    for await (const piece of response.body ?? []) {
      idle.pause();
      bytes += piece.byteLength;
      if (bytes > most) throw failure('download.long', { url: shown, expected: most });
      const written = writeWhole(file, piece, request.to);
      hash.update(piece); // while the disk is at work
      await written;
      sweeper.passed(bytes);
      const now = system.now().getTime();
      if (now - reportedAt >= reportEvery) {
        reportedAt = now;
        yield { bytes, totalBytes };
      }
      idle.start();
    }
    if (totalBytes !== null && bytes < totalBytes) {
      throw failure('download.short', { url: shown, expected: totalBytes, got: bytes });
    }
    yield { bytes, totalBytes };
    whole = true;
    return { bytes, sha256: hash.digest('hex'), contentType: response.headers.get('content-type') };
  } catch (error) {
    if (isFailure(error)) throw error;
    if (request.signal?.aborted) throw failure('cancelled', {}, error);
    if (idle.signal.aborted) {
      throw failure('download.unreachable', { url: shown, detail: idle.detail }, error);
    }
    if (totalBytes !== null && bytes > 0 && bytes < totalBytes) {
      throw failure('download.short', { url: shown, expected: totalBytes, got: bytes }, error);
    }
    throw unreachable(shown, error);
  } finally {
    // Hangs up, if the body was not read to its end.
    idle.stop();
    await file.close();
    if (!whole) await unlink(request.to).catch(() => undefined);
  }
}

async function createFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

async function writeWhole(file: FileHandle, piece: Uint8Array, path: string): Promise<void> {
  try {
    for (let at = 0; at < piece.byteLength; ) {
      at += (await file.write(piece, at)).bytesWritten;
    }
  } catch (error) {
    throw fileFailure(error, path);
  }
}
