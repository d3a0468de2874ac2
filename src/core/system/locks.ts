import { open, readdir, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '#contract/failure';
import { errorCode, fileFailure } from './failures.ts';
import { makeFolder } from './files.ts';
import { type Holder, isAlive, thisProcess } from './lock-holder.ts';

export interface LockOptions {
  signal?: AbortSignal | undefined;
  /** Called once, when another holder has the lock and the wait begins. */
  onWait?: (() => void) | undefined;
}

/**
 * Waits for a lock among all processes of this machine, and within this one. Dispose of it to release it; the lock of a
 * dead process is free. Failures: cancelled, disk.full, file.no-permission.
 *
 * How it works: each process that wants the lock creates a claim, a file of its own next to `path` whose name
 * identifies the process, and then looks around. It holds the lock if there is no other living claim; otherwise it
 * withdraws and tries again later. Two cannot both hold it: each would have had to look before the other's claim
 * existed. Because every claim has its own name, the claim of a dead process can be removed without hitting a living
 * one. With a single lock file, a slow second waiter could remove what the first has just created.
 */
export async function acquireLock(path: string, options: LockOptions = {}): Promise<AsyncDisposable> {
  const { signal, onWait } = options;
  let waited = false;
  try {
    await makeFolder(dirname(path));
    const claim = join(dirname(path), claimName(basename(path), await thisProcess()));
    for (let attempt = 0; ; attempt++) {
      if (signal?.aborted) throw failure('cancelled', {});
      if (await claimAlone(path, claim)) return { [Symbol.asyncDispose]: () => removeClaim(claim) };
      if (!waited) {
        waited = true;
        onWait?.();
      }
      // Random, so that two that withdrew for each other do not meet again.
      await sleep(20 + Math.random() * Math.min(40 * 2 ** attempt, 200), undefined, signal ? { signal } : {});
    }
  } catch (error) {
    if (signal?.aborted) throw failure('cancelled', {}, error);
    throw fileFailure(error, path);
  }
}

/** Runs `work` while holding the lock at `path`. Failures: as in `acquireLock`, and those of `work`. */
export async function withLock<T>(path: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const held = await acquireLock(path, options);
  try {
    return await work();
  } finally {
    await held[Symbol.asyncDispose]();
  }
}

/** Whether a living process holds the lock, or is about to. Failures: file.no-permission. */
export async function isLocked(path: string): Promise<boolean> {
  try {
    return await isClaimed(path, '');
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/**
 * Removes the claims that killed processes left in a folder of locks. Acquiring the same lock also removes them, but
 * that may never happen again. Throws file system errors.
 */
export async function clearDeadClaims(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const claim = readClaim(name);
    if (claim && !(await isAlive(claim.holder))) await removeClaim(join(folder, name));
  }
}

/** Looks before it claims, so that waiting processes do not disturb one another. */
async function claimAlone(path: string, claim: string): Promise<boolean> {
  if (await isClaimed(path, claim)) return false;
  await (await open(claim, 'wx', 0o600)).close();
  let alone = false;
  try {
    alone = !(await isClaimed(path, claim));
    return alone;
  } finally {
    if (!alone) await removeClaim(claim);
  }
}

/** Whether there is a living claim other than `mine`; removes dead ones. */
async function isClaimed(path: string, mine: string): Promise<boolean> {
  let claimed = false;
  for (const name of await readdir(dirname(path))) {
    const found = readClaim(name);
    const claim = join(dirname(path), name);
    if (found?.lock !== basename(path) || claim === mine) continue;
    if (await isAlive(found.holder)) claimed = true;
    else await removeClaim(claim);
  }
  return claimed;
}

function claimName(lock: string, { pid, started }: Holder): string {
  // Not from node:crypto: loading it slows every start of the command line.
  return `${lock}.${pid}-${started}-${crypto.randomUUID()}.claim`;
}

/** The lock and the holder in the name of a claim; null for other files. */
function readClaim(name: string): { lock: string; holder: Holder } | null {
  const [, lock, pid, started] = /^(.+)\.(\d+)-(\d+)-[0-9a-f-]{36}\.claim$/.exec(name) ?? [];
  if (lock === undefined || pid === undefined || started === undefined) return null;
  return { lock, holder: { pid: Number(pid), started } };
}

async function removeClaim(claim: string): Promise<void> {
  try {
    await unlink(claim);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
