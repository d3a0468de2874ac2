import { lstat, readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);

export type Encoding = 'br' | 'gzip' | 'identity';

/** A file, ready to be sent. */
export interface Asset {
  body: Buffer;
  type: string;
  encoding: Encoding;
  cacheControl: string;
}

/**
 * The file of the built UI that a URL path asks for; null when there is none. A path without an extension is a
 * place inside the app, and gets `index.html`.
 */
export function assetFile(root: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (/[\0\\]/.test(path) || path.split('/').includes('..')) return null;
  if (extname(path) === '') return resolve(root, 'index.html');
  const file = resolve(root, `.${path.startsWith('/') ? '' : '/'}${path}`);
  return file.startsWith(root + sep) ? file : null;
}

/** The best encoding that a browser takes for a file. */
export function chooseEncoding(accepted: string | undefined, file: string): Encoding {
  if (!compressible.has(extname(file))) return 'identity';
  const names = (accepted ?? '').split(',').map((part) => part.trim().split(';')[0]);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

/** Reads the files of `root` (an absolute path) and keeps their compressed forms until they change on disk. */
export function createAssets(root: string) {
  const kept = new Map<string, { changedAt: number; asset: Asset }>();
  return async (urlPath: string, accepted: string | undefined): Promise<Asset | null> => {
    const file = assetFile(root, urlPath);
    const found = file === null ? null : await lstat(file).catch(() => null);
    if (file === null || !found?.isFile()) return null;
    const encoding = chooseEncoding(accepted, file);
    const key = `${encoding} ${file}`;
    const before = kept.get(key);
    if (before?.changedAt === found.mtimeMs) return before.asset;
    const asset: Asset = {
      body: await encode(await readFile(file), encoding),
      type: types[extname(file)] ?? 'application/octet-stream',
      encoding,
      // The build puts a hash of their content into the names of everything in assets/.
      cacheControl: file.startsWith(resolve(root, 'assets') + sep)
        ? 'private, max-age=31536000, immutable'
        : 'no-cache',
    };
    kept.set(key, { changedAt: found.mtimeMs, asset });
    return asset;
  };
}

async function encode(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(bytes, { level: 8 });
  if (encoding === 'identity') return bytes;
  // Quality 9 takes a tenth of the time of 11 and gives up about 3 % of the size.
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
