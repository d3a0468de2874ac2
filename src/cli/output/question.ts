import { failure } from '#contract/failure';
import type { Host } from '../host.ts';

/**
 * Asks on the terminal and waits for y or n; `--yes` answers. Where nobody can answer, it is a usage failure that
 * names `--yes` and points at `see`, because going on without an answer could lose something.
 */
export async function confirmed(host: Host, question: string, see: string): Promise<boolean> {
  if (host.yes) return true;
  if (!process.stdin.isTTY || host.json) {
    throw failure('usage.invalid', { detail: host.text.common.needsYes(question), see });
  }
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const reply = await terminal.question(`${question} [y/N] `, { signal: host.signal });
    return /^(y|yes|是)$/i.test(reply.trim());
  } catch (error) {
    // Ctrl-C and Ctrl-D leave the cursor behind the question.
    host.remark('');
    throw error;
  } finally {
    terminal.close();
  }
}
