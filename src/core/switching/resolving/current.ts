import type { Resolution } from '#contract/switching';
import type { System } from '#core/system';
import { advisedInstall } from '../go-switch/index.ts';
import { commandGo } from './command-go.ts';
import type { Resolved } from './decide.ts';
import { goneFor, type Missing, releaseFor } from './missing.ts';
import { decideFor, resolveGo } from './resolve.ts';

const nothingMissing: Missing = { installs: null, gone: null };

/**
 * What resolveGo returns, with what a command really starts, and what is known of the version if it is not installed.
 * This takes longer than resolveGo, so use it only where the result is shown to a person. Failures: those of resolveGo.
 */
export async function currentGo(system: System, dir: string): Promise<Resolution> {
  const resolved = await resolveGo(system, dir);
  const [missing, onPath] = await Promise.all([
    withMissing(system, dir, resolved),
    commandGo(system, resolved),
  ]);
  const candidates = missing.candidates.map((candidate) =>
    candidate.rule === 'path' && candidate.file === onPath.go && candidate.outcome === 'shadowed'
      ? { ...candidate, outcome: 'runs' as const }
      : candidate,
  );
  return { ...missing, candidates, onPath };
}

async function withMissing(
  system: System,
  dir: string,
  found: Resolved,
): Promise<Omit<Resolution, 'onPath'>> {
  const resolved = await withAdvisedRelease(system, found);
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

/** If Go's own switching fails and an install would help, adds the release that it would get to the failure. */
async function withAdvisedRelease(system: System, resolved: Resolved): Promise<Resolved> {
  const { switch: goSwitch, problem } = resolved;
  const version = goSwitch?.why ? advisedInstall(goSwitch.why) : null;
  if (!goSwitch?.why || version === null) return resolved;
  const { knownRelease } = await import('#core/toolchains');
  const installs = await knownRelease(system, { version });
  const why = { ...goSwitch.why, params: { ...goSwitch.why.params, installs } };
  return { ...resolved, switch: { ...goSwitch, why }, problem: problem && why };
}
