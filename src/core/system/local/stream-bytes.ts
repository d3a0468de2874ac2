import type { Command, System } from '../system.ts';

/**
 * Runs a program and yields the bytes of its standard output as they arrive; what it says on the other stream is dropped. A
 * reader that stops early ends it. Failures: as in `System.run`. What processes need is loaded on first use.
 */
export async function* streamBytes(
  command: Command & { env: System['env'] },
): AsyncGenerator<Buffer, { exitCode: number }> {
  const { bytesOf } = await import('./processes.ts');
  return yield* bytesOf(command);
}
