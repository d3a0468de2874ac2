import { failure } from '#contract/failure';
import type { Host } from '../host.ts';
import { forTerminal } from './paint.ts';

/**
 * Asks a yes-or-no question on the terminal; `--yes` answers it with yes. Without a terminal, or with `--json`, fails
 * with usage.invalid, which mentions `--yes` and refers to `see`.
 */
export async function confirmed(host: Host, question: string, see: string): Promise<boolean> {
  if (host.yes) return true;
  if (!process.stdin.isTTY || host.json) {
    throw failure('usage.invalid', { detail: host.text.common.needsYes(question), see });
  }
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const reply = await terminal.question(`${forTerminal(question)} [y/N] `, { signal: host.signal });
    return /^(y|yes|是)$/i.test(reply.trim());
  } catch (error) {
    // After Ctrl-C or Ctrl-D, the cursor is still in the line of the question.
    host.remark('');
    throw error;
  } finally {
    terminal.close();
  }
}
