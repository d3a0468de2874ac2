import { isGitRefused, nearestWith } from '#core/builds';
import { shellWord } from '#contract/shell-word';
import { findOnPath } from '#core/system';
import { readUserEnvFile, settingsOf } from '#core/toolchains';
import { developerFolder, installCommand, settingEvidence } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** Git, with which Go fetches modules without a proxy, and asks about the commit of what it builds. */
export const git: Check = {
  name: 'git',
  run: async ({ system, dir }, signal) => {
    const program = await findOnPath(system, 'git');
    if (program === null) {
      const user = await readUserEnvFile(system, dir);
      const direct = ['GOPRIVATE', 'GONOPROXY', 'GOPROXY'].flatMap((name) => {
        const [setting] = settingsOf(name, system.env, [user]);
        const isDirect = name === 'GOPROXY' ? /^\s*direct/.test(setting?.value ?? '') : setting?.value;
        return setting && isDirect ? [settingEvidence({ name, ...setting })] : [];
      });
      return [noGit(direct, await installCommand(system, 'git'))];
    }
    // The one that stands for Apple's opens a window where that is missing, which another check tells.
    if (system.os === 'darwin' && program === '/usr/bin/git') {
      const { state } = await developerFolder(system, signal);
      if (state !== 'ready') return [];
    }
    const repository = nearestWith(dir, '.git');
    if (repository === null || !(await isGitRefused(system, repository, signal))) return [];
    return [refused(repository)];
  },
};

/** `direct`: what makes Go fetch modules with Git. Pure. */
export function noGit(direct: Found['evidence'], install: string | null): Found {
  return {
    about: 'missing',
    severity: direct.length > 0 ? 'warning' : 'info',
    reason: reasonOf('doctor.no-git', {}),
    evidence: direct,
    fix: install === null ? null : { kind: 'command', command: install },
  };
}

/** Pure. */
export function refused(repository: string): Found {
  return {
    about: repository,
    severity: 'error',
    reason: reasonOf('doctor.git-owner', { repository }),
    evidence: [{ file: repository, line: null, value: 'safe.directory' }],
    fix: { kind: 'command', command: `git config --global --add safe.directory ${shellWord(repository)}` },
  };
}
