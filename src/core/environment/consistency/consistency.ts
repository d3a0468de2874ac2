import { stat } from 'node:fs/promises';
import type { Consistency, StartedAs, StartedGo } from '#contract/consistency';
import { type Failure, failure, isFailure } from '#contract/failure';
import { isGoVariable } from '#contract/go-variables';
import { allEnded, maskSecrets, type System } from '#core/system';
import { desktopEnvironment } from '../desktop/index.ts';
import { answerFolder, askShell, freshEnvironment, knownShell, type ShellAnswer } from '../starting/index.ts';
import { findDifferences, goId, goOf, type Started, usualStart } from './differences.ts';
import { explainDifferences, traceLogin } from './explain.ts';
import { type InstalledShell, installedShells } from './installed.ts';
import { goIn } from './which-go.ts';

/** How many shells run at once. They mostly wait for each other's files, and a profile may sleep. */
const concurrency = 32;

/**
 * Starts every installed shell in every mode, side by side, and compares which Go and which of Go's variables its
 * programs get, for Burrow's shim in `dir`; where they differ, traces which line of a profile made it.
 * A shell that gives no answer within 10 s is unknown, with the reason. Failures: cancelled, home.unusable, disk.full,
 * folder.not-found.
 */
export async function compareShells(
  system: System,
  { dir }: { dir: string },
  signal?: AbortSignal,
): Promise<Consistency> {
  const there = await stat(dir).catch(() => null);
  if (!there?.isDirectory()) throw failure('folder.not-found', { path: dir });
  const [shells, desktop] = await Promise.all([installedShells(system), desktopEnvironment(system, signal)]);
  // A terminal starts its shell with what the desktop gives.
  const env = { ...freshEnvironment(system), ...(isFailure(desktop) ? {} : desktop) };
  const gos = goOnce(system, dir);
  await using folder = await answerFolder(system);
  const early = traceLogin(system, shells, { env, signal });
  const asks = shells.flatMap((shell) =>
    (knownShell(shell.name)?.modes ?? []).map((mode) => async (): Promise<Started> => {
      const answer = await askShell(system, { ...shell, mode, env }, folder.path, signal);
      return toStarted({ shell, mode, before: env, answer, gos });
    }),
  );
  const starts = await allOf(asks);
  const app = await toStarted({
    shell: null,
    mode: 'desktop',
    before: {},
    answer: isFailure(desktop) ? desktop : { env: desktop, go: 'program' },
    gos,
  });
  const all = [...starts, app];
  const usual = usualStart(all, goId);
  return {
    dir,
    shells: all.map(({ env: _own, ...start }) => start),
    usual: usual && goOf(usual),
    differences: await explainDifferences(system, findDifferences(all), { starts: all, env, early, signal }),
  };
}

type Gos = (env: System['env']) => Promise<StartedGo>;

/** `goIn`, once for each environment that may give another answer. */
function goOnce(system: System, dir: string): Gos {
  const found = new Map<string, Promise<StartedGo>>();
  return (env) => {
    const names = Object.keys(env).filter(
      (name) => /^(?:PATH|HOME|BURROW_\w+)$/.test(name) || isGoVariable(name),
    );
    const id = JSON.stringify(names.toSorted().map((name) => [name, env[name]]));
    const go = found.get(id) ?? goIn(system, env, dir);
    found.set(id, go);
    return go;
  };
}

async function toStarted({
  shell,
  mode,
  before,
  answer,
  gos,
}: {
  /** null: an app, without a shell. */
  shell: InstalledShell | null;
  mode: StartedAs;
  /** What the shell was started with. */
  before: System['env'];
  answer: ShellAnswer | Failure;
  gos: Gos;
}): Promise<Started> {
  const start = {
    shell: shell?.name ?? null,
    path: shell?.path ?? null,
    mode,
    login: shell?.login ?? false,
    used: shell?.used ?? true,
  };
  if (isFailure(answer)) {
    const { code, params } = answer;
    const nothing = {
      go: null,
      version: null,
      isShim: false,
      hiddenBy: null,
      inherits: false,
      variables: {},
      env: {},
    };
    return { ...start, ...nothing, unknown: { code, params } };
  }
  const { env, go } = answer;
  return {
    ...start,
    ...(await gos(env)),
    hiddenBy: go === 'alias' || go === 'function' ? go : null,
    inherits: mode === 'script' && isSame(before, env),
    variables: goVariablesOf(env),
    env,
  };
}

function isSame(before: System['env'], after: System['env']): boolean {
  const names = [...Object.keys(before), ...Object.keys(after)].filter(
    (name) => name === 'PATH' || isGoVariable(name),
  );
  return names.every((name) => before[name] === after[name]);
}

function goVariablesOf(env: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.keys(env).filter(isGoVariable).toSorted();
  return Object.fromEntries(names.map((name) => [name, maskSecrets(env[name] ?? '')]));
}

/** Runs all of them, at most `concurrency` at once, and returns their results in order. After a failure, none is started. */
async function allOf<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < tasks.length) {
      const index = next++;
      const task = tasks[index];
      try {
        if (task) results[index] = await task();
      } catch (error) {
        next = tasks.length;
        throw error;
      }
    }
  };
  await allEnded(Array.from({ length: concurrency }, work));
  return results;
}
