import { stat } from 'node:fs/promises';
import { goBinary } from '../../store/index.ts';
import type { ToolchainId } from '../../versions/index.ts';

/** ms that an install may still read its files after it recorded the time. */
const slack = 60_000;

/**
 * The last sign that a toolchain was used (ISO 8601); null: none since its install. The shim records nothing, so it is
 * the last build with that version in the history (`builds`), or the last time `bin/go` was read, whichever is later. A
 * file system mounted `relatime`, the default on Linux, keeps that time to a day; others may not keep it at all.
 */
export async function lastUse(
  { version, os, path, installedAt }: ToolchainId & { path: string; installedAt: string | null },
  builds: ReadonlyMap<string, string>,
): Promise<string | null> {
  const read = await stat(goBinary(path, os)).then(
    ({ atime }) => atime.toISOString(),
    () => null,
  );
  const since = Date.parse(installedAt ?? '') + slack;
  const signs = [builds.get(version), read].map((sign) => Date.parse(sign ?? '')).filter((ms) => ms > since);
  return signs.length > 0 ? new Date(Math.max(...signs)).toISOString() : null;
}
