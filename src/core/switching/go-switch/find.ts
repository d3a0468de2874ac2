import { delimiter, dirname, isAbsolute, resolve } from 'node:path';
import { type Failure, failure } from '#contract/failure';
import { isProgram, realPath, type System } from '#core/system';
import { cachedToolchain, goBinary, versionIn } from '#core/toolchains';

/** A toolchain that Go's own switching found. */
export interface Found {
  /** Its `bin/go`, or the program of that name on PATH if it is not known what the program starts. */
  path: string;
  /** null: not known; callers assume the version in its name. */
  version: string | null;
  /** Found on PATH, or in the module cache, where Go keeps the toolchains it downloaded. */
  from: 'path' | 'module-cache';
  /** Why it does not run; null if it does. */
  why: Failure | null;
}

/** Where Go looks for toolchains. */
export interface Places {
  /** The folder that Go runs in; relative entries of PATH are relative to it. */
  dir: string;
  /** Burrow's shims, with a launcher for every installed version; searched after PATH if they are not on it. */
  shims: string;
  installed: readonly { version: string; path: string }[];
  moduleCache: string;
  /** The processor that the searching Go was built for; it downloads toolchains for the same one. */
  arch: string;
}

/**
 * Finds the toolchain of this name as Go does: a program on PATH, otherwise one that Go downloaded before. null: Go
 * would have to download it. Reads files, runs nothing. Source: Exec in cmd/go/internal/toolchain/select.go.
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

/** The first program of that name; null if a relative entry of PATH leads to it (os/exec.ErrDot). */
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
  // Imported only here, so that resolving a folder does not load the code that reads programs.
  const { readDlCommand } = await import('#core/toolchains');
  const command = await readDlCommand(system, program, name);
  if (command === null) return { path: program, version: null, from: 'path', why: null };
  const { goroot, isDownloaded } = command;
  const why = isDownloaded ? null : failure('go-switch.not-downloaded', { toolchain: name, path: program });
  return { path: goBinary(goroot, system.os), version: name, from: 'path', why };
}
