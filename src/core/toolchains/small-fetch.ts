import { failure, isFailure } from '#contract/failure';
import { maskSecrets, type System } from '#core/system';
import { netrcHeaders } from './netrc.ts';

/** An answer to a question, as opposed to a download. */
export interface Answer {
  status: number;
  body: Buffer;
}

/** Bytes; a list of all toolchains has one million. */
const mostBytes = 16 * 1024 ** 2;
/** ms; whoever does not answer a small question in this time does not count as there. */
const patience = 10_000;

/**
 * Asks for something small, whatever the status. A user and password in the address become a header: fetch refuses
 * them there. Where it has none, those of .netrc do. Failures: cancelled, download.unreachable, download.long.
 */
export async function ask(
  system: Pick<System, 'fetch' | 'env' | 'home' | 'os'>,
  address: string,
  options: { method?: 'GET' | 'HEAD'; signal?: AbortSignal | undefined } = {},
): Promise<Answer & { contentType: string }> {
  const { method = 'GET', signal } = options;
  const inTime = AbortSignal.timeout(patience);
  try {
    const url = new URL(address);
    const headers = new Headers(await netrcHeaders(system, address));
    if (url.username || url.password) {
      const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
      headers.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
      url.username = '';
      url.password = '';
    }
    const response = await system.fetch(url.href, {
      method,
      headers,
      signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
    });
    const body = await wholeBody(response, address);
    return { status: response.status, body, contentType: response.headers.get('content-type') ?? '' };
  } catch (error) {
    if (signal?.aborted) throw failure('cancelled', {}, error);
    if (isFailure(error)) throw error;
    throw failure('download.unreachable', { url: maskSecrets(address), detail: whyNot(error) }, error);
  }
}

async function wholeBody(response: Response, address: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) {
      throw failure('download.long', { url: maskSecrets(address), expected: mostBytes });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The reason in a few words; fetch() itself only says "fetch failed" and keeps the reason in `cause`. */
export function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  return (error.cause instanceof Error && error.cause.message) || error.message;
}
