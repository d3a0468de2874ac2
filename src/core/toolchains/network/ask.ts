import { failure, isFailure } from '#contract/failure';
import { IdleWatch, maskSecrets, type System } from '#core/system';
import { readAddress } from './address.ts';
import { netrcHeaders } from './netrc.ts';

/** An answer to a question, as opposed to a download. */
export interface Answer {
  status: number;
  body: Buffer;
}

/** Bytes; a list of all toolchains has one million. */
const mostBytes = 16 * 1024 ** 2;
/** ms without a byte; whoever is silent for so long at a small question does not count as there. */
const idle = 10_000;
/** ms for all of an answer, so that nobody is kept waiting by one that comes byte by byte. */
const longest = 60_000;

/**
 * Asks for something small, whatever the status. A user and password in the address become a header: fetch refuses
 * them there. Where it has none, those of .netrc do. Failures: cancelled, download.unreachable,
 * download.long, source.bad-address.
 */
export async function ask(
  system: Pick<System, 'fetch' | 'after' | 'env' | 'home' | 'os'>,
  address: string,
  options: { method?: 'GET' | 'HEAD'; idleMs?: number; signal?: AbortSignal | undefined } = {},
): Promise<Answer & { contentType: string }> {
  const { method = 'GET', idleMs = idle, signal } = options;
  const watch = new IdleWatch(system, idleMs);
  const ends = [watch.signal, AbortSignal.timeout(longest), ...(signal ? [signal] : [])];
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
    const response = await system.fetch(url.href, { method, headers, signal: AbortSignal.any(ends) });
    const body = await wholeBody(response, address, watch);
    return { status: response.status, body, contentType: response.headers.get('content-type') ?? '' };
  } catch (error) {
    if (signal?.aborted) throw failure('cancelled', {}, error);
    if (isFailure(error)) throw error;
    const detail = watch.signal.aborted ? 'no answer in time' : whyNot(error);
    throw failure('download.unreachable', { url: maskSecrets(address), detail }, error);
  } finally {
    watch.pause();
  }
}

async function wholeBody(response: Response, address: string, watch: IdleWatch): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  watch.start();
  for await (const piece of response.body ?? []) {
    watch.start();
    bytes += piece.byteLength;
    if (bytes > mostBytes) {
      throw failure('download.long', { url: maskSecrets(address), expected: mostBytes });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The reason in a few words; fetch() itself only says "fetch failed" and keeps the reason in `cause`. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no end in time';
  return (error.cause instanceof Error && error.cause.message) || error.message;
}
