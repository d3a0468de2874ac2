import { failure, isFailure } from '#contract/failure';
import { IdleTimeout, maskSecrets, type System } from '#core/system';
import { readAddress } from './address.ts';
import { netrcHeaders } from './netrc.ts';

/** The answer to a small request, as opposed to a download. */
export interface Answer {
  status: number;
  body: Buffer;
}

/** Maximum bytes; a list of all toolchains has one million. */
const maxBytes = 16 * 1024 ** 2;
/** ms without data after which a server counts as gone. */
const defaultIdleTimeoutMs = 10_000;
/** ms for the whole answer, in case it arrives byte by byte. */
const defaultTimeoutMs = 60_000;

/**
 * Sends a small request, and returns the answer whatever its status. A user and password in the address become a
 * header, since fetch refuses them there; otherwise those of .netrc are used. Failures: cancelled,
 * download.unreachable, download.slow, download.long, source.bad-address.
 */
export async function ask(
  system: Pick<System, 'fetch' | 'after' | 'env' | 'home' | 'os'>,
  address: string,
  options: {
    method?: 'GET' | 'HEAD';
    /** ms without data after which the server counts as gone; 10,000 by default. */
    idleTimeoutMs?: number;
    /** ms for the whole answer; 60,000 by default. */
    timeoutMs?: number;
    signal?: AbortSignal | undefined;
  } = {},
): Promise<Answer & { contentType: string }> {
  const { method = 'GET', idleTimeoutMs = defaultIdleTimeoutMs, signal } = options;
  const watch = new IdleTimeout(system, idleTimeoutMs);
  // By the system's clock, unlike AbortSignal.timeout(), so that a test can let it pass.
  const whole = new IdleTimeout(system, options.timeoutMs ?? defaultTimeoutMs);
  const ends = [watch.signal, whole.signal, ...(signal ? [signal] : [])];
  try {
    const url = readAddress(address);
    const headers = new Headers(await netrcHeaders(system, address));
    if (url.username || url.password) {
      const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
      headers.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
      url.username = '';
      url.password = '';
    }
    watch.start();
    whole.start();
    const response = await system.fetch(url.href, { method, headers, signal: AbortSignal.any(ends) });
    const body = await wholeBody(response, address, watch);
    return { status: response.status, body, contentType: response.headers.get('content-type') ?? '' };
  } catch (error) {
    if (signal?.aborted) throw failure('cancelled', {}, error);
    if (isFailure(error)) throw error;
    if (whole.signal.aborted) throw failure('download.slow', { url: maskSecrets(address) }, error);
    const detail = watch.signal.aborted ? 'no answer in time' : whyNot(error);
    throw failure('download.unreachable', { url: maskSecrets(address), detail }, error);
  } finally {
    watch.pause();
    whole.pause();
  }
}

async function wholeBody(response: Response, address: string, watch: IdleTimeout): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  watch.start();
  for await (const piece of response.body ?? []) {
    watch.start();
    bytes += piece.byteLength;
    if (bytes > maxBytes) {
      throw failure('download.long', { url: maskSecrets(address), expected: maxBytes });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The reason, briefly; fetch() itself only says "fetch failed" and keeps the reason in `cause`. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.cause instanceof Error && error.cause.message) || error.message;
}
