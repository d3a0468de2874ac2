import { access } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { realPath } from '#core/system';

/**
 * The value of Go's -C flag in the arguments of a `go` command; null without one. Go takes it before the command or
 * right behind it, in these forms only: `-C dir`, `-C=dir`, `--C dir`, `--C=dir` (handleChdirFlag in
 * cmd/go/main.go; Go 1.20 takes it among any flags of a command, and not before it; older ones do not know it).
 */
export function chdirFlag(args: readonly string[]): string | null {
  const [flag = '', value] = args.slice(commandLength(args));
  if (flag === '-C' || flag === '--C') return value ?? null;
  return /^--?C=(.*)$/s.exec(flag)?.[1] ?? null;
}

/** How many words the command has: `mod tidy` two, `mod -C` one. `help` is a command of another kind. */
function commandLength([first = '', second = '']: readonly string[]): number {
  if (first.startsWith('-') || first === 'help') return 0;
  return /^(?:mod|work)$/.test(first) && !second.startsWith('-') ? 2 : 1;
}

/**
 * The folder that `go -C to` works in when it starts in `dir`; null when it cannot change to it, and says so itself.
 * As Go names it: by its real path, unless it is `dir`, whose name Go has from PWD (https://pkg.go.dev/os#Getwd).
 */
export async function folderAfterChdir(dir: string, to: string): Promise<string | null> {
  // Not normalized: `..` of a folder behind a link is the parent of what the link leads to.
  const path = isAbsolute(to) ? to : `${dir}/${to}`;
  if (to === '' || !(await mayEnter(path))) return null;
  const [real, here] = await Promise.all([realPath(path), realPath(dir)]);
  return real === here ? dir : real;
}

/** Looking up `.` in a folder takes the permission to enter it, and fails for a file. */
function mayEnter(path: string): Promise<boolean> {
  return access(`${path}/.`).then(
    () => true,
    () => false,
  );
}

/** The folder that a command works in when it starts in `dir`: only a `go` command with -C works in another. */
export async function folderOfCommand(dir: string, command: readonly string[] = []): Promise<string> {
  const [program = '', ...args] = command;
  const to = /(?:^|[\\/])go(?:\.exe)?$/.test(program) ? chdirFlag(args) : null;
  return to === null ? dir : ((await folderAfterChdir(dir, to)) ?? dir);
}
