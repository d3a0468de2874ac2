import type { FailureData } from '#contract/failure';
import type { System } from '#core/system';
import { unifiedDiff } from './diff.ts';
import { inEffect, readFileNow, readJournal } from './journal/index.ts';
import { followed, oldBytes, undoStep } from './undo.ts';
import { unrecorded } from './unrecorded.ts';

/** What undoing every change of one file makes of it. */
export interface FileUndo {
  path: string;
  /** `kept`: because of `why`. `unchanged`: it is as it was already, or gone. */
  fate: 'restored' | 'deleted' | 'kept' | 'unchanged';
  /** In the form of a failure. */
  why: FailureData | null;
  /** Unified. */
  diff: string;
}

/** What becomes of each file that Burrow changed, when all its changes are undone. Changes nothing. */
export async function previewUndo(system: System): Promise<FileUndo[]> {
  const active = await Promise.all(inEffect(await readJournal(system)).map(followed));
  const all = [...active, ...(await unrecorded(system, undefined, active))];
  const paths = [...new Set(all.map(({ change }) => change.path))];
  return Promise.all(
    paths.map((path) =>
      undoOf(
        system,
        path,
        all.filter(({ change }) => change.path === path),
      ),
    ),
  );
}

/** `changes`: of one file, newest first. */
async function undoOf(
  system: System,
  path: string,
  changes: Awaited<ReturnType<typeof unrecorded>>,
): Promise<FileUndo> {
  const now = await readFileNow(changes[0]?.change.target ?? path);
  const before = now && now.content.toString('latin1');
  let text = before;
  for (const each of changes) {
    const step = undoStep(each.change, text);
    if (step.how === 'refused') {
      const { code, params } = step.reason;
      return { path, fate: 'kept', why: { code, params }, diff: '' };
    }
    if (step.how === 'restore') text = (await oldBytes(system, each, text)).toString('latin1');
    else if (step.how === 'take-out') text = step.content;
    else if (step.how === 'delete') text = null;
  }
  const fate = text === before ? 'unchanged' : text === null ? 'deleted' : 'restored';
  return { path, fate, why: null, diff: fate === 'unchanged' ? '' : unifiedDiff(path, before, text) };
}
