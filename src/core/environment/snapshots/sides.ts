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
  const read = (ref: SnapshotRef) => snapshotOf(sources, ref, { dir }, signal);
  const [one, other] = await Promise.all([read(a), read(b)]);
  const side = ({ host, takenAt }: Snapshot) => ({ host, takenAt });
  return { a: side(one), b: side(other), changes: changesBetween(one, other) };
}

async function snapshotOf(
  { system, history }: Sources,
  ref: SnapshotRef,
  request: SnapshotRequest,
  signal: AbortSignal | undefined,
): Promise<Snapshot> {
  switch (ref.from) {
    case 'now':
      return takeSnapshot(system, request, signal);
    case 'history':
      return readKept(await history(), ref.id);
    case 'file':
      return readSnapshot(system, ref.path);
    default:
      return parseSnapshot(ref.text, ref.name);
  }
}
