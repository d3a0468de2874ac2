import { join } from 'node:path';
import { listLeftovers, listToolchains, recordedVersions } from '#core/toolchains';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';
import { typedVersion } from './typed-version.ts';

/** Toolchains without their go command or a readable record, and what interrupted installs left. */
export const toolchainFiles: Check = {
  name: 'toolchain-files',
  run: async ({ system }, signal) => {
    const [recorded, listed, leftovers] = await Promise.all([
      recordedVersions(system),
      listToolchains(system),
      listLeftovers(system, signal),
    ]);
    const known = new Set(listed.map(({ path }) => path));
    const damaged = recorded.filter(({ path }) => !known.has(path));
    return [
      ...damaged.map(({ version, arch, path, gone }): Found => {
        const file = gone ? join(path, 'bin', 'go') : `${path}.json`;
        const command = `burrow ${gone ? 'verify --repair' : 'install'} ${typedVersion(version)}`;
        const isOther = arch !== system.arch;
        return {
          about: file,
          severity: 'warning',
          reason: reasonOf(gone ? 'doctor.go-missing' : 'doctor.record-damaged', { version, path: file }),
          evidence: [{ file, line: null, value: version }],
          fix: { kind: 'command', command: isOther ? `${command} --arch ${arch}` : command },
        };
      }),
      ...leftovers.map(
        ({ path }): Found => ({
          about: path,
          severity: 'info',
          reason: reasonOf('doctor.leftover', { path }),
          evidence: [{ file: path, line: null, value: '' }],
          fix: { kind: 'command', command: 'burrow prune' },
        }),
      ),
    ];
  },
};
