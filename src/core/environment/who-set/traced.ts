import type { SetBy, WhoSet } from '#contract/environment';

/** A value that a variable got during the start of a shell. */
export interface Change {
  name: string;
  /** Empty also where it was taken out. */
  value: string;
  /** null: it cannot be told which line did it. */
  setBy: SetBy | null;
}

/** What the start of a shell did to the variables that were watched. */
export interface Traced {
  shell: string;
  /** In the order of execution, also where a line set the value that was there already. */
  changes: readonly Change[];
  /** The variables at the end. */
  final: ReadonlyMap<string, string>;
  /** Why the start could not be traced to its end; null: it was. */
  unknown: WhoSet['unknown'];
}

/** The line that gave a variable this value; null if the start ends with another value, or nobody knows. Pure. */
export function setterOf({ changes, final, unknown }: Traced, name: string, value: string): SetBy | null {
  if (unknown !== null || final.get(name) !== value) return null;
  const last = changes.findLast((change) => change.name === name);
  return last?.value === value ? last.setBy : null;
}

/** The line that put a folder in PATH; null if the start ends without it, or it was there before. Pure. */
export function adderOf(traced: Traced, folder: string): SetBy | null {
  return pathChange(traced, (folders) => folders.includes(folder));
}

/** The line that put a folder of PATH in front of another; null if it is not in front, or was before. Pure. */
export function putBefore(traced: Traced, first: string, second: string): SetBy | null {
  return pathChange(traced, (folders) => isBefore(folders, first, second));
}

/**
 * The line that gave a folder its place in PATH: it put the folder in front of what follows at the end, whether it added
 * the folder or moved it. null if that is not known, or it was so before. Pure.
 */
export function placerOf(traced: Traced, folder: string): SetBy | null {
  const folders = [...new Set(traced.final.get('PATH')?.split(':'))];
  const next = folders[folders.indexOf(folder) + 1];
  return next === undefined ? adderOf(traced, folder) : putBefore(traced, folder, next);
}

function isBefore(folders: readonly string[], first: string, second: string): boolean {
  const at = folders.indexOf(first);
  const other = folders.indexOf(second);
  return at >= 0 && (other < 0 || at < other);
}

/** What made this true of PATH, and nothing after it undid; null if it is not true at the end. */
function pathChange(
  { changes, final, unknown }: Traced,
  holds: (folders: readonly string[]) => boolean,
): SetBy | null {
  if (unknown !== null) return null;
  const values = changes.filter(({ name }) => name === 'PATH');
  const last = values.at(-1);
  if (last === undefined || last.value !== final.get('PATH') || !holds(last.value.split(':'))) return null;
  const index = values.findLastIndex(({ value }) => !holds(value.split(':')));
  return values[index + 1]?.setBy ?? null;
}
