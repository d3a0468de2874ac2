import { constants } from 'node:fs';
import { appendFile, lstat, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '#core/system';

/** Bytes from which on the log is put aside: as `bugs.log.1`, which becomes `bugs.log.2`. */
const maxBytes = 1_000_000;

/**
 * Appends a bug with its stack to `logs/bugs.log` in Burrow's home, secrets masked. It never fails, so that a problem
 * with the log does not hide the bug.
 */
export async function logBug(system: System, where: string, bug: unknown): Promise<void> {
  try {
    const { maskSecrets, prepareHome } = await import('#core/system');
    const { logs } = await prepareHome(system);
    const text = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
    const cause = bug instanceof Error && bug.cause instanceof Error ? `\ncaused by ${bug.cause.stack}` : '';
    const entry = maskSecrets(`${system.now().toISOString()} ${where}\n${text}${cause}\n\n`);
    const log = join(logs, 'bugs.log');
    await putAside(log);
    // A pipe in its place would wait for a reader.
    const flag = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NONBLOCK ?? 0);
    await appendFile(log, entry, { mode: 0o600, flag });
  } catch {
    // The caller is about to report the bug itself.
  }
}

/** Renames a log that has become long; two of them are kept. */
async function putAside(log: string): Promise<void> {
  const found = await lstat(log).catch(() => null);
  if (!found?.isFile() || found.size < maxBytes) return;
  await rename(`${log}.1`, `${log}.2`).catch(() => undefined);
  await rename(log, `${log}.1`);
}
