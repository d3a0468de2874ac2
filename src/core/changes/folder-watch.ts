import { type FSWatcher, watch } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { errorCode, type System } from '#core/system';
import type { FolderNames } from './folder-names.ts';

/** Why a folder cannot be watched: the system's code, e.g. `ENOSPC` when it has no more watches, or what it is. */
export type Unwatched = { folder: string; why: string };

interface Open {
  watcher: FSWatcher;
  /** Of the folder that is watched, which another one of the same name may replace. */
  identity: string;
  /** Set once the folder is gone. */
  ended: boolean;
}

/**
 * Watches folders, none of them with what is below it, and calls `onEvent` when a name that counts may have changed:
 * also when nothing has, so whoever listens compares.
 */
export class FolderWatch {
  readonly #open = new Map<string, Open>();
  readonly #onEvent: () => void;
  readonly #os: System['os'];
  #names: FolderNames = new Map();

  constructor(os: System['os'], onEvent: () => void) {
    this.#os = os;
    this.#onEvent = onEvent;
  }

  /** Watches these folders from now on, and no others. Returns those that cannot be watched. */
  async follow(names: FolderNames): Promise<Unwatched[]> {
    this.#names = names;
    for (const folder of this.#open.keys()) if (!names.has(folder)) this.#close(folder);
    const unwatched: Unwatched[] = [];
    for (const folder of names.keys()) {
      const why = await this.#watch(folder);
      if (why !== null) unwatched.push({ folder, why });
    }
    return unwatched;
  }

  close(): void {
    for (const folder of this.#open.keys()) this.#close(folder);
  }

  #close(folder: string): void {
    this.#open.get(folder)?.watcher.close();
    this.#open.delete(folder);
  }

  /** Watches a folder unless it is already watched. Returns why it cannot be. */
  async #watch(folder: string): Promise<string | null> {
    const identity = await identityOf(folder);
    const before = this.#open.get(folder);
    if (before && !before.ended && before.identity === identity) return null;
    this.#close(folder);
    // It has just gone; its parent says so.
    if (identity === null) return null;
    const why = whyNot(folder, this.#os, await typeOf(folder));
    if (why !== null) return why;
    try {
      const open: Open = { watcher: watch(folder, { persistent: false }), identity, ended: false };
      open.watcher.on('change', (_kind, name) => this.#changed(folder, open, name?.toString() ?? null));
      open.watcher.on('error', () => {
        open.ended = true;
        this.#onEvent();
      });
      this.#open.set(folder, open);
      return null;
    } catch (error) {
      return errorCode(error) ?? 'unknown';
    }
  }

  /** `name`: null where the system does not tell. */
  #changed(folder: string, open: Open, name: string | null): void {
    // A folder that is removed or renamed reports its own name.
    if (name === basename(folder)) open.ended = true;
    const counts = this.#names.get(folder);
    if (open.ended || name === null || counts === null || counts?.has(name)) this.#onEvent();
  }
}

async function identityOf(folder: string): Promise<string | null> {
  return stat(folder).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => null,
  );
}

/** The number of a file system's type, as statfs(2) gives it; null where it cannot be asked. */
async function typeOf(folder: string): Promise<number | null> {
  return statfs(folder).then(
    ({ type }) => type,
    () => null,
  );
}

/** File systems of Linux that report only what this machine changes (linux/magic.h), by statfs type. */
const remoteTypes = new Map([
  [0x6969, 'nfs'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x517b, 'smb'],
  [0x01021997, '9p'],
  [0x65735546, 'fuse'],
  [0x5346414f, 'afs'],
  [0x00c36400, 'ceph'],
]);

/**
 * Why watching a folder would not do; null: it does. On a Mac a watch costs an event for whatever changes below the
 * folder, which for the root is the whole disk. Pure.
 */
export function whyNot(folder: string, os: System['os'], type: number | null): string | null {
  if (os === 'darwin') return dirname(folder) === folder ? 'root' : null;
  if (os === 'windows' || type === null) return null;
  return remoteTypes.get(type) ?? null;
}
