import { stat } from 'node:fs/promises';
import { resolve as absolute } from 'node:path';
import { failure } from '#contract/failure';
import { burrowPaths, type System } from '#core/system';
import { installedVersions } from '#core/toolchains';
import { gatherWishes, type Wish } from '../wishes/index.ts';
import {
  answer,
  type Decision,
  decide,
  type Installed,
  type Resolved,
  type Supply,
  whatRuns,
} from './decide.ts';
import { explain } from './explain.ts';
import { knowingFirst, otherGos } from './other-go.ts';
import { whyNone } from './problem.ts';
import { repositoryBelow } from './repository.ts';
import { staleGoroot } from './stale-goroot.ts';
import { runnableTargets } from './targets.ts';
import { withGoSwitch } from './with-go-switch.ts';

/**
 * Which Go runs in `dir`, and why. These are the rules of switching; the shim (resources/shims/go.sh) follows the same.
 *
 * 1. The variable BURROW_GO has the highest precedence. Then the nearest pin decides: the one in `dir`, otherwise in
 *    the nearest of its parents (of the path as written). In one folder the order is `.go-version`, `.tool-versions`,
 *    mise's files (mise-files.ts). Without a pin, `go.work` or `go.mod` decides, then Burrow's default file, then the
 *    first other Go on PATH.
 * 2. A pin gets exactly what it says (readPin); `1.22` is its newest installed patch, `latest` the newest installed
 *    release, `system` the first other Go on PATH. Of several versions in one file, the first that is installed counts,
 *    otherwise the first. A pin that cannot be read (see UnreadableWhy) is an error and never skipped.
 * 3. `go.work` and `go.mod` ask for a minimum, the larger of their `toolchain` and `go` lines. It gets that version, or
 *    a newer release of the same minor version, or the newest release of a later one (choose.ts). A line that cannot be
 *    read asks for nothing, because Go itself reports what is wrong with the file.
 *    Only the file that Go reads counts (cmd/go/internal/toolchain/select.go, modGoToolchain): the nearest go.work in
 *    `dir` or above, otherwise the nearest go.mod, even if that file asks for nothing. With GOWORK=off, no go.work
 *    counts; with GOWORK=/a/file that exists, that file counts, after all folders. GOWORK is read from the environment,
 *    not from what `go env -w` wrote.
 * 4. A pin must satisfy the minimums in folders below its own: with the version that it gets, or names if that is not
 *    installed (`1.22`: any patch). If it does, the pin decides; otherwise the minimum decides, as without the pin. A
 *    minimum in the pin's own folder or above it, or in the file that GOWORK names, does not count against the pin. No
 *    minimum counts against `system`, because Go's own switching handles it.
 * 5. If the pin that decides is not installed, that is an error (exit code 127): nothing is downloaded, and no other
 *    version runs. If nothing satisfies go.mod or go.work, Go's own switching has to: the newest installed release runs
 *    (1.21 or newer, which can switch), otherwise the first other Go on PATH; without either, it is also an error.
 * 6. If a pin other than the default decides, Go runs with GOTOOLCHAIN=local, unless the user set that variable, so
 *    that it does not switch away from the pin or download; Go's own error then says what go.mod requires. Otherwise,
 *    and with `system`, GOTOOLCHAIN is left alone, and Go's switching finds Burrow's launchers on PATH before it
 *    downloads.
 * 7. A toolchain counts if its manifest and its `bin/go` exist and it runs on this machine. Of two builds of a version,
 *    the one for the machine's own processor is used. An adopted one counts only while its VERSION is unchanged.
 * 8. The other Go on PATH may be a shim of another version manager. One that only runs the next Go on PATH is left out
 *    (other-go.ts). No Go gets the GOROOT of another one (stale-goroot.ts); `warnings` reports that it is set.
 * 9. The Go that is started may then switch to another by itself, as its GOTOOLCHAIN and go.mod say (go-switch/). In
 *    the result, `version` and `path` are those of the Go that runs in the end; `instead` is the one that is started.
 *
 * Go's -C flag selects the folder for all of this (chdir.ts).
 *
 * If no Go runs, `problem` says why. Failures: folder.not-found.
 */
export async function resolveGo(system: System, dir: string): Promise<Resolved> {
  const { folder, wishes, supply, decision } = await decideFor(system, dir);
  const runs = whatRuns(decision, supply);
  const problem = runs ? null : whyNone(decision, { dir: folder, wishes, supply });
  const candidates = explain(decision, wishes, supply);
  const outsideRepository = decision && (await repositoryBelow(decision.wish, folder));
  const started = answer(decision, { dir: folder, supply, problem, candidates, outsideRepository });
  const warnings = await staleGoroot(system, runs);
  return { ...(await withGoSwitch(system, started, { decision, supply })), warnings };
}

/** The decision for `dir`, and everything that it was based on. Failures: those of resolveGo. */
export async function decideFor(
  system: System,
  dir: string,
): Promise<{ folder: string; wishes: Wish[]; supply: Supply; decision: Decision | null }> {
  const folder = absolute(system.cwd, dir);
  const paths = burrowPaths(system);
  const [wishes, others, installed] = await Promise.all([
    gatherWishes(folder, { ...system, defaultFile: paths.defaultFile }),
    otherGos(system, paths.shims),
    runnable(system),
    mustBeFolder(folder),
  ]);
  const supply = { installed, others };
  const decision = decide(wishes, supply);
  if (whatRuns(decision, supply) !== others[0]) return { folder, wishes, supply, decision };
  const known = { installed, others: await knowingFirst(system, others, folder) };
  return { folder, wishes, supply: known, decision: decide(wishes, known) };
}

/** The installed toolchains that run on this machine, best processor first. */
export async function runnable(system: System): Promise<Installed[]> {
  const targets = runnableTargets(system);
  const rank = (toolchain: { os: string; arch: string }) =>
    targets.indexOf(`${toolchain.os}-${toolchain.arch}`);
  const installed = await installedVersions(system);
  return installed.filter((toolchain) => rank(toolchain) >= 0).toSorted((a, b) => rank(a) - rank(b));
}

/** Fails with folder.not-found if `path` is not a folder. */
export async function mustBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) throw failure('folder.not-found', { path });
}
