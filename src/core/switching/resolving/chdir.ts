import { access } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { realPath } from '#core/system';

/**
 * The value of Go's -C flag in the arguments of a `go` command; null if it is absent. Go accepts it before the command
 * or directly after it, in these forms: `-C dir`, `-C=dir`, `--C dir`, `--C=dir` (handleChdirFlag in cmd/go/main.go).
 * Go 1.20 accepts it among the flags of a command but not before it; older ones do not know it.
 */
export function chdirFlag(args: readonly string[]): string | null {
  const [flag = '', value] = args.slice(commandLength(args));
  if (flag === '-C' || flag === '--C') return value ?? null;
  return /^--?C=(.*)$/s.exec(flag)?.[1] ?? null;
}

/** The number of words of the command: `mod tidy` has two, `mod -C` one. `help` does not take the flag. */
function commandLength([first = '', second = '']: readonly string[]): number {
  if (first.startsWith('-') || first === 'help') return 0;
  return /^(?:mod|work)$/.test(first) && !second.startsWith('-') ? 2 : 1;
}

/**
 * The folder that `go -C to` works in when it is started in `dir`; null if Go cannot change to it, which it reports
 * itself. Returned as Go names it: by its real path, or as `dir`, which Go knows from PWD
 * (https://pkg.go.dev/os#Getwd).
 */
export async function folderAfterChdir(dir: string, to: string): Promise<string | null> {
  // Not normalized: `..` after a link is the parent of the link's target.
  const path = isAbsolute(to) ? to : `${dir}/${to}`;
  if (to === '' || !(await mayEnter(path))) return null;
  const [real, here] = await Promise.all([realPath(path), realPath(dir)]);
  return real === here ? dir : real;
}

/** Looking up `.` in a folder requires permission to enter it, and fails for a file. */
function mayEnter(path: string): Promise<boolean> {
  return access(`${path}/.`).then(
    () => true,
    () => false,
  );
}

/** The folder that a command works in when it is started in `dir`: another one only for a `go` command with -C. */
export async function folderOfCommand(dir: string, command: readonly string[] = []): Promise<string> {
  const [program = '', ...args] = command;
  const to = /(?:^|[\\/])go(?:\.exe)?$/.test(program) ? chdirFlag(args) : null;
  return to === null ? dir : ((await folderAfterChdir(dir, to)) ?? dir);
}
