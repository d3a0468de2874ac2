import { failure } from '#contract/failure';
import type { KeptSnapshot, Snapshot } from '#contract/snapshots';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { changesBetween, isSameMachine } from './compare.ts';
import { formatSnapshot, parseSnapshot } from './format.ts';
import { takeSnapshot } from './take.ts';

/**
 * Takes a snapshot of the home folder and keeps it, unless the machine is as the last one says: then only the time is
 * noted. Failures: those of takeSnapshot and of the history.
 */
export async function keepSnapshot(
  system: System,
  history: History,
  signal?: AbortSignal,
): Promise<{ id: string; isNew: boolean; snapshot: Snapshot }> {
  const taken = await takeSnapshot(system, {}, signal);
  const isSame = (last: string): boolean => {
    const before = contentOf(last);
    return before !== null && isSameMachine(before, taken);
  };
  const content = formatSnapshot(taken);
  const kept = await history.keepSnapshot({ takenAt: taken.takenAt, content }, isSame);
  return { ...kept, snapshot: taken };
}

/** Failures: snapshot.unknown, snapshot.damaged. */
export async function readKept(history: History, id: string): Promise<Snapshot> {
  const kept = await history.snapshot(id);
  const snapshot = contentOf(kept.content);
  if (!snapshot) throw failure('snapshot.damaged', { id: kept.id });
  return snapshot;
}

/** The newest ones first, each with what has changed since the one before. `limit`: how many at most. */
export async function listKept(
  history: History,
  limit: number,
): Promise<{ snapshots: KeptSnapshot[]; total: number; damaged: string[] }> {
  // One more, since the oldest one that is shown has one before it, too.
  const { snapshots, total, damaged } = await history.snapshots(limit + 1);
  const read = snapshots.map((each) => ({ ...each, content: contentOf(each.content) }));
  const unreadable = read.filter(({ content }) => content === null).map(({ id }) => id);
  const lost = new Set([...damaged, ...unreadable]);
  const listed = read
    .slice(0, limit)
    .flatMap(({ id, takenAt, lastSeenAt, content }, index): KeptSnapshot[] => {
      if (!content) return [];
      const before = read[index + 1];
      const isNext = before?.content && !lost.has(`s${Number(id.slice(1)) - 1}`);
      return [
        {
          id,
          takenAt,
          lastSeenAt,
          host: content.host,
          go: content.go?.version ?? null,
          changes: isNext && before?.content ? changesBetween(before.content, content) : null,
        },
      ];
    });
  return { snapshots: listed, total, damaged: [...lost].toSorted((a, b) => numberOf(a) - numberOf(b)) };
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}

/** null: it is not what this Burrow writes. */
function contentOf(text: string): Snapshot | null {
  try {
    return parseSnapshot(text, 'history.db');
  } catch {
    return null;
  }
}
