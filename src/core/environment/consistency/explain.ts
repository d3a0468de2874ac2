import { dirname } from 'node:path';
import type { StartDifference } from '#contract/consistency';
import type { SetBy } from '#contract/environment';
import { knownVariables } from '#contract/go-variables';
import type { System } from '#core/system';
import type { StartMode } from '../starting/index.ts';
import { adderOf, putBefore, setterOf, type Traced, traceStart } from '../who-set/index.ts';
import type { Started } from './differences.ts';

/** The shells whose start can be traced. */
const traceable = ['zsh', 'bash', 'fish', 'sh'] as const;
type Traceable = (typeof traceable)[number];

/** A start that is traced already. */
export interface EarlyTrace {
  path: string;
  mode: StartMode;
  traced: Promise<Traced | null>;
}

/**
 * Traces a new terminal's start of the login shell, which shows the lines of what is usual: side by side with the
 * question to all shells, it takes no time of its own. null: this shell cannot be traced.
 */
export function traceLogin(
  system: System,
  shells: readonly { name: string; path: string; login: boolean }[],
  { env, signal }: { env: System['env']; signal: AbortSignal | undefined },
): EarlyTrace | null {
  const shell = shells.find(({ login }) => login);
  const name = traceable.find((each) => each === shell?.name);
  if (!shell || !name) return null;
  const mode = 'login-interactive';
  const start = { shell: { name, path: shell.path }, mode, names: knownVariables, env } as const;
  return { path: shell.path, mode, traced: traceStart(system, start, signal).catch(() => null) };
}

/** Traces one start of each shell to blame; at most a few shells differ, each with the same lines in all its modes. */
export async function explainDifferences(
  system: System,
  differences: readonly StartDifference[],
  {
    starts,
    env,
    early,
    signal,
  }: {
    starts: readonly Started[];
    env: System['env'];
    early: EarlyTrace | null;
    signal: AbortSignal | undefined;
  },
): Promise<StartDifference[]> {
  const names = differences.flatMap((each) => (each.kind === 'variable' ? [each.name] : []));
  const traces = new Map<string, Promise<Traced | null>>();
  if (early) traces.set(JSON.stringify([early.path, early.mode]), early.traced);
  const traceOf = (start: Started): Promise<Traced | null> => {
    const id = JSON.stringify([start.path, start.mode]);
    const traced = traces.get(id) ?? trace(system, start, { names, env, signal });
    traces.set(id, traced);
    return traced;
  };
  return Promise.all(
    differences.map(async (difference) => {
      const blame = blamed(difference, starts);
      const traced = blame && (await traceOf(blame.start));
      const setBy = traced && setByIn(traced, difference, blame.start);
      if (!setBy) return difference;
      return { ...difference, [blame.is]: { file: setBy.file, line: setBy.line } };
    }),
  );
}

/** A start whose trace shows the line: what made the difference, or what gives the usual where it is missing. */
interface Blamed {
  start: Started;
  is: 'at' | 'usualAt';
}

function blamed(difference: StartDifference, starts: readonly Started[]): Blamed | null {
  if (isMissing(difference)) {
    const usual = starts.filter((each) => each.login && isUsual(each, difference));
    const start = usual.find(({ mode }) => mode === 'login-interactive') ?? usual[0];
    return start ? { start, is: 'usualAt' } : null;
  }
  const [first] = difference.starts;
  const isMade =
    difference.kind === 'variable' || ['in-front', 'instead', 'extra'].includes(difference.cause);
  if (!isMade || first === undefined) return null;
  const start = starts.find(({ shell, mode }) => shell === first.shell && mode === first.mode);
  return start ? { start, is: 'at' } : null;
}

function isMissing(difference: StartDifference): boolean {
  return difference.kind === 'variable' ? difference.found === null : difference.cause === 'missing';
}

function isUsual(start: Started, difference: StartDifference): boolean {
  if (start.inherits || start.unknown !== undefined) return false;
  return difference.kind === 'variable'
    ? (start.variables[difference.name] ?? null) === difference.usual
    : start.go !== null && start.go === difference.usual.go;
}

/** Traces one start; null: this shell cannot be traced. `names`: the variables to watch, besides PATH. */
export async function trace(
  system: System,
  { shell, path, mode }: Pick<Started, 'shell' | 'path' | 'mode'>,
  { names, env, signal }: { names: readonly string[]; env: System['env']; signal: AbortSignal | undefined },
): Promise<Traced | null> {
  const name = traceable.find((each) => each === shell) ?? null;
  if (name === null || path === null || mode === 'desktop') return null;
  const start: { shell: { name: Traceable; path: string }; mode: StartMode } = {
    shell: { name, path },
    mode,
  };
  return traceStart(system, { ...start, names, env }, signal);
}

function setByIn(traced: Traced, difference: StartDifference, start: Started): SetBy | null {
  if (difference.kind === 'variable') {
    return setterOf(traced, difference.name, start.env[difference.name] ?? '');
  }
  const { folder, cause, usual } = difference;
  if (folder === null) return null;
  if (cause === 'in-front' && usual.go !== null) return putBefore(traced, folder, dirname(usual.go));
  return adderOf(traced, folder);
}
