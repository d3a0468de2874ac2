import { devNull } from 'node:os';
import type { ModuleCheck, ModuleCheckEvent, ModuleCheckResult } from '#contract/modules';
import { LogTail, type System } from '#core/system';
import { needsNetwork } from './missing.ts';
import { allPackages } from './packages.ts';
import { type ProjectGo, projectGo, saidByGo } from './project-go.ts';
import { vendorFolder } from './vendor.ts';

/** Why there is nothing to check; null: there is. */
const isAbsent: Record<ModuleCheck, (go: ProjectGo) => boolean> = {
  verify: () => false,
  vendor: (go) => vendorFolder(go) === null,
  cache: () => false,
};

/** -o with the null device: everything is compiled, and nothing is written into the project. */
const argsOf: Record<ModuleCheck, (go: ProjectGo) => Promise<string[]>> = {
  verify: async () => ['mod', 'verify'],
  vendor: (go) => buildArgs(go, 'vendor'),
  cache: (go) => buildArgs(go, 'readonly'),
};

async function buildArgs(go: ProjectGo, mod: 'vendor' | 'readonly'): Promise<string[]> {
  return ['build', `-mod=${mod}`, ...go.noVcs, '-o', devNull, ...(await allPackages(go))];
}

/**
 * Runs checks of a project's modules in turn, without the network; they take minutes in a large project. Yields what Go
 * prints, with secrets masked. A check that fails is a result. Failures: those of `projectGo`, cancelled.
 */
export async function* checkModules(
  system: System,
  { dir, checks }: { dir: string; checks: readonly ModuleCheck[] },
  signal?: AbortSignal,
): AsyncGenerator<ModuleCheckEvent, { results: ModuleCheckResult[] }> {
  const go = await projectGo(system, { dir }, signal);
  const results: ModuleCheckResult[] = [];
  for (const check of new Set(checks)) {
    yield { type: 'started', check };
    const result = isAbsent[check](go)
      ? { check, outcome: 'skipped' as const, output: '', durationMs: 0 }
      : yield* runCheck(system, go, check);
    results.push(result);
    yield { type: 'ended', result };
  }
  return { results };
}

async function* runCheck(
  system: System,
  go: ProjectGo,
  check: ModuleCheck,
): AsyncGenerator<ModuleCheckEvent, ModuleCheckResult> {
  const log = new LogTail();
  // Its reader sees it run and can stop it.
  const running = system.stream({ ...go.command(await argsOf[check](go)), timeoutMs: null });
  try {
    for (;;) {
      const step = await running.next();
      if (step.done) {
        const { exitCode, durationMs } = step.value;
        const output = saidByGo(log.toString());
        return { check, outcome: outcomeOf(check, exitCode, output), output, durationMs };
      }
      const line = log.add(step.value.text);
      if (line !== null) yield { type: 'output', text: saidByGo(line) };
    }
  } finally {
    await running.return(undefined as never);
  }
}

/** A cache that lacks modules cannot be verified; that alone does not mean that it was changed. */
function outcomeOf(check: ModuleCheck, exitCode: number, output: string): ModuleCheckResult['outcome'] {
  if (exitCode === 0) return 'passed';
  return check === 'verify' && needsNetwork(output) ? 'skipped' : 'failed';
}
