import { type Failure, failure } from '#contract/failure';
import { errorCode } from '../failures.ts';

export interface DownloadRequest {
  url: string;
  /** The file to make; it must not exist yet, unless the download may be resumed. */
  to: string;
  /**
   * What is at `to` is the beginning of the file, and what came stays there when the rest does not come, for the next
   * time. `same-place`: only `url` may go on where it stopped itself; `any-place`: the content is known by a checksum,
   * which the caller checks, so any place may.
   */
  resume?: 'same-place' | 'any-place';
  headers?: Readonly<Record<string, string>>;
  /** Bytes, where they are known beforehand: a body of another length is refused. */
  expectedBytes?: number;
  /** Bytes after which a body counts as endless; 512 MiB when left out. */
  mostBytes?: number;
  /** ms without a byte after which the server counts as gone; 60,000 when left out. */
  idleMs?: number;
  signal?: AbortSignal;
}

/** What to hand to `fetch` for the file or a `range` of it. It refuses a URL that carries a user and password itself. */
export function fetchArguments(
  request: DownloadRequest,
  range: Record<string, string> | null,
  signal: AbortSignal,
): [string, RequestInit] {
  const headers = new Headers({ ...request.headers, ...range });
  // Else a server may compress (or claim to have compressed) the archive on the way: other bytes, other hash.
  headers.set('accept-encoding', 'identity');
  const url = new URL(request.url);
  if (url.username || url.password) {
    const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
  }
  return [withoutUser(request.url), { headers, signal, redirect: 'follow' }];
}

/** An address as it may be written down. */
export function withoutUser(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

/** Why an answer cannot be the file; null when it can. */
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

/** Content-Length, where it counts the bytes that will come out; null otherwise. */
export function announcedBytes(response: Response): number | null {
  const length = response.headers.get('content-length');
  if (length === null || !/^\d+$/.test(length)) return null;
  return response.headers.has('content-encoding') ? null : Number(length);
}

/** fetch() says "fetch failed" and keeps the reason in `cause`. */
export function unreachable(shown: string, error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = errorCode(cause);
  const words = cause instanceof Error ? cause.message : String(cause);
  const detail = code && !words.includes(code) ? `${words} (${code})` : words || (code ?? 'no answer');
  return failure('download.unreachable', { url: shown, detail }, error);
}
