import { delimiter, join } from 'node:path';
import { failure } from '#contract/failure';
import { burrowPaths, type System } from '#core/system';
import { readVersion } from '#core/toolchains';
import { choose } from './choose.ts';
import type { Decision, Supply } from './decide.ts';
import { decideFor, runnable } from './resolve.ts';
import { isProgram } from './small-file.ts';

/** A Go, ready to be run. */
export interface RunnableGo {
  /** `go1.26.1`; what the program itself says where it has no VERSION file: `devel go1.27-0123abc`. */
  version: string;
  goroot: string;
  /** Its `bin/go`. */
  path: string;
  /** The whole environment to run it in. */
  env: Record<string, string | undefined>;
}

/**
 * The Go that runs in `dir`, or the installed `version` instead of it, and the environment that makes it run as
 * through the shim: no GOROOT, and GOTOOLCHAIN=local where a pin decides (rule 5 of resolveGo). A `version` given
 * here is stronger than a GOTOOLCHAIN of the user's, and stands in BURROW_GO, so that shims that a program of its
 * own finds first in PATH (a login shell) choose the same. Its `bin` comes first in PATH, for programs that call
 * `go` themselves, then Burrow's shims, where Go's own switching finds launchers.
 *
 * Failures: those of resolveGo, toolchain.not-installed, switching.nothing-chosen, switching.no-system-go,
 * version.unreadable.
 */
export async function goFor(system: System, dir: string, version?: string): Promise<RunnableGo> {
  if (version !== undefined) return chosenGo(system, version);
  const { folder, supply, decision } = await decideFor(system, dir);
  const other = decision ? decision.other : supply.others[0];
  if (other) return otherGo(system, other.file);
  if (!decision) throw failure('switching.nothing-chosen', { dir: folder });
  const { wish, chosen } = decision;
  if (!chosen) throw notThere(decision, supply);
  const isPin = wish.strength !== 'minimum' && wish.rule !== 'default';
  const local = isPin && !system.env['GOTOOLCHAIN'] ? { GOTOOLCHAIN: 'local' } : {};
  return ready(system, chosen.path, chosen.version, local);
}

/** The path of a program of the toolchain that `dir` gets: `go`, `gofmt`. Failures: those of goFor, file.not-found. */
export async function whichTool(
  system: System,
  tool: string,
  dir: string,
): Promise<{ tool: string; path: string; version: string }> {
  const { goroot, version } = await goFor(system, dir);
  // A word that leads out of the folder names no tool.
  const name = /^[\w.-]+$/.test(tool) ? tool : '';
  const path = join(goroot, 'bin', system.os === 'windows' ? `${name}.exe` : name);
  if (!(await isProgram(path))) throw failure('file.not-found', { path: join(goroot, 'bin', tool) });
  return { tool, path, version };
}

async function chosenGo(system: System, text: string): Promise<RunnableGo> {
  const version = readVersion(text);
  if (!version) throw failure('version.unreadable', { input: text });
  const installed = await runnable(system);
  const chosen = choose({ ...version, strength: 'pin' }, installed);
  if (!chosen) {
    throw failure('toolchain.not-installed', {
      wanted: withoutGo(version.wanted),
      installed: installed.map((toolchain) => toolchain.version),
      because: '',
    });
  }
  const variables = { GOTOOLCHAIN: 'local', BURROW_GO: chosen.version };
  return ready(system, chosen.path, chosen.version, variables);
}

function notThere({ wish }: Decision, { installed }: Supply): Error {
  const because = wish.line === null ? wish.file : `${wish.file}:${wish.line}`;
  if (wish.strength === 'system') return failure('switching.no-system-go', { because });
  return failure('toolchain.not-installed', {
    wanted: withoutGo(wish.wanted ?? ''),
    installed: installed.map((toolchain) => toolchain.version),
    because,
  });
}

/** As people type it after `burrow install`. */
function withoutGo(version: string): string {
  return version.replace(/^go/, '');
}

function ready(
  system: System,
  goroot: string,
  version: string,
  variables: Readonly<Record<string, string>>,
): RunnableGo {
  const bin = join(goroot, 'bin');
  const { GOROOT: _stale, ...env } = system.env;
  const path = [bin, burrowPaths(system).shims, env['PATH']].filter(Boolean).join(delimiter);
  return {
    version,
    goroot,
    path: join(bin, system.os === 'windows' ? 'go.exe' : 'go'),
    env: { ...env, PATH: path, ...variables },
  };
}

/** A Go that Burrow does not know runs as it would without Burrow, and tells itself what it is. */
async function otherGo(system: System, path: string): Promise<RunnableGo> {
  const asked = await system.run({ file: path, args: ['env', 'GOVERSION', 'GOROOT'], timeoutMs: 10_000 });
  const [version = '', goroot = ''] = asked.stdout.split('\n');
  return { version, goroot, path, env: { ...system.env } };
}
