import { failure } from '#contract/failure';
import type { System } from '#core/system';

/** The fields of inputs that are paths. */
const pathFields = new Set(['dir', 'path', 'paths', 'project']);

/**
 * Refuses what cannot be a path on this system, before a procedure searches thousands of folders for it: a NUL byte, or
 * more than PATH_MAX (32,767 characters on Windows). Failures: file.unusable.
 */
export function refuseOddPaths({ os }: Pick<System, 'os'>, input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  const maxBytes = os === 'windows' ? 32_767 : 4096;
  for (const [name, value] of Object.entries(input)) {
    for (const path of pathFields.has(name) ? [value].flat() : []) {
      if (typeof path !== 'string') continue;
      const shown = path.slice(0, 200).replaceAll('\0', '\uFFFD');
      if (path.includes('\0')) throw failure('file.unusable', { path: shown, reason: 'nul' });
      if (Buffer.byteLength(path) > maxBytes) {
        throw failure('file.unusable', { path: `${shown}…`, reason: 'name-too-long' });
      }
    }
  }
}
