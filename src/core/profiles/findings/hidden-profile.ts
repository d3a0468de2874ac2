import { dirname, join } from 'node:path';
import type { FoundLine } from './found-line.ts';
import type { Known } from './literal.ts';
import { sourcedBy } from './order.ts';
import { lineOf, type StartupText, wordsOf } from './startup-file.ts';

/**
 * A `.bash_profile` or `.bash_login` that hides `.profile`, which bash then does not read. `profile`: that file's text;
 * null: there is none. Pure.
 */
export function hiddenProfile(file: StartupText, profile: string | null, known: Known): FoundLine[] {
  if (profile === null || profile.trim() === '' || !/\/\.bash_(?:profile|login)$/.test(file.path)) return [];
  const hidden = join(dirname(file.path), '.profile');
  if (file.commands.some((placed) => sourcedBy(wordsOf(file, placed), known) === hidden)) return [];
  const first = file.commands[0]?.command.at ?? 0;
  // What Burrow wrote there is missed, or what the person wrote about Go.
  const isMissed = /# >>> burrow >>>|\bgo\b|\bGO[A-Z]+\b/.test(profile);
  return [
    {
      kind: 'hides-profile',
      severity: isMissed ? 'warning' : 'note',
      file: file.path,
      ...lineOf(file, first),
      subject: '~/.profile',
      manager: null,
      place: 'alone',
      edit: 'by-hand',
    },
  ];
}
