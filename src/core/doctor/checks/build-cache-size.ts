import { sampleBuildCache } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** Go deletes what was not used for five days, so that more than this is unusual. */
const largeBytes = 20_000_000_000;

/** A build cache that takes much room. */
export const buildCacheSize: Check = {
  name: 'build-cache-size',
  run: async (scene, signal) => {
    const sample = await sampleBuildCache(scene, signal);
    return sample ? sizeProblems(sample.path, sample.bytes) : [];
  },
};

/** Pure. */
export function sizeProblems(path: string, bytes: number): Found[] {
  if (bytes < largeBytes) return [];
  return [
    {
      about: path,
      severity: 'info',
      reason: reasonOf('doctor.build-cache-large', { path, bytes }),
      evidence: [{ file: path, line: null, value: `${Math.round(bytes / 1e9)} GB` }],
      fix: { kind: 'command', command: 'go clean -cache' },
    },
  ];
}
