/** What `go build` will make of its arguments. */
export interface BuildArguments {
  /** `-C`: the folder it changes to first; null without. */
  chdir: string | null;
  /** `-o`, as written; null without. */
  output: string | null;
  /** `-n`: it only says what it would do. */
  dryRun: boolean;
  /** Everything else before the packages, as `-name` or `-name=value`. */
  flags: string[];
  /** Packages, patterns or .go files, as written; empty means the folder itself. */
  packages: string[];
}

/**
 * The flags of `go build` that take the next argument as their value; all others are boolean, and take one only
 * after `=`. From cmd/go/internal/work/build.go (AddBuildFlags, AddCoverFlags) and base/flag.go, Go 1.27.
 */
const valued = new Set(
  (
    'C o p asmflags buildmode compiler gccgoflags gcflags installsuffix ldflags mod modfile overlay pgo pkgdir ' +
    'tags toolexec covermode coverpkg coverprofile debug-actiongraph debug-runtime-trace debug-trace'
  ).split(' '),
);

/** Flags that decide which files and packages there are; `go list` needs them to see what `go build` sees. */
const selecting = new Set(['mod', 'modfile', 'overlay', 'tags', 'compiler', 'race', 'msan', 'asan']);

/** Reads arguments as Go's flag package does: `-x v`, `-x=v`, `--x`, up to the first that is none, or `--`. */
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

/** One way to write a flag, so that the same build has the same flags: `-name=value`, `-name` for `true`. */
export function canonicalFlag(name: string, value: string | undefined): string {
  return value === undefined || value === 'true' ? `-${name}` : `-${name}=${value}`;
}

/** The flags in $GOFLAGS, which Go puts before the arguments: words, each of which may stand in quotes. */
export function parseGoflags(text: string): string[] {
  const words = text.matchAll(/"([^"]*)"|'([^']*)'|\S+/g);
  return parseBuildArguments([...words].map(([word, double, single]) => double ?? single ?? word)).flags;
}

/** All flags of a build: those of $GOFLAGS that the arguments do not set themselves, then the arguments'. */
export function effectiveFlags(goflags: string, flags: readonly string[]): string[] {
  const set = new Set(flags.map(flagName));
  return [...parseGoflags(goflags).filter((each) => !set.has(flagName(each))), ...flags];
}

/** Those flags that `go list` needs to find the same packages. */
export function selectionFlags(flags: readonly string[]): string[] {
  return flags.filter((each) => selecting.has(flagName(each)));
}

function flagName(flag: string): string {
  return flag.replace(/^-/, '').replace(/=.*$/s, '');
}
