import { stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { failure } from '#contract/failure';
import { readForeignStart, type System, typedPath } from '#core/system';
import type { ImageSource } from './reading/index.ts';

/** An image as people name it: one of the history, of an engine, in an archive or in a folder. */
export type NamedImage = { kind: 'record'; id: string } | ImageSource;

/**
 * What a name of an image means: `b12` is a build of the history; a path, which begins with `.`, `/` or `~` or ends as archives do, an
 * archive or a folder, in which `#shop:1` after it names one of several images; anything else an image of an engine, unless there is an
 * archive of that name here.
 * Failures: image.source-ambiguous.
 */
export async function namedImage(system: System, text: string): Promise<NamedImage> {
  const name = text.trim();
  if (/^b[1-9]\d{0,14}$/i.test(name)) return { kind: 'record', id: name.toLowerCase() };
  if (isPath(name)) return atPath(system, name);
  // No reference has a `#`.
  if (endings.test(name) || name.includes('#')) return atPath(system, `./${name}`);
  const found = await archiveHere(resolve(system.cwd, name));
  if (found === 'none') return { kind: 'engine', ref: name };
  throw failure('image.source-ambiguous', { name, what: found });
}

function isPath(name: string): boolean {
  return isAbsolute(name) || /^(\.{1,2}|~)([/\\]|$)/.test(name);
}

async function atPath(system: System, name: string): Promise<ImageSource> {
  const whole = typedPath(system, name);
  const hash = name.lastIndexOf('#');
  if (hash < 0 || (await kindOf(whole)) !== null) return sourceAt(whole);
  return { ...(await sourceAt(typedPath(system, name.slice(0, hash)))), image: name.slice(hash + 1) };
}

/** One that is not there is called an archive, whose reading says so. */
async function sourceAt(path: string): Promise<{ kind: 'archive' | 'folder'; path: string }> {
  return { kind: (await kindOf(path)) === 'folder' ? 'folder' : 'archive', path };
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/** Endings of names that no one gives an image of an engine. */
const endings = /\.(tar|tar\.gz|tgz|tar\.zst|tzst|oci)$/i;

/** Whether there is an archive or a folder with an image at a path. */
async function archiveHere(path: string): Promise<'none' | 'file' | 'folder'> {
  const kind = await kindOf(path);
  if (kind === null) return 'none';
  if (kind === 'folder') {
    const marks = await Promise.all(['oci-layout', 'manifest.json'].map((name) => kindOf(join(path, name))));
    return marks.includes('file') ? 'folder' : 'none';
  }
  const start = await readForeignStart(path, 512).catch(() => Buffer.alloc(0));
  return isArchive(start) ? 'file' : 'none';
}

/** Whether a file that starts like this is a tar, or compressed with gzip or zstd. */
function isArchive(start: Buffer): boolean {
  const magic = start.subarray(0, 4).toString('hex');
  return magic.startsWith('1f8b') || magic === '28b52ffd' || start.toString('latin1', 257, 262) === 'ustar';
}
