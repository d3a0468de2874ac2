import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { errorCode, fileFailure } from '../failures.ts';
import { openForeign } from '../open-foreign.ts';

/**
 * Answers `file:` addresses as a web server would, with 404 for a missing file: Go accepts a folder as a module proxy
 * (https://go.dev/ref/mod#goproxy-protocol), and `fetch` does not read files. Throws file system errors for a file that
 * cannot be read.
 */
export async function fetchFile(address: string, init: RequestInit = {}): Promise<Response> {
  const { pathname, host } = new URL(address);
  const path = fileURLToPath(new URL(`file://${host}${pathname}`));
  const found = await openForeign(path).catch((error: unknown) => {
    if (['file.not-found', 'file.unusable'].includes(errorCode(fileFailure(error, path)) ?? '')) return null;
    throw error;
  });
  if (!found) return new Response('not found\n', { status: 404 });
  const { file, bytes } = found;
  const headers = { 'content-length': String(bytes), 'content-type': 'application/octet-stream' };
  if (init.method === 'HEAD') {
    await file.close();
    return new Response(null, { headers });
  }
  const content = file.createReadStream(init.signal ? { signal: init.signal } : {});
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, { headers });
}
