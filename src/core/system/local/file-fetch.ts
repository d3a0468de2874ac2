import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { errorCode } from '../failures.ts';

/**
 * Answers `file:` addresses as a web server would, with 404 for a missing file: Go accepts a folder as a module proxy
 * (https://go.dev/ref/mod#goproxy-protocol), and `fetch` does not read files. Throws file system errors for a file that
 * cannot be read.
 */
export async function fetchFile(address: string, init: RequestInit = {}): Promise<Response> {
  const { pathname, host } = new URL(address);
  const path = fileURLToPath(new URL(`file://${host}${pathname}`));
  const found = await stat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  });
  if (!found?.isFile()) return new Response('not found\n', { status: 404 });
  const headers = { 'content-length': String(found.size), 'content-type': 'application/octet-stream' };
  if (init.method === 'HEAD') return new Response(null, { headers });
  const content = createReadStream(path, init.signal ? { signal: init.signal } : {});
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, { headers });
}
