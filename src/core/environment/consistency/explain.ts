import { dirname } from 'node:path';
import type { StartDifference } from '#contract/consistency';
import type { SetBy } from '#contract/environment';
import type { System } from '#core/system';
import type { StartMode } from '../starting/index.ts';
import { adderOf, putBefore, setterOf, type Traced, traceStart } from '../who-set/index.ts';
import type { Started } from './differences.ts';

/** The shells whose start can be traced. */
const traceable = ['zsh', 'bash', 'fish', 'sh'] as const;
type Traceable = (typeof traceable)[number];

/** Traces one start of each shell to blame; at most a few shells differ, each with the same lines in all its modes. */
export async function explainDifferences(
  system: System,
  differences: readonly StartDifference[],
  {
    starts,
    env,
    signal,
  }: { starts: readonly Started[]; env: System['env']; signal: AbortSignal | undefined },
): Promise<StartDifference[]> {
  const names = differences.flatMap((each) => (each.kind === 'variable' ? [each.name] : []));
  const traces = new Map<string, Promise<Traced | null>>();
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
    const start = starts.find((each) => each.login && isUsual(each, difference));
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

async function trace(
  system: System,
  { shell, path, mode }: Started,
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
