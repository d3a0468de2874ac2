import { failure, type NotShim } from '#contract/failure';
import type { CommandGo } from '#contract/switching';
import { burrowPaths, realPath, type System } from '#core/system';
import { goSwitch } from '../go-switch/index.ts';
import type { Resolved } from './decide.ts';
import { firstGo } from './first-go.ts';
import { type Facts, notShim } from './not-shim.ts';
import { readOther } from './other-go.ts';
import { readyProfile } from './ready-profile.ts';
import { runnable } from './resolve.ts';

/** What is known beyond PATH; by default, it is about this process. */
type Circumstances = Partial<Pick<Facts, 'where' | 'hiddenBy' | 'at'>>;

/**
 * What a command `go` starts by the PATH of `system`, beside what Burrow selects there. Reads files and starts nothing.
 */
export async function commandGo(
  system: System,
  resolved: Resolved,
  { where = 'here', hiddenBy = null, at = null }: Circumstances = {},
): Promise<CommandGo> {
  const { shims } = burrowPaths(system);
  const first = await firstGo(system, shims);
  const { file } = first;
  if (first.isShim && hiddenBy === null) {
    const version = resolved.installed ? resolved.version : null;
    return { kind: 'shim', go: file, version, problem: null };
  }
  const [version, same, profile] = await Promise.all([
    file === null || first.isShim ? null : versionOf(system, file, resolved),
    isSame(file, resolved.instead?.path ?? resolved.path),
    readyProfile(system),
  ]);
  const hasSelected = resolved.installed && resolved.reason?.rule !== 'path';
  const facts = { where, version, same, shims, at, profile, first, hiddenBy, hasSelected };
  return { kind: file === null ? 'none' : 'other', go: file, version, problem: problemOf(notShim(facts)) };
}

function problemOf(its: NotShim | null): CommandGo['problem'] {
  if (its === null) return null;
  const { code, params } = failure('which-go.not-burrows', its);
  return { code, params };
}

/** The version that `go version` prints, if this Go is started; null: not known, or it fails. */
async function versionOf(
  system: System,
  file: string,
  { dir, candidates }: Resolved,
): Promise<string | null> {
  const other = await readOther(file);
  // Resolving may have asked a Go without a VERSION file.
  const version = other?.version ?? candidates.find((each) => each.file === file)?.version ?? null;
  if (version === null) return null;
  const started = { version, path: file, goroot: other?.goroot ?? null, arch: system.arch, isPinned: false };
  const became = await goSwitch(system, dir, { started, installed: await runnable(system) });
  return became.problem === null ? became.version : null;
}

async function isSame(file: string | null, selected: string | null): Promise<boolean> {
  if (file === null || selected === null) return false;
  const [real, wanted] = await Promise.all([realPath(file), realPath(selected)]);
  return real !== null && real === wanted;
}
