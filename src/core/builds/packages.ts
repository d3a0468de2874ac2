import { basename, join, relative, resolve, sep } from 'node:path';
import type { System } from '#core/system';
import { type BuildArguments, selectionFlags } from './arguments.ts';
import type { GoInFolder } from './go.ts';

/** A package to build, as reported by `go list`. */
export interface ListedPackage {
  /** `main` for a program; empty if the package cannot be read. */
  name: string;
  importPath: string;
  dir: string;
  /** The folder of its module; null outside one. */
  moduleDir: string | null;
  /** Names of its Go files, in Go's order. */
  files: string[];
}

/** Each ends with a NUL, which no path contains: `-json` with selected fields would need Go 1.19. */
const fields = [
  '.Name',
  '.ImportPath',
  '.Dir',
  'with .Module}}{{.Dir}}{{end',
  'join .GoFiles "/"}}/{{join .CgoFiles "/"',
];
const listFormat = fields.map((each) => `{{${each}}}{{"\\x00"}}`).join('');

/**
 * Lists the packages that these arguments name. Empty if `go list` fails: the build itself will report why.
 * `knowsBuildvcs`: this Go would run Git about them, unless it is told not to.
 */
export async function listPackages(
  system: System,
  go: GoInFolder,
  args: BuildArguments,
  knowsBuildvcs: boolean,
  signal: AbortSignal | undefined,
): Promise<ListedPackage[]> {
  const flags = [...selectionFlags(args.flags), ...(knowsBuildvcs ? ['-buildvcs=false'] : [])];
  // -find: the dependencies are not needed, and finding them takes the most time.
  const { exitCode, stdout } = await system.run({
    file: go.path,
    args: ['list', '-e', '-find', '-f', listFormat, ...flags, '--', ...args.packages],
    cwd: go.dir,
    env: go.env,
    timeoutMs: 5 * 60_000, // it may download modules
    ...(signal && { signal }),
  });
  return exitCode === 0 ? parseListing(stdout) : [];
}

/** Parses the output of `go list` with `listFormat`; Go ends each package with a line feed. */
export function parseListing(stdout: string): ListedPackage[] {
  const values = stdout.split('\0').slice(0, -1);
  return Array.from({ length: Math.floor(values.length / fields.length) }, (_, n) => {
    const [name = '', importPath = '', dir = '', moduleDir = '', files = ''] = values.slice(
      n * fields.length,
    );
    return {
      name: name.replace(/^\r?\n/, ''),
      importPath,
      dir,
      moduleDir: moduleDir || null,
      files: files.split('/').filter(Boolean),
    };
  });
}

/**
 * A name for what is built that does not depend on how the arguments were written: `./cmd/server`, relative to `root`, for
 * a package below the root of that module; the import path for the package in its root, which is that of the module, and for one
 * of another module; and the patterns if they are not a single package.
 */
export function subjectOf(
  listed: readonly ListedPackage[],
  args: BuildArguments,
  dir: string,
  root: string,
): string {
  const [only, ...more] = listed;
  if (only?.dir && more.length === 0 && only.importPath !== 'command-line-arguments') {
    return only.moduleDir === root && only.dir !== root ? localPath(root, only.dir) : only.importPath;
  }
  const patterns = args.packages.length === 0 ? ['.'] : args.packages;
  return patterns
    .map((each) => (/^\.{0,2}[/\\]|^\.\.?$|\.go$/.test(each) ? localPath(root, resolve(dir, each)) : each))
    .join(' ');
}

/** The name of a program without `-o` (DefaultExecName in cmd/go/internal/load/pkg.go). */
export function programName({ importPath, files }: ListedPackage): string {
  if (importPath === 'command-line-arguments') return basename(files[0] ?? '', '.go');
  const elements = importPath.split('/');
  const last = elements.pop() ?? '';
  // example.com/mycmd/v2 is named mycmd.
  return /^v([2-9]|[1-9]\d+)$/.test(last) ? (elements.pop() ?? last) : last;
}

/** The suffix of a program's name: GOEXE, except for archives and shared libraries. */
export function programSuffix(flags: readonly string[], goexe: string): string {
  if (flags.includes('-buildmode=c-archive')) return '.a';
  return flags.includes('-buildmode=c-shared') ? '' : goexe;
}

/**
 * The path of the one program that the build will write. null if there is not exactly one: `-n`, no main package, or
 * several (`go build ./...` only checks that they compile, `go build -o bin/ ./...` writes all).
 */
export function expectedProgram(
  listed: readonly ListedPackage[],
  args: BuildArguments,
  place: { dir: string; suffix: string; isFolder: (path: string) => boolean },
): string | null {
  if (args.dryRun) return null;
  const programs = listed.filter(({ name }) => name === 'main');
  const [program] = programs;
  if (!program || programs.length > 1) return null;
  const name = programName(program) + place.suffix;
  if (args.output === null) return listed.length === 1 ? join(place.dir, name) : null;
  if (args.output === '/dev/null' || args.output === 'NUL') return null;
  const output = resolve(place.dir, args.output);
  if (/[/\\]$/.test(args.output) || place.isFolder(output)) return join(output, name);
  return listed.length === 1 ? output : null;
}

function localPath(root: string, path: string): string {
  const inside = relative(root, path).split(sep).join('/');
  if (inside === '') return '.';
  return inside.startsWith('../') ? inside : `./${inside}`;
}
