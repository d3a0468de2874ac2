import { readdir } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { Failure, failure, isFailure } from '#contract/failure';
import { runnableArchs } from '#contract/runs-as';
import { burrowPaths, isProgram, type System } from '#core/system';
import { installedVersions, readPin } from '#core/toolchains';
import { shown, type Wanted } from '../wishes/index.ts';
import { choose } from './choose.ts';
import { type Decision, whatRuns } from './decide.ts';
import { goneFor, releaseFor } from './missing.ts';
import { askGo, type OtherGo } from './other-go.ts';
import { whyNone, withoutGo } from './problem.ts';
import { decideFor, runnable } from './resolve.ts';
import { gorootVariable } from './stale-goroot.ts';
import { isPinned } from './with-go-switch.ts';

/** A Go, ready to be run. It may switch to another by itself, unless its environment has GOTOOLCHAIN=local. */
export interface RunnableGo {
  /** Of the Go that is started: `go1.26.1`; without a VERSION file, what it prints: `devel go1.27-0123abc`. */
  version: string;
  goroot: string;
  /** Its `bin/go`. */
  path: string;
  /** The whole environment to run it in. */
  env: Record<string, string | undefined>;
}

/**
 * The Go that runs in `dir`, or the installed `version` instead of it, with the environment that makes it run as
 * through the shim: without GOROOT, and with GOTOOLCHAIN=local if a pin decides (rule 6 of resolveGo). A `version`
 * given here takes precedence over the user's GOTOOLCHAIN, and is set as BURROW_GO, so that a child process that finds
 * the shims first in PATH (a login shell) gets the same. The Go's `bin` is first in PATH, for programs that call `go`,
 * followed by Burrow's shims, where Go's own switching finds launchers. If nothing satisfies go.mod, the Go that looks
 * for a newer one is returned (rule 5).
 *
 * `arch`: the build for this processor, which on Apple silicon may be one that Rosetta translates. Then GOTOOLCHAIN is
 * `local`: Go's own switching would find launchers, which run the builds for the machine's own processor.
 *
 * Failures: those of resolveGo and of whyNone, version.unreadable; with `arch` toolchain.not-for-arch,
 * toolchain.arch-cannot-run.
 */
export async function findGo(
  system: System,
  dir: string,
  version?: string,
  arch?: string,
): Promise<RunnableGo> {
  if (version !== undefined) return chosenGo(system, version, arch);
  const { folder, wishes, supply, decision } = await decideFor(system, dir);
  const other = decision ? decision.other : supply.others[0];
  const whyNot = () => whyNone(decision, { dir: folder, wishes, supply });
  // Also not with a build for another processor.
  if (decision?.wish.wanted === null) throw whyNot();
  if (arch !== undefined) {
    const theirs = await archOf(system, other);
    if (other && theirs === arch) return onlyThis(await otherGo(system, other.file, folder));
    return forArch(system, arch, { wish: sameVersion(decision, other), dir: folder, theirs });
  }
  const runs = whatRuns(decision, supply);
  if (!runs) throw whyNot();
  if ('file' in runs) return otherGo(system, runs.file, folder);
  const local = isPinned(decision, runs) && !system.env['GOTOOLCHAIN'] ? { GOTOOLCHAIN: 'local' } : {};
  return ready(system, runs.path, runs.version, local);
}

/**
 * Like findGo; if that version is not installed, the failure also contains what is known of it. This takes longer, so
 * use it only where the failure is shown to a person.
 */
export async function goFor(...asked: Parameters<typeof findGo>): Promise<RunnableGo> {
  try {
    return await findGo(...asked);
  } catch (error) {
    throw isFailure(error) ? await explained(error, ...asked) : error;
  }
}

/**
 * The path of a program of the toolchain that `dir` gets: `go`, `gofmt`. Failures: those of goFor,
 * switching.no-such-tool.
 */
export async function whichTool(
  system: System,
  tool: string,
  dir: string,
  arch?: string,
): Promise<{ tool: string; path: string; version: string }> {
  const { goroot, version } = await goFor(system, dir, undefined, arch);
  const suffix = system.os === 'windows' ? '.exe' : '';
  // A word with a path separator is not the name of a tool.
  const path = join(goroot, 'bin', `${/^[\w.-]+$/.test(tool) ? tool : ''}${suffix}`);
  if (await isProgram(path)) return { tool, path, version };
  const names = await readdir(join(goroot, 'bin')).catch(() => []);
  const tools = names.map((name) => basename(name, suffix)).toSorted((a, b) => a.localeCompare(b));
  throw failure('switching.no-such-tool', { tool: shown(tool), version, tools });
}

async function chosenGo(system: System, text: string, arch: string | undefined): Promise<RunnableGo> {
  const wish = readPin(text);
  if (wish.wanted === null || wish.strength === 'system') {
    throw failure('version.unreadable', { input: text });
  }
  if (arch !== undefined) return forArch(system, arch, { wish, dir: '', theirs: null });
  const installed = await runnable(system);
  const chosen = choose(wish, installed);
  if (!chosen) {
    throw failure('toolchain.not-installed', {
      wanted: withoutGo(wish.wanted),
      installed: installed.map((toolchain) => toolchain.version),
      because: '',
      pinned: true,
    });
  }
  return ready(system, chosen.path, chosen.version, only(chosen));
}

/** Adds what is known of the missing version to the failure. */
async function explained(error: Failure, ...asked: Parameters<typeof findGo>): Promise<Failure> {
  const [system, dir, version, arch] = asked;
  const { code, params } = error;
  if (code !== 'toolchain.not-installed' && code !== 'toolchain.not-for-arch') return error;
  const wish = version === undefined ? (await decideFor(system, dir)).decision?.wish : readPin(version);
  if (!wish) return error;
  const installs = await releaseFor(system, wish, arch);
  if (code === 'toolchain.not-for-arch') return new Failure({ code, params: { ...params, installs } });
  return new Failure({ code, params: { ...params, installs, gone: await goneFor(system, wish) } });
}

/** Keeps Go's own switching, and the shims if a child process finds them first, from choosing another version. */
function only({ version }: { version: string }): Record<string, string> {
  return { GOTOOLCHAIN: 'local', BURROW_GO: version };
}

/** The version that a folder gets, otherwise the one it asks for, of which a build for another processor is wanted. */
function sameVersion(decision: Decision | null, other: OtherGo | null | undefined): Wanted | null {
  const version = decision?.chosen?.version ?? other?.version;
  if (version) return { strength: 'pin', wanted: version, bare: false };
  return other ? null : (decision?.wish ?? null);
}

/** The processor that a Go on PATH was built for, from the header of its program; null if that is not known. */
async function archOf(system: System, other: OtherGo | null | undefined): Promise<string | null> {
  if (!other?.goroot) return null;
  // Imported only here, so that resolving a folder does not load the code that reads programs.
  const { readGoroot } = await import('#core/toolchains');
  const id = await readGoroot(system, other.goroot);
  return typeof id === 'string' || id.os !== system.os ? null : id.arch;
}

/** A Go that Burrow did not install, without Go's own switching. */
function onlyThis(go: RunnableGo): RunnableGo {
  return { ...go, env: { ...go.env, GOTOOLCHAIN: 'local' } };
}

/**
 * The build for `arch` of what `wish` asks for; null: `dir` asks for nothing. `theirs`: the processor of the Go on PATH
 * that runs there.
 */
async function forArch(
  system: System,
  arch: string,
  { wish, dir, theirs }: { wish: Wanted | null; dir: string; theirs: string | null },
): Promise<RunnableGo> {
  const installed = (await installedVersions(system)).filter(({ os }) => os === system.os);
  const meeting = installed.filter((each) => wish !== null && choose(wish, [each]) !== null);
  const known = [...meeting.map((each) => each.arch), ...(theirs === null ? [] : [theirs])];
  const archs = [...new Set(known)].toSorted((a, b) => a.localeCompare(b));
  const version = wish?.wanted ?? '';
  const here = runnableArchs(system);
  if (!here.includes(arch)) {
    const machine = `${system.os}/${system.arch}`;
    throw failure('toolchain.arch-cannot-run', { arch, machine, runnable: here, version, archs });
  }
  if (wish === null) throw failure('switching.nothing-chosen', { dir });
  const chosen = choose(
    wish,
    meeting.filter((each) => each.arch === arch),
  );
  if (!chosen) throw failure('toolchain.not-for-arch', { version, arch, archs });
  return ready(system, chosen.path, chosen.version, only(chosen));
}

async function ready(
  system: System,
  goroot: string,
  version: string,
  variables: Readonly<Record<string, string>>,
): Promise<RunnableGo> {
  const bin = join(goroot, 'bin');
  const { GOROOT: _stale, ...env } = system.env;
  const path = [bin, burrowPaths(system).shims, env['PATH']].filter(Boolean).join(delimiter);
  return {
    version,
    goroot,
    path: join(bin, system.os === 'windows' ? 'go.exe' : 'go'),
    env: { ...env, PATH: path, ...(await gorootVariable(system, goroot)), ...variables },
  };
}

/**
 * Runs a Go that Burrow did not install as it would run without Burrow, but without GOROOT, which may be that of
 * another Go, and with Burrow's shims at the end of PATH if they are not on it, so that Go's own switching finds
 * launchers. Asks the Go for its version.
 */
async function otherGo(system: System, path: string, dir: string): Promise<RunnableGo> {
  const { version = '', goroot = '' } = (await askGo(system, path, dir)) ?? {};
  const { GOROOT: _stale, ...env } = system.env;
  const { shims } = burrowPaths(system);
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const PATH = folders.includes(shims) ? env['PATH'] : [...folders, shims].join(delimiter);
  return { version, goroot, path, env: { ...env, PATH, ...(await gorootVariable(system, goroot)) } };
}
