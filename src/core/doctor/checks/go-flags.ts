import { readUserEnvFile, type Setting, settingsOf } from '#core/toolchains';
import { settingEvidence } from '../machine/index.ts';
import { changeSetting } from './change-variables.ts';
import type { Check, Fix, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** Settings for one project that are set for all, and so break other commands. */
export const goFlags: Check = {
  name: 'go-flags',
  run: async ({ system, dir }) => {
    const user = await readUserEnvFile(system, dir);
    const [flags] = settingsOf('GOFLAGS', system.env, [user]);
    const [modules] = settingsOf('GO111MODULE', system.env, [user]);
    const fixOf = (name: string, setting: Setting, to: string | null) =>
      changeSetting(system, name, setting, to);
    return [
      ...(flags ? flagProblems(flags, await fixOf('GOFLAGS', flags, withoutMod(flags.value))) : []),
      ...(modules ? moduleProblems(modules, await fixOf('GO111MODULE', modules, null)) : []),
    ];
  },
};

/** The flags without -mod; null: there are no others. Pure. */
export function withoutMod(flags: string): string | null {
  const words = flags.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  return words.filter((word) => !/^['"]?--?mod=/.test(word)).join(' ') || null;
}

/** `-mod=vendor` fails `go install m@latest`: "cannot query module due to -mod=vendor" (seen with Go 1.26). Pure. */
export function flagProblems(setting: Setting, fix: Fix | null): Found[] {
  const mode = /(?:^|\s)['"]?--?mod=(vendor|mod)\b/.exec(setting.value)?.[1];
  if (mode !== 'vendor' && mode !== 'mod') return [];
  return [
    {
      about: `mod=${mode}`,
      severity: mode === 'vendor' ? 'warning' : 'info',
      reason: reasonOf(mode === 'vendor' ? 'doctor.mod-vendor' : 'doctor.mod-mod', {}),
      evidence: [settingEvidence({ name: 'GOFLAGS', ...setting })],
      fix,
    },
  ];
}

/** Pure. */
export function moduleProblems(setting: Setting, fix: Fix | null): Found[] {
  if (setting.value !== 'off') return [];
  return [
    {
      about: 'modules',
      severity: 'warning',
      reason: reasonOf('doctor.modules-off', {}),
      evidence: [settingEvidence({ name: 'GO111MODULE', ...setting })],
      fix,
    },
  ];
}
