import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { create as createTar } from 'tar';
import { openPromise as openZip } from 'yauzl';
import { newFolder } from './folders.ts';
import { askRealProxy } from './module-proxy.ts';
import { testCache } from './test-cache.ts';

/** Creates a file of the test cache unless it exists: a Go is 80 MB to download. It is renamed once it is complete. */
async function cached(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(testCache(), name);
  if (existsSync(path)) return path;
  await mkdir(dirname(path), { recursive: true });
  const folder = await mkdtemp(join(testCache(), 'making-'));
  try {
    const unfinished = join(folder, basename(path));
    await make(unfinished);
    await rename(unfinished, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return path;
}

/** Paths that are not cached, because their content changes: lists of versions, the newest tree head. */
const growing = /\/@v\/list$|latest$/;

/**
 * Asks the real module proxy for `path` (`/golang.org/toolchain/@v/…`). Answers that never change are kept in the test
 * cache. `file` is null if the proxy does not have it.
 */
export async function fromRealProxy(path: string): Promise<{ status: number; file: string | null }> {
  let status = 502;
  const name = join('proxy', encodeURIComponent(path));
  try {
    if (growing.test(path)) await rm(join(testCache(), name), { force: true });
    const file = await cached(name, async (unfinished) => {
      const response = await askRealProxy(path);
      if (!response.ok || !response.body) {
        status = response.status;
        throw new Error(`${path}: ${status}`);
      }
      await pipeline(Readable.fromWeb(response.body), createWriteStream(unfinished));
    });
    return { status: 200, file };
  } catch {
    return { status, file: null };
  }
}

/** The module zip of a real Go, e.g. `go1.24.9`, `linux-amd64`; null if the module proxy does not have it. */
export async function realModuleZip(version: string, target: string): Promise<string | null> {
  return (await fromRealProxy(`/golang.org/toolchain/@v/v0.0.1-${version}.${target}.zip`)).file;
}

/** The archive of the same Go as the download site has it, made from the module: `go/…`, with execute bits. */
export async function realArchive(version: string, target: string): Promise<string | null> {
  const zip = await realModuleZip(version, target);
  if (!zip) return null;
  return cached(`${version}.${target}.tar.gz`, async (unfinished) => {
    const folder = await newFolder('unpacking', { inMemory: true });
    try {
      await unpackModule(zip, join(folder, 'go'));
      await createTar({ gzip: { level: 1 }, file: unfinished, cwd: folder, portable: true }, ['go']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

/**
 * The source archive of the same Go, made from the module: `go/…` without `bin` and `pkg`. Modules have no `api`,
 * `doc`, `misc` and `test`, which a build does not need.
 */
export async function realSource(version: string): Promise<string | null> {
  const zip = await realModuleZip(version, 'linux-amd64');
  if (!zip) return null;
  return cached(`${version}.src.tar.gz`, async (unfinished) => {
    const folder = await newFolder('unpacking', { inMemory: true });
    try {
      await unpackModule(zip, join(folder, 'go'));
      for (const name of ['bin', 'pkg']) await rm(join(folder, 'go', name), { recursive: true });
      await createTar({ gzip: { level: 1 }, file: unfinished, cwd: folder, portable: true }, ['go']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function unpackModule(zip: string, into: string): Promise<void> {
  const archive = await openZip(zip);
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName
      .split('/')
      .slice(2)
      .join('/')
      .replace(/(^|\/)_go\.mod$/, '$1go.mod');
    const path = join(into, name);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path));
    if (/^bin\/|^pkg\/tool\/|^lib\/.*go_\w+_exec$/.test(name)) await chmod(path, 0o755);
  }
}

/** Hex SHA-256 of a file. */
export async function fileSha256(path: string): Promise<string> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(path), sum);
  return sum.digest('hex');
}
