import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { shellWord } from '#contract/shell-word';
import { folderEvidence, type GoFolder, goFolders } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/**
 * A folder for temporary files that is missing, or in which Go cannot write. What GOTMPDIR names keeps every go command
 * from running, and is told with Go's variables.
 */
export const workFolder: Check = {
  name: 'work-folder',
  run: async (scene) => {
    const { work } = await goFolders(scene);
    if (work === null || work.variable?.name === 'GOTMPDIR') return [];
    const found = await stat(work.path).catch(() => null);
    if (!found) return [workProblem(work, 'missing')];
    if (!found.isDirectory()) return [workProblem(work, 'no-folder')];
    const isWritable = await access(work.path, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    return isWritable ? [] : [workProblem(work, 'not-writable')];
  },
};

/** Pure. */
export function workProblem(work: GoFolder, why: 'missing' | 'no-folder' | 'not-writable'): Found {
  const { path, variable } = work;
  return {
    about: path,
    severity: 'error',
    reason: reasonOf('doctor.work-folder', { path, name: variable?.name ?? null, why }),
    evidence: folderEvidence(work, why),
    fix: why === 'missing' ? { kind: 'command', command: `mkdir -p ${shellWord(path)}` } : null,
  };
}
