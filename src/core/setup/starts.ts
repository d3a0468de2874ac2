import { isFailure } from '#contract/failure';
import type { ShellSight } from '#contract/setup';
import type { ShellStatus } from '#contract/shell';
import { desktopEnvironment, goIn, knownShell, seeStarts, type SeenStart } from '#core/environment';
import type { System } from '#core/system';

/** A start, with its environment where it is known. */
export interface Sight extends ShellSight {
  login: boolean;
  /** The path of the shell. */
  path: string;
  env: Record<string, string> | null;
  selectsNone: boolean;
}

/** The two ways in which a terminal starts a shell: on a Mac and over ssh, and on Linux. */
const modes = ['login-interactive', 'interactive'] as const;

type Seen = SeenStart & { login: boolean };

/** Starts each shell in use as terminals do, the login shell first. Failures: as seeStarts. */
export async function startsOf(
  system: System,
  shells: ShellStatus['shells'],
  signal?: AbortSignal,
): Promise<Seen[]> {
  const used = shells
    .filter(({ used: isUsed, path }) => isUsed && path !== null)
    .toSorted((a, b) => Number(b.login) - Number(a.login));
  const wanted = used.flatMap(({ name, path, login }) =>
    modes
      .filter((mode) => knownShell(name)?.modes.includes(mode))
      .map((mode) => ({ name, path: path ?? '', mode, login })),
  );
  const seen = await seeStarts(system, wanted, signal);
  return seen.map((each, index) => ({ ...each, login: wanted[index]?.login ?? false }));
}

/** Which Go a start gives in the home folder. */
export async function goInStart(system: System, { answer, ...start }: Seen): Promise<Sight> {
  const { name, path, mode, login, burrow } = start;
  const about = { shell: name, path, mode, login, burrow };
  if (isFailure(answer)) {
    const { code, params } = answer;
    const nothing = { go: null, version: null, isShim: false, selectsNone: false, env: null };
    return { ...about, ...nothing, unknown: { code, params } };
  }
  const { go, version, isShim, selectsNone, notInstalled } = await goIn(system, answer.env, system.home);
  // An alias or a function hides the program.
  const isHidden = answer.go === 'alias' || answer.go === 'function';
  return {
    ...about,
    go,
    version,
    isShim: isShim && !isHidden,
    selectsNone: Boolean(selectsNone ?? notInstalled),
    env: answer.env,
    unknown: null,
  };
}

/** The Go that an app gets from the Dock; null: this is no Mac, or nothing is known. */
export async function appSight(system: System, signal?: AbortSignal): Promise<ShellSight | null> {
  if (system.os !== 'darwin') return null;
  const env = await desktopEnvironment(system, signal);
  if (isFailure(env)) return null;
  const { go, version, isShim } = await goIn(system, env, system.home);
  return { shell: 'launchd', mode: 'desktop', go, version, isShim, burrow: null, unknown: null };
}

/** As it crosses a process boundary: without the environment, which has secrets. Pure. */
export function shownSight({ shell, mode, go, version, isShim, burrow, unknown }: ShellSight): ShellSight {
  return { shell, mode, go, version, isShim, burrow, unknown };
}
