import type { System } from '#core/system';

/** What the places of a manager depend on. */
export type Machine = Pick<System, 'os' | 'env' | 'home'>;

/** Where a manager may keep a Go: every path that `steps` lead to from `folder` may be a GOROOT. */
export interface Place {
  folder: string;
  /** A name, or a pattern for several names. */
  steps: readonly (string | RegExp)[];
}

/** A file with a version in it; `read` extracts it: `1.22.5` or `1.22`. */
export interface VersionText {
  file: string;
  read: (text: string) => string | null;
}

/** Where a manager stores its default: a link to a GOROOT, or into one; or a file. */
export type DefaultPlace = { link: string } | VersionText;

/** Everything Burrow knows about a manager. Layouts and commands are taken from its sources and documentation. */
export interface Manager {
  /** Where it keeps its Gos, with its own variables; `moduleCache`: GOMODCACHE. Pure. */
  places: (machine: Machine, moduleCache: string) => Place[];
  /** Where its default may be, the strongest first; left out if it has none. Pure. */
  defaults?: (machine: Machine) => DefaultPlace[];
  /**
   * Its version files that Burrow's resolver does not read, the strongest first; `file`: relative to the project's
   * folder. The resolver reads those of all other managers (core/switching).
   */
  pins?: readonly VersionText[];
  /** Matches a line of a profile that belongs to it; left out if it needs none. */
  profileMark?: RegExp;
  /** It also manages other languages, so what belongs to it may be needed for more than Go. */
  otherLanguages?: true;
  /**
   * The command that removes a Go (`goroot`: on a Mac with links resolved); null when the folder does not have the
   * manager's layout, or a name in it is not a single word to a shell.
   */
  uninstall?: (goroot: string) => string | null;
}

export const anyVersion = /^(go)?\d/;
export const goVersion = /^go\d/;

/** A place: its folder and the steps from there. */
export function place(folder: string, ...steps: (string | RegExp)[]): Place {
  return { folder, steps };
}

/** An `uninstall` that takes the version's name from the path: the last group of `folder`. */
export function uninstallBy(
  folder: RegExp,
  command: (name: string) => string,
): (goroot: string) => string | null {
  return (goroot) => {
    const name = folder.exec(goroot)?.at(-1);
    return name !== undefined && isOneWord(name) ? command(name) : null;
  };
}

/** Whether a shell reads it as one word without quotes. */
export function isOneWord(text: string): boolean {
  return /^[\w@./+-]+$/.test(text);
}
