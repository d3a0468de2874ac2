import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { GoPlace, GoPlaces } from '#contract/consistency';
import { type Failure, failure, isFailure } from '#contract/failure';
import { commandGo, firstGo, resolveGo } from '#core/switching';
import { allEnded, burrowPaths, loginShell, type System } from '#core/system';
import { desktopEnvironment } from '../desktop/index.ts';
import {
  answerFolder,
  askShell,
  freshEnvironment,
  knownShell,
  type ShellAnswer,
  type StartMode,
} from '../starting/index.ts';
import { adderOf, putBefore } from '../who-set/index.ts';
import { trace } from './explain.ts';

/**
 * What a command `go` starts in `dir`: in a new terminal, and in an app. Starts the login shell alone, and once more
 * where another Go runs, to find the line of the profile. A shell that gives no answer within 10 s is unknown, with the
 * reason. Empty on Windows. Failures: cancelled, home.unusable, disk.full, folder.not-found.
 */
export async function whereGoRuns(
  system: System,
  { dir }: { dir: string },
  signal?: AbortSignal,
): Promise<GoPlaces> {
  const there = await stat(dir).catch(() => null);
  if (!there?.isDirectory()) throw failure('folder.not-found', { path: dir });
  if (system.os === 'windows') return { dir, places: [] };
  const desktop = await desktopEnvironment(system, signal);
  const env = { ...freshEnvironment(system), ...(isFailure(desktop) ? {} : desktop) };
  const path = (await loginShell(system)) ?? '/bin/sh';
  await using folder = await answerFolder(system);
  const terminals = terminalModes(basename(path), { os: system.os, hasDesktop: !isFailure(desktop) });
  const asked = terminals.map(async (mode): Promise<GoPlace> => {
    const shell = { shell: basename(path), path, mode };
    const answer = await askShell(system, { ...shell, name: shell.shell, env }, folder.path, signal);
    return { ...shell, ...(await whatRuns(system, dir, { shell, answer, env, signal })) };
  });
  const app = { shell: null, path: null, mode: 'desktop' } as const;
  const places = await allEnded([
    ...asked,
    appGo(system, dir, desktop).then((found): GoPlace => ({ ...app, ...found })),
  ]);
  return { dir, places };
}

/**
 * How new terminals start the login shell: a Mac's, and sessions over ssh, as a login shell; most of a Linux desktop not,
 * because the session read the profile already. Pure.
 */
export function terminalModes(
  shell: string,
  { os, hasDesktop }: { os: System['os']; hasDesktop: boolean },
): StartMode[] {
  const able = knownShell(shell)?.modes ?? [];
  const usual: readonly StartMode[] =
    os === 'linux' && hasDesktop ? ['interactive', 'login-interactive'] : ['login-interactive'];
  const modes = usual.filter((mode) => able.includes(mode));
  // A shell that cannot be asked in this way, or is not known, which asking then says.
  return modes.length > 0 ? modes : [able.at(-1) ?? 'login-interactive'];
}

type Found = Pick<GoPlace, 'found' | 'unknown'>;

async function whatRuns(
  system: System,
  dir: string,
  {
    shell,
    answer,
    env,
    signal,
  }: {
    shell: { shell: string; path: string; mode: StartMode };
    answer: ShellAnswer | Failure;
    /** What the shell was started with. */
    env: System['env'];
    signal: AbortSignal | undefined;
  },
): Promise<Found> {
  if (isFailure(answer)) return unknown(answer);
  const there = { ...system, env: answer.env };
  const hiddenBy = answer.go === 'alias' || answer.go === 'function' ? answer.go : null;
  const { shims } = burrowPaths(there);
  const { file, isShim, hasShims } = await firstGo(there, shims);
  const isToBlame = file !== null && !isShim && hiddenBy === null;
  const traced = isToBlame ? await trace(system, shell, { names: [], env, signal }) : null;
  const folder = file === null ? '' : dirname(file);
  const line = traced && (hasShims ? putBefore(traced, folder, shims) : adderOf(traced, folder));
  return known(there, dir, { where: 'new-terminal', hiddenBy, at: line && `${line.file}:${line.line}` });
}

async function appGo(system: System, dir: string, desktop: Record<string, string> | Failure): Promise<Found> {
  if (isFailure(desktop)) return unknown(desktop);
  const { BURROW_HOME } = system.env;
  const env = BURROW_HOME === undefined ? desktop : { ...desktop, BURROW_HOME };
  return known({ ...system, env }, dir, { where: 'apps' });
}

async function known(
  system: System,
  dir: string,
  circumstances: Parameters<typeof commandGo>[2],
): Promise<Found> {
  const resolved = await resolveGo(system, dir);
  const { version, path, installed, problem } = resolved;
  const onPath = await commandGo(system, resolved, circumstances);
  return { found: { version, path, installed, problem, onPath }, unknown: null };
}

function unknown({ code, params }: Failure): Found {
  return { found: null, unknown: { code, params } };
}
