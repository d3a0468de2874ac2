import { type GoProgram, goFields } from '#core/binaries';

/** How to run `go install` to build a program like before. */
export interface BuildSettings {
  /** Options of `go install`. */
  args: string[];
  env: Record<string, string>;
  /** The settings of the program that they reproduce: `-tags=netgo`, `CGO_ENABLED=0`. */
  kept: string[];
  /** The settings of the program that are not reproduced. */
  lost: string[];
}

/** Settings that are not needed to build: Go determines them again, or they describe the sources. */
const passive = /^(?:-compiler|-buildmode|DefaultGODEBUG|GOOS|GOARCH|CGO_ENABLED|vcs(?:\..*)?)$/;

/** Systems for which Go builds position-independent programs by default (internal/platform, DefaultPIE). */
const makesPie = new Set(['darwin', 'windows']);

/**
 * Processor levels, `GOAMD64=v3`: the architecture and the default of each
 * (https://pkg.go.dev/cmd/go#hdr-Environment_variables).
 */
const levels: Record<string, { arch: string; usual: string }> = {
  GO386: { arch: '386', usual: 'sse2' },
  GOAMD64: { arch: 'amd64', usual: 'v1' },
  GOARM: { arch: 'arm', usual: '7' },
  GOARM64: { arch: 'arm64', usual: 'v8.0' },
  GOMIPS: { arch: 'mips', usual: 'hardfloat' },
  GOMIPS64: { arch: 'mips64', usual: 'hardfloat' },
  GOPPC64: { arch: 'ppc64', usual: 'power8' },
  GORISCV64: { arch: 'riscv64', usual: 'rva20u64' },
};

/**
 * Converts a program's build settings back into options (runtime/debug.BuildSetting lists them). Build info is not
 * trusted, so only settings are kept that mean the same to every Go and cannot make it run or read files of this
 * machine: of `-ldflags` those that strip, set strings and set the build id; of processor levels those of the target
 * processor. `CGO_ENABLED=1` is Go's default if there is a C compiler, so it is not forced. Pure.
 */
export function buildSettings(
  settings: GoProgram['settings'],
  { os, arch }: { os: string; arch: string },
): BuildSettings {
  const how: BuildSettings = { args: [], env: {}, kept: [], lost: [] };
  const keepArg = (arg: string): void => {
    how.args.push(arg);
    how.kept.push(arg);
  };
  const keepVariable = (key: string, value: string): void => {
    how.env[key] = value;
    how.kept.push(`${key}=${value}`);
  };
  for (const { key, value } of settings) {
    if (key === '-tags' && /^[\w.,]+$/.test(value)) keepArg(`-tags=${value}`);
    else if (key === '-ldflags' && isHarmless(value)) keepArg(`-ldflags=${value}`);
    else if ((key === '-trimpath' || key === '-race') && value === 'true') keepArg(key);
    else if (key === '-buildmode' && value === 'pie' && !makesPie.has(os)) keepArg('-buildmode=pie');
    else if (key === 'CGO_ENABLED' && value === '0') keepVariable(key, value);
    else if (isUnsaid(key, value, arch)) continue;
    else if (key in levels && /^[a-z0-9.,]+$/.test(value)) keepVariable(key, value);
    else if (value !== '' && !passive.test(key)) how.lost.push(`${key}=${value}`);
  }
  return how;
}

/** A level of another processor, or the default. */
function isUnsaid(key: string, value: string, arch: string): boolean {
  const level = levels[key];
  return level !== undefined && (level.arch !== arch || level.usual === value);
}

/** Strips (`-s`, `-w`), sets strings (`-X`) or the build id, and nothing else. */
function isHarmless(ldflags: string): boolean {
  const fields = goFields(ldflags);
  if (fields === null) return false;
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? '';
    if (/^--?(?:[sw](?:=(?:true|false|0|1))?|X=.+|buildid=.*)$/s.test(field)) continue;
    if (!/^--?X$/.test(field) || !(fields[at + 1] ?? '').includes('=')) return false;
    at++;
  }
  return true;
}
