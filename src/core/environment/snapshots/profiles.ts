import { createHash } from 'node:crypto';
import type { Snapshot } from '#contract/snapshots';
import { isFailure } from '#contract/failure';
import { shellStatus } from '#core/profiles';
import { readForeign, type System } from '#core/system';

/** The startup files of the shells in use that exist, with the hash of each. */
export async function hashProfiles(system: System): Promise<Snapshot['profiles']> {
  const { profiles } = await shellStatus(system).catch((error: unknown) => {
    // Without a home folder there are none.
    if (isFailure(error)) return { profiles: [] };
    throw error;
  });
  return Promise.all(
    profiles
      .filter(({ exists }) => exists)
      .map(async ({ path, target, state }) => ({
        path,
        sha256: await hashOf(target ?? path),
        block: state === 'ours' || state === 'outdated' || state === 'edited',
      })),
  );
}

async function hashOf(path: string): Promise<string | null> {
  const bytes = await readForeign(path).catch(() => null);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
