import { delimiter, dirname, join } from 'node:path';
import { failure } from '#contract/failure';
import type { Resolution } from '#contract/switching';
import { burrowPaths, type System } from '#core/system';
import { readVersion } from '#core/toolchains';
import { choose } from './choose.ts';
import { resolveGo, runnable } from './resolve.ts';
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
 * here is stronger than a GOTOOLCHAIN of the user's. Its `bin` comes first in PATH, for programs that call `go`
 * themselves, then Burrow's shims, where Go's own switching finds launchers.
 *
 * Failures: those of resolveGo, toolchain.not-installed, switching.nothing-chosen, version.unreadable.
 */
export async function goFor(system: System, dir: string, version?: string): Promise<RunnableGo> {
  if (version !== undefined) return chosenGo(system, version);
  const resolution = await resolveGo(system, dir);
  const { reason, path } = resolution;
  if (reason === null) throw failure('switching.nothing-chosen', { dir: resolution.dir });
  if (path === null) throw await notInstalled(system, resolution);
  if (reason.rule === 'path') return otherGo(system, path);
  const pinned = reason.rule === 'go-version-file' && !system.env['GOTOOLCHAIN'];
  return ready(system, dirname(dirname(path)), resolution.version ?? '', pinned);
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
  return ready(system, chosen.path, chosen.version, true);
}

async function notInstalled(system: System, { version, reason }: Resolution): Promise<Error> {
  return failure('toolchain.not-installed', {
    wanted: withoutGo(version ?? ''),
    installed: (await runnable(system)).map((toolchain) => toolchain.version),
    because: reason ? `${reason.file}:${reason.line}` : '',
  });
}

/** As people type it after `burrow install`. */
function withoutGo(version: string): string {
  return version.replace(/^go/, '');
}

function ready(system: System, goroot: string, version: string, local: boolean): RunnableGo {
  const bin = join(goroot, 'bin');
  const { GOROOT: _stale, ...env } = system.env;
  const path = [bin, burrowPaths(system).shims, env['PATH']].filter(Boolean).join(delimiter);
  return {
    version,
    goroot,
    path: join(bin, system.os === 'windows' ? 'go.exe' : 'go'),
    env: { ...env, PATH: path, ...(local ? { GOTOOLCHAIN: 'local' } : {}) },
  };
}

/** A Go that Burrow does not know runs as it would without Burrow, and tells itself what it is. */
async function otherGo(system: System, path: string): Promise<RunnableGo> {
  const asked = await system.run({ file: path, args: ['env', 'GOVERSION', 'GOROOT'], timeoutMs: 10_000 });
  const [version = '', goroot = ''] = asked.stdout.split('\n');
  return { version, goroot, path, env: { ...system.env } };
}
