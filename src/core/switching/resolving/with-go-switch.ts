import { basename } from 'node:path';
import type { System } from '#core/system';
import { goBinary, parseFolderName } from '#core/toolchains';
import { goSwitch, type Started } from '../go-switch/index.ts';
import { type Decision, type Installed, type Resolved, type Supply, whatRuns } from './decide.ts';
import type { OtherGo } from './other-go.ts';

/**
 * Adds what Go's own switching does: `version` and `path` become those of the Go that runs in the end. Unchanged if the
 * version of the Go that is started is not known.
 */
export async function withGoSwitch(
  system: System,
  resolution: Resolved,
  { decision, supply }: { decision: Decision | null; supply: Supply },
): Promise<Resolved> {
  const started = startedGo(system, decision, whatRuns(decision, supply));
  if (started === null) return resolution;
  const became = await goSwitch(system, resolution.dir, { started, installed: supply.installed });
  const { version, path, problem } = became;
  return {
    ...resolution,
    version,
    path,
    installed: path !== null,
    instead: path === started.path ? null : { version: started.version, path: started.path },
    switch: became.switch,
    problem: problem && { code: problem.code, params: problem.params },
    candidates: [...resolution.candidates, ...became.candidates],
  };
}

/**
 * Whether a pin selected what runs. Burrow then starts it with GOTOOLCHAIN=local, unless the environment sets that
 * variable (rule 6 of resolveGo).
 */
export function isPinned(decision: Decision | null, runs: Installed | OtherGo): boolean {
  const wish = decision?.wish;
  return wish !== undefined && !('file' in runs) && wish.strength !== 'minimum' && wish.rule !== 'default';
}

function startedGo(
  system: Pick<System, 'os' | 'arch'>,
  decision: Decision | null,
  runs: Installed | OtherGo | null,
): Started | null {
  if (!runs || runs.version === null) return null;
  const { version } = runs;
  const pinned = isPinned(decision, runs);
  if ('file' in runs) {
    return { version, path: runs.file, goroot: runs.goroot, arch: system.arch, isPinned: pinned };
  }
  const { path: goroot } = runs;
  const arch = parseFolderName(basename(goroot))?.arch ?? system.arch;
  const program = goBinary(goroot, system.os);
  return { version, path: program, goroot, arch, isPinned: pinned };
}
