import { stat } from 'node:fs/promises';
import { delimiter, isAbsolute } from 'node:path';
import type { DoctorEvidence } from '#contract/doctor';
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
  run: async ({ system }) => {
    const entries = (system.env['PATH'] ?? '').split(delimiter);
    const isWindows = system.os === 'windows';
    return pathProblems(
      await Promise.all(
        entries.map(async (text, index): Promise<PathEntry> => {
          const state = isAbsolute(text) ? await stateOf(text, isWindows) : 'not-absolute';
          return { place: index + 1, text, state };
        }),
      ),
    );
  },
};

async function stateOf(path: string, isWindows: boolean): Promise<PathEntry['state']> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return 'missing';
  return !isWindows && (found.mode & 0o002) !== 0 ? 'open' : 'folder';
}

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
      fix: null,
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
