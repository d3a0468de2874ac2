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
 * Which Go runs in `dir`, and why: the rules of switching. The shim (resources/shims/go.sh) follows the same ones.
 *
 * 1. BURROW_GO, the variable of this shell, is the strongest. Then the nearest pin decides: the one in `dir`, or else
 *    in the nearest of its parents, as its path is written. In one folder the order is `.go-version`,
 *    `.tool-versions`, mise's files (mise-files.ts). Without a pin `go.work` or `go.mod` decides, then Burrow's default
 *    file, and without one the first other Go on PATH.
 * 2. A pin means what it says (readPin) and no other version; `1.22` is its newest installed patch, `latest` the newest
 *    installed release, `system` the first other Go on PATH. Of several versions in one file the first that is
 *    installed, or else the first. A pin that cannot be read (UnreadableWhy says why) is an error, never skipped.
 * 3. `go.work` and `go.mod` ask for a minimum, the larger of their `toolchain` and `go` lines. It gets that version, or
 *    the newest release of the same minor version that is newer, or else the newest of all that satisfies it (see
 *    choose.ts). A line that cannot be read asks for nothing: Go itself says what is wrong with the file.
 *    Only the file that Go reads counts (cmd/go/internal/toolchain/select.go, modGoToolchain): the nearest go.work in
 *    `dir` or above, or else the nearest go.mod, even where that file asks for nothing. GOWORK=off: no go.work counts;
 *    GOWORK=/a/file that exists: that one, after all folders. GOWORK is read from the environment, not from what
 *    `go env -w` wrote.
 * 4. A minimum in a folder below the pin's must be met by the pin: by the version that it gets, or that it names where
 *    that is not installed (`1.22`: by any patch). Met, the pin decides. Not met, the minimum decides, as it would
 *    without the pin. A minimum in the pin's own folder or above it, or in the file that GOWORK names, does not count
 *    against the pin; nor does any against `system`, under which Go's own switching sees to it.
 * 5. A pin that decides and is not installed is an error (exit 127), never a download and never another version. What
 *    go.mod or go.work asks for and nothing meets is left to Go's own switching: the newest release that is installed
 *    runs (of 1.21 or newer, which can switch), or else the first other Go on PATH; without either it is an error, too.
 * 6. Where a pin decides, except for the default, Go runs with GOTOOLCHAIN=local unless the user set that variable, so
 *    that it neither switches away from the pin nor downloads; Go's own error then says what go.mod requires.
 *    Elsewhere, and with `system`, GOTOOLCHAIN is the user's, and Go's switching finds Burrow's launchers on PATH
 *    before it downloads.
 * 7. A toolchain counts when it has its record beside it and its `bin/go`, and runs on this machine; of two builds
 *    of one version the processor's own. An adopted one counts only as long as its VERSION says what it said.
 * 8. The other Go on PATH may be a shim of another version manager. One that only leads to the next Go on PATH is left
 *    out (other-go.ts). No Go gets a GOROOT that names another one (stale-goroot.ts); `warnings` says that it is set.
 *
 * 9. The Go that is started may then switch to another by itself, as its GOTOOLCHAIN and go.mod say (go-switch/). The
 *    answer's `version` and `path` are those of the Go that does the work in the end, `instead` is the one that is started.
 *
 * Go's -C flag changes which folder all of this is about: chdir.ts.
 *
 * Where no Go runs, the answer's `problem` says why. Failures: folder.not-found.
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

/** What is decided for `dir`, and everything it was decided by. Failures: those of resolveGo. */
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

/** Failures: folder.not-found. */
export async function mustBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) throw failure('folder.not-found', { path });
}
