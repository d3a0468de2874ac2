import { type Failure, failure } from '#contract/failure';
import { errorCode } from '../failures.ts';
import type { MinimumRate } from './minimum-rate.ts';

export interface DownloadRequest {
  url: string;
  /** The file to create; it must not exist yet, unless `resume` is set. */
  to: string;
  /**
   * Continue a partial file at `to`, and keep it when the rest does not arrive. `same-place`: only `url` may continue
   * its own download; `any-place`: the content is known by a checksum, which the caller checks, so any server may.
   */
  resume?: 'same-place' | 'any-place';
  headers?: Readonly<Record<string, string>>;
  /** Bytes, when known beforehand: a body of another length is refused. */
  expectedBytes?: number;
  /** Bytes after which a body counts as endless; 512 MiB by default. */
  maxBytes?: number;
  /** ms without data after which the server counts as gone; 60,000 by default. */
  idleTimeoutMs?: number;
  /** Counts the attempts of one download together; by default this is the only one. */
  rate?: MinimumRate;
  signal?: AbortSignal;
}

/** The arguments to `fetch` the file or a `range` of it. fetch itself refuses a URL with a user and password. */
export function fetchArguments(
  request: DownloadRequest,
  range: Record<string, string> | null,
  signal: AbortSignal,
): [string, RequestInit] {
  const headers = new Headers({ ...request.headers, ...range });
  // Otherwise a server may compress (or claim to have compressed) the archive: other bytes, other hash.
  headers.set('accept-encoding', 'identity');
  const url = new URL(request.url);
  if (url.username || url.password) {
    const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
  }
  return [withoutUser(request.url), { headers, signal, redirect: 'follow' }];
}

/** An address without user and password, safe to store. */
export function withoutUser(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

/** Why a response cannot be the file; null when it can. */
export function refusal(
  response: Response,
  request: DownloadRequest,
  wanted: 200 | 206,
  shown: string,
): Failure | null {
  if (response.status !== wanted) return failure('download.status', { url: shown, status: response.status });
  const type = response.headers.get('content-type') ?? '';
  if (/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    return failure('download.not-what-was-asked', { url: shown, got: 'text/html' });
  }
  const announced = wanted === 206 ? null : announcedBytes(response);
  const expected = request.expectedBytes;
  if (announced !== null && expected !== undefined && announced !== expected) {
    return announced > expected
      ? failure('download.long', { url: shown, expected })
      : failure('download.short', { url: shown, expected, got: announced });
  }
  return null;
}

/** Content-Length, when it counts the bytes of the decoded body; otherwise null. */
export function announcedBytes(response: Response): number | null {
  const length = response.headers.get('content-length');
  if (length === null || !/^\d+$/.test(length)) return null;
  return response.headers.has('content-encoding') ? null : Number(length);
}

/** fetch() only says "fetch failed" and keeps the reason in `cause`. */
export function unreachable(shown: string, error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = errorCode(cause);
  const words = cause instanceof Error ? cause.message : String(cause);
  const detail = code && !words.includes(code) ? `${words} (${code})` : words || (code ?? 'no answer');
  return failure('download.unreachable', { url: shown, detail }, error);
}
