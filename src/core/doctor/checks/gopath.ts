import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { shellWord } from '#contract/shell-word';
import { readGoroot } from '#core/toolchains';
import { folderEvidence, type GoFolder, goFolders } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** Folders of GOPATH that are a Go installation, or have a go.mod of their own. */
export const gopath: Check = {
  name: 'gopath',
  run: async (scene) => {
    const { gopath: folders } = await goFolders(scene);
    const found = await Promise.all(
      folders.map(async (folder) => {
        const [goroot, mod] = await Promise.all([
          readGoroot(scene.system, folder.path),
          lstat(join(folder.path, 'go.mod')).catch(() => null),
        ]);
        return gopathProblems(folder, { isGoroot: typeof goroot === 'object', hasMod: mod !== null });
      }),
    );
    return found.flat();
  },
};

/** Pure. */
export function gopathProblems(folder: GoFolder, has: { isGoroot: boolean; hasMod: boolean }): Found[] {
  const { path } = folder;
  const found: Found[] = [];
  if (has.isGoroot) {
    found.push({
      about: `goroot ${path}`,
      severity: 'warning',
      reason: reasonOf('doctor.gopath-is-goroot', { path }),
      evidence: folderEvidence(folder, 'bin/go'),
      fix: null,
    });
  }
  if (has.hasMod) {
    const file = join(path, 'go.mod');
    found.push({
      about: file,
      severity: 'warning',
      reason: reasonOf('doctor.gopath-go-mod', { file }),
      evidence: [{ file, line: null, value: 'go.mod' }, ...folderEvidence(folder, 'GOPATH').slice(0, -1)],
      fix: { kind: 'command', command: `mv ${shellWord(file)} ${shellWord(`${file}.old`)}` },
    });
  }
  return found;
}
