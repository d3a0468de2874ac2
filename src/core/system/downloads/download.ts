import { failure, isFailure } from '#contract/failure';
import { BufferSweeper } from '../buffer-sweeper.ts';
import { maskSecrets } from '../secrets/index.ts';
import type { System } from '../system.ts';
import { IdleTimeout } from './idle-timeout.ts';
import { MinimumRate } from './minimum-rate.ts';
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
  /** Bytes that were there before. */
  resumedAt: number;
}

/** Several times a Go archive; an endless body, or one that inflates, must not fill the disk. */
const defaultMaxBytes = 512 * 1024 ** 2;
/** ms between two reports. */
const reportEvery = 100;

/**
 * Downloads a file and hashes it on the way. Redirects are followed; a user and password in the URL become an
 * Authorization header. After a failure, an abort or an early end nothing is left at `to`, unless `resume` is set.
 * Failures: cancelled, download.unreachable, download.slow, download.status, download.not-what-was-asked,
 * download.short, download.long, disk.full, file.no-permission, file.not-found (no such folder).
 */
export async function* download(
  system: Pick<System, 'fetch' | 'now' | 'after'>,
  request: DownloadRequest,
): AsyncGenerator<DownloadProgress, Downloaded> {
  const shown = maskSecrets(request.url);
  const { idleTimeoutMs = 60_000, rate = new MinimumRate() } = request;
  const idle = new IdleTimeout(system, idleTimeoutMs);
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
    const max = request.expectedBytes ?? request.maxBytes ?? defaultMaxBytes;
    const sweeper = new BufferSweeper();
    let reportedAt = system.now().getTime();
    yield { bytes: part.bytes, totalBytes };
    idle.start();
    let waitsSince = system.now().getTime();
    for await (const piece of response.body ?? []) {
      idle.pause();
      // While the machine sleeps, no time passes for the transfer, so a wait counts at most as long as it may last.
      rate.add(piece.byteLength, Math.min(system.now().getTime() - waitsSince, idleTimeoutMs));
      if (rate.isTooLow) throw failure('download.slow', { url: shown });
      if (part.bytes + piece.byteLength > max) throw failure('download.long', { url: shown, expected: max });
      await part.append(piece);
      sweeper.passed(part.bytes);
      const now = system.now().getTime();
      // The clock may be set back meanwhile.
      if (Math.abs(now - reportedAt) >= reportEvery) {
        reportedAt = now;
        yield { bytes: part.bytes, totalBytes };
      }
      idle.start();
      waitsSince = system.now().getTime();
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
    // An endless body cannot be resumed, and a full disk needs the space.
    if (isFailure(error, 'download.long') || isFailure(error, 'disk.full')) await discardPart(request.to);
    if (isFailure(error)) throw error;
    if (request.signal?.aborted) throw failure('cancelled', {}, error);
    if (idle.signal.aborted) {
      rate.add(0, idleTimeoutMs);
      throw failure('download.unreachable', { url: shown, detail: idle.detail }, error);
    }
    // The answer arrived, but its body broke off, perhaps before its first byte.
    if (totalBytes !== null && part.bytes < totalBytes) {
      throw failure('download.short', { url: shown, expected: totalBytes, got: part.bytes }, error);
    }
    throw unreachable(shown, error);
  } finally {
    // Closes the connection if the body was not read to its end.
    idle.stop();
    await part.close();
    // Nothing arrived, so there is nothing to resume.
    if (!whole && (!request.resume || part.bytes === 0)) await discardPart(request.to);
  }
}

/** Requests the file, or what is missing of it; `part` is ready for the body when this returns. */
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

/** Whether nothing is missing: an earlier run ended between the last byte and its use. */
function isWhole({ bytes, of }: PartialFile, { url, resume }: DownloadRequest): boolean {
  if (!resume || bytes === 0 || of === null || bytes !== of.totalBytes) return false;
  return resume === 'any-place' || of.url === withoutUser(url);
}
