import { stat } from 'node:fs/promises';
import { shellWord } from '#contract/shell-word';
import { burrowPaths } from '#core/system';
import type { Check } from './check.ts';
import { reasonOf } from './reason.ts';

/** Whether others can look into the home of Burrow. One that they can write to, Burrow refuses altogether. */
export const burrowHome: Check = {
  name: 'burrow-home',
  run: async ({ system }) => {
    const { root } = burrowPaths(system);
    const found = await stat(root).catch(() => null);
    if (system.os === 'windows' || found === null || (found.mode & 0o007) === 0) return [];
    const mode = (found.mode & 0o777).toString(8).padStart(4, '0');
    return [
      {
        about: root,
        severity: 'info',
        reason: reasonOf('doctor.home-open', { path: root, mode }),
        evidence: [{ file: root, line: null, value: mode }],
        fix: { kind: 'command', command: `chmod 700 ${shellWord(root)}` },
      },
    ];
  },
};
