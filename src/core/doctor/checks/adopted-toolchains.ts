import { shellWord } from '#contract/shell-word';
import type { Check, Found } from './check.ts';
import { withUsers } from './go-support.ts';
import { reasonOf } from './reason.ts';
import { typedVersion } from './typed-version.ts';

/** Adopted toolchains that their owners have removed or replaced. */
export const adoptedToolchains: Check = {
  name: 'adopted-toolchains',
  run: async (scene, signal) =>
    (await withUsers(scene, signal)).flatMap(
      ({ version, arch, path, adopted, default: isDefault, usedBy }): Found[] => {
        if (!adopted?.gone) return [];
        const { from, manager } = adopted;
        const isMissed = isDefault || usedBy.length > 0;
        const other = arch === scene.system.arch ? '' : ` --arch ${shellWord(arch)}`;
        return [
          {
            about: path,
            severity: isMissed ? 'warning' : 'info',
            reason: reasonOf('doctor.adopted-gone', { version, from, manager, isDefault, usedBy }),
            evidence: [{ file: from, line: null, value: version }],
            fix: {
              kind: 'command',
              command: `burrow ${isMissed ? 'install' : 'remove'} ${typedVersion(version)}${other}`,
            },
          },
        ];
      },
    ),
};
