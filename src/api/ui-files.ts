import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';

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

/** A file of the built UI. */
export interface UiFile {
  path: string;
  /** Its media type. */
  type: string;
  /** Its name contains a hash of its content, so it never changes: everything in assets/. */
  hashed: boolean;
}

/** The folder of the built UI: `out/renderer` beside the nearest package.json, in a checkout and in a packaged app. */
export function uiFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'out', 'renderer');
}

/**
 * The file for the path of a URL; null for a path outside the UI. A path without an extension is a page of the app and
 * gets `index.html`. Does not check that the file exists.
 */
export function uiFile(folder: string, urlPath: string): UiFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\0\\]/.test(decoded) || decoded.split('/').includes('..')) return null;
  const path = resolve(folder, extname(decoded) === '' ? 'index.html' : `.${decoded}`);
  if (!path.startsWith(folder + sep)) return null;
  return {
    path,
    type: types[extname(path)] ?? 'application/octet-stream',
    hashed: path.startsWith(join(folder, 'assets') + sep),
  };
}
