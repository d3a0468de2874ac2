import { typedVersion } from './typed-version.ts';
import { reportProcessors } from '#core/native';
import type { Check } from './check.ts';
import { knownUsers } from './known-facts.ts';
import { reasonOf } from './reason.ts';

/** Gos in use that run under Rosetta. */
export const nativeProcessor: Check = {
  name: 'native-processor',
  run: async (scene, signal) => {
    const { findings } = await reportProcessors(scene.system, () => knownUsers(scene, signal));
    return findings.map(({ version, arch, path, onPath, replaceable }) => ({
      about: path,
      severity: 'warning',
      reason: reasonOf('doctor.translated', { version, arch }),
      evidence: [{ file: onPath ?? path, line: null, value: `${version} ${arch}` }],
      fix: replaceable ? { kind: 'command', command: `burrow native ${typedVersion(version)}` } : null,
    }));
  },
};
