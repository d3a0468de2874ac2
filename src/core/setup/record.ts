import { join } from 'node:path';
import { z } from 'zod';
import { setupSteps } from '#contract/setup-steps';
import {
  burrowPaths,
  prepareHome,
  readTextIfThere,
  type System,
  withLock,
  writeFileAtomic,
} from '#core/system';

/** What cannot be seen on the machine: what was left, what was seen when, and what to undo. */
const record = z.object({
  version: z.literal(1),
  /** Steps that the user leaves. */
  skipped: z.array(z.enum(setupSteps)).default([]),
  /** The app has shown the set-up, and the user went elsewhere. */
  left: z.boolean().default(false),
  /** The value of GOPROXY that delivered a module (null: Go's default, then unknown), and when. */
  measured: z.object({ value: z.string().nullable(), at: z.iso.datetime() }).nullable().default(null),
  /** The Go of a new login shell that built and ran a program. */
  worked: z
    .object({
      at: z.iso.datetime(),
      shell: z.string(),
      version: z.string(),
      goVersion: z.string(),
      variables: z.record(z.string(), z.string()),
      output: z.string(),
      ms: z.number(),
    })
    .nullable()
    .default(null),
  /** What steps did, for each to be undone alone. */
  did: z
    .object({
      /** GOROOTs that were adopted. */
      adopted: z.array(z.string()).default([]),
      /** GOPROXY, as written into Go's file. */
      proxy: z.string().nullable().default(null),
      toolchains: z.array(z.object({ version: z.string(), os: z.string(), arch: z.string() })).default([]),
      /** `previous`: the content of the file; null: there was none. */
      default: z.object({ previous: z.string().nullable(), written: z.string() }).nullable().default(null),
      /** Folders that were linked for editors. */
      links: z.array(z.string()).default([]),
      /** `isNew`: it was made, and not only added to the list. */
      project: z.object({ dir: z.string(), isNew: z.boolean() }).nullable().default(null),
    })
    .prefault({}),
});
export type SetupRecord = z.infer<typeof record>;

const none: SetupRecord = record.parse({ version: 1 });

function recordFile(system: System): string {
  return join(burrowPaths(system).root, 'setup.json');
}

/** The record of this home; one that is damaged counts as none. Failures: file.no-permission. */
export async function readRecord(system: System): Promise<SetupRecord> {
  return parseRecord(await readTextIfThere(recordFile(system)));
}

/** Reads the text of a record; null and whatever is no record give an empty one. Pure. */
export function parseRecord(text: string | null): SetupRecord {
  try {
    return record.parse(JSON.parse(text ?? ''));
  } catch {
    return none;
  }
}

/**
 * Changes the record, before or after something is done. Two set-ups at once do not lose each other's part. Failures:
 * home.unusable, disk.full, file.no-permission.
 */
export async function changeRecord(
  system: System,
  change: (now: SetupRecord) => SetupRecord,
): Promise<SetupRecord> {
  const { locks } = await prepareHome(system);
  return withLock(join(locks, 'setup'), {}, async () => {
    const after = change(await readRecord(system));
    await writeFileAtomic(recordFile(system), `${JSON.stringify(after, null, 2)}\n`, { mode: 0o600 });
    return after;
  });
}

/** The same for what steps did. */
export function recordDone(system: System, did: Partial<SetupRecord['did']>): Promise<SetupRecord> {
  return changeRecord(system, (now) => ({ ...now, did: { ...now.did, ...did } }));
}
