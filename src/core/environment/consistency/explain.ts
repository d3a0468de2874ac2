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
      const start = blamed(difference, starts);
      const traced = start && (await traceOf(start));
      const setBy = traced && setByIn(traced, difference, start);
      return setBy ? { ...difference, at: { file: setBy.file, line: setBy.line } } : difference;
    }),
  );
}

/** The start that shows which line made it; null if none did, as where a Go is missing. */
function blamed(difference: StartDifference, starts: readonly Started[]): Started | null {
  const isMade =
    difference.kind === 'variable'
      ? difference.found !== null
      : ['in-front', 'instead', 'extra'].includes(difference.cause);
  const [first] = difference.starts;
  if (!isMade || first === undefined) return null;
  return starts.find(({ shell, mode }) => shell === first.shell && mode === first.mode) ?? null;
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
