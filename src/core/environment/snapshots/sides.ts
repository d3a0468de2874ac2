import type { Snapshot, SnapshotComparison, SnapshotRef } from '#contract/snapshots';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { changesBetween } from './compare.ts';
import { parseSnapshot, readSnapshot } from './format.ts';
import { readKept } from './kept.ts';
import { type SnapshotRequest, takeSnapshot } from './take.ts';

/** What compares snapshots needs. */
interface Sources {
  system: System;
  /** Opens the history, if one of the sides is in it. */
  history: () => Promise<History>;
}

/**
 * Compares two snapshots, wherever they are. Failures: snapshot.unknown, snapshot.damaged, snapshot.unreadable,
 * snapshot.newer, and those of files.
 */
export async function compareSnapshots(
  sources: Sources,
  { a, b, dir }: { a: SnapshotRef; b: SnapshotRef } & SnapshotRequest,
  signal?: AbortSignal,
): Promise<SnapshotComparison> {
  const [one, other] = await Promise.all([a, b].map((ref) => readSide(sources, ref)));
  // The shells are started once it is known that the other side can be read.
  const now = () => takeSnapshot(sources.system, { dir }, signal);
  const before = one ?? (await now());
  const after = other ?? (await now());
  return { a: sideOf(before), b: sideOf(after), changes: changesBetween(before, after) };
}

function sideOf({ host, takenAt }: Snapshot): SnapshotComparison['a'] {
  return { host, takenAt };
}

/** null: it is the machine as it is now. */
async function readSide({ system, history }: Sources, ref: SnapshotRef): Promise<Snapshot | null> {
  switch (ref.from) {
    case 'now':
      return null;
    case 'history':
      return readKept(await history(), ref.id);
    case 'file':
      return readSnapshot(system, ref.path);
    default:
      return parseSnapshot(ref.text, ref.name);
  }
}
