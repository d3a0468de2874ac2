import type { System } from '#core/system';

/** The machine on which a manager keeps its things. */
export type Machine = Pick<System, 'os' | 'env' | 'home'>;

/** Where a manager may keep a Go: every path that `steps` lead to from `folder` may be a GOROOT. */
export interface Place {
  folder: string;
  /** A name, or what the names of several must look like. */
  steps: readonly (string | RegExp)[];
}

/** A file with a version in it: what `read` finds there, `1.22.5` or `1.22`. */
export interface VersionText {
  file: string;
  read: (text: string) => string | null;
}

/** Where a manager says which Go is its default: a link to a GOROOT, or into one; or a file. */
export type DefaultPlace = { link: string } | VersionText;

/** All that Burrow knows of one manager. Layouts and commands are those of its sources and documentation. */
export interface Manager {
  /** Where it keeps its Gos, its own variables respected; `moduleCache`: GOMODCACHE. Looks at nothing. */
  places: (machine: Machine, moduleCache: string) => Place[];
  /** Where its default may stand, the strongest first; left out where it has no such thing. Looks at nothing. */
  defaults?: (machine: Machine) => DefaultPlace[];
  /**
   * Files with which it pins a project's Go and by which no folder is resolved, the strongest first; `file`: below the
   * project's folder. Files of all other managers are read where they stand (core/switching).
   */
  pins?: readonly VersionText[];
  /** What a line of a profile that belongs to it looks like; left out where it needs none. */
  profileMark?: RegExp;
  /** It looks after other languages too: what belongs to it may be needed for something else than Go. */
  otherLanguages?: true;
  /**
   * The command with which it takes a Go away (`goroot`: links followed, on a Mac); null where the folder is not laid
   * out as this manager does it, or where a shell would not take a name in it as one word.
   */
  uninstall?: (goroot: string) => string | null;
}

export const anyVersion = /^(go)?\d/;
export const goVersion = /^go\d/;

/** A place by its folder and the steps from there. */
export function place(folder: string, ...steps: (string | RegExp)[]): Place {
  return { folder, steps };
}

/** An `uninstall` that takes a version's name out of the path: the last group of `folder`. */
export function uninstallBy(
  folder: RegExp,
  command: (name: string) => string,
): (goroot: string) => string | null {
  return (goroot) => {
    const name = folder.exec(goroot)?.at(-1);
    return name !== undefined && isOneWord(name) ? command(name) : null;
  };
}

/** Whether a shell takes it as one word as it stands. */
export function isOneWord(text: string): boolean {
  return /^[\w@./+-]+$/.test(text);
}
