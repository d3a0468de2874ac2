import { type DeveloperFolder, developerFolder } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** The tools from which a Mac's `clang` and `git` in /usr/bin come. */
export const commandLineTools: Check = {
  name: 'command-line-tools',
  run: async ({ system }, signal) =>
    system.os === 'darwin' ? toolsProblems(await developerFolder(system, signal)) : [],
};

/** Pure. */
export function toolsProblems(folder: DeveloperFolder): Found[] {
  if (folder.state === 'ready') return [];
  if (folder.state === 'none') {
    return [
      {
        about: 'none',
        severity: 'warning',
        reason: reasonOf('doctor.no-command-line-tools', {}),
        evidence: [{ file: null, line: null, value: 'xcode-select -p' }],
        fix: { kind: 'command', command: 'xcode-select --install' },
      },
    ];
  }
  const { state, path, isSet } = folder;
  const command = state === 'no-licence' ? 'sudo xcodebuild -license accept' : 'sudo xcode-select --reset';
  return [
    {
      about: path,
      severity: 'error',
      reason: reasonOf('doctor.command-line-tools', { path, state, isSet }),
      evidence: [{ file: path, line: null, value: isSet ? `DEVELOPER_DIR=${path}` : 'xcode-select -p' }],
      fix: isSet && state !== 'no-licence' ? null : { kind: 'command', command },
    },
  ];
}
