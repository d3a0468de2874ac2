import type { Toolchain } from '#contract/toolchains';
import { listToolchains, updatesFor } from '#core/toolchains';
import type { Check, Found, Scene } from './check.ts';
import { knownUsers } from './known-facts.ts';
import { reasonOf } from './reason.ts';
import { typedVersion } from './typed-version.ts';

/** Toolchains past the end of their support, and newer patches. */
export const goSupport: Check = {
  name: 'go-support',
  run: async (scene, signal) => {
    const toolchains = await withUsers(scene, signal);
    const here = toolchains.filter(({ adopted }) => !adopted?.gone);
    const newer = updatesFor(here);
    return [
      ...here.filter(({ supported }) => !supported).map(pastSupport),
      ...newer.map(
        (version): Found => ({
          about: version,
          severity: 'info',
          reason: reasonOf('doctor.newer-patch', { newer: version }),
          evidence: here
            .filter(({ update }) => update === version)
            .map(({ version: old, path }) => ({ file: path, line: null, value: old })),
          fix: { kind: 'command', command: `burrow install ${typedVersion(version)}` },
        }),
      ),
    ];
  },
};

/** Burrow's toolchains, with the projects that use each. */
export async function withUsers(scene: Scene, signal: AbortSignal): Promise<Toolchain[]> {
  const [toolchains, users] = await Promise.all([listToolchains(scene.system), knownUsers(scene, signal)]);
  return toolchains.map((each) => ({ ...each, usedBy: users.get(each.path) ?? [] }));
}

function pastSupport({ version, path, endOfLife, default: isDefault, usedBy }: Toolchain): Found {
  return {
    about: path,
    severity: isDefault || usedBy.length > 0 ? 'warning' : 'info',
    reason: reasonOf('doctor.support-ended', { version, endOfLife, isDefault, usedBy }),
    evidence: [{ file: path, line: null, value: version }],
    fix: isDefault
      ? { kind: 'command', command: 'burrow install latest && burrow use latest --global' }
      : null,
  };
}
