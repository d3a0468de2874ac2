import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BufferSweeper } from '../buffer-sweeper.ts';
import { fileFailure } from '../failures.ts';
import { entryPath, type Kind, pointsInside } from './entry-path.ts';
import { FileInTree } from './file-in-tree.ts';
import { type Hostility, hostile } from './hostile.ts';
import type { UnpackedFile, UnpackJob } from './unpack-job.ts';

/** Far above any Go (300 MB, 16,000 entries), far below what hurts. */
export const goFitsIn = { bytes: 1024 ** 3, entries: 100_000 };

/**
 * What an archive of so many bytes may hold: a Go is four times the size of its archive, so a small one that holds
 * much more is a bomb, and is refused long before it fills a disk.
 */
function goFitsInto(archiveBytes: number): typeof goFitsIn {
  return { ...goFitsIn, bytes: Math.min(goFitsIn.bytes, 20 * archiveBytes + 64 * 1024 ** 2) };
}

interface Link {
  /** As the archive wrote it. */
  name: string;
  path: string;
  target: string;
}

/**
 * The folder that an archive is unpacked into, and the one place that decides what may be written there. Writes
 * are synchronous: this runs in a worker, and 15,000 small files go several times faster that way. Links are made
 * last, when all that they could be used to write through has been written.
 */
export class UnpackedTree {
  readonly #job: Pick<UnpackJob, 'archive' | 'into' | 'root'>;
  #most: typeof goFitsIn;
  readonly #kinds = new Map<string, Kind>([['', 'folder']]);
  readonly #namedFolders = new Set<string>();
  /** What is there, as a disk sees it that tells no capitals from small letters. */
  readonly #folded = new Set<string>();
  readonly #files = new Map<string, UnpackedFile>();
  readonly #symbolicLinks: Link[] = [];
  readonly #hardLinks: Link[] = [];
  readonly #sweeper: BufferSweeper;
  #entries = 0;
  #bytes = 0;

  /** `sweepEvery`: bytes between two collections of everything that is dead in memory. */
  constructor(job: Pick<UnpackJob, 'archive' | 'into' | 'root'>, most = goFitsIn, sweepEvery = 12_000_000) {
    this.#most = most;
    this.#sweeper = new BufferSweeper(sweepEvery);
    this.#job = { ...job, root: job.root.replace(/\/$/, '') };
    this.#makeFolder('');
  }

  /** Unpacked so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Bytes that it may hold. */
  get most(): number {
    return this.#most.bytes;
  }

  /** So many bytes of the archive have been read: more would not fit into them honestly. */
  comesFrom(archiveBytes: number): void {
    this.#most = goFitsInto(archiveBytes);
  }

  folder(name: string): void {
    const path = this.#place(name);
    if (path === '') return;
    if (this.#namedFolders.has(path)) throw this.#refusal(name, 'duplicate');
    this.#namedFolders.add(path);
    this.#needFolder(path, name);
  }

  /** Begins a file; of its mode the execute bits count. */
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

  /** `target` is the name of another entry, as in tar. */
  hardLink(name: string, target: string): void {
    this.#hardLinks.push({ name, target, path: this.#newPlace(name, 'link') });
  }

  /** Whatever else can stand in an archive: devices, pipes. */
  special(name: string): never {
    throw this.#refusal(name, 'special-file');
  }

  /** Counts bytes that are about to be unpacked, and refuses what would be too many. */
  take(name: string, bytes: number): void {
    this.#bytes += bytes;
    this.#sweeper.passed(this.#bytes);
    if (this.#bytes > this.#most.bytes) throw this.#refusal(name, 'too-much');
  }

  /** Makes the links, now that everything they may point at is known. */
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
    if (this.#entries > this.#most.entries) throw this.#refusal(name, 'too-much');
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

  /** Makes the folder at `path` for the entry `name`, and those above it, where they are missing. */
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
