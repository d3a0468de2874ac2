import { goFields } from '#core/binaries';

/** The parsed arguments of `go build`. */
export interface BuildArguments {
  /** `-C`: the folder it changes to first; null if not given. */
  chdir: string | null;
  /** `-o`, as written; null if not given. */
  output: string | null;
  /** `-n`: it only prints the commands. */
  dryRun: boolean;
  /** Everything else before the packages, as `-name` or `-name=value`. */
  flags: string[];
  /** Packages, patterns or .go files, as written; empty means the folder itself. */
  packages: string[];
}

/**
 * The flags of `go build` whose value may be the next argument; all others are boolean, with a value only after `=`.
 * From cmd/go/internal/work/build.go (AddBuildFlags, AddCoverFlags) and base/flag.go, Go 1.27.
 */
const valued = new Set(
  (
    'C o p asmflags buildmode compiler gccgoflags gcflags installsuffix ldflags mod modfile overlay pgo pkgdir ' +
    'tags toolexec covermode coverpkg coverprofile debug-actiongraph debug-runtime-trace debug-trace'
  ).split(' '),
);

/** Flags that select files and packages; `go list` needs them to find the same ones as `go build`. */
const selecting = new Set(['mod', 'modfile', 'overlay', 'tags', 'compiler', 'race', 'msan', 'asan']);

/** Parses arguments like Go's flag package: `-x v`, `-x=v`, `--x`, up to the first that is not a flag, or `--`. */
export function parseBuildArguments(args: readonly string[]): BuildArguments {
  const parsed: BuildArguments = { chdir: null, output: null, dryRun: false, flags: [], packages: [] };
  let at = 0;
  for (; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      at += 1;
      break;
    }
    const [, name, inline] = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) break;
    const value = inline ?? (valued.has(name) ? (args[(at += 1)] ?? '') : undefined);
    if (name === 'C') parsed.chdir = value ?? null;
    else if (name === 'o') parsed.output = value || null;
    else {
      if (name === 'n') parsed.dryRun = value === undefined || value === 'true';
      parsed.flags.push(canonicalFlag(name, value));
    }
  }
  parsed.packages = args.slice(at);
  return parsed;
}

/** The canonical form of a flag, so that equal builds have equal flags: `-name=value`, or `-name` for `true`. */
export function canonicalFlag(name: string, value: string | undefined): string {
  return value === undefined || value === 'true' ? `-${name}` : `-${name}=${value}`;
}

/** Parses $GOFLAGS, which Go puts before the arguments. Of a value that Go refuses, none. */
export function parseGoflags(text: string): string[] {
  return parseBuildArguments(goFields(text) ?? []).flags;
}

/** All flags of a build: those of $GOFLAGS that the arguments do not override, followed by those of the arguments. */
export function effectiveFlags(goflags: string, flags: readonly string[]): string[] {
  const set = new Set(flags.map(flagName));
  return [...parseGoflags(goflags).filter((each) => !set.has(flagName(each))), ...flags];
}

/** The flags that `go list` needs to find the same packages. */
export function selectionFlags(flags: readonly string[]): string[] {
  return flags.filter((each) => selecting.has(flagName(each)));
}

function flagName(flag: string): string {
  return flag.replace(/^-/, '').replace(/=.*$/s, '');
}
