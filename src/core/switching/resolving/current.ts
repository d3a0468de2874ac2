import type { Resolution } from '#contract/switching';
import type { System } from '#core/system';
import { goneFor, type Missing, releaseFor } from './missing.ts';
import { decideFor, resolveGo } from './resolve.ts';

const nothingMissing: Missing = { installs: null, gone: null };

/**
 * What resolveGo says and, where the wanted version is not installed, what is known of it. That takes longer, so it is
 * for whoever shows it to people. Failures: those of resolveGo.
 */
export async function currentGo(system: System, dir: string): Promise<Resolution> {
  const resolved = await resolveGo(system, dir);
  // A Go that is too old may run although another is wanted.
  if (resolved.installed && resolved.switch?.how !== 'fails') return { ...resolved, ...nothingMissing };
  const { decision } = await decideFor(system, dir);
  if (!decision || decision.chosen || decision.other) return { ...resolved, ...nothingMissing };
  const { problem } = resolved;
  const [installs, gone] = await Promise.all([
    releaseFor(system, decision.wish),
    problem ? goneFor(system, decision.wish) : null,
  ]);
  const missing = { installs, gone };
  if (problem?.code !== 'toolchain.not-installed') return { ...resolved, ...missing };
  return { ...resolved, ...missing, problem: { ...problem, params: { ...problem.params, ...missing } } };
}
