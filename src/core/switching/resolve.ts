import { stat } from 'node:fs/promises';
import { resolve as absolute } from 'node:path';
import { failure } from '#contract/failure';
import type { Resolution } from '#contract/switching';
import { burrowPaths, type System } from '#core/system';
import { installedVersions } from '#core/toolchains';
import { answer, decide, explain, type Installed } from './decide.ts';
import { otherGos } from './other-go.ts';
import { runnableTargets } from './targets.ts';
import { gatherWishes } from './wishes.ts';

/**
 * Which Go runs in `dir`, and why: the rules of switching. The shim (resources/shims/go.sh) follows the same ones.
 *
 * 1. The nearest folder that says something decides: `dir`, then its parents, as its path is written. In one
 *    folder `.go-version` is stronger than `go.mod`. Where no folder says anything, Burrow's default file decides,
 *    and without one the first other Go on PATH.
 * 2. `.go-version` and the default are pins: that version and no other; `1.22` is its newest installed patch. One
 *    that cannot be read (rubbish, empty, no permission) is an error, never skipped.
 * 3. `go.mod` asks for a minimum, the larger of its `toolchain` and `go` lines. It gets that version, or the newest
 *    release of the same minor version that is newer, or else the newest of all that satisfies it (see choose.ts).
 *    A line that cannot be read asks for nothing: Go itself says what is wrong with the file.
 * 4. What decides and is not installed is an error (exit 127), never a download and never another version.
 * 5. Where `.go-version` decides, Go runs with GOTOOLCHAIN=local unless the user set that variable, so that it
 *    neither switches away from the pin nor downloads; Go's own error then says what go.mod requires. Elsewhere
 *    GOTOOLCHAIN is the user's, and Go's switching finds Burrow's launchers on PATH before it downloads.
 * 6. A toolchain counts when it has its record beside it and its `bin/go`, and runs on this machine; of two builds
 *    of one version the processor's own. An adopted one counts only as long as its VERSION says what it said.
 *
 * Failures: folder.not-found, version-file.unreadable.
 */
export async function resolveGo(system: System, dir: string): Promise<Resolution> {
  const folder = absolute(system.cwd, dir);
  const paths = burrowPaths(system);
  const [wishes, others, installed] = await Promise.all([
    gatherWishes(folder, paths.defaultFile),
    otherGos(system, paths.shims),
    runnable(system),
    mustBeFolder(folder),
  ]);
  const decision = decide(wishes, installed);
  return answer(folder, decision, others, explain(decision, wishes, others, installed));
}

/** The installed toolchains that run on this machine, best processor first. */
export async function runnable(system: System): Promise<Installed[]> {
  const targets = runnableTargets(system);
  const rank = (toolchain: { os: string; arch: string }) =>
    targets.indexOf(`${toolchain.os}-${toolchain.arch}`);
  const installed = await installedVersions(system);
  return installed.filter((toolchain) => rank(toolchain) >= 0).toSorted((a, b) => rank(a) - rank(b));
}

/** Failures: folder.not-found. */
export async function mustBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) throw failure('folder.not-found', { path });
}
