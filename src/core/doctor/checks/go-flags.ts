import { readUserEnvFile, type Setting, settingsOf } from '#core/toolchains';
import { settingEvidence } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** Settings for one project that are set for all, and so break other commands. */
export const goFlags: Check = {
  name: 'go-flags',
  run: async ({ system, dir }) => {
    const user = await readUserEnvFile(system, dir);
    const [flags] = settingsOf('GOFLAGS', system.env, [user]);
    const [modules] = settingsOf('GO111MODULE', system.env, [user]);
    return [...(flags ? flagProblems(flags) : []), ...(modules ? moduleProblems(modules) : [])];
  },
};

/** `-mod=vendor` fails `go install m@latest`: "cannot query module due to -mod=vendor" (seen with Go 1.26). Pure. */
export function flagProblems(setting: Setting): Found[] {
  const mode = /(?:^|\s)['"]?--?mod=(vendor|mod)\b/.exec(setting.value)?.[1];
  if (mode !== 'vendor' && mode !== 'mod') return [];
  return [
    {
      about: `mod=${mode}`,
      severity: mode === 'vendor' ? 'warning' : 'info',
      reason: reasonOf(mode === 'vendor' ? 'doctor.mod-vendor' : 'doctor.mod-mod', { value: setting.value }),
      evidence: [settingEvidence({ name: 'GOFLAGS', ...setting })],
      fix: null,
    },
  ];
}

/** Pure. */
export function moduleProblems(setting: Setting): Found[] {
  if (setting.value !== 'off') return [];
  return [
    {
      about: 'modules',
      severity: 'warning',
      reason: reasonOf('doctor.modules-off', {}),
      evidence: [settingEvidence({ name: 'GO111MODULE', ...setting })],
      fix: null,
    },
  ];
}
