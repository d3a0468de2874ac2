import { failure, isFailure } from '#contract/failure';
import { type System, typedPath, writeFileAtomic } from '#core/system';
import { baselineOf, formatBaseline, parseBaseline } from './baseline.ts';
import { factsOf } from './facts.ts';
import { formatSnapshot, parseSnapshot, readDocument } from './format.ts';
import { type SnapshotRequest, takeSnapshot } from './take.ts';

/**
 * Takes a snapshot and writes it to a file in one step; as `baseline`, only what a team can share. Returns the file and
 * the number of facts in it. Failures: snapshot.other-file unless `overwrite`, those of takeSnapshot and of files.
 */
export async function saveSnapshot(
  system: System,
  request: SnapshotRequest & { file: string; baseline: boolean; overwrite: boolean },
  signal?: AbortSignal,
): Promise<{ file: string; facts: number }> {
  const file = typedPath(system, request.file);
  if (!request.overwrite) await mustBeReplaceable(system, file, request.baseline);
  const taken = await takeSnapshot(system, request, signal);
  const baseline = baselineOf(taken);
  await writeFileAtomic(file, request.baseline ? formatBaseline(baseline) : formatSnapshot(taken));
  return { file, facts: request.baseline ? baseline.size : factsOf(taken).length };
}

/** Only a file of the same kind is replaced, which this Burrow can read. */
async function mustBeReplaceable(system: System, path: string, isBaseline: boolean): Promise<void> {
  try {
    const text = await readDocument(system, path);
    if (isBaseline) parseBaseline(text, path);
    else parseSnapshot(text, path);
  } catch (error) {
    if (isFailure(error, 'file.not-found')) return;
    if (isFailure(error, 'snapshot.newer') || isFailure(error, 'file.unusable')) throw error;
    if (isFailure(error, 'snapshot.unreadable') || isFailure(error, 'file.too-large')) {
      throw failure('snapshot.other-file', { path }, error);
    }
    throw error;
  }
}
