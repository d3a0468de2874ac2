import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BufferSweeper } from '../buffer-sweeper.ts';
import { fileFailure } from '../failures.ts';
import { entryPath, type Kind, pointsInside } from './entry-path.ts';
import { FileInTree } from './file-in-tree.ts';
import { type Hostility, hostile } from './hostile.ts';
import type { UnpackedFile, UnpackJob } from './unpack-job.ts';

/** Far more than any Go (300 MB, 16,000 entries), and far less than what does harm. */
export const goLimits = { bytes: 1024 ** 3, entries: 100_000 };

/**
 * The limits for an archive of this size. A Go is four times the size of its archive, so a small archive that holds
 * much more is a bomb, and is refused long before it fills a disk.
 */
function limitsFor(archiveBytes: number): typeof goLimits {
  return { ...goLimits, bytes: Math.min(goLimits.bytes, 20 * archiveBytes + 64 * 1024 ** 2) };
}

interface Link {
  /** As written in the archive. */
  name: string;
  path: string;
  target: string;
}

/**
 * The folder that an archive is unpacked into, and the one place that decides what may be written there. Writes are
 * synchronous: this runs in a worker, and 15,000 small files are written several times faster that way. Links are
 * created last, so that nothing can be written through them.
 */
export class UnpackedTree {
  readonly #job: Pick<UnpackJob, 'archive' | 'into' | 'root'>;
  #max: typeof goLimits;
  readonly #kinds = new Map<string, Kind>([['', 'folder']]);
  readonly #namedFolders = new Set<string>();
  /** The paths as a case-insensitive file system sees them. */
  readonly #folded = new Set<string>();
  readonly #files = new Map<string, UnpackedFile>();
  readonly #symbolicLinks: Link[] = [];
  readonly #hardLinks: Link[] = [];
  readonly #sweeper: BufferSweeper;
  #entries = 0;
  #bytes = 0;

  /** `sweepEvery`: bytes between two full garbage collections. */
  constructor(job: Pick<UnpackJob, 'archive' | 'into' | 'root'>, max = goLimits, sweepEvery = 12_000_000) {
    this.#max = max;
    this.#sweeper = new BufferSweeper(sweepEvery);
    this.#job = { ...job, root: job.root.replace(/\/$/, '') };
    this.#makeFolder('');
  }

  /** Bytes unpacked so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The limit in bytes. */
  get maxBytes(): number {
    return this.#max.bytes;
  }

  /** Sets the limits for an archive of which this many bytes were read. */
  comesFrom(archiveBytes: number): void {
    this.#max = limitsFor(archiveBytes);
  }

  folder(name: string): void {
    const path = this.#place(name);
    if (path === '') return;
    if (this.#namedFolders.has(path)) throw this.#refusal(name, 'duplicate');
    this.#namedFolders.add(path);
    this.#needFolder(path, name);
  }

  /** Begins a file; only the execute bits of its mode are kept. */
  file(name: string, mode: number): FileInTree {
    const path = this.#newPlace(name, 'file');
    return new FileInTree(join(this.#job.into, path), (mode & 0o111) === 0 ? 0o644 : 0o755, {
      more: (bytes) => this.take(name, bytes),
      done: (file) => this.#files.set(path, { path, ...file }),
      taken: () => this.#refusal(name, 'duplicate'),
    });
  }

  symbolicLink(name: string, target: string): void {
    this.#symbolicLinks.push({ name, target, path: this.#newPlace(name, 'link') });
  }

  /** `target`: the name of another entry, as in tar. */
  hardLink(name: string, target: string): void {
    this.#hardLinks.push({ name, target, path: this.#newPlace(name, 'link') });
  }

  /** Refuses any other type of entry: devices, pipes. */
  special(name: string): never {
    throw this.#refusal(name, 'special-file');
  }

  /** Counts bytes that are about to be unpacked, and refuses them above the limit. */
  take(name: string, bytes: number): void {
    this.#bytes += bytes;
    this.#sweeper.passed(this.#bytes);
    if (this.#bytes > this.#max.bytes) throw this.#refusal(name, 'too-much');
  }

  /** Creates the links, now that everything they may point at is known. */
  finish(): UnpackedFile[] {
    for (const link of this.#hardLinks) this.#makeHardLink(link);
    for (const link of this.#symbolicLinks) this.#makeSymbolicLink(link);
    return [...this.#files.values()];
  }

  #refusal(name: string, reason: Hostility): Error {
    return hostile(this.#job.archive, name, reason);
  }

  #place(name: string): string {
    this.#entries += 1;
    if (this.#entries > this.#max.entries) throw this.#refusal(name, 'too-much');
    const place = entryPath(name, this.#job.root);
    if ('hostile' in place) throw this.#refusal(name, place.hostile);
    return place.path;
  }

  #newPlace(name: string, kind: Kind): string {
    const path = this.#place(name);
    const folded = path.toLowerCase();
    if (this.#kinds.has(path) || this.#folded.has(folded)) throw this.#refusal(name, 'duplicate');
    this.#folded.add(folded);
    this.#needFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))), name);
    this.#kinds.set(path, kind);
    return path;
  }

  /** Creates the folder at `path` for the entry `name`, and missing parents. */
  #needFolder(path: string, name: string): void {
    const kind = this.#kinds.get(path);
    if (kind === 'folder') return;
    if (kind === 'link') throw this.#refusal(name, 'through-link');
    if (kind === 'file') throw this.#refusal(name, 'duplicate');
    this.#needFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))), name);
    this.#makeFolder(path);
    this.#kinds.set(path, 'folder');
  }

  #makeFolder(path: string): void {
    const folder = join(this.#job.into, path);
    this.#write(folder, () => mkdirSync(folder, { recursive: true, mode: 0o755 }));
  }

  #makeHardLink({ name, path, target }: Link): void {
    const place = entryPath(target, this.#job.root);
    const file = 'path' in place ? this.#files.get(place.path) : undefined;
    if (!file) throw this.#refusal(name, 'link-leaves-root');
    const made = join(this.#job.into, path);
    this.#write(made, () => linkSync(join(this.#job.into, file.path), made));
    this.#files.set(path, { ...file, path });
  }

  #makeSymbolicLink({ name, path, target }: Link): void {
    if (!pointsInside(path, target, (at) => this.#kinds.get(at)))
      throw this.#refusal(name, 'link-leaves-root');
    const made = join(this.#job.into, path);
    this.#write(made, () => symlinkSync(target, made));
    const sha256 = createHash('sha256').update(target).digest('hex');
    this.#files.set(path, { path, bytes: Buffer.byteLength(target), sha256, mode: 0o777 });
  }

  #write(path: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      throw fileFailure(error, path);
    }
  }
}
