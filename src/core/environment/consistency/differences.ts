import { dirname } from 'node:path';
import type { GoCause, ShellStart, StartDifference, StartedGo, StartedAs } from '#contract/consistency';
import { pathFolders, type System } from '#core/system';

/** A start, and the environment that it gave; empty if that is not known. */
export interface Started extends ShellStart {
  env: System['env'];
}

/** Of the login shell's starts, the one that decides what is usual if they differ: a new window of a terminal. */
const order: readonly StartedAs[] = ['login-interactive', 'interactive', 'login', 'script'];

/**
 * What most starts of the login shell, apart from scripts, have in common; of two equally common ones that of a new
 * terminal. `of` names what is compared. null: it gave no answer. Pure.
 */
export function usualStart(starts: readonly Started[], of: (start: Started) => string): Started | null {
  const own = starts
    .filter(({ login, unknown, mode }) => login && unknown === undefined && mode !== 'script')
    .toSorted((a, b) => order.indexOf(a.mode) - order.indexOf(b.mode));
  const count = (start: Started) => own.filter((each) => of(each) === of(start)).length;
  let usual: Started | null = null;
  for (const start of own) if (usual === null || count(start) > count(usual)) usual = start;
  return usual;
}

/**
 * What is unlike the usual in the starts of shells that are in use, and for apps. A script that inherits everything is
 * like whatever starts it. Pure.
 */
export function findDifferences(starts: readonly Started[]): StartDifference[] {
  const known = starts.filter(({ unknown, used, inherits }) => unknown === undefined && used && !inherits);
  const names = [...new Set(known.flatMap(({ variables }) => Object.keys(variables)))].toSorted();
  return [
    ...goDifferences(starts, known),
    ...names.flatMap((name) => variableDifferences(name, starts, known)),
  ];
}

function goDifferences(starts: readonly Started[], known: readonly Started[]): StartDifference[] {
  const usual = usualStart(starts, goId);
  if (usual === null) return [];
  const found = known
    .filter((start) => goId(start) !== goId(usual))
    .map((start) => ({ start, ...goCause(start, usual) }));
  // A profile of each shell is to blame for another Go, and none for one that is missing.
  const groups = Map.groupBy(found, ({ start, cause }) =>
    JSON.stringify([goId(start), cause, cause === 'missing' ? null : start.shell]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      kind: 'go' as const,
      starts: group.map(({ start }) => startOf(start)),
      found: goOf(first.start),
      usual: goOf(usual),
      cause: first.cause,
      folder: first.folder,
      at: null,
      usualAt: null,
    };
  });
}

/** Why `start` runs another Go than `usual`, and the folder to blame. */
function goCause(start: Started, usual: Started): { cause: GoCause; folder: string | null } {
  if (start.hiddenBy !== null && start.hiddenBy !== usual.hiddenBy)
    return { cause: start.hiddenBy, folder: null };
  if (usual.hiddenBy !== null && start.hiddenBy === null) return { cause: 'not-hidden', folder: null };
  if (start.go === usual.go) return { cause: 'resolved', folder: null };
  if (start.go === null) return { cause: 'missing', folder: usual.go && dirname(usual.go) };
  const folder = dirname(start.go);
  if (usual.go === null) return { cause: 'extra', folder };
  const isBehind = pathFolders(start.env).includes(dirname(usual.go));
  return { cause: isBehind ? 'in-front' : 'instead', folder };
}

function variableDifferences(
  name: string,
  starts: readonly Started[],
  known: readonly Started[],
): StartDifference[] {
  const valueOf = (start: Started): string | null => start.variables[name] ?? null;
  const usual = usualStart(starts, (start) => JSON.stringify(valueOf(start)));
  if (usual === null) return [];
  const unlike = known.filter((start) => valueOf(start) !== valueOf(usual));
  const groups = Map.groupBy(unlike, (start) =>
    JSON.stringify([valueOf(start), valueOf(start) === null ? null : start.shell]),
  );
  return [...groups.values()].map((group) => ({
    kind: 'variable',
    starts: group.map(startOf),
    name,
    found: group[0] ? valueOf(group[0]) : null,
    usual: valueOf(usual),
    at: null,
    usualAt: null,
  }));
}

/** What makes two Gos the same to a person: the program that is found, and the version that runs in the end. */
export function goId({ go, version, hiddenBy }: StartedGo): string {
  return JSON.stringify([go, version, hiddenBy]);
}

export function goOf({ go, version, isShim, selectsNone, notInstalled, hiddenBy }: StartedGo): StartedGo {
  const missing = { ...(selectsNone && { selectsNone }), ...(notInstalled && { notInstalled }) };
  return { go, version, isShim, ...missing, hiddenBy };
}

function startOf({ shell, mode }: ShellStart): StartDifference['starts'][number] {
  return { shell, mode };
}
