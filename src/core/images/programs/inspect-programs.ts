import { setImmediate } from 'node:timers/promises';
import type { Inspection } from '#contract/binaries';
import { failure, isFailureOfClass } from '#contract/failure';
import { inspectInMemory } from '#core/binaries';
import type { FoundProgram } from './program-reader.ts';

/**
 * Reads the Go programs whole, each content once: about half a second for 10 MB. Those whose content was not kept, and those
 * that turn out to be damaged, are left out. Failures: `cancelled`.
 */
export async function inspectPrograms(
  programs: readonly { path: string; found: FoundProgram }[],
  signal?: AbortSignal,
): Promise<Inspection[]> {
  const inspections = new Map<string, Inspection>();
  for (const { path, found } of programs) {
    if (found.kind !== 'go' || !found.content || inspections.has(found.sha256)) continue;
    // Each takes long, and nothing else runs meanwhile.
    await setImmediate();
    if (signal?.aborted) throw failure('cancelled', {});
    try {
      inspections.set(found.sha256, await inspectInMemory(path, found.content));
    } catch (error) {
      if (!isFailureOfClass(error, 'unreadable')) throw error;
    }
  }
  return [...inspections.values()];
}
