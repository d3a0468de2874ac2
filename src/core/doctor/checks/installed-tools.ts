import { listTools } from '#core/tools';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** Tools of `go install` that were built with an older Go, or for another processor. */
export const installedTools: Check = {
  name: 'installed-tools',
  run: async ({ system }) => {
    const { tools, goVersion } = await listTools(system);
    const old = tools.filter(({ outdated, obstacle }) => outdated && obstacle === null);
    // Elsewhere, tools for another processor were cross-compiled on purpose.
    const translated = tools.filter(({ runsAs }) => runsAs === 'translated');
    const found: Found[] = [];
    if (old.length > 0 && goVersion !== null) {
      const names = old.map(({ name }) => name);
      found.push({
        about: 'outdated',
        severity: 'info',
        reason: reasonOf('doctor.tools-outdated', { names, goVersion }),
        evidence: old.map((each) => ({ file: each.path, line: null, value: each.goVersion })),
        fix: { kind: 'command', command: 'burrow tools rebuild' },
      });
    }
    if (translated.length > 0) {
      found.push({
        about: 'translated',
        severity: 'warning',
        reason: reasonOf('doctor.tools-translated', { names: translated.map(({ name }) => name) }),
        evidence: translated.map((each) => ({ file: each.path, line: null, value: each.arch })),
        fix: { kind: 'command', command: 'burrow tools rebuild' },
      });
    }
    return found;
  },
};
