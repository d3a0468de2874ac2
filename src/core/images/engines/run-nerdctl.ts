import { failure, isFailure } from '#contract/failure';
import { maskSecrets, streamBytes, type System } from '#core/system';

/** A nerdctl command of this machine. */
export interface NerdctlCommand {
  /** Its path. */
  file: string;
  /** How failures name it. */
  endpoint: string;
}

/**
 * What nerdctl prints, for `timeoutMs` at most. Failures: engine.not-running, .slow, .refused, .unreadable, and those of
 * `System.run`.
 */
export async function runNerdctl(
  system: System,
  { file, endpoint }: NerdctlCommand,
  args: readonly string[],
  timeoutMs: number,
): Promise<string> {
  try {
    const { exitCode, stdout, stderr } = await system.run({ file, args, env: system.env, timeoutMs });
    if (exitCode === 0) return stdout;
    throw refusal(stderr, endpoint);
  } catch (error) {
    if (!isFailure(error, 'process.timed-out')) throw error;
    throw failure('engine.slow', { engine: endpoint, product: 'containerd' }, error);
  }
}

/** An image as `nerdctl save` writes it. Failures: cancelled, engine.unreadable, and those of `System.run`. */
export async function* savedByNerdctl(
  system: System,
  { file, endpoint }: NerdctlCommand,
  ref: string,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const command = { file, args: ['save', ref], env: system.env, signal, timeoutMs: null };
  const { exitCode } = yield* streamBytes(command);
  if (exitCode === 0) return;
  throw failure('engine.unreadable', { engine: endpoint, detail: `nerdctl save: ${exitCode}` });
}

/** nerdctl has no codes for what went wrong, only words. */
function refusal(stderr: string, endpoint: string): Error {
  if (/permission denied|must be root|rootless/i.test(stderr)) {
    return failure('engine.refused', { engine: endpoint, detail: lastLine(stderr) });
  }
  if (/cannot access containerd|connection refused|no such file|deadline exceeded/i.test(stderr)) {
    return failure('engine.not-running', { tried: [endpoint], product: 'containerd' });
  }
  return failure('engine.unreadable', { engine: endpoint, detail: lastLine(stderr) });
}

function lastLine(stderr: string): string {
  return maskSecrets(stderr.trim().split('\n').at(-1) ?? '').slice(0, 300);
}
