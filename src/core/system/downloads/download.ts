import { failure, isFailure } from '#contract/failure';
import { BufferSweeper } from '../buffer-sweeper.ts';
import { maskSecrets } from '../secrets.ts';
import type { System } from '../system.ts';
import { IdleWatch } from './idle-watch.ts';
import { discardPart, PartialFile } from './partial-file.ts';
import { isTheRest, rangeHeaders, validatorOf } from './range.ts';
import {
  announcedBytes,
  type DownloadRequest,
  fetchArguments,
  refusal,
  unreachable,
  withoutUser,
} from './request.ts';

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
  /** How many of the bytes were there before. */
  resumedAt: number;
}

/** Several times a Go archive; an endless body, or one that inflates on the way, must not fill the disk. */
const mostBytes = 512 * 1024 ** 2;
/** ms between two reports. */
const reportEvery = 100;

/**
 * Fetches a file and hashes it on the way. Redirects are followed; a user and password in the URL become an
 * Authorization header. After a failure, an abort or an early end nothing is left at `to`, unless it may be resumed.
 * Failures: cancelled, download.unreachable, download.status, download.not-what-was-asked, download.short,
 * download.long, disk.full, file.no-permission, file.not-found (no such folder).
 */
export async function* download(
  system: Pick<System, 'fetch' | 'now' | 'after'>,
  request: DownloadRequest,
): AsyncGenerator<DownloadProgress, Downloaded> {
  const shown = maskSecrets(request.url);
  const idle = new IdleWatch(system, request.idleMs ?? 60_000);
  const signal = request.signal ? AbortSignal.any([request.signal, idle.signal]) : idle.signal;
  const part = await (request.resume ? PartialFile.reopen(request.to) : PartialFile.create(request.to));
  let whole = false;
  let totalBytes: number | null = null;
  let resumedAt = 0;
  try {
    signal.throwIfAborted();
    if (isWhole(part, request)) {
      whole = true;
      totalBytes = part.bytes;
      yield { bytes: part.bytes, totalBytes };
      return { bytes: part.bytes, sha256: part.sha256(), contentType: null, resumedAt: part.bytes };
    }
    idle.start();
    const response = await answerTo(system, request, part, shown, signal);
    idle.pause();
    resumedAt = part.bytes;
    totalBytes = part.of?.totalBytes ?? request.expectedBytes ?? null;
    const most = request.expectedBytes ?? request.mostBytes ?? mostBytes;
    const sweeper = new BufferSweeper();
    let reportedAt = system.now().getTime();
    yield { bytes: part.bytes, totalBytes };
    idle.start();
    for await (const piece of response.body ?? []) {
      idle.pause();
      if (part.bytes + piece.byteLength > most)
        throw failure('download.long', { url: shown, expected: most });
      await part.append(piece);
      sweeper.passed(part.bytes);
      const now = system.now().getTime();
      // Someone may set the clock back meanwhile.
      if (Math.abs(now - reportedAt) >= reportEvery) {
        reportedAt = now;
        yield { bytes: part.bytes, totalBytes };
      }
      idle.start();
    }
    if (totalBytes !== null && part.bytes < totalBytes) {
      throw failure('download.short', { url: shown, expected: totalBytes, got: part.bytes });
    }
    await part.finish();
    yield { bytes: part.bytes, totalBytes };
    whole = true;
    const contentType = response.headers.get('content-type');
    return { bytes: part.bytes, sha256: part.sha256(), contentType, resumedAt };
  } catch (error) {
    // An endless body is no beginning of anything, and a full disk needs the room.
    if (isFailure(error, 'download.long') || isFailure(error, 'disk.full')) await discardPart(request.to);
    if (isFailure(error)) throw error;
    if (request.signal?.aborted) throw failure('cancelled', {}, error);
    if (idle.signal.aborted) {
      throw failure('download.unreachable', { url: shown, detail: idle.detail }, error);
    }
    // The answer had come: its body broke off, perhaps before a byte of it was taken out.
    if (totalBytes !== null && part.bytes < totalBytes) {
      throw failure('download.short', { url: shown, expected: totalBytes, got: part.bytes }, error);
    }
    throw unreachable(shown, error);
  } finally {
    // Hangs up, if the body was not read to its end.
    idle.stop();
    await part.close();
    // Nothing came: there is nothing to go on with.
    if (!whole && (!request.resume || part.bytes === 0)) await discardPart(request.to);
  }
}

/** Asks for the file, or for what is missing of it; `part` is ready to take the body when this returns. */
async function answerTo(
  system: Pick<System, 'fetch'>,
  request: DownloadRequest,
  part: PartialFile,
  shown: string,
  signal: AbortSignal,
): Promise<Response> {
  const url = withoutUser(request.url);
  const range = rangeHeaders(part, url, request.resume === 'any-place');
  let response = await system.fetch(...fetchArguments(request, range, signal));
  const isRest = range !== null && response.status === 206 && isTheRest(response, part);
  if (range && !isRest && (response.status === 206 || response.status === 416)) {
    await response.body?.cancel();
    response = await system.fetch(...fetchArguments(request, null, signal));
  }
  const refused = refusal(response, request, isRest ? 206 : 200, shown);
  if (refused) {
    await response.body?.cancel();
    throw refused;
  }
  if (!isRest) {
    const validator = validatorOf(response.headers);
    await part.startOver({ url, validator, totalBytes: announcedBytes(response) });
  }
  return response;
}

/** Nothing is missing: an earlier time ended between the last byte and its use. */
function isWhole({ bytes, of }: PartialFile, { url, resume }: DownloadRequest): boolean {
  if (!resume || bytes === 0 || of === null || bytes !== of.totalBytes) return false;
  return resume === 'any-place' || of.url === withoutUser(url);
}
