import { delimiter, dirname, isAbsolute, resolve } from 'node:path';
import { type Failure, failure } from '#contract/failure';
import { isProgram, realPath, type System } from '#core/system';
import { cachedToolchain, goBinary, versionIn } from '#core/toolchains';

/** A toolchain that Go's own switching finds. */
export interface Found {
  /** Its `bin/go`, or the program of its name on PATH where what that starts is not known. */
  path: string;
  /** null: not known; it is taken to be what its name says. */
  version: string | null;
  /** From PATH, or from the module cache, where Go keeps what it has downloaded. */
  from: 'path' | 'module-cache';
  /** Why it does not run; null where it does. */
  why: Failure | null;
}

/** Where Go looks for toolchains. */
export interface Places {
  /** Where Go runs: relative entries of PATH start there. */
  dir: string;
  /** Burrow's shims, which have a launcher for every installed version; after PATH where they are not on it. */
  shims: string;
  installed: readonly { version: string; path: string }[];
  moduleCache: string;
  /** The processor that the searching Go was built for: it downloads for the same one. */
  arch: string;
}

/**
 * The toolchain of this name as Go finds it: a program on PATH, else what it has downloaded before; null where it
 * would have to download it. Files are read, nothing is run. Source: Exec in cmd/go/internal/toolchain/select.go.
 */
export async function findToolchain(
  system: Pick<System, 'os' | 'env' | 'home'>,
  name: string,
  places: Places,
): Promise<Found | null> {
  const program = await onPath(system, name, places);
  if (program !== null) return describe(system, name, program, places);
  const { moduleCache, arch } = places;
  const goroot = await cachedToolchain(moduleCache, { version: name, os: system.os, arch });
  if (goroot === null) return null;
  return { path: goBinary(goroot, system.os), version: name, from: 'module-cache', why: null };
}

/** The first program of that name; Go uses none that a relative entry of PATH leads to (os/exec.ErrDot). */
async function onPath(
  { os, env }: Pick<System, 'os' | 'env'>,
  name: string,
  { dir, shims }: Places,
): Promise<string | null> {
  const entries = [...(env['PATH'] ?? '').split(delimiter), shims];
  const file = os === 'windows' ? `${name}.exe` : name;
  const programs = entries.map((entry) => resolve(dir, entry, file));
  const there = await Promise.all(programs.map(isProgram));
  const first = there.indexOf(true);
  return isAbsolute(entries[first] ?? '') ? (programs[first] ?? null) : null;
}

async function describe(
  system: Pick<System, 'os' | 'home'>,
  name: string,
  program: string,
  { shims, installed }: Places,
): Promise<Found> {
  const own = dirname(program) === shims ? installed.find(({ version }) => version === name) : undefined;
  if (own) return { path: goBinary(own.path, system.os), version: name, from: 'path', why: null };
  const version = await versionIn(dirname(dirname((await realPath(program)) ?? program)));
  if (version !== null) return { path: program, version, from: 'path', why: null };
  // Loaded when it is needed: whatever resolves a folder would load all that reads programs.
  const { readDlCommand } = await import('#core/toolchains');
  const command = await readDlCommand(system, program, name);
  if (command === null) return { path: program, version: null, from: 'path', why: null };
  const { goroot, isDownloaded } = command;
  const why = isDownloaded ? null : failure('go-switch.not-downloaded', { toolchain: name, path: program });
  return { path: goBinary(goroot, system.os), version: name, from: 'path', why };
}
