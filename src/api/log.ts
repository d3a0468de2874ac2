import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '#core/system';

/**
 * Writes a bug with its stack to `logs/bugs.log` in Burrow's home, secrets masked. It must not hide the bug with
 * one of its own: where nothing can be written, nothing is.
 */
export async function logBug(system: System, where: string, bug: unknown): Promise<void> {
  try {
    const { maskSecrets, prepareHome } = await import('#core/system');
    const { logs } = await prepareHome(system);
    const text = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
    const cause = bug instanceof Error && bug.cause instanceof Error ? `\ncaused by ${bug.cause.stack}` : '';
    const entry = maskSecrets(`${system.now().toISOString()} ${where}\n${text}${cause}\n\n`);
    await appendFile(join(logs, 'bugs.log'), entry, { mode: 0o600 });
  } catch {
    // The caller is about to report the bug itself.
  }
}
