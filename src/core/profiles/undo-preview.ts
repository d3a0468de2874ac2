import { type FailureData, isFailure } from '#contract/failure';
import type { System } from '#core/system';
import { unifiedDiff } from './diff.ts';
import { type InEffect, inEffect, readFileNow, readJournal } from './journal/index.ts';
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

/** `changes`: of one file, newest first. A file that cannot be given back, or not even read, is kept. */
async function undoOf(system: System, path: string, changes: readonly InEffect[]): Promise<FileUndo> {
  try {
    const now = await readFileNow(changes[0]?.change.target ?? path);
    const before = now && now.content.toString('latin1');
    const after = await textBefore(system, changes, before);
    const fate = after === before ? 'unchanged' : after === null ? 'deleted' : 'restored';
    return { path, fate, why: null, diff: fate === 'unchanged' ? '' : unifiedDiff(path, before, after) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { path, fate: 'kept', why: { code: error.code, params: error.params }, diff: '' };
  }
}

/** What a text was before these changes. Failures: profile.edited-since, profile.backup-damaged. */
async function textBefore(
  system: System,
  changes: readonly InEffect[],
  now: string | null,
): Promise<string | null> {
  let text = now;
  for (const each of changes) {
    const step = undoStep(each.change, text);
    if (step.how === 'refused') throw step.reason;
    if (step.how === 'restore') text = (await oldBytes(system, each, text)).toString('latin1');
    else if (step.how === 'take-out') text = step.content;
    else if (step.how === 'delete') text = null;
  }
  return text;
}
