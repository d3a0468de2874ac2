import { basename, join, relative, resolve, sep } from 'node:path';
import type { System } from '#core/system';
import { type BuildArguments, selectionFlags } from './arguments.ts';
import type { GoInFolder } from './go.ts';

/** A package that `go build` was asked for, as `go list` sees it. */
export interface ListedPackage {
  /** `main` for a program; empty when the package cannot be read. */
  name: string;
  importPath: string;
  dir: string;
  /** The folder of its module; null outside one. */
  moduleDir: string | null;
  /** Names of its Go files, in Go's order. */
  files: string[];
}

/** Fields by tabs: `-json` with a choice of fields would need Go 1.19. */
const listFormat = [
  '{{.Name}}',
  '{{.ImportPath}}',
  '{{.Dir}}',
  '{{with .Module}}{{.Dir}}{{end}}',
  '{{join .GoFiles "/"}}/{{join .CgoFiles "/"}}',
].join('\t');

/** The packages that these arguments name. Empty when Go cannot tell: the build itself will say why. */
export async function listPackages(
  system: System,
  go: GoInFolder,
  args: BuildArguments,
  signal: AbortSignal | undefined,
): Promise<ListedPackage[]> {
  // -find: their dependencies are of no interest here, and looking for them takes longest.
  const { exitCode, stdout } = await system.run({
    file: go.path,
    args: ['list', '-e', '-find', '-f', listFormat, ...selectionFlags(args.flags), '--', ...args.packages],
    cwd: go.dir,
    env: go.env,
    ...(signal && { signal }),
  });
  return exitCode === 0 ? parseListing(stdout) : [];
}

/** Reads what `go list` printed, one package a line. */
export function parseListing(stdout: string): ListedPackage[] {
  return stdout
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', importPath = '', dir = '', moduleDir = '', files = ''] = line.split('\t');
      return { name, importPath, dir, moduleDir: moduleDir || null, files: files.split('/').filter(Boolean) };
    });
}

/**
 * What a build is, the same however it was written: `./cmd/server` from its module's folder for a package in it,
 * the import path for one elsewhere, the patterns themselves where they are no single package.
 */
export function subjectOf(
  listed: readonly ListedPackage[],
  args: BuildArguments,
  dir: string,
  root: string,
): string {
  const [only, ...more] = listed;
  if (only?.dir && more.length === 0 && only.importPath !== 'command-line-arguments') {
    return only.moduleDir === root ? localPath(root, only.dir) : only.importPath;
  }
  const patterns = args.packages.length === 0 ? ['.'] : args.packages;
  return patterns
    .map((each) => (/^\.{0,2}[/\\]|^\.\.?$|\.go$/.test(each) ? localPath(root, resolve(dir, each)) : each))
    .join(' ');
}

/** The name `go build` gives a program that `-o` does not name (DefaultExecName in cmd/go/internal/load/pkg.go). */
export function programName({ importPath, files }: ListedPackage): string {
  if (importPath === 'command-line-arguments') return basename(files[0] ?? '', '.go');
  const elements = importPath.split('/');
  const last = elements.pop() ?? '';
  // example.com/mycmd/v2 is called mycmd.
  return /^v([2-9]|[1-9]\d+)$/.test(last) ? (elements.pop() ?? last) : last;
}

/** What `go build` puts after a program's name: Go's own GOEXE, but for archives and shared libraries. */
export function programSuffix(flags: readonly string[], goexe: string): string {
  if (flags.includes('-buildmode=c-archive')) return '.a';
  return flags.includes('-buildmode=c-shared') ? '' : goexe;
}

/**
 * The one program that the build will write; null when there is none: `-n`, no main package, or several at once
 * (`go build ./...` only checks that they compile, `go build -o bin/ ./...` writes each).
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
