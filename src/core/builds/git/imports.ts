import type { Git } from './run-git.ts';

/** An import in a file of a commit. */
export interface Import {
  /** Relative to the folder that was asked about, with `/`. */
  file: string;
  /** The import path. */
  path: string;
}

/**
 * The imports of these modules and of their packages in the Go files of a commit below `dir`, without tests. Nothing is
 * checked out, and nothing that the repository configures is run. Empty if the repository has no such commit.
 * Failures: cancelled.
 */
export async function importsAt(
  git: Git,
  dir: string,
  commit: string,
  modules: readonly string[],
): Promise<Import[]> {
  if (modules.length === 0 || !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)) return [];
  const stdout = await git(dir, [
    '--no-pager',
    'grep',
    '-z',
    '-I',
    '-o',
    '--no-color',
    '--no-textconv',
    '--no-recurse-submodules',
    '--no-line-number',
    '--no-column',
    '-E',
    '-e',
    importPattern(modules),
    commit,
    '--',
    ':(glob)**/*.go',
    ':(exclude,glob)**/*_test.go',
    ':(exclude,glob)vendor/**',
  ]);
  return stdout === null ? [] : parseImports(stdout);
}

/** A line that imports one of the modules, alone or in a list: a list of texts has commas. */
function importPattern(modules: readonly string[]): string {
  const any = modules.map((path) => path.replace(/[.+*?()[\]{}|^$\\]/g, '\\$&')).join('|');
  const name = '([[:alnum:]_.]+[[:space:]]+)?';
  return `^[[:space:]]*(import[[:space:]]+)?${name}"(${any})(/[^"]*)?"[[:space:]]*(//.*|;.*)?$`;
}

/** Parses what `git grep -z -o` prints of a commit: `hash:file`, NUL, and the line. */
export function parseImports(stdout: string): Import[] {
  return stdout.split('\n').flatMap((line) => {
    const [, file, path] = /^[0-9a-f]+:(.*)\0[^"]*"([^"]*)"/.exec(line) ?? [];
    return file === undefined || path === undefined ? [] : [{ file, path }];
  });
}
