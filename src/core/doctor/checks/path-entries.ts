import { stat } from 'node:fs/promises';
import { delimiter, isAbsolute, resolve } from 'node:path';
import type { DoctorEvidence } from '#contract/doctor';
import { shellWord } from '#contract/shell-word';
import { toolFolders } from '#core/tools';
import { realPath } from '#core/system';
import { hasModes, mountOf, readMounts } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** An entry of PATH. */
export interface PathEntry {
  /** Counted from 1. */
  place: number;
  text: string;
  /** `open`: every user of the machine can put programs there. */
  state: 'folder' | 'open' | 'missing' | 'not-absolute';
}

/** Entries of PATH in which programs are not found, or not the ones that are meant. */
export const pathEntries: Check = {
  name: 'path-entries',
  run: async ({ system }, signal) => {
    const entries = (system.env['PATH'] ?? '').split(delimiter);
    // Go makes those when there is something to put there.
    const later = new Set((await toolFolders(system)).map(({ path }) => path));
    const mounts = await readMounts(system, signal);
    const stateOf = async (text: string): Promise<PathEntry['state']> => {
      if (!isAbsolute(text)) return 'not-absolute';
      const found = await stat(text).catch(() => null);
      if (!found?.isDirectory()) return later.has(resolve(text)) ? 'folder' : 'missing';
      if (system.os === 'windows' || (found.mode & 0o002) === 0) return 'folder';
      const mount = mountOf(mounts, (await realPath(text)) ?? text);
      return mount === null || hasModes(mount) ? 'open' : 'folder';
    };
    const states = await Promise.all(entries.map(stateOf));
    return pathProblems(
      entries.map((text, index) => ({ place: index + 1, text, state: states[index] ?? 'folder' })),
    );
  },
};

/** Pure. */
export function pathProblems(entries: readonly PathEntry[]): Found[] {
  const inState = (state: PathEntry['state']) => entries.filter((entry) => entry.state === state);
  const [relative, open, missing] = (['not-absolute', 'open', 'missing'] as const).map(inState);
  const found: Found[] = [];
  if (relative?.length) {
    found.push({
      about: 'not-absolute',
      severity: 'warning',
      reason: reasonOf('doctor.path-not-absolute', { entries: relative.map(({ text }) => text) }),
      evidence: relative.map(asEvidence),
      fix: null,
    });
  }
  for (const entry of open ?? []) {
    found.push({
      about: `open ${entry.text}`,
      severity: 'warning',
      reason: reasonOf('doctor.path-open', { path: entry.text }),
      evidence: [asEvidence(entry)],
      fix: { kind: 'command', command: `chmod o-w ${shellWord(entry.text)}` },
    });
  }
  if (missing?.length) {
    found.push({
      about: 'missing',
      severity: 'info',
      reason: reasonOf('doctor.path-missing', { entries: missing.map(({ text }) => text) }),
      evidence: missing.map(asEvidence),
      fix: null,
    });
  }
  return found;
}

function asEvidence({ place, text, state }: PathEntry): DoctorEvidence {
  return { file: state === 'open' ? text : null, line: null, value: `PATH[${place}]=${text}` };
}
