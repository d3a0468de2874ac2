import { join } from 'node:path';
import { oddShims, refreshShims } from '#core/switching';
import { burrowPaths } from '#core/system';
import { hasDefault, installedVersions } from '#core/toolchains';
import type { Check } from './check.ts';
import { reasonOf } from './reason.ts';

/** Whether Burrow's commands are there: `go`, `gofmt`, and a launcher for each version. */
export const burrowCommands: Check = {
  name: 'burrow-commands',
  run: async ({ system }) => {
    const { shims } = burrowPaths(system);
    const isUsed = (await installedVersions(system)).length > 0 || (await hasDefault(system));
    const odd = await oddShims(system);
    const names = [...odd.missing, ...odd.outdated];
    if (!isUsed || names.length === 0) return [];
    const reason = reasonOf('doctor.shims', odd);
    return [
      {
        about: shims,
        severity: odd.missing.includes('go') ? 'error' : odd.missing.length > 0 ? 'warning' : 'info',
        reason,
        evidence: names.map((name) => ({ file: join(shims, name), line: null, value: '' })),
        fix: {
          kind: 'apply',
          preview: async () => ({ does: reasonOf('doctor.shims', await oddShims(system)), files: [] }),
          apply: async () => {
            await refreshShims(system);
            // They are Burrow's own, and there is nothing to go back to.
            return [];
          },
        },
      },
    ];
  },
};
