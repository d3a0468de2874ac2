import { isFailure } from '#contract/failure';
import type { System } from '#core/system';
import type { Traced } from './traced.ts';
import type { Tracing } from './tracing-command.ts';

/** ms after which the start counts as hanging. */
const timeoutMs = 10_000;
/** Characters of output after which the start is ended. */
const maxOutput = 32_000_000;

/** What the scripts wrote. */
export interface Output {
  output: string;
  exitCode: number;
  unknown: Traced['unknown'];
}

/** Reads the output up to the last record: a program that the profile left running may keep it open for ever. */
export async function outputOf(
  system: System,
  command: Tracing,
  note: string,
  signal: AbortSignal | undefined,
): Promise<Output> {
  const pieces: string[] = [];
  let length = 0;
  let tail = '';
  let isLate = false;
  // A shell that is ended by a signal tells its end, too.
  const stopWaiting = system.after(timeoutMs, () => {
    isLate = true;
  });
  const end = `${note}\0end\0`;
  const read = (unknown: Traced['unknown'], exitCode = 0): Output => ({
    output: pieces.join(''),
    exitCode,
    unknown,
  });
  const running = system.stream({ ...command, cwd: system.home, timeoutMs, ...(signal && { signal }) });
  try {
    for (;;) {
      const next = await running.next();
      if (next.done) return read(null, next.value.exitCode);
      const { stream, text } = next.value;
      if (stream !== 'stdout') continue;
      pieces.push(text);
      length += text.length;
      if (length > maxOutput) return read('too-much-output');
      if ((tail + text).includes(end)) return read(isLate ? 'timed-out' : null);
      tail = (tail + text).slice(-end.length);
    }
  } catch (error) {
    if (isFailure(error, 'cancelled')) throw error;
    return read(isFailure(error, 'process.timed-out') ? 'timed-out' : 'failed');
  } finally {
    stopWaiting();
    await running.return?.({ exitCode: 0, durationMs: 0 });
  }
}
