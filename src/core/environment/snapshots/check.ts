import type { DriftFinding } from '#contract/snapshots';
import { type System, typedPath } from '#core/system';
import { driftFrom, findBaseline, readBaseline } from './baseline.ts';
import { takeSnapshot } from './take.ts';

/**
 * Compares the machine, with the Go of `dir`, with a project's baseline: `file`, or the nearest one from `dir` up.
 * Failures: snapshot.no-baseline, snapshot.unreadable, snapshot.newer, and those of files and of takeSnapshot.
 */
export async function checkBaseline(
  system: System,
  { dir, file }: { dir: string; file?: string | undefined },
  signal?: AbortSignal,
): Promise<{ file: string; facts: number; findings: DriftFinding[] }> {
  const path = file === undefined ? await findBaseline(dir) : typedPath(system, file);
  const baseline = await readBaseline(system, path);
  const snapshot = await takeSnapshot(system, { dir }, signal);
  return { file: path, facts: baseline.size, findings: driftFrom(baseline, snapshot) };
}
