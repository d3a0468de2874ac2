import { constants } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '#core/system';

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
    // A pipe in its place would wait for a reader.
    const flag = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NONBLOCK ?? 0);
    await appendFile(join(logs, 'bugs.log'), entry, { mode: 0o600, flag });
  } catch {
    // The caller is about to report the bug itself.
  }
}
