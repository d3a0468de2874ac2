import { open, readdir, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '#contract/failure';
import { errorCode, fileFailure } from './failures.ts';
import { makeFolder } from './files.ts';
import { type Holder, isAlive, thisProcess } from './lock-holder.ts';

export interface LockOptions {
  signal?: AbortSignal | undefined;
  /** Called once, when someone else holds the lock and the wait begins. */
  onWait?: (() => void) | undefined;
}

/**
 * Waits for a lock among all processes of this machine, and inside this one. Dispose of it to give it back; the
 * lock of a process that has died is nobody's. Failures: cancelled, disk.full, file.no-permission.
 *
 * How: whoever wants the lock puts down a claim, a file of its own beside `path` whose name says who claims, and
 * then looks around. It holds the lock if no other living claim is there; else it withdraws and tries again later.
 * Two cannot both hold it, for each would have had to look before the other's claim was there. And because a claim
 * has a name of its own, the claim of a dead process can be removed by anyone without hitting a living one: the
 * weakness of a single lock file, where a slow second waiter removes what the first has just made.
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

/** Does some work while holding the lock at `path`; failures as in `acquireLock`, and the work's own. */
export async function withLock<T>(path: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const held = await acquireLock(path, options);
  try {
    return await work();
  } finally {
    await held[Symbol.asyncDispose]();
  }
}

/**
 * Takes away the claims that killed processes left in a folder of locks. Whoever wants the same lock does so anyway, but
 * nobody may ever want it again. Throws what the file system says.
 */
export async function clearDeadClaims(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const claim = readClaim(name);
    if (claim && !(await isAlive(claim.holder))) await removeClaim(join(folder, name));
  }
}

/** Looks before it claims, so that those who wait do not disturb one another. */
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

/** Whether a living process has a claim other than `mine`; claims of the dead are removed on the way. */
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
  // Not from node:crypto: loading that shows in every start of the command line.
  return `${lock}.${pid}-${started}-${crypto.randomUUID()}.claim`;
}

/** Who claims what, by the name of the claim; null for other files. */
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
