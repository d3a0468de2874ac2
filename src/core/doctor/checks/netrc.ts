import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { shellWord } from '#contract/shell-word';
import { isPrivateGroup, readStart } from '#core/system';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** A .netrc with passwords that other users of the machine can read. */
export const netrc: Check = {
  name: 'netrc',
  run: async ({ system }) => {
    if (system.os === 'windows') return [];
    const path = system.env['NETRC'] || join(system.home, '.netrc');
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) return [];
    // A group with nobody else in it is no others.
    const isPrivate = await isPrivateGroup(found.uid, found.gid);
    const readable = isPrivate ? found.mode & 0o004 : found.mode & 0o044;
    return readable === 0 ? [] : netrcProblems(path, found.mode, (await readStart(path)) ?? '');
  },
};

/** Of one that others can read. The text itself is not shown. Pure. */
export function netrcProblems(path: string, mode: number, text: string): Found[] {
  if (!/(?:^|\s)password(?:\s|$)/.test(text)) return [];
  return [
    {
      about: path,
      severity: 'warning',
      reason: reasonOf('doctor.netrc-open', { path }),
      evidence: [{ file: path, line: null, value: `mode=${(mode & 0o7777).toString(8).padStart(4, '0')}` }],
      fix: { kind: 'command', command: `chmod 600 ${shellWord(path)}` },
    },
  ];
}
