import type { ProcessorReport } from '#contract/native';
import { lastRosetta } from '#contract/rosetta';
import { runsAs } from '#contract/runs-as';
import type { System } from '#core/system';
import { look, type Users } from './scene.ts';
import { translatedIn } from './translated.ts';

/**
 * Reports which Gos in use run translated on this machine. It reads the headers of their programs and runs none.
 * `users` returns the users of each toolchain; it is called only if the machine can translate. Failures:
 * home.unusable.
 */
export async function reportProcessors(
  system: System,
  users: () => Promise<Users>,
): Promise<ProcessorReport> {
  const { os, arch } = system;
  const translates = runsAs(system, { os, arch: 'amd64' }) === 'translated';
  if (!translates) {
    return { os, arch, translates, until: null, findings: [], idle: [], moduleCache: [] };
  }
  const scene = await look(system, await users());
  const moduleCache = scene.found
    .filter((each) => each.manager === 'module-cache' && each.runsAs === 'translated')
    .map(({ version, path }) => ({ version, path }));
  return { os, arch, translates, until: lastRosetta, ...translatedIn(system, scene), moduleCache };
}
